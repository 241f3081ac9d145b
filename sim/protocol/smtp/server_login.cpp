// AUTH (RFC 4954) with PLAIN and LOGIN.
#include "base/base64.h"
#include "protocol/sasl/plain.h"
#include "protocol/smtp/server.h"

#include "base/text.h"

#include <algorithm>
#include <utility>

namespace mailtown::smtp {

bool Server::loginPossible() const {
    return options_.loginOffered && (options_.tlsActive || options_.plainAuthWithoutTls);
}

std::optional<ServerEvent> Server::auth(std::string_view argument) {
    const std::size_t end = std::min(argument.find(' '), argument.size());
    const std::string_view mechanism = argument.substr(0, end);
    const std::string_view initial = trimmed(argument.substr(end));
    if (!options_.loginOffered || !extended_) {
        reply(503, "5.5.1", "Error: authentication not enabled");
    } else if (!loginPossible()) {
        reply(538, "5.7.11", "Error: encryption required, say STARTTLS first");
    } else if (loggedIn_) { // RFC 4954 §4: after a success any further AUTH is refused
        reply(503, "5.5.1", "Error: already authenticated");
    } else if (mechanism.empty()) {
        reply(501, "5.5.4", "Syntax: AUTH mechanism");
    } else if (equalIgnoringCase(mechanism, "PLAIN")) {
        if (!initial.empty()) return plainGiven(initial);
        loginStep_ = LoginStep::Plain;
        reply(334, {}, "");
    } else if (equalIgnoringCase(mechanism, "LOGIN")) {
        if (!initial.empty()) return userGiven(initial);
        loginStep_ = LoginStep::User;
        reply(334, {}, sasl::loginUserPrompt);
    } else {
        reply(504, "5.5.4", "Error: this authentication mechanism is not offered");
    }
    return std::nullopt;
}

std::optional<ServerEvent> Server::loginLine(const LineBuffer::Line& line) {
    const LoginStep step = std::exchange(loginStep_, LoginStep::None);
    if (line.tooLong) {
        login_.clear();
        reply(500, "5.5.6", "Error: authentication exchange line is too long"); // RFC 4954 §6
        return std::nullopt;
    }
    if (line.text == "*") { // RFC 4954 §4: the client cancels
        login_.clear();
        reply(501, "5.7.0", "Authentication aborted");
        return std::nullopt;
    }
    if (step == LoginStep::Plain) return plainGiven(line.text);
    if (step == LoginStep::User) return userGiven(line.text);
    auto password = fromBase64(line.text);
    if (!password) {
        malformedLogin();
        return std::nullopt;
    }
    return askLogin(std::move(login_), std::move(*password));
}

std::optional<ServerEvent> Server::plainGiven(std::string_view encoded) {
    const auto message = fromBase64(encoded == "=" ? std::string_view() : encoded);
    if (!message) {
        malformedLogin();
        return std::nullopt;
    }
    auto credentials = sasl::readPlain(*message);
    if (!credentials) {
        reply(535, "5.7.8", "Error: authentication failed");
        return std::nullopt;
    }
    return askLogin(std::move(credentials->identity), std::move(credentials->password));
}

std::optional<ServerEvent> Server::userGiven(std::string_view encoded) {
    auto user = fromBase64(encoded == "=" ? std::string_view() : encoded);
    if (!user) {
        malformedLogin();
        return std::nullopt;
    }
    login_ = std::move(*user);
    loginStep_ = LoginStep::Password;
    reply(334, {}, sasl::loginPasswordPrompt);
    return std::nullopt;
}

std::optional<ServerEvent> Server::askLogin(std::string identity, std::string password) {
    login_ = identity;
    asked_ = Asked::Login;
    return LoginAsked{std::move(identity), std::move(password)};
}

void Server::malformedLogin() {
    login_.clear();
    reply(501, "5.5.2", "Error: malformed authentication input");
}

} // namespace mailtown::smtp
