#include "protocol/imap/client.h"

#include "base/base64.h"
#include "base/text.h"
#include "protocol/imap/quoting.h"
#include "protocol/imap/sequence_set.h"
#include "protocol/reply.h"
#include "protocol/sasl/plain.h"

#include <algorithm>
#include <utility>

namespace mailtown::imap {
namespace {

constexpr LiteralReader::Limits limits{65'536, 50'000'000}; // of one response
constexpr Duration patience = 5 * minute;

std::string printable(std::string_view text) {
    std::string out;
    appendPrintable(out, trimmed(text.substr(0, 500)));
    return out;
}

bool isPlainText(std::string_view text) {
    return isAscii(text) && std::none_of(text.begin(), text.end(), [](char c) { return isControl(c); });
}

} // namespace

Client::Client(ClientOptions options, Time now)
    : options_(std::move(options)), now_(now), deadline_(now + patience), step_(Step::Greeting) {}

void Client::receive(Time now, std::string_view bytes) {
    now_ = now;
    if (step_ == Step::Closed || step_ == Step::Handshake) return;
    input_.append(bytes);
    if (step_ == Step::Fetch) deadline_ = now + patience; // as long as something comes
}

std::optional<ClientEvent> Client::next() {
    for (;;) {
        if (failed_) {
            Failed failed = std::move(*failed_);
            failed_.reset();
            return failed;
        }
        if (step_ == Step::Closed || step_ == Step::Handshake) return std::nullopt;
        switch (reader_.next(input_, limits)) {
        case LiteralReader::Found::Nothing:
            return std::nullopt;
        case LiteralReader::Found::GoAheadWanted: // a server's literals wait for nobody
            break;
        case LiteralReader::Found::TooLong:
        case LiteralReader::Found::TooLarge:
            fail("the server's answer is too large");
            break;
        case LiteralReader::Found::Whole: {
            const std::string text = reader_.text();
            reader_.clear();
            if (auto event = take(text)) return event;
            break;
        }
        }
    }
}

std::optional<ClientEvent> Client::take(std::string_view text) {
    Parser parser(text);
    if (parser.take('+')) return std::nullopt; // nothing here waits for a continuation
    if (parser.take('*')) {
        if (parser.space()) return untagged(parser);
    } else if (const auto tag = parser.tag(); tag && parser.space()) {
        if (*tag == "a" + std::to_string(tag_)) return answered(parser);
    }
    return fail("the server's answer is no IMAP: " + printable(text.substr(0, 80)));
}

std::optional<ClientEvent> Client::untagged(Parser parser) {
    if (step_ == Step::Greeting) {
        if (!parser.takeWord("OK")) return fail(printable(parser.rest()));
        readCode(parser.rest());
        secureOrLogIn();
        return std::nullopt;
    }
    if (parser.takeWord("BYE")) {
        // Expected before LOGOUT's answer (RFC 9051 §6.1.3), and the end at any other time.
        return step_ == Step::Logout ? std::nullopt : fail(printable(parser.rest()));
    }
    if (parser.takeWord("OK")) {
        readCode(parser.rest());
        return std::nullopt;
    }
    if (parser.takeWord("CAPABILITY")) {
        readCapabilities(parser.rest());
        return std::nullopt;
    }
    const auto number = parser.number();
    if (!number || !parser.space()) return std::nullopt; // FLAGS and what else is of no interest
    if (parser.takeWord("EXISTS")) inbox_.messages = *number;
    if (parser.takeWord("FETCH") && parser.space()) return fetched(parser);
    return std::nullopt;
}

// "(UID 7 FLAGS (\Seen) BODY[] {310}…": of our own question, or flags that others changed.
std::optional<ClientEvent> Client::fetched(Parser& parser) {
    Fetched message;
    bool hasBody = false;
    if (!parser.take('(')) return std::nullopt;
    do {
        if (parser.takeWord("UID") && parser.space()) {
            message.uid = parser.number().value_or(0);
        } else if (parser.takeWord("FLAGS") && parser.space()) {
            const auto flags = parser.flags();
            message.seen = flags && std::any_of(flags->begin(), flags->end(), [](const std::string& flag) {
                               return equalIgnoringCase(flag, "\\Seen");
                           });
        } else if (parser.takeWord("BODY[") && parser.take(']') && parser.space()) {
            auto octets = parser.nstring();
            hasBody = octets.has_value();
            if (octets) message.message = Message(std::move(*octets));
        } else {
            return std::nullopt; // something we never asked for
        }
    } while (parser.space());
    // "9:*" always names the last message, also one below 9 (RFC 9051 §9).
    if (step_ != Step::Fetch || !hasBody || message.uid == 0 || message.uid < fromUid_) return std::nullopt;
    return message;
}

std::optional<ClientEvent> Client::answered(Parser parser) {
    const bool positive = parser.takeWord("OK");
    const std::string text = printable(parser.rest());
    switch (step_) {
    case Step::Capability:
        knowsCapabilities_ = true; // or will never
        secureOrLogIn();
        return std::nullopt;
    case Step::StartTls:
        if (!positive) { // opportunistic: in clear, then
            logIn();
            return std::nullopt;
        }
        step_ = Step::Handshake;
        input_.clear(); // what came in clear behind the answer
        return StartTls{};
    case Step::Login:
        if (!positive) return fail(text);
        say(Step::Select, "SELECT INBOX");
        return std::nullopt;
    case Step::Select:
        if (!positive) return fail(text);
        step_ = Step::Idle;
        deadline_ = never;
        return inbox_;
    case Step::Fetch:
    case Step::Store:
        if (!positive) return fail(text);
        step_ = Step::Idle;
        deadline_ = never;
        return CommandDone{};
    case Step::Logout:
        step_ = Step::Closed;
        deadline_ = never;
        return Finished{};
    case Step::Greeting:
    case Step::Handshake:
    case Step::Idle:
    case Step::Closed:
        break;
    }
    return fail("the server answered what was not asked: " + text);
}

void Client::readCode(std::string_view text) {
    text = trimmed(text);
    if (!text.starts_with('[')) return;
    Parser parser(text.substr(1, std::min(text.find(']'), text.size()) - 1));
    if (parser.takeWord("CAPABILITY"))
        readCapabilities(parser.rest());
    else if (parser.takeWord("UIDVALIDITY") && parser.space())
        inbox_.uidValidity = parser.number().value_or(0);
    else if (parser.takeWord("UIDNEXT") && parser.space())
        inbox_.uidNext = parser.number().value_or(0);
}

void Client::readCapabilities(std::string_view words) {
    knowsCapabilities_ = true;
    offersTls_ = false;
    Parser parser(words);
    parser.space();
    while (const auto word = parser.atom()) {
        if (equalIgnoringCase(*word, "STARTTLS")) offersTls_ = true;
        if (!parser.space()) break;
    }
}

void Client::secureOrLogIn() {
    const bool wantsTls = options_.useTls && !tlsActive_;
    if ((wantsTls || tlsActive_) && !knowsCapabilities_)
        say(Step::Capability, "CAPABILITY");
    else if (wantsTls && offersTls_)
        say(Step::StartTls, "STARTTLS");
    else
        logIn();
}

void Client::logIn() {
    if (isPlainText(options_.user) && isPlainText(options_.password)) {
        std::string command = "LOGIN ";
        appendAstring(command, options_.user);
        command += ' ';
        appendAstring(command, options_.password);
        say(Step::Login, command);
    } else { // SASL carries any octets (RFC 4616), a quoted string does not
        say(Step::Login,
            "AUTHENTICATE PLAIN " + toBase64(sasl::writePlain({options_.user, options_.password})));
    }
}

void Client::fetch(Time now, std::uint32_t fromUid) {
    if (step_ != Step::Idle) return;
    now_ = now;
    fromUid_ = std::max<std::uint32_t>(fromUid, 1);
    say(Step::Fetch, "UID FETCH " + std::to_string(fromUid_) + ":* (UID FLAGS BODY.PEEK[])");
}

void Client::markSeen(Time now, const std::vector<std::uint32_t>& uids) {
    if (step_ != Step::Idle) return;
    now_ = now;
    say(Step::Store, "UID STORE " + sequenceText(uids) + " +FLAGS.SILENT (\\Seen)");
}

void Client::logout(Time now) {
    if (step_ != Step::Idle) return;
    now_ = now;
    say(Step::Logout, "LOGOUT");
}

void Client::tlsStarted(Time now) {
    now_ = now;
    if (step_ != Step::Handshake) return;
    // RFC 9051 §6.2.1: what the server said in clear is forgotten.
    input_.clear();
    reader_.clear();
    knowsCapabilities_ = offersTls_ = false;
    tlsActive_ = true;
    say(Step::Capability, "CAPABILITY");
}

void Client::say(Step step, std::string_view command) {
    step_ = step;
    deadline_ = now_ + patience;
    output_ += 'a';
    output_ += std::to_string(++tag_);
    output_ += ' ';
    output_ += command;
    output_ += "\r\n";
}

std::optional<ClientEvent> Client::fail(std::string reason) {
    step_ = Step::Closed;
    deadline_ = never;
    input_.clear();
    reader_.clear();
    failed_ = Failed{std::move(reason)};
    return std::nullopt;
}

void Client::lost(Time now, std::string_view why) {
    now_ = now;
    if (step_ != Step::Closed) fail(std::string(why));
}

void Client::timeout(Time now) { lost(now, "the server did not answer in time"); }
void Client::disconnected(Time now) { lost(now, "the connection was lost"); }

std::string Client::takeOutput() { return std::exchange(output_, {}); }
std::string_view Client::output() const { return output_; }
void Client::clearOutput() { output_.clear(); }
bool Client::hasOutput() const { return !output_.empty(); }
Time Client::deadline() const { return deadline_; }
bool Client::closing() const { return step_ == Step::Closed; }

} // namespace mailtown::imap
