// The SMTP server as a sans-I/O machine (RFC 5321, submission RFC 6409): bytes and time in, events out, answers in, bytes
// and a deadline out. A value: copying it in the middle of a conversation copies the conversation.
//
//   server.receive(now, bytes);
//   while (auto event = server.next()) desk.answer(server, *event);
//   send(server.takeOutput()); timer(server.deadline()); if (server.closing()) close();
//
// next() returns one event at a time and none while the last is unanswered; pipelined bytes wait in the machine.
#pragma once

#include "base/time.h"
#include "mail/address.h"
#include "mail/envelope.h"
#include "protocol/reply.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace mailtown::smtp {

struct ServerOptions {
    std::string hostname;             // in the greeting and in EHLO's answer
    bool submission = false;          // RFC 6409: MAIL only after AUTH
    bool tlsOffered = true;           // STARTTLS (RFC 3207)
    bool tlsActive = false;           // the wire is under TLS already (implicit TLS)
    bool plainAuthWithoutTls = true;  // the sandbox's default: a class sees what a listener sees
    std::size_t messageLimit = 30'000'000; // octets, SIZE (RFC 1870)
    std::size_t recipientLimit = 1000;
    int errorLimit = 20;              // 5xx answers before 421 and close
    Duration commandTimeout = 5 * minute; // RFC 5321 §4.5.3.2
    Duration transferTimeout = 10 * minute; // the whole of one DATA
    bool operator==(const ServerOptions&) const = default;
};

// ---- events; each wants one answer ----
struct LoginAsked {     // AUTH PLAIN or LOGIN, decoded
    std::string identity; // user name as typed
    std::string password;
};
struct SenderGiven {
    std::optional<Address> returnPath; // none: <>
    std::size_t declaredSize = 0;      // SIZE=, 0 when not given
};
struct RecipientAsked {
    Address recipient;
};
struct MessageGiven {    // the end of DATA; take the content with Server::takeMessage
    std::size_t octets = 0;
};
struct TlsAsked {};      // STARTTLS was answered with 220: start TLS after takeOutput(), then call tlsStarted()
using ServerEvent = std::variant<LoginAsked, SenderGiven, RecipientAsked, MessageGiven, TlsAsked>;

class Server {
public:
    Server() = default;
    Server(ServerOptions options, Time now); // the greeting is in the output

    void receive(Time now, std::string_view bytes);
    std::optional<ServerEvent> next();
    void answer(const Reply& reply); // to every event but TlsAsked; a positive one moves the machine on
    void tlsStarted(Time now);       // RFC 3207 §4.2: all knowledge of the client is dropped, buffered bytes too
    std::string takeOutput();
    bool hasOutput() const;
    Time deadline() const;           // when timeout() is due; `never` when closed
    void timeout(Time now);          // 421 and close
    void shutDown(Time now);         // 421 and close: the host goes down in good order
    bool closing() const;            // close the wire once the output is sent

    // What the peer said, for the desk and the Received line (RFC 5321 §4.4).
    const std::string& helo() const;
    bool extended() const;           // EHLO rather than HELO
    bool tls() const;
    const std::string& login() const; // identity after a successful LoginAsked, else empty
    const ServerOptions& options() const;
    const Envelope& envelope() const; // of the transaction under way
    std::string takeMessage();        // dots unstuffed, CRLF line ends; once per MessageGiven

    bool operator==(const Server&) const = default;

private:
    // the developer of this room fills this in
};

} // namespace mailtown::smtp
