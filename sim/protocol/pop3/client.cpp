#include "protocol/pop3/client.h"

#include "base/text.h"
#include "protocol/reply.h"

#include <algorithm>
#include <charconv>
#include <utility>

namespace mailtown::pop3 {
namespace {

constexpr std::size_t lineLimit = 4096;      // RFC 2449 §4 says 512; be liberal, but bounded
constexpr std::size_t mostOffered = 100'000; // messages of one maildrop
constexpr std::size_t largestMessage = 50'000'000;
constexpr Duration patience = 5 * minute;

} // namespace

Client::Client(ClientOptions options, Time now)
    : options_(std::move(options)), now_(now), deadline_(now + patience), step_(Step::Greeting) {}

void Client::receive(Time now, std::string_view bytes) {
    now_ = now;
    if (step_ != Step::Closed && step_ != Step::Handshake) input_.append(bytes);
}

std::optional<ClientEvent> Client::next() {
    for (;;) {
        if (failed_) {
            Failed failed = std::move(*failed_);
            failed_.reset();
            return failed;
        }
        if (step_ == Step::Closed || step_ == Step::Handshake || step_ == Step::Listed) return std::nullopt;
        if (step_ == Step::Content) {
            input_.consume(reader_.take(input_.pending(), content_));
            if (!reader_.ended()) return std::nullopt;
            if (reader_.fault() != ContentFault::None) {
                fail("the server sent a message that is none");
                continue;
            }
            Retrieved retrieved{std::move(offered_[at_]), Message(std::exchange(content_, {}))};
            if (leave_) {
                ++at_;
                proceed();
            } else {
                say(Step::Dele, "DELE ", std::to_string(retrieved.which.number));
                ++at_;
            }
            return retrieved;
        }
        const auto line = input_.next(lineLimit);
        if (!line) return std::nullopt;
        if (auto event = take(*line)) return event;
    }
}

std::optional<ClientEvent> Client::take(const LineBuffer::Line& line) {
    if (step_ == Step::CapaLines) {
        if (line.text == ".") {
            if (mayTls_)
                say(Step::Stls, "STLS");
            else
                say(Step::User, "USER ", options_.user);
        } else if (equalIgnoringCase(trimmed(line.text), "STLS")) {
            mayTls_ = true;
        }
        return std::nullopt;
    }
    if (step_ == Step::UidlLines) return uidlLine(line.text);
    const bool positive = line.text.starts_with("+OK");
    if (line.tooLong || !(positive || line.text.starts_with("-ERR")))
        return fail("the server's answer is no POP3: " + toValidUtf8(line.text.substr(0, 80)));
    std::string text;
    appendPrintable(text, trimmed(line.text.substr(positive ? 3 : 4)));
    return answered(positive, text);
}

std::optional<ClientEvent> Client::answered(bool positive, std::string_view text) {
    switch (step_) {
    case Step::Greeting:
        if (!positive) return fail(std::string(text));
        if (options_.useTls)
            say(Step::Capa, "CAPA");
        else
            say(Step::User, "USER ", options_.user);
        return std::nullopt;
    case Step::Capa:
        if (positive)
            step_ = Step::CapaLines;
        else
            say(Step::User, "USER ", options_.user); // older than RFC 2449
        return std::nullopt;
    case Step::Stls:
        if (!positive) { // opportunistic: in clear, then
            say(Step::User, "USER ", options_.user);
            return std::nullopt;
        }
        step_ = Step::Handshake;
        input_.clear(); // what came in clear behind the answer
        return StartTls{};
    case Step::User:
        if (!positive) return fail(std::string(text));
        say(Step::Pass, "PASS ", options_.password);
        return std::nullopt;
    case Step::Pass:
        if (!positive) return fail(std::string(text));
        say(Step::Uidl, "UIDL");
        return std::nullopt;
    case Step::Uidl:
        if (!positive) return fail(std::string(text));
        step_ = Step::UidlLines;
        offered_.clear();
        return std::nullopt;
    case Step::Retr:
        if (!positive) { // gone meanwhile: the next one
            ++at_;
            proceed();
            return std::nullopt;
        }
        step_ = Step::Content;
        reader_ = DotReader(largestMessage);
        content_.clear();
        return std::nullopt;
    case Step::Dele:
        proceed();
        return std::nullopt;
    case Step::Quit:
        step_ = Step::Closed;
        deadline_ = never;
        if (!positive) {
            failed_ = Failed{std::string(text)};
            return std::nullopt;
        }
        return Finished{};
    default:
        return std::nullopt;
    }
}

std::optional<ClientEvent> Client::uidlLine(std::string_view line) {
    if (line == ".") {
        step_ = Step::Listed;
        deadline_ = never;
        return MaildropListed{std::exchange(offered_, {})};
    }
    Offered one;
    const char* const end = line.data() + line.size();
    const auto [rest, error] = std::from_chars(line.data(), end, one.number);
    const bool separated = error == std::errc() && rest != end && *rest == ' ';
    one.uniqueId = separated ? std::string(rest + 1, end) : std::string();
    const bool printable =
        std::all_of(one.uniqueId.begin(), one.uniqueId.end(), [](char c) { return c >= 0x21 && c <= 0x7E; });
    if (one.number == 0 || one.uniqueId.empty() || one.uniqueId.size() > 70 || !printable ||
        offered_.size() >= mostOffered)
        return fail("the server's list of messages is no UIDL");
    offered_.push_back(std::move(one));
    return std::nullopt;
}

void Client::fetch(Time now, std::vector<Offered> wanted, bool leave, std::vector<Offered> remove) {
    now_ = now;
    if (step_ != Step::Listed) return;
    offered_ = std::move(wanted);
    remove_ = std::move(remove);
    std::reverse(remove_.begin(), remove_.end());
    at_ = 0;
    leave_ = leave;
    proceed();
}

void Client::proceed() {
    if (!remove_.empty()) {
        const std::uint32_t number = remove_.back().number;
        remove_.pop_back();
        say(Step::Dele, "DELE ", std::to_string(number));
    } else if (at_ < offered_.size()) {
        say(Step::Retr, "RETR ", std::to_string(offered_[at_].number));
    } else {
        offered_.clear();
        say(Step::Quit, "QUIT");
    }
}

void Client::tlsStarted(Time now) {
    now_ = now;
    input_.clear();
    say(Step::User, "USER ", options_.user);
}

void Client::say(Step step, std::string_view line, std::string_view rest) {
    step_ = step;
    deadline_ = now_ + patience;
    appendPrintable(output_, line);
    appendPrintable(output_, rest);
    output_ += "\r\n";
}

std::optional<ClientEvent> Client::fail(std::string reason) {
    // A good-bye, but never the UPDATE that QUIT would bring once messages were marked (RFC 1939 §6).
    if (step_ == Step::User || step_ == Step::Pass) output_ += "QUIT\r\n";
    step_ = Step::Closed;
    deadline_ = never;
    input_.clear();
    content_ = {};
    failed_ = Failed{std::move(reason)};
    return std::nullopt; // next() tells
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

} // namespace mailtown::pop3
