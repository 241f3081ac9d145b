// The POP3 server as a sans-I/O machine (RFC 1939): bytes and time in, events out, answers in, bytes and a
// deadline out. A value. The maildrop is what the desk listed at login; what a session deletes is gone only
// after QUIT (the UPDATE state, RFC 1939 §6), and a connection that is lost deletes nothing.
#pragma once

#include "base/time.h"
#include "mail/message.h"
#include "protocol/dot_text.h"
#include "protocol/line_buffer.h"
#include "protocol/pop3/command.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace mailtown::pop3 {

struct ServerOptions {
    bool tlsOffered = true;             // STLS (RFC 2595)
    bool tlsActive = false;             // the wire is under TLS already (implicit TLS)
    bool plainAuthWithoutTls = true;    // the sandbox's default: a class sees what a listener sees
    int errorLimit = 20;                // -ERR answers before the connection is closed
    Duration idleTimeout = 10 * minute; // RFC 1939 §3
    bool operator==(const ServerOptions&) const = default;
};

// One message of the maildrop, as it is when the user logs in.
struct Listed {
    std::uint32_t uid = 0; // in the mailbox
    std::size_t octets = 0;
    std::string uniqueId; // UIDL: 1 to 70 octets of 0x21 … 0x7E (RFC 1939 §7), the same in every session
    bool operator==(const Listed&) const = default;
};

// ---- events; each wants one answer ----
struct LoginAsked { // USER and PASS, or AUTH
    std::string identity;
    std::string password;
    bool operator==(const LoginAsked&) const = default;
};
struct MessageAsked { // RETR and TOP
    std::uint32_t uid = 0;
    bool whole = true; // RETR
    bool operator==(const MessageAsked&) const = default;
};
struct UpdateAsked { // QUIT: these are to go
    std::vector<std::uint32_t> uids;
    bool operator==(const UpdateAsked&) const = default;
};
struct TlsAsked { // start TLS after takeOutput(), then call tlsStarted()
    bool operator==(const TlsAsked&) const = default;
};
using ServerEvent = std::variant<LoginAsked, MessageAsked, UpdateAsked, TlsAsked>;

class Server {
public:
    Server() = default;
    Server(ServerOptions options, Time now); // the greeting is in the output

    void receive(Time now, std::string_view bytes);
    std::optional<ServerEvent> next();
    // The answers.
    void openMaildrop(std::vector<Listed> maildrop); // to LoginAsked
    void refuseLogin(std::string_view why);          // to LoginAsked: "[AUTH] Authentication failed."
    void deliver(const Message& message);            // to MessageAsked
    void messageGone();                              // to MessageAsked: another session expunged it
    void updated(bool done);                         // to UpdateAsked; false: nothing was deleted
    void tlsStarted(Time now);                       // RFC 2595 §4: what was said in clear is forgotten
    std::string takeOutput();
    std::string_view output() const; // the same without giving up the string's storage,
    void clearOutput();              // for a wire that copies the bytes anyway
    bool hasOutput() const;
    bool paused() const { return delivery_.has_value(); } // call next() again once the output was taken
    Time deadline() const;
    void timeout(Time now);               // closes; no UPDATE (RFC 1939 §3)
    void shutDown(Time now);              // the host goes down in good order: no UPDATE
    void refuse(std::string_view reason); // "-ERR reason" and close: "[SYS/TEMP] Too many connections."
    bool closing() const;                 // close the wire once the output is sent

    bool tls() const { return options_.tlsActive; }
    const std::string& login() const; // identity after a successful LoginAsked, else empty

    bool operator==(const Server&) const = default;

private:
    enum class Asked : std::uint8_t { Nothing, Login, Message, Update, Tls };
    enum class LoginStep : std::uint8_t { None, Plain, User, Password }; // which line of AUTH is due
    struct Entry {
        Listed listed;
        bool deleted = false;
        bool operator==(const Entry&) const = default;
    };
    // What a RETR or TOP has yet to tell of its message: copied out as the peer takes it.
    struct Delivery {
        Message message;
        std::size_t at = 0, end = 0; // octets of it
        DotWriter writer;
        bool operator==(const Delivery&) const = default;
    };
    // Octets that may wait before a message goes on.
    static constexpr std::size_t outputLimit = 64 << 10;

    void goOn();
    std::optional<ServerEvent> command(const LineBuffer::Line& line);
    std::optional<ServerEvent> beforeLogin(const Command& command);
    std::optional<ServerEvent> afterLogin(const Command& command);
    std::optional<ServerEvent> auth(std::string_view argument);
    std::optional<ServerEvent> loginLine(const LineBuffer::Line& line);
    std::optional<ServerEvent> plainGiven(std::string_view encoded);
    std::optional<ServerEvent> userGiven(std::string_view encoded);
    std::optional<ServerEvent> askLogin(std::string identity, std::string password);
    std::optional<ServerEvent> askMessage(const Command& command);
    void listCapabilities();
    void list(const Command& command);
    void appendListing(const Command& command, std::size_t number);
    bool passwordsAllowed() const { return options_.tlsActive || options_.plainAuthWithoutTls; }
    Entry* entry(std::string_view number); // null, and says so, when there is no such message
    void ok(std::string_view text = {});
    void error(std::string_view text);
    void close();

    ServerOptions options_;
    Time now_ = 0;
    Time deadline_ = never;
    LineBuffer input_;
    std::string output_;
    std::string identity_; // given by USER or asked about; who it is once loggedIn_
    std::vector<Entry> maildrop_;
    std::optional<std::size_t> topLines_; // of the TOP under way; none: RETR
    std::optional<Delivery> delivery_;
    int errors_ = 0;
    bool loggedIn_ = false;
    bool closing_ = false;
    Asked asked_ = Asked::Nothing;
    LoginStep loginStep_ = LoginStep::None;
};

} // namespace mailtown::pop3
