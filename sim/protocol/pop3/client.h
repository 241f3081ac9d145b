// The POP3 client as a sans-I/O machine (RFC 1939): looks into a maildrop, fetches what it is told to, takes
// it away or leaves it there. A value.
#pragma once

#include "base/time.h"
#include "mail/message.h"
#include "protocol/dot_text.h"
#include "protocol/line_buffer.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace mailtown::pop3 {

struct ClientOptions {
    bool useTls = true; // STLS when offered
    std::string user, password;
    bool operator==(const ClientOptions&) const = default;
};

struct Offered { // one message of the maildrop
    std::uint32_t number = 0;
    std::string uniqueId;
    bool operator==(const Offered&) const = default;
};

// ---- events ----
struct StartTls { // start TLS, then call tlsStarted()
    bool operator==(const StartTls&) const = default;
};
struct MaildropListed { // call fetch(), with nothing to fetch as well
    std::vector<Offered> messages;
    bool operator==(const MaildropListed&) const = default;
};
struct Retrieved {
    Offered which;
    Message message;
    bool operator==(const Retrieved&) const = default;
};
struct Finished { // QUIT was answered: what was to be taken away is gone
    bool operator==(const Finished&) const = default;
};
struct Failed {         // closing; nothing was taken away
    std::string reason; // as received: "[AUTH] Authentication failed."
    bool operator==(const Failed&) const = default;
};
using ClientEvent = std::variant<StartTls, MaildropListed, Retrieved, Finished, Failed>;

class Client {
public:
    Client() = default;
    Client(ClientOptions options, Time now);

    void receive(Time now, std::string_view bytes);
    std::optional<ClientEvent> next();
    void tlsStarted(Time now);
    // After MaildropListed: these, in order; each is deleted after it came, unless `leave`. `remove` go
    // without being fetched again: they were fetched in a session whose end was lost.
    void fetch(Time now, std::vector<Offered> wanted, bool leave, std::vector<Offered> remove = {});
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
    // What the next answer is for.
    enum class Step : std::uint8_t {
        Greeting,
        Capa,
        CapaLines,
        Stls,
        Handshake,
        User,
        Pass,
        Uidl,
        UidlLines,
        Listed,
        Retr,
        Content,
        Dele,
        Quit,
        Closed
    };

    std::optional<ClientEvent> take(const LineBuffer::Line& line);
    std::optional<ClientEvent> answered(bool positive, std::string_view text);
    std::optional<ClientEvent> uidlLine(std::string_view line);
    void proceed(); // to the next deletion or retrieval, or QUIT
    void say(Step step, std::string_view line, std::string_view rest = {});
    std::optional<ClientEvent> fail(std::string reason);
    void lost(Time now, std::string_view why);

    ClientOptions options_;
    Time now_ = 0;
    Time deadline_ = never;
    LineBuffer input_;
    std::string output_;
    std::vector<Offered> offered_; // while UIDL is read; then those still to fetch, from `at_` on
    std::vector<Offered> remove_;  // still to delete, the last first
    std::size_t at_ = 0;
    DotReader reader_;
    std::string content_;
    std::optional<Failed> failed_;
    Step step_ = Step::Closed;
    bool leave_ = false;
    bool mayTls_ = false;
};

} // namespace mailtown::pop3
