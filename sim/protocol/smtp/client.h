// The SMTP client as a sans-I/O machine: one connection, one or more transactions (RFC 5321 §3), pipelining off by default
// so that a class can read the conversation.
#pragma once

#include "base/time.h"
#include "mail/envelope.h"
#include "mail/message.h"

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace mailtown::smtp {

struct ClientOptions {
    std::string hostname; // EHLO
    bool useTls = true;   // STARTTLS when offered
    std::string user, password; // AUTH PLAIN (or LOGIN) when set; the connection fails when it is refused
    bool operator==(const ClientOptions&) const = default;
};

// What became of one recipient: the reply that decided it (RFC 5321 §4.2), or code 0 when the wire failed.
struct RecipientOutcome {
    int code = 0;
    std::string text; // as received, enhanced code included: "5.1.1 no such user"
    bool accepted() const { return code >= 200 && code < 300; }
    bool permanent() const { return code >= 500; }
    bool operator==(const RecipientOutcome&) const = default;
};

// ---- events ----
struct StartTls {};      // 220 came: start TLS, then call tlsStarted()
struct Ready {};         // greeted (and under TLS, and logged in): call send() or quit()
struct TransactionDone { // one outcome for each recipient, in order
    std::vector<RecipientOutcome> outcomes;
};
struct Failed {          // the connection cannot be used: 4xx/5xx greeting, AUTH refused, nonsense; it is closing
    RecipientOutcome reason;
};
using ClientEvent = std::variant<StartTls, Ready, TransactionDone, Failed>;

class Client {
public:
    Client() = default;
    Client(ClientOptions options, Time now);

    void receive(Time now, std::string_view bytes);
    std::optional<ClientEvent> next();
    void tlsStarted(Time now);
    // After Ready or TransactionDone. The message is shared, not copied, until its octets go to the output.
    void send(Time now, const Envelope& envelope, const Message& message);
    void quit(Time now);
    std::string takeOutput();
    bool hasOutput() const;
    Time deadline() const; // RFC 5321 §4.5.3.2; then call timeout()
    void timeout(Time now); // → Failed, closing
    bool closing() const;

    bool operator==(const Client&) const = default;

private:
    // the developer of this room fills this in
};

} // namespace mailtown::smtp
