#include "protocol/smtp/server.h"

#include "base/text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace mailtown::smtp {
namespace {

// RFC 5321 §4.5.3.1.4: 512 octets with CRLF. MAIL's parameters lengthen it by 26 (RFC 1870), 17 (RFC 6152),
// 500 (RFC 4954) and 10 (RFC 6531); AUTH's line may carry 12288 octets of base64 (RFC 4954 §4).
constexpr std::size_t commandLimit = 510;
constexpr std::size_t mailLimit = commandLimit + 26 + 17 + 500 + 10;
constexpr std::size_t authLimit = 12288;

std::size_t limitOf(Verb verb) {
    return verb == Verb::Mail ? mailLimit : verb == Verb::Auth ? authLimit : commandLimit;
}

constexpr int mostIdleCommands = 100; // NOOP, RSET, VRFY and HELP beyond that count as errors
constexpr std::string_view outOfStep = "Error: SMTP protocol synchronization";
constexpr char tlsHandshake = 0x16; // the first octet of a TLS ClientHello (RFC 8446 §5.1)

} // namespace

Server::Server(ServerOptions options, Time now)
    : options_(std::move(options)), now_(now), deadline_(now + options_.commandTimeout) {
    reply(220, {}, options_.hostname + " ESMTP Mailtown");
}

void Server::receive(Time now, std::string_view bytes) {
    now_ = now;
    // Between STARTTLS and the handshake nothing in clear is heard (RFC 3207 §4.2, CVE-2011-0411).
    if (closing_ || asked_ == Asked::Tls) return;
    // RFC 5321 §4.3.1: the client waits for the greeting. What sends mail without listening is no mail
    // server.
    if (!greetingSent_ && !bytes.empty() && !bytes.starts_with(tlsHandshake)) {
        output_.clear();
        replyAndClose(554, "5.5.0", outOfStep);
        return;
    }
    input_.append(bytes);
}

std::optional<ServerEvent> Server::next() {
    while (!closing_ && asked_ == Asked::Nothing) {
        if (state_ == State::Content) {
            const std::string_view bytes = input_.pending();
            input_.consume(reader_.take(bytes, message_));
            if (!reader_.ended()) return std::nullopt;
            deadline_ = now_ + options_.commandTimeout;
            if (auto event = content()) return event;
            continue;
        }
        if (state_ == State::Greeted && input_.pending().starts_with(tlsHandshake)) {
            replyAndClose(554, "5.5.1", "Error: TLS must be asked for with STARTTLS on this port");
            break;
        }
        const auto line = input_.next(authLimit);
        if (!line) return std::nullopt;
        deadline_ = now_ + options_.commandTimeout;
        auto event = loginStep_ == LoginStep::None ? command(*line) : loginLine(*line);
        if (event) return event;
    }
    return std::nullopt;
}

std::optional<ServerEvent> Server::command(const LineBuffer::Line& line) {
    const Command command = readCommand(line.text);
    const bool plain = isPrintableAscii(line.text);
    if (line.tooLong || line.text.size() > limitOf(command.verb)) {
        reply(500, "5.5.2", "Error: line too long");
    } else if (!plain &&
               std::any_of(line.text.begin(), line.text.end(), [](char c) { return isControl(c); })) {
        reply(500, "5.5.2", "Error: control character in command");
    } else if (!plain && !isUtf8(line.text)) {
        reply(500, "5.5.2", "Error: bad UTF-8 syntax");
    } else if (command.verb == Verb::Unknown) {
        reply(500, "5.5.2", "Error: command not recognized");
    } else if (command.verb == Verb::NotOffered) {
        reply(502, "5.5.1", "Error: command not implemented");
    } else if (command.verb == Verb::Web) {
        // A page in a web browser can be made to send mail commands inside a request's body: hang up at once.
        replyAndClose(421, "4.7.0", options_.hostname + " Error: this is a mail server, not a web server");
    } else if (endsGroup(command.verb) && !input_.pending().empty()) {
        replyAndClose(554, "5.5.0", outOfStep);
    } else if (const auto after = stateAfter(state_, command.verb)) {
        after_ = *after;
        return obey(command);
    } else {
        if (command.verb == Verb::Data && state_ == State::SenderGiven && refusedRecipient_)
            reply(554, "5.5.1", "Error: no valid recipients"); // RFC 2920 §3.1
        else
            reply(outOfOrder(state_, command.verb));
    }
    return std::nullopt;
}

// RFC 2920 §3.1: behind these the client waits for the answer. As Postfix has it, so it does behind
// everything until EHLO told it of PIPELINING.
bool Server::endsGroup(Verb verb) const {
    return !extended_ || verb == Verb::Helo || verb == Verb::Ehlo || verb == Verb::Data ||
           verb == Verb::Noop || verb == Verb::Vrfy;
}

std::optional<ServerEvent> Server::obey(const Command& command) {
    switch (command.verb) {
    case Verb::Helo:
    case Verb::Ehlo:
        hello(command);
        return std::nullopt;
    case Verb::Mail:
        return mail(command.argument);
    case Verb::Rcpt:
        return recipient(command.argument);
    case Verb::StartTls:
        return startTls(command.argument);
    case Verb::Auth:
        return auth(command.argument);
    case Verb::Data:
        if (!command.argument.empty()) {
            reply(501, "5.5.4", "Syntax: DATA");
            return std::nullopt;
        }
        reply(354, {}, "End data with <CR><LF>.<CR><LF>");
        reader_ = DotReader(options_.messageLimit);
        state_ = after_;
        deadline_ = now_ + options_.transferTimeout;
        return std::nullopt;
    case Verb::Quit:
        state_ = after_;
        replyAndClose(221, "2.0.0", "Bye");
        return std::nullopt;
    default:
        break;
    }
    if (++idleCommands_ > mostIdleCommands) ++errors_;
    if (command.verb == Verb::Rset) {
        if (!command.argument.empty()) {
            reply(501, "5.5.4", "Syntax: RSET"); // RFC 5321 §4.1.1.5
            return std::nullopt;
        }
        resetTransaction();
        reply(250, "2.0.0", "Ok");
    } else if (command.verb == Verb::Vrfy) {
        // RFC 5321 §3.5.3, §7.3: who has a mailbox here is told to nobody.
        if (command.argument.empty())
            reply(501, "5.5.4", "Syntax: VRFY address");
        else
            reply(252, "2.0.0", "Cannot VRFY user, but will take a message and attempt delivery");
    } else if (command.verb == Verb::Help) {
        reply(214, "2.0.0", "HELO EHLO MAIL RCPT DATA RSET NOOP VRFY HELP QUIT STARTTLS AUTH\nSee RFC 5321");
    } else {
        reply(250, "2.0.0", "Ok");
    }
    return std::nullopt;
}

void Server::hello(const Command& command) {
    const std::string_view word = command.argument.substr(0, command.argument.find(' '));
    const bool extended = command.verb == Verb::Ehlo;
    if (word.empty()) {
        reply(501, "5.5.4", extended ? "Syntax: EHLO hostname" : "Syntax: HELO hostname");
        return;
    }
    if (!isHostArgument(word)) {
        reply(501, "5.5.2", "Error: that is not a host name");
        return;
    }
    resetTransaction();
    helo_ = word;
    extended_ = extended;
    state_ = after_;
    if (extended)
        listExtensions();
    else
        reply(250, {}, options_.hostname);
}

void Server::listExtensions() {
    const auto line = [this](std::string_view text, char after = '-') {
        output_ += "250";
        output_ += after;
        output_ += text;
        output_ += "\r\n";
    };
    line(options_.hostname);
    line("PIPELINING");
    std::array<char, 24> digits;
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), options_.messageLimit).ptr;
    output_ += "250-SIZE ";
    output_.append(digits.data(), end);
    output_ += "\r\n";
    if (options_.tlsOffered && !options_.tlsActive) line("STARTTLS");
    if (loginPossible()) line("AUTH PLAIN LOGIN");
    line("ENHANCEDSTATUSCODES");
    line("8BITMIME");
    line("SMTPUTF8");
    line("HELP", ' ');
}

std::optional<ServerEvent> Server::mail(std::string_view argument) {
    // RFC 6409 §4.3, RFC 4954 §6.
    if (options_.submission && !loggedIn_) {
        reply(530, "5.7.0", "Authentication required");
        return std::nullopt;
    }
    auto parsed = readMailArgument(argument);
    if (const Reply* refusal = std::get_if<Reply>(&parsed)) {
        reply(*refusal);
        return std::nullopt;
    }
    MailArgument& given = std::get<MailArgument>(parsed);
    if (given.size > options_.messageLimit) { // RFC 1870 §6.1
        reply(552, "5.3.4", "Error: message size exceeds fixed limit");
        return std::nullopt;
    }
    utf8_ = given.utf8;
    envelope_.returnPath = std::move(given.returnPath);
    asked_ = Asked::Sender;
    return SenderGiven{envelope_.returnPath, given.size};
}

std::optional<ServerEvent> Server::recipient(std::string_view argument) {
    auto parsed = readRecipientArgument(argument, options_.hostname);
    if (const Reply* refusal = std::get_if<Reply>(&parsed)) {
        refusedRecipient_ = true;
        reply(*refusal);
        return std::nullopt;
    }
    Address& address = std::get<Address>(parsed);
    if (!utf8_ && !(isAscii(address.local()) && isAscii(address.domain()))) { // RFC 6531 §3.5
        refusedRecipient_ = true;
        reply(553, "5.6.7", "SMTPUTF8 is required for this recipient address");
        return std::nullopt;
    }
    if (envelope_.recipients.size() >= options_.recipientLimit) { // RFC 5321 §4.5.3.1.10
        reply(452, "4.5.3", "Error: too many recipients");
        return std::nullopt;
    }
    askedRecipient_ = std::move(address);
    asked_ = Asked::Recipient;
    return RecipientAsked{askedRecipient_};
}

std::optional<ServerEvent> Server::startTls(std::string_view argument) {
    if (!argument.empty()) {
        reply(501, "5.5.4", "Syntax: STARTTLS");
    } else if (options_.tlsActive) {
        reply(503, "5.5.1", "Error: TLS already active");
    } else if (!options_.tlsOffered) {
        reply(502, "5.5.1", "Error: command not implemented");
    } else {
        reply(220, "2.0.0", "Ready to start TLS");
        asked_ = Asked::Tls;
        input_.clear(); // what came in clear behind STARTTLS
        return TlsAsked{};
    }
    return std::nullopt;
}

std::optional<ServerEvent> Server::content() {
    switch (reader_.fault()) {
    case ContentFault::None:
        asked_ = Asked::Message;
        return MessageGiven{message_.size()};
    case ContentFault::BareLineEnd:
        reply(550, "5.6.0", "Error: bare <CR> or <LF> in message; lines end with <CR><LF>");
        break;
    case ContentFault::Nul:
        reply(550, "5.6.0", "Error: <NUL> in message");
        break;
    case ContentFault::LineTooLong:
        reply(500, "5.6.0", "Error: line too long in message");
        break;
    case ContentFault::TooLarge:
        reply(552, "5.3.4", "Error: message size exceeds fixed limit");
        break;
    }
    resetTransaction();
    return std::nullopt;
}

void Server::answer(const Reply& given) {
    switch (std::exchange(asked_, Asked::Nothing)) {
    case Asked::Login:
        loggedIn_ = given.positive();
        if (!loggedIn_) login_.clear();
        break;
    case Asked::Sender:
        if (given.positive())
            state_ = after_;
        else
            resetTransaction();
        break;
    case Asked::Recipient:
        if (given.positive()) {
            envelope_.recipients.push_back(std::move(askedRecipient_));
            state_ = after_;
        } else {
            refusedRecipient_ = true;
        }
        askedRecipient_ = {};
        break;
    case Asked::Message:
        // RFC 5321 §4.1.1.4: whatever the answer, the buffers are cleared.
        resetTransaction();
        if (given.positive()) errors_ = idleCommands_ = 0;
        break;
    case Asked::Nothing:
    case Asked::Tls:
        return;
    }
    reply(given);
    if (given.code == 421) closing_ = true;
    if (closing_) deadline_ = never;
}

void Server::tlsStarted(Time now) {
    now_ = now;
    deadline_ = now + options_.commandTimeout;
    // RFC 3207 §4.2: everything the client said before is forgotten.
    resetTransaction();
    input_.clear();
    helo_.clear();
    login_.clear();
    loggedIn_ = extended_ = false;
    state_ = State::Greeted; // on a port with implicit TLS no command led here
    asked_ = Asked::Nothing;
    options_.tlsActive = true;
}

void Server::timeout(Time now) {
    now_ = now;
    if (!closing_) replyAndClose(421, "4.4.2", options_.hostname + " Error: timeout exceeded");
}

void Server::shutDown(Time now) {
    now_ = now;
    if (!closing_) replyAndClose(421, "4.3.2", options_.hostname + " Service shutting down"); // RFC 5321 §3.8
}

void Server::refuse(const Reply& given) {
    if (!closing_) replyAndClose(given.code, given.enhanced, given.text);
}

void Server::reply(int code, std::string_view enhanced, std::string_view text) {
    appendReply(output_, code, enhanced, text);
    if (code >= 500 && ++errors_ >= options_.errorLimit)
        replyAndClose(421, "4.7.0", options_.hostname + " Error: too many errors");
}

void Server::replyAndClose(int code, std::string_view enhanced, std::string_view text) {
    appendReply(output_, code, enhanced, text);
    closing_ = true;
    deadline_ = never;
    asked_ = Asked::Nothing;
    input_.clear();
}

void Server::resetTransaction() {
    envelope_.returnPath.reset();
    envelope_.recipients.clear();
    message_ = std::string(); // gives its storage back: it may have been large
    utf8_ = refusedRecipient_ = messageTaken_ = false;
    if (state_ != State::Greeted) state_ = State::Ready;
}

std::string Server::takeOutput() {
    greetingSent_ = true;
    return std::exchange(output_, {});
}
std::string_view Server::output() const { return output_; }
void Server::clearOutput() {
    greetingSent_ = true;
    output_.clear();
}
bool Server::hasOutput() const { return !output_.empty(); }
Time Server::deadline() const { return deadline_; }
bool Server::closing() const { return closing_; }

const std::string& Server::helo() const { return helo_; }
bool Server::extended() const { return extended_; }
bool Server::tls() const { return options_.tlsActive; }
const std::string& Server::login() const {
    static const std::string nobody;
    return loggedIn_ ? login_ : nobody;
}
const ServerOptions& Server::options() const { return options_; }
const Envelope& Server::envelope() const { return envelope_; }
State Server::state() const { return state_; }
const std::string& Server::message() const { return message_; }
bool Server::messageTaken() const { return messageTaken_; }
std::string Server::takeMessage() {
    messageTaken_ = true;
    return std::exchange(message_, {});
}

} // namespace mailtown::smtp
