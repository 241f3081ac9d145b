#include "protocol/pop3/server.h"

#include "base/text.h"
#include "protocol/dot_text.h"
#include "protocol/reply.h"

#include <algorithm>
#include <charconv>
#include <utility>

namespace mailtown::pop3 {
namespace {

constexpr std::size_t lineLimit = 12288; // AUTH's base64; other commands are held to RFC 2449 §4's 255
constexpr std::size_t commandLimit = 255;

std::optional<std::size_t> number(std::string_view text) {
    std::size_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return value;
}

// Header, empty line and the first `lines` lines of the body (TOP, RFC 1939 §7).
std::string_view top(std::string_view octets, std::size_t lines) {
    std::size_t end = octets.find("\r\n\r\n");
    if (end == octets.npos) return octets;
    end += 4;
    for (; lines > 0 && end < octets.size(); --lines) {
        const std::size_t lineEnd = octets.find("\r\n", end);
        if (lineEnd == octets.npos) return octets;
        end = lineEnd + 2;
    }
    return octets.substr(0, end);
}

} // namespace

Server::Server(ServerOptions options, Time now)
    : options_(std::move(options)), now_(now), deadline_(now + options_.idleTimeout) {
    ok("Mailtown ready.");
}

void Server::receive(Time now, std::string_view bytes) {
    now_ = now;
    // Between STLS and the handshake nothing in clear is heard (RFC 2595 §4).
    if (closing_ || asked_ == Asked::Tls) return;
    input_.append(bytes);
}

std::optional<ServerEvent> Server::next() {
    while (!closing_ && asked_ == Asked::Nothing) {
        if (delivery_) {
            if (output_.size() < outputLimit) goOn();
            if (delivery_) return std::nullopt;
        }
        const auto line = input_.next(lineLimit);
        if (!line) return std::nullopt;
        deadline_ = now_ + options_.idleTimeout;
        if (auto event = loginStep_ == LoginStep::None ? command(*line) : loginLine(*line)) return event;
    }
    return std::nullopt;
}

std::optional<ServerEvent> Server::command(const LineBuffer::Line& line) {
    const Command command = readCommand(line.text);
    if (line.tooLong || (line.text.size() > commandLimit && command.verb != Verb::Auth)) {
        error("Command line too long.");
        return std::nullopt;
    }
    if (std::any_of(line.text.begin(), line.text.end(), [](char c) { return isControl(c); })) {
        error("Control character in command.");
        return std::nullopt;
    }
    switch (command.verb) {
    case Verb::Capa: // RFC 2449 §5: in both states
        listCapabilities();
        return std::nullopt;
    case Verb::Unknown:
        error("Unknown command.");
        return std::nullopt;
    case Verb::Quit:
        break;
    default:
        return loggedIn_ ? afterLogin(command) : beforeLogin(command);
    }
    std::vector<std::uint32_t> uids;
    for (const Entry& entry : maildrop_)
        if (entry.deleted) uids.push_back(entry.listed.uid);
    if (uids.empty()) {
        ok("Logging out.");
        close();
        return std::nullopt;
    }
    asked_ = Asked::Update;
    return UpdateAsked{std::move(uids)};
}

std::optional<ServerEvent> Server::beforeLogin(const Command& command) {
    switch (command.verb) {
    case Verb::Stls:
        if (options_.tlsActive) {
            error("TLS is already active.");
        } else if (!options_.tlsOffered) {
            error("TLS support isn't enabled.");
        } else {
            ok("Begin TLS negotiation now.");
            asked_ = Asked::Tls;
            input_.clear(); // what came in clear behind STLS
            return TlsAsked{};
        }
        return std::nullopt;
    case Verb::User:
        if (!passwordsAllowed()) {
            error("[AUTH] Plaintext authentication disallowed on non-secure (SSL/TLS) connections.");
        } else if (command.argument.empty()) {
            error("No user name.");
        } else {
            identity_ = command.argument;
            ok();
        }
        return std::nullopt;
    case Verb::Pass:
        if (identity_.empty()) {
            error("No username given.");
            return std::nullopt;
        }
        return askLogin(std::exchange(identity_, {}), std::string(command.argument));
    case Verb::Auth:
        return auth(command.argument);
    default:
        error("Unknown command."); // Dovecot's words: RFC 1939 §3 knows no code for "not now"
        return std::nullopt;
    }
}

std::optional<ServerEvent> Server::afterLogin(const Command& command) {
    switch (command.verb) {
    case Verb::Stat: {
        std::size_t count = 0, octets = 0;
        for (const Entry& entry : maildrop_)
            if (!entry.deleted) ++count, octets += entry.listed.octets;
        ok(std::to_string(count) + " " + std::to_string(octets));
        return std::nullopt;
    }
    case Verb::List:
    case Verb::Uidl:
        list(command);
        return std::nullopt;
    case Verb::Retr:
    case Verb::Top:
        return askMessage(command);
    case Verb::Dele:
        if (Entry* marked = entry(command.argument)) {
            marked->deleted = true;
            ok("Marked to be deleted.");
        }
        return std::nullopt;
    case Verb::Rset:
        for (Entry& entry : maildrop_) entry.deleted = false;
        ok();
        return std::nullopt;
    case Verb::Noop:
        ok();
        return std::nullopt;
    default:
        error("Unknown command.");
        return std::nullopt;
    }
}

void Server::listCapabilities() {
    ok();
    output_ += "CAPA\r\nTOP\r\nUIDL\r\nRESP-CODES\r\nAUTH-RESP-CODE\r\nPIPELINING\r\n";
    if (!loggedIn_ && options_.tlsOffered && !options_.tlsActive) output_ += "STLS\r\n";
    if (!loggedIn_ && passwordsAllowed()) output_ += "USER\r\nSASL PLAIN LOGIN\r\n";
    output_ += "IMPLEMENTATION Mailtown\r\n.\r\n";
}

void Server::appendListing(const Command& command, std::size_t number) {
    const Listed& listed = maildrop_[number - 1].listed;
    output_ += std::to_string(number) + " ";
    output_ += command.verb == Verb::Uidl ? listed.uniqueId : std::to_string(listed.octets);
    output_ += "\r\n";
}

void Server::list(const Command& command) {
    if (!command.argument.empty()) {
        if (const Entry* one = entry(command.argument)) {
            output_ += "+OK ";
            appendListing(command, std::size_t(one - maildrop_.data()) + 1);
        }
        return;
    }
    const auto left =
        std::count_if(maildrop_.begin(), maildrop_.end(), [](const Entry& e) { return !e.deleted; });
    if (command.verb == Verb::List)
        ok(std::to_string(left) + " messages:");
    else
        ok();
    for (std::size_t i = 0; i < maildrop_.size(); ++i)
        if (!maildrop_[i].deleted) appendListing(command, i + 1);
    output_ += ".\r\n";
}

std::optional<ServerEvent> Server::askMessage(const Command& command) {
    std::string_view which = command.argument;
    topLines_.reset();
    if (command.verb == Verb::Top) {
        const std::size_t space = which.find(' ');
        const auto lines = space == which.npos ? std::nullopt : number(which.substr(space + 1));
        if (!lines) {
            error("Syntax: TOP message lines");
            return std::nullopt;
        }
        topLines_ = lines;
        which = which.substr(0, space);
    }
    const Entry* asked = entry(which);
    if (!asked) return std::nullopt;
    asked_ = Asked::Message;
    return MessageAsked{asked->listed.uid, command.verb == Verb::Retr};
}

void Server::openMaildrop(std::vector<Listed> maildrop) {
    if (std::exchange(asked_, Asked::Nothing) != Asked::Login) return;
    maildrop_.clear();
    for (Listed& listed : maildrop) maildrop_.push_back({std::move(listed), false});
    loggedIn_ = true;
    ok("Logged in.");
}

void Server::refuseLogin(std::string_view why) {
    if (std::exchange(asked_, Asked::Nothing) != Asked::Login) return;
    identity_.clear();
    error(why);
}

void Server::deliver(const Message& message) {
    if (std::exchange(asked_, Asked::Nothing) != Asked::Message) return;
    delivery_.emplace();
    delivery_->message = message;
    if (topLines_) {
        ok();
        delivery_->end = top(message.octets(), *topLines_).size();
    } else {
        ok(std::to_string(message.size()) + " octets");
        delivery_->end = message.size();
    }
    if (output_.size() < outputLimit) goOn();
}

// Tells more of the message under way.
void Server::goOn() {
    Delivery& delivery = *delivery_;
    std::string piece;
    delivery.message.appendOctets(piece, delivery.at,
                                  std::min(delivery.end - delivery.at, outputLimit - output_.size()));
    delivery.writer.append(output_, piece);
    delivery.at += piece.size();
    deadline_ = now_ + options_.idleTimeout;
    if (delivery.at < delivery.end) return;
    delivery.writer.end(output_);
    delivery_.reset();
}

void Server::messageGone() {
    if (std::exchange(asked_, Asked::Nothing) == Asked::Message)
        error("[SYS/TEMP] Message was expunged elsewhere.");
}

void Server::updated(bool done) {
    if (std::exchange(asked_, Asked::Nothing) != Asked::Update) return;
    if (done)
        ok("Logging out, messages deleted.");
    else
        error("[SYS/TEMP] Some deleted messages not removed.");
    close();
}

void Server::tlsStarted(Time now) {
    now_ = now;
    deadline_ = now + options_.idleTimeout;
    identity_.clear();
    input_.clear();
    asked_ = Asked::Nothing;
    options_.tlsActive = true;
}

Server::Entry* Server::entry(std::string_view text) {
    const auto given = number(text);
    if (!given) {
        error("Invalid message number.");
    } else if (*given < 1 || *given > maildrop_.size()) {
        error("There's no message " + std::to_string(*given) + ".");
    } else if (maildrop_[*given - 1].deleted) {
        error("Message is deleted.");
    } else {
        return &maildrop_[*given - 1];
    }
    return nullptr;
}

void Server::ok(std::string_view text) {
    output_ += text.empty() ? "+OK" : "+OK ";
    appendPrintable(output_, text);
    output_ += "\r\n";
}

void Server::error(std::string_view text) {
    output_ += "-ERR ";
    appendPrintable(output_, text);
    output_ += "\r\n";
    if (++errors_ < options_.errorLimit || closing_) return;
    output_ += "-ERR Too many errors.\r\n";
    close();
}

void Server::close() {
    closing_ = true;
    deadline_ = never;
    asked_ = Asked::Nothing;
    delivery_.reset();
    input_.clear();
}

void Server::timeout(Time now) {
    now_ = now;
    if (delivery_) { // it is our turn: whether the peer takes anything is the wire's to see
        deadline_ = now + options_.idleTimeout;
        return;
    }
    refuse("Disconnected for inactivity.");
}

void Server::shutDown(Time now) {
    now_ = now;
    refuse("[SYS/TEMP] Server shutting down.");
}

void Server::refuse(std::string_view reason) {
    if (closing_) return;
    closing_ = true;
    if (!delivery_) error(reason); // else it would read as a line of the message
    close();
}

std::string Server::takeOutput() { return std::exchange(output_, {}); }
std::string_view Server::output() const { return output_; }
void Server::clearOutput() { output_.clear(); }
bool Server::hasOutput() const { return !output_.empty(); }
Time Server::deadline() const { return deadline_; }
bool Server::closing() const { return closing_; }

const std::string& Server::login() const {
    static const std::string nobody;
    return loggedIn_ ? identity_ : nobody;
}

} // namespace mailtown::pop3
