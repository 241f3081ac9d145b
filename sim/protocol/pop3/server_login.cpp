// AUTH (RFC 5034) with PLAIN and LOGIN.
#include "base/base64.h"
#include "protocol/pop3/server.h"
#include "protocol/sasl/plain.h"

#include "base/text.h"

#include <algorithm>
#include <utility>

namespace mailtown::pop3 {

std::optional<ServerEvent> Server::auth(std::string_view argument) {
    const std::size_t end = std::min(argument.find(' '), argument.size());
    const std::string_view mechanism = argument.substr(0, end);
    const std::string_view initial = trimmed(argument.substr(end));
    if (!passwordsAllowed()) {
        error("[AUTH] Plaintext authentication disallowed on non-secure (SSL/TLS) connections.");
    } else if (mechanism.empty()) { // older than RFC 5034, but asked by some: which are there?
        ok();
        output_ += "PLAIN\r\nLOGIN\r\n.\r\n";
    } else if (equalIgnoringCase(mechanism, "PLAIN")) {
        if (!initial.empty()) return plainGiven(initial);
        loginStep_ = LoginStep::Plain;
        output_ += "+ \r\n";
    } else if (equalIgnoringCase(mechanism, "LOGIN")) {
        if (!initial.empty()) return userGiven(initial);
        loginStep_ = LoginStep::User;
        output_ += "+ ";
        output_ += sasl::loginUserPrompt;
        output_ += "\r\n";
    } else {
        error("[AUTH] Unsupported authentication mechanism.");
    }
    return std::nullopt;
}

std::optional<ServerEvent> Server::loginLine(const LineBuffer::Line& line) {
    const LoginStep step = std::exchange(loginStep_, LoginStep::None);
    if (line.tooLong || line.text == "*") {
        identity_.clear();
        error(line.tooLong ? "[AUTH] Invalid base64 data in continued response"
                           : "Authentication aborted by client.");
        return std::nullopt;
    }
    if (step == LoginStep::Plain) return plainGiven(line.text);
    if (step == LoginStep::User) return userGiven(line.text);
    const auto password = fromBase64(line.text);
    if (password) return askLogin(std::exchange(identity_, {}), *password);
    identity_.clear();
    error("[AUTH] Invalid base64 data in continued response");
    return std::nullopt;
}

std::optional<ServerEvent> Server::userGiven(std::string_view encoded) {
    const auto user = fromBase64(encoded == "=" ? std::string_view() : encoded);
    if (!user) {
        error("[AUTH] Invalid base64 data in continued response");
        return std::nullopt;
    }
    identity_ = *user;
    loginStep_ = LoginStep::Password;
    output_ += "+ ";
    output_ += sasl::loginPasswordPrompt;
    output_ += "\r\n";
    return std::nullopt;
}

std::optional<ServerEvent> Server::plainGiven(std::string_view encoded) {
    const auto message = fromBase64(encoded == "=" ? std::string_view() : encoded);
    auto credentials = message ? sasl::readPlain(*message) : std::nullopt;
    if (!credentials) {
        error(message ? "[AUTH] Authentication failed." : "[AUTH] Invalid base64 data in initial response");
        return std::nullopt;
    }
    return askLogin(std::move(credentials->identity), std::move(credentials->password));
}

std::optional<ServerEvent> Server::askLogin(std::string identity, std::string password) {
    identity_ = identity;
    asked_ = Asked::Login;
    return LoginAsked{std::move(identity), std::move(password)};
}

} // namespace mailtown::pop3
