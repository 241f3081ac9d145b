#include "protocol/imap/server.h"

#include "base/text.h"
#include "protocol/imap/fetch_text.h"
#include "protocol/reply.h"

#include <algorithm>
#include <utility>

namespace mailtown::imap {

Server::Server(ServerOptions options, Time now)
    : options_(options), now_(now), deadline_(now + options.loginTimeout) {
    untagged("OK [CAPABILITY " + capabilities() + "] Mailtown ready.");
}

void Server::receive(Time now, std::string_view bytes) {
    now_ = now;
    if (closing_) return;
    // From a command's first octet on it has as long as the client may have been silent before it: one that
    // sends an octet now and then does not hold its place for ever.
    const bool begins = input_.pending().empty() && reader_.text().empty();
    if (loggedIn_ && !idling_ && begins) deadline_ = now + options_.idleTimeout;
    input_.append(bytes);
}

LiteralReader::Limits Server::limits() const {
    LiteralReader::Limits limits;
    if (!loggedIn_) {
        limits.line = limits.whole = 8192; // names and passwords are short
        return limits;
    }
    // Only an APPEND carries a message: the second word of what came so far.
    const std::string_view text =
        reader_.text().empty() ? input_.pending() : std::string_view(reader_.text());
    Parser parser(text.substr(0, 256));
    if (parser.tag() && parser.space() && parser.takeWord("APPEND")) limits.whole += options_.messageLimit;
    return limits;
}

std::optional<ServerEvent> Server::next() {
    work_ = 0;
    while (!asked_ && !closing_) {
        if (paused_) {
            if (output_.size() >= outputLimit) return std::nullopt;
            if (fetch_) {
                goOn();
                if (fetch_) return std::nullopt;
                continue;
            }
            paused_ = false;
            asked_ = true;
            return MessagesAsked{std::exchange(rest_, {}), false};
        }
        if (idling_ || awaitsLogin_) {
            const auto line = input_.next(8192);
            if (!line) return std::nullopt;
            auto event = idling_ ? idleLine(line->text) : authenticateLine(line->text, line->tooLong);
            if (event) return event;
            continue;
        }
        switch (reader_.next(input_, limits())) {
        case LiteralReader::Found::Nothing:
            return std::nullopt;
        case LiteralReader::Found::GoAheadWanted:
            output_ += "+ OK\r\n";
            break;
        case LiteralReader::Found::TooLong: {
            Parser parser(reader_.text());
            tag_ = parser.tag().value_or("*");
            reader_.clear();
            fail("Too long command line.");
            break;
        }
        case LiteralReader::Found::TooLarge:
            literalTooLarge();
            break;
        case LiteralReader::Found::Whole: {
            const std::string text = reader_.text();
            reader_.clear();
            if (loggedIn_) deadline_ = now_ + options_.idleTimeout;
            if (auto event = command(text)) return event;
            break;
        }
        }
    }
    return std::nullopt;
}

void Server::literalTooLarge() {
    Parser parser(reader_.text());
    tag_ = parser.tag().value_or("*");
    const bool synchronising = reader_.synchronising();
    reader_.clear();
    tagged("NO", "[TOOBIG] Literal is too large."); // RFC 4469 §4.2; RFC 7888 §4
    // One that does not wait for us is on its way already: where it ends is nothing we can rely on.
    if (!synchronising) bye("Literal is too large.");
}

Server::Event Server::command(std::string_view text) {
    Parser parser(text);
    const auto tag = parser.tag();
    tag_ = tag ? std::string(*tag) : "*";
    verb_ = Verb::Unknown;
    byUid_ = silent_ = false;
    code_.clear();
    actsOn_.clear();
    if (!tag || !parser.space()) return fail("Error in IMAP command received by server.");
    auto word = parser.atom();
    if (word && equalIgnoringCase(*word, "UID") && parser.space()) {
        byUid_ = true;
        word = parser.atom();
    }
    const CommandRow* row = word ? commandNamed(*word) : nullptr;
    if (!row || (byUid_ && !row->uidForm)) {
        const std::string name = word ? std::string(word->substr(0, 32)) : std::string();
        return fail("Error in IMAP command " + name + ": Unknown command.");
    }
    verb_ = row->verb;
    if (!(row->states & std::uint8_t(state()))) {
        if (!loggedIn_) return fail("Please log in first.");
        return fail(state() == State::Authenticated && verb_ >= Verb::Check ? "No mailbox selected."
                                                                            : "You are logged in already.");
    }
    return run(parser);
}

Server::Event Server::run(Parser& parser) {
    const bool bare = parser.atEnd() || (parser.space() && parser.atEnd());
    const auto plain = [&](auto&& act) -> Event {
        if (!bare)
            return fail("Error in IMAP command " + std::string(commandRow(verb_).name) +
                        ": It takes no arguments.");
        return act();
    };
    switch (verb_) {
    case Verb::Unknown:
        break;
    case Verb::Capability:
        return plain([&] { return capability(); });
    case Verb::Noop:
    case Verb::Check:
        return plain([&]() -> Event { return mailbox_.empty() ? complete() : ask(UpdatesAsked{}); });
    case Verb::Logout:
        return plain([&]() -> Event {
            untagged("BYE Logging out");
            complete();
            close();
            return std::nullopt;
        });
    case Verb::Id:
        return id(parser);
    case Verb::StartTls:
        return plain([&] { return startTls(); });
    case Verb::Login:
        return login(parser);
    case Verb::Authenticate:
        return authenticate(parser);
    case Verb::Enable:
        return enable(parser);
    case Verb::Select:
    case Verb::Examine:
        return select(parser);
    case Verb::Create:
    case Verb::Delete:
    case Verb::Rename:
    case Verb::Subscribe:
    case Verb::Unsubscribe:
        return changeMailbox(parser);
    case Verb::List:
    case Verb::Lsub:
        return list(parser);
    case Verb::Namespace:
        return plain([&]() -> Event {
            untagged("NAMESPACE ((\"\" \"/\")) NIL NIL"); // RFC 2342
            return complete();
        });
    case Verb::Status:
        return statusOf(parser);
    case Verb::Append:
        return append(parser);
    case Verb::Idle:
        return plain([&] { return idle(); });
    case Verb::Close:
    case Verb::Expunge:
        return expunge(parser);
    case Verb::Unselect:
        return plain([&]() -> Event {
            unselect();
            return complete();
        });
    case Verb::Search:
        return search(parser);
    case Verb::Fetch:
        return fetch(parser);
    case Verb::Store:
        return store(parser);
    case Verb::Copy:
    case Verb::Move:
        return copy(parser);
    }
    return fail("Error in IMAP command received by server.");
}

Server::Event Server::ask(ServerEvent event) {
    asked_ = true;
    given_ = 0;
    return event;
}

Server::Event Server::fail(std::string_view why) {
    tagged("BAD", why);
    if (++errors_ >= options_.errorLimit) bye("Too many invalid IMAP commands.");
    return std::nullopt;
}

Server::Event Server::complete(std::string_view code) {
    std::string text(code);
    if (!text.empty()) text += ' ';
    text += commandRow(verb_).words;
    tagged("OK", text);
    errors_ = 0;
    return std::nullopt;
}

void Server::done() {
    if (!std::exchange(asked_, false)) return;
    switch (verb_) {
    case Verb::Login:
    case Verb::Authenticate:
        loggedIn_ = true;
        deadline_ = now_ + options_.idleTimeout;
        code_ = "[CAPABILITY " + capabilities() + "]";
        break;
    case Verb::Idle:
        if (idling_) return; // its tagged answer follows DONE
        break;
    case Verb::Close:
        unselect();
        break;
    case Verb::Delete:
        // RFC 9051 leaves it open; as with Dovecot the client just has no mailbox selected any more.
        if (name_ == mailbox_) unselect();
        break;
    case Verb::Rename:
        followRename();
        break;
    case Verb::Search:
    case Verb::Fetch:
        finishMessages();
        return;
    default:
        break;
    }
    complete(std::exchange(code_, {}));
}

void Server::refuse(std::string_view why) {
    if (!std::exchange(asked_, false)) return;
    if (verb_ == Verb::Login || verb_ == Verb::Authenticate) {
        identity_.clear();
        ++errors_;
    }
    if (verb_ == Verb::Select || verb_ == Verb::Examine) unselect(); // RFC 9051 §6.3.2
    tagged("NO", why);
    if (errors_ >= options_.errorLimit) bye("Too many invalid IMAP commands.");
}

bool Server::wantsMore() const {
    if (verb_ != Verb::Fetch && verb_ != Verb::Search) return true;
    return !fetch_ && output_.size() < outputLimit && work_ < workLimit;
}

bool Server::wantsUpdate(std::uint64_t change) const {
    if (mailbox_.empty() || verb_ == Verb::Close || closing_) return false;
    // A client that waits for nothing may be told nothing but while it idles.
    return (asked_ || idling_) && view_.isStale(change);
}

void Server::update(const std::vector<MessageState>& messages, std::uint64_t change) {
    // RFC 9051 §7.5.1: the client's sequence numbers must hold while a command that uses them is answered.
    const bool numbersHold =
        asked_ && !byUid_ && (verb_ == Verb::Fetch || verb_ == Verb::Store || verb_ == Verb::Search);
    const MailboxView::News news = view_.update(messages, change, !numbersHold);
    for (const std::uint32_t number : news.expunged) untagged(std::to_string(number) + " EXPUNGE");
    for (const std::uint32_t number : news.flags)
        appendFlagsFetch(output_, number, view_.flagsOf(number), byUid_ ? view_.uidOf(number) : 0);
    if (news.grown) {
        untagged(std::to_string(view_.size()) + " EXISTS");
        untagged("0 RECENT");
    }
}

void Server::mailboxGone() {
    if (!mailbox_.empty()) bye("Selected mailbox is not what it was, have to disconnect.");
}

void Server::tlsStarted(Time now) {
    now_ = now;
    deadline_ = now + options_.loginTimeout;
    input_.clear();
    reader_.clear();
    identity_.clear();
    asked_ = awaitsLogin_ = false;
    options_.tlsActive = true;
}

void Server::timeout(Time now) {
    now_ = now;
    if (closing_) return;
    if (paused_) { // it is our turn: whether the peer takes anything is the wire's to see
        deadline_ = now + options_.idleTimeout;
        return;
    }
    if (idling_ && now < idleUntil_) {
        untagged("OK Still here");
        deadline_ = std::min(now + options_.stillHereEvery, idleUntil_);
        return;
    }
    bye("Disconnected for inactivity.");
}

void Server::shutDown(Time now) {
    now_ = now;
    bye("[UNAVAILABLE] Server shutting down."); // RFC 5530
}

void Server::bye(std::string_view reason) {
    if (closing_) return;
    if (!fetch_) untagged("BYE " + std::string(reason)); // else it might read as part of a literal
    close();
}

void Server::close() {
    closing_ = true;
    deadline_ = never;
    asked_ = idling_ = awaitsLogin_ = paused_ = false;
    fetch_.reset();
    search_ = {};
    rest_.clear();
    input_.clear();
    reader_.clear();
}

void Server::untagged(std::string_view text) {
    output_ += "* ";
    output_ += text;
    output_ += "\r\n";
}

void Server::tagged(std::string_view word, std::string_view text) {
    output_ += tag_;
    output_ += ' ';
    output_ += word;
    output_ += ' ';
    appendPrintable(output_, text);
    output_ += "\r\n";
}

State Server::state() const {
    if (!loggedIn_) return State::NotAuthenticated;
    return mailbox_.empty() ? State::Authenticated : State::Selected;
}

std::string Server::takeOutput() { return std::exchange(output_, {}); }
std::string_view Server::output() const { return output_; }
void Server::clearOutput() { output_.clear(); }
bool Server::hasOutput() const { return !output_.empty(); }

const std::string& Server::login() const {
    static const std::string nobody;
    return loggedIn_ ? identity_ : nobody;
}

} // namespace mailtown::imap
