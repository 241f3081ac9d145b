#include "protocol/smtp/client.h"

#include "base/base64.h"
#include "base/text.h"
#include "protocol/dot_text.h"
#include "protocol/sasl/plain.h"

#include <algorithm>
#include <cassert>
#include <utility>

namespace mailtown::smtp {
namespace {

using Received = ReplyReader::Received;

bool positive(const Received& reply) { return reply.code >= 200 && reply.code < 300; }

// Several lines become one; words that are no reply are told apart from a reply by code 0.
RecipientOutcome outcomeOf(const Received& reply) {
    RecipientOutcome outcome{reply.code, reply.text};
    std::replace(outcome.text.begin(), outcome.text.end(), '\n', ' ');
    return outcome;
}

bool isAscii(const Envelope& envelope) {
    const auto plain = [](const Address& a) {
        return mailtown::isAscii(a.local()) && mailtown::isAscii(a.domain());
    };
    return (!envelope.returnPath || plain(*envelope.returnPath)) &&
           std::all_of(envelope.recipients.begin(), envelope.recipients.end(), plain);
}

} // namespace

Client::Client(ClientOptions options, Time now)
    : options_(std::move(options)), now_(now), deadline_(now + 5 * minute), step_(Step::Greeting) {}

void Client::receive(Time now, std::string_view bytes) {
    now_ = now;
    // Between our STARTTLS's 220 and the handshake nothing in clear is heard (RFC 3207 §4.2).
    if (step_ != Step::Closed && step_ != Step::Handshake) input_.append(bytes);
}

std::optional<ClientEvent> Client::next() {
    for (;;) {
        if (step_ == Step::Closed) {
            if (!outcomes_.empty()) return TransactionDone{std::exchange(outcomes_, {})};
            if (failed_) {
                Failed failed = std::move(*failed_);
                failed_.reset();
                return failed;
            }
            return std::nullopt;
        }
        if (step_ == Step::Handshake) return std::nullopt;
        const auto reply = replies_.next(input_);
        if (!reply) return std::nullopt;
        if (auto event = take(*reply)) return event;
    }
}

std::optional<ClientEvent> Client::take(const Received& reply) {
    if (step_ == Step::Quit) { // whatever it is
        step_ = Step::Closed;
        deadline_ = never;
        return std::nullopt;
    }
    // RFC 5321 §3.8: 421 may answer anything, or come unasked.
    if (reply.code == 421 || reply.code == 0) return fail(outcomeOf(reply));
    switch (step_) {
    case Step::Greeting:
        if (!positive(reply)) return fail(outcomeOf(reply));
        say(Step::Ehlo, "EHLO ", options_.hostname);
        return std::nullopt;
    case Step::Ehlo:
        if (positive(reply)) {
            learnExtensions(reply.text);
            return greeted();
        }
        if (reply.code < 500) return fail(outcomeOf(reply));
        say(Step::Helo, "HELO ", options_.hostname); // RFC 5321 §3.2: an old server
        return std::nullopt;
    case Step::Helo:
        return positive(reply) ? greeted() : fail(outcomeOf(reply));
    case Step::StartTls:
        if (reply.code != 220) { // opportunistic: in clear, then
            tls_ = true;
            return greeted();
        }
        step_ = Step::Handshake;
        input_.clear(); // what came in clear behind the 220
        replies_.clear();
        return StartTls{};
    case Step::AuthPlain:
    case Step::AuthLogin:
    case Step::AuthUser:
    case Step::AuthPassword:
        return loggingIn(reply);
    case Step::Reset:
        if (!positive(reply)) return fail({0, "RSET was refused: " + outcomeOf(reply).text});
        open_ = false;
        sayMail();
        return std::nullopt;
    case Step::Mail:
        if (positive(reply)) {
            open_ = true;
            sayRecipient();
            return std::nullopt;
        }
        decideRest(outcomeOf(reply));
        return transactionDone();
    case Step::Rcpt:
        return recipientAnswered(reply);
    case Step::Data:
        if (reply.code == 354) {
            sendContent();
            return std::nullopt;
        }
        // RFC 5321 §4.5.3.2.4 knows no positive answer to DATA but 354.
        if (positive(reply)) return fail({0, "unexpected answer to DATA: " + std::to_string(reply.code)});
        decideRest(outcomeOf(reply));
        return transactionDone();
    case Step::Content:
        open_ = false;
        decideRest(outcomeOf(reply));
        return transactionDone();
    case Step::Idle:
        return fail({0, "unasked for: " + std::to_string(reply.code) + " " + outcomeOf(reply).text});
    case Step::Handshake:
    case Step::Quit:
    case Step::Closed:
        break;
    }
    return std::nullopt;
}

void Client::learnExtensions(std::string_view text) {
    mayPlain_ = mayLogin_ = maySize_ = mayEightBit_ = mayUtf8_ = mayTls_ = false;
    std::size_t at = text.find('\n'); // the first line is the host's name
    while (at != text.npos) {
        const std::size_t end = text.find('\n', at + 1);
        const std::string_view line = text.substr(at + 1, end == text.npos ? end : end - at - 1);
        at = end;
        const std::size_t space = line.find(' ');
        const std::string_view name = line.substr(0, space);
        if (equalIgnoringCase(name, "STARTTLS")) mayTls_ = true;
        if (equalIgnoringCase(name, "SIZE")) maySize_ = true;
        if (equalIgnoringCase(name, "8BITMIME")) mayEightBit_ = true;
        if (equalIgnoringCase(name, "SMTPUTF8")) mayUtf8_ = true;
        if (!equalIgnoringCase(name, "AUTH") || space == line.npos) continue;
        for (std::string_view rest = line.substr(space + 1); !rest.empty();) {
            const std::size_t next = std::min(rest.find(' '), rest.size());
            if (equalIgnoringCase(rest.substr(0, next), "PLAIN")) mayPlain_ = true;
            if (equalIgnoringCase(rest.substr(0, next), "LOGIN")) mayLogin_ = true;
            rest.remove_prefix(std::min(next + 1, rest.size()));
        }
    }
}

std::optional<ClientEvent> Client::greeted() {
    if (options_.useTls && mayTls_ && !tls_) {
        say(Step::StartTls, "STARTTLS");
        return std::nullopt;
    }
    if (options_.user.empty()) return ready();
    if (mayPlain_) {
        const auto credentials = toBase64(sasl::writePlain({options_.user, options_.password}));
        say(Step::AuthPlain, "AUTH PLAIN ", credentials);
        return std::nullopt;
    }
    if (mayLogin_) {
        say(Step::AuthLogin, "AUTH LOGIN");
        return std::nullopt;
    }
    return fail({0, "the server offers no way to log in"});
}

std::optional<ClientEvent> Client::loggingIn(const Received& reply) {
    const Step step = step_;
    const bool last = step == Step::AuthPlain || step == Step::AuthPassword;
    if (last && positive(reply)) return ready();
    if (reply.code == 334 && step == Step::AuthLogin) {
        say(Step::AuthUser, toBase64(options_.user));
        return std::nullopt;
    }
    if (reply.code == 334 && step == Step::AuthUser) {
        say(Step::AuthPassword, toBase64(options_.password));
        return std::nullopt;
    }
    return fail(outcomeOf(reply));
}

std::optional<ClientEvent> Client::ready() {
    step_ = Step::Idle;
    deadline_ = never;
    return Ready{};
}

void Client::tlsStarted(Time now) {
    now_ = now;
    tls_ = true;
    input_.clear();
    replies_.clear();
    say(Step::Ehlo, "EHLO ", options_.hostname); // RFC 3207 §4.2: what was offered in clear counts no more
}

void Client::send(Time now, const Envelope& envelope, const Message& message) {
    now_ = now;
    assert(!envelope.recipients.empty());
    if (step_ != Step::Idle) return;
    envelope_ = envelope;
    message_ = message;
    outcomes_.clear();
    if (open_)
        say(Step::Reset, "RSET");
    else
        sayMail();
}

void Client::sayMail() {
    std::string line = "MAIL FROM:<";
    if (envelope_.returnPath) line += envelope_.returnPath->text();
    line += '>';
    if (maySize_) line += " SIZE=" + std::to_string(message_.size()); // RFC 1870
    if (mayEightBit_) line += " BODY=8BITMIME";                       // RFC 6152; all we carry fits that
    // RFC 6531 §3.2. Without it the server is asked all the same: it knows what it can take.
    if (mayUtf8_ && !isAscii(envelope_)) line += " SMTPUTF8";
    say(Step::Mail, line);
}

void Client::sayRecipient() {
    say(Step::Rcpt, "RCPT TO:<", envelope_.recipients[outcomes_.size()].text() + ">");
}

std::optional<ClientEvent> Client::recipientAnswered(const Received& reply) {
    outcomes_.push_back(outcomeOf(reply));
    if (outcomes_.size() < envelope_.recipients.size()) {
        sayRecipient();
        return std::nullopt;
    }
    const bool any =
        std::any_of(outcomes_.begin(), outcomes_.end(), [](const auto& o) { return o.accepted(); });
    if (!any) return transactionDone();
    say(Step::Data, "DATA");
    deadline_ = now_ + 2 * minute; // RFC 5321 §4.5.3.2.4
    return std::nullopt;
}

void Client::sendContent() {
    appendDotText(output_, message_.octets());
    step_ = Step::Content;
    deadline_ = now_ + 10 * minute; // RFC 5321 §4.5.3.2.6
}

// RFC 5321 §3.3: the answer to DATA or to its end speaks for every recipient accepted before.
void Client::decideRest(const RecipientOutcome& outcome) {
    for (RecipientOutcome& one : outcomes_)
        if (one.accepted()) one = outcome;
    outcomes_.resize(envelope_.recipients.size(), outcome);
}

std::optional<ClientEvent> Client::transactionDone() {
    step_ = Step::Idle;
    deadline_ = never;
    message_ = {};
    envelope_ = {};
    return TransactionDone{std::exchange(outcomes_, {})};
}

std::optional<ClientEvent> Client::fail(const RecipientOutcome& reason) {
    if (inTransaction()) decideRest(reason);
    // RFC 5321 §4.1.1.10: no connection is closed without QUIT, unless the server closes it (421) or talks
    // nonsense.
    if (reason.code != 0 && reason.code != 421) output_ += "QUIT\r\n";
    step_ = Step::Closed;
    deadline_ = never;
    input_.clear();
    message_ = {};
    envelope_ = {};
    failed_ = Failed{reason};
    return std::nullopt; // next() tells, TransactionDone first
}

void Client::fail(Time now, std::string_view why) {
    now_ = now;
    if (step_ == Step::Closed) return;
    if (step_ == Step::Quit) {
        step_ = Step::Closed;
        deadline_ = never;
        return;
    }
    fail(RecipientOutcome{0, std::string(why)});
}

void Client::quit(Time now) {
    now_ = now;
    if (step_ != Step::Closed) say(Step::Quit, "QUIT");
}

void Client::say(Step step, std::string_view line, std::string_view rest) {
    step_ = step;
    deadline_ = now_ + 5 * minute; // RFC 5321 §4.5.3.2.1 to .3
    appendPrintable(output_, line);
    appendPrintable(output_, rest);
    output_ += "\r\n";
}

void Client::timeout(Time now) { fail(now, "the server did not answer in time"); }
void Client::disconnected(Time now) { fail(now, "the connection was lost"); }

std::string Client::takeOutput() { return std::exchange(output_, {}); }
std::string_view Client::output() const { return output_; }
void Client::clearOutput() { output_.clear(); }
bool Client::hasOutput() const { return !output_.empty(); }
Time Client::deadline() const { return deadline_; }
bool Client::closing() const { return step_ == Step::Closed; }

} // namespace mailtown::smtp
