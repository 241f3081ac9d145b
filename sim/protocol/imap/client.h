// The IMAP client as a sans-I/O machine: opens INBOX, fetches what is new, marks what was read, logs out. A
// value.
#pragma once

#include "base/time.h"
#include "mail/message.h"
#include "protocol/imap/literal_reader.h"
#include "protocol/imap/parser.h"
#include "protocol/line_buffer.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace mailtown::imap {

struct ClientOptions {
    bool useTls = true; // STARTTLS when offered
    std::string user, password;
    bool operator==(const ClientOptions&) const = default;
};

// ---- events ----
struct StartTls { // start TLS, then call tlsStarted()
    bool operator==(const StartTls&) const = default;
};
struct InboxOpened { // call fetch(), markSeen() or logout()
    std::uint32_t messages = 0;
    std::uint32_t uidValidity = 0;
    std::uint32_t uidNext = 0; // 0: the server did not say
    bool operator==(const InboxOpened&) const = default;
};
struct Fetched {
    std::uint32_t uid = 0;
    bool seen = false;
    Message message;
    bool operator==(const Fetched&) const = default;
};
struct CommandDone { // fetch() or markSeen() is through: call the next, or logout()
    bool operator==(const CommandDone&) const = default;
};
struct Finished { // LOGOUT was answered
    bool operator==(const Finished&) const = default;
};
struct Failed {         // closing
    std::string reason; // as received: "[AUTHENTICATIONFAILED] Authentication failed."
    bool operator==(const Failed&) const = default;
};
using ClientEvent = std::variant<StartTls, InboxOpened, Fetched, CommandDone, Finished, Failed>;

class Client {
public:
    Client() = default;
    Client(ClientOptions options, Time now);

    void receive(Time now, std::string_view bytes);
    std::optional<ClientEvent> next();
    void tlsStarted(Time now);
    void fetch(Time now, std::uint32_t fromUid); // that uid and later ones, without making them \Seen
    void markSeen(Time now, const std::vector<std::uint32_t>& uids);
    void logout(Time now);
    std::string takeOutput();
    std::string_view output() const; // the same without giving up the string's storage,
    void clearOutput();              // for a wire that copies the bytes anyway
    bool hasOutput() const;
    Time deadline() const;
    void timeout(Time now);
    void disconnected(Time now);
    bool closing() const;

    bool operator==(const Client&) const = default;

private:
    // What the next tagged answer is for.
    enum class Step : std::uint8_t {
        Greeting,
        Capability,
        StartTls,
        Handshake,
        Login,
        Select,
        Idle, // no command is under way
        Fetch,
        Store,
        Logout,
        Closed
    };

    std::optional<ClientEvent> take(std::string_view text);
    std::optional<ClientEvent> untagged(Parser parser);
    std::optional<ClientEvent> answered(Parser parser);
    std::optional<ClientEvent> fetched(Parser& parser);
    void readCode(std::string_view text); // "[UIDNEXT 7] …"
    void readCapabilities(std::string_view words);
    void secureOrLogIn();
    void logIn();
    void say(Step step, std::string_view command);
    std::optional<ClientEvent> fail(std::string reason);
    void lost(Time now, std::string_view why);

    ClientOptions options_;
    Time now_ = 0;
    Time deadline_ = never;
    LineBuffer input_;
    LiteralReader reader_;
    std::string output_;
    InboxOpened inbox_;
    std::optional<Failed> failed_;
    std::uint32_t tag_ = 0;
    std::uint32_t fromUid_ = 0;
    Step step_ = Step::Closed;
    bool knowsCapabilities_ = false;
    bool offersTls_ = false;
    bool tlsActive_ = false;
};

} // namespace mailtown::imap
