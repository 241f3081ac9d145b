// The SMTP client as a sans-I/O machine: one connection, one or more transactions (RFC 5321 §3), pipelining
// off by default so that a class can read the conversation.
#pragma once

#include "base/time.h"
#include "mail/envelope.h"
#include "mail/message.h"
#include "protocol/line_buffer.h"
#include "protocol/reply.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace mailtown::smtp {

struct ClientOptions {
    std::string hostname;       // EHLO
    bool useTls = true;         // STARTTLS when offered
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
struct StartTls { // 220 came: start TLS, then call tlsStarted()
    bool operator==(const StartTls&) const = default;
};
struct Ready { // greeted (and under TLS, and logged in): call send() or quit()
    bool operator==(const Ready&) const = default;
};
struct TransactionDone { // one outcome for each recipient, in order
    std::vector<RecipientOutcome> outcomes;
    bool operator==(const TransactionDone&) const = default;
};
// The connection cannot be used any more: 4xx or 5xx greeting, AUTH refused, 421, nonsense, time-out, wire
// lost; it is closing. In the middle of a transaction TransactionDone comes first: who was not yet decided
// about gets this reason.
struct Failed {
    RecipientOutcome reason;
    bool operator==(const Failed&) const = default;
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
    std::string_view output() const; // the same without giving up the string's storage,
    void clearOutput();              // for a wire that copies the bytes anyway
    bool hasOutput() const;
    Time deadline() const;       // RFC 5321 §4.5.3.2; then call timeout()
    void timeout(Time now);      // → Failed, closing
    void disconnected(Time now); // the wire was lost or closed by the peer → Failed, unless we had said QUIT
    bool closing() const;

    bool operator==(const Client&) const = default;

private:
    // What the next reply answers.
    enum class Step : std::uint8_t {
        Greeting,
        Ehlo,
        Helo,
        StartTls,
        Handshake, // no reply: tlsStarted() is due
        AuthPlain,
        AuthLogin,
        AuthUser,
        AuthPassword,
        Idle, // no reply: send() or quit() is due
        Reset,
        Mail,
        Rcpt,
        Data,
        Content,
        Quit,
        Closed,
    };

    std::optional<ClientEvent> take(const ReplyReader::Received& reply);
    std::optional<ClientEvent> greeted();
    std::optional<ClientEvent> loggingIn(const ReplyReader::Received& reply);
    std::optional<ClientEvent> ready();
    std::optional<ClientEvent> recipientAnswered(const ReplyReader::Received& reply);
    std::optional<ClientEvent> transactionDone();
    std::optional<ClientEvent> fail(const RecipientOutcome& reason);
    void fail(Time now, std::string_view why);
    void learnExtensions(std::string_view text);
    void say(Step step, std::string_view line, std::string_view rest = {});
    void sayMail();
    void sayRecipient();
    void sendContent();
    void decideRest(const RecipientOutcome& outcome);
    bool inTransaction() const { return step_ >= Step::Reset && step_ <= Step::Content; }

    ClientOptions options_;
    Time now_ = 0;
    Time deadline_ = never;
    LineBuffer input_;
    ReplyReader replies_;
    std::string output_;
    Envelope envelope_;
    Message message_;
    std::vector<RecipientOutcome> outcomes_; // of the recipients asked about so far
    std::optional<Failed> failed_;           // due after TransactionDone
    Step step_ = Step::Closed;
    bool mayPlain_ = false, mayLogin_ = false; // EHLO's answer: AUTH's mechanisms
    bool maySize_ = false, mayEightBit_ = false, mayUtf8_ = false, mayTls_ = false;
    bool tls_ = false;
    bool open_ = false; // a transaction stands on the server: RSET before the next
};

} // namespace mailtown::smtp
