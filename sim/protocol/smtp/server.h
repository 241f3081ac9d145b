// The SMTP server as a sans-I/O machine (RFC 5321, submission RFC 6409): bytes and time in, events out,
// answers in, bytes and a deadline out. A value: copying it in the middle of a conversation copies the
// conversation.
//
//   server.receive(now, bytes);
//   while (auto event = server.next()) desk.answer(server, *event);
//   send(server.takeOutput()); timer(server.deadline()); if (server.closing()) close();
//
// next() returns one event at a time and none while the last is unanswered; pipelined bytes wait in the
// machine. A client that does not wait where it must (for the greeting, for EHLO's answer, for 354) is sent
// away: hand in what came before the greeting before the greeting is taken out.
#pragma once

#include "base/time.h"
#include "mail/address.h"
#include "mail/envelope.h"
#include "protocol/dot_text.h"
#include "protocol/line_buffer.h"
#include "protocol/reply.h"
#include "protocol/smtp/states.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace mailtown::smtp {

struct ServerOptions {
    std::string hostname;                  // in the greeting and in EHLO's answer
    std::string clientAddress;             // the peer's IP address as the wire knows it, for Received
    bool submission = false;               // RFC 6409: MAIL only after AUTH
    bool tlsOffered = true;                // STARTTLS (RFC 3207)
    bool tlsActive = false;                // the wire is under TLS already (implicit TLS)
    bool loginOffered = true;              // AUTH (RFC 4954)
    bool plainAuthWithoutTls = true;       // the sandbox's default: a class sees what a listener sees
    std::size_t messageLimit = 30'000'000; // octets, SIZE (RFC 1870)
    std::size_t recipientLimit = 1000;
    int errorLimit = 20;                    // 5xx answers before 421 and close
    Duration commandTimeout = 5 * minute;   // RFC 5321 §4.5.3.2
    Duration transferTimeout = 10 * minute; // the whole of one DATA
    bool operator==(const ServerOptions&) const = default;
};

// ---- events; each wants one answer ----
struct LoginAsked {       // AUTH PLAIN or LOGIN, decoded
    std::string identity; // user name as typed
    std::string password;
    bool operator==(const LoginAsked&) const = default;
};
struct SenderGiven {
    std::optional<Address> returnPath; // none: <>
    std::size_t declaredSize = 0;      // SIZE=, 0 when not given
    bool operator==(const SenderGiven&) const = default;
};
struct RecipientAsked {
    Address recipient;
    bool operator==(const RecipientAsked&) const = default;
};
struct MessageGiven { // the end of DATA; take the content with Server::takeMessage
    std::size_t octets = 0;
    bool operator==(const MessageGiven&) const = default;
};
struct TlsAsked { // STARTTLS was answered with 220: start TLS after takeOutput(), then call tlsStarted()
    bool operator==(const TlsAsked&) const = default;
};
using ServerEvent = std::variant<LoginAsked, SenderGiven, RecipientAsked, MessageGiven, TlsAsked>;

class Server {
public:
    Server() = default;
    Server(ServerOptions options, Time now); // the greeting is in the output

    void receive(Time now, std::string_view bytes);
    std::optional<ServerEvent> next();
    void answer(const Reply& reply); // to every event but TlsAsked; a positive one moves the machine on
    void tlsStarted(Time now); // RFC 3207 §4.2: all knowledge of the client is dropped, buffered bytes too
    std::string takeOutput();
    std::string_view output() const; // the same without giving up the string's storage,
    void clearOutput();              // for a wire that copies the bytes anyway
    bool hasOutput() const;
    Time deadline() const;           // when timeout() is due; `never` when closed
    void timeout(Time now);          // 421 and close
    void shutDown(Time now);         // 421 and close: the host goes down in good order
    void refuse(const Reply& reply); // says so and closes: "421 4.3.2 too many connections"
    bool closing() const;            // close the wire once the output is sent

    // What the peer said, for the desk and the Received line (RFC 5321 §4.4).
    const std::string& helo() const;
    bool extended() const; // EHLO rather than HELO
    bool tls() const;
    const std::string& login() const; // identity after a successful LoginAsked, else empty
    const ServerOptions& options() const;
    const Envelope& envelope() const; // of the transaction under way
    State state() const;
    // The content, dots unstuffed, CRLF line ends, from MessageGiven until its answer; taking it leaves it
    // empty.
    const std::string& message() const;
    std::string takeMessage();
    bool messageTaken() const;

    bool operator==(const Server&) const = default;

private:
    enum class Asked : std::uint8_t { Nothing, Login, Sender, Recipient, Message, Tls };
    enum class LoginStep : std::uint8_t { None, Plain, User, Password }; // which line of AUTH is due

    std::optional<ServerEvent> command(const LineBuffer::Line& line);
    std::optional<ServerEvent> obey(const Command& command);
    bool endsGroup(Verb verb) const;
    std::optional<ServerEvent> mail(std::string_view argument);
    std::optional<ServerEvent> recipient(std::string_view argument);
    std::optional<ServerEvent> startTls(std::string_view argument);
    std::optional<ServerEvent> content();
    void hello(const Command& command);
    void listExtensions();
    bool loginPossible() const;
    // server_login.cpp: AUTH
    std::optional<ServerEvent> auth(std::string_view argument);
    std::optional<ServerEvent> loginLine(const LineBuffer::Line& line);
    std::optional<ServerEvent> plainGiven(std::string_view encoded);
    std::optional<ServerEvent> userGiven(std::string_view encoded);
    std::optional<ServerEvent> askLogin(std::string identity, std::string password);
    void malformedLogin();

    void reply(int code, std::string_view enhanced, std::string_view text);
    void reply(const Reply& given) { reply(given.code, given.enhanced, given.text); }
    void replyAndClose(int code, std::string_view enhanced, std::string_view text);
    void resetTransaction();

    ServerOptions options_;
    Time now_ = 0;
    Time deadline_ = never;
    LineBuffer input_;
    std::string output_;
    std::string helo_;
    std::string login_; // the identity asked about; who it is once loggedIn_
    Envelope envelope_;
    Address askedRecipient_;
    DotReader reader_;
    std::string message_;
    int errors_ = 0;       // 5xx answers since the last accepted message
    int idleCommands_ = 0; // NOOP, RSET, VRFY, HELP since then
    State state_ = State::Greeted;
    State after_ = State::Greeted; // where the command under way leads when the answer is positive
    Asked asked_ = Asked::Nothing;
    LoginStep loginStep_ = LoginStep::None;
    bool greetingSent_ = false; // the output was taken once
    bool extended_ = false;
    bool loggedIn_ = false;
    bool utf8_ = false; // of the transaction: SMTPUTF8
    bool refusedRecipient_ = false;
    bool messageTaken_ = false;
    bool closing_ = false;
};

} // namespace mailtown::smtp
