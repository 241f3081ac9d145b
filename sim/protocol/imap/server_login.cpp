// The commands of a session before a mailbox matters: capabilities, TLS, logging in, ENABLE, ID.
#include "protocol/imap/server.h"

#include "base/base64.h"
#include "base/text.h"
#include "protocol/sasl/plain.h"

#include <algorithm>
#include <utility>

namespace mailtown::imap {

std::string Server::capabilities() const {
    std::string text = "IMAP4rev1 SASL-IR ID ENABLE IDLE LITERAL+";
    if (loggedIn_) {
        text += " NAMESPACE UIDPLUS UNSELECT CHILDREN MOVE SPECIAL-USE UTF8=ACCEPT";
        return text;
    }
    if (options_.tlsOffered && !options_.tlsActive) text += " STARTTLS";
    text += passwordsAllowed() ? " AUTH=PLAIN" : " LOGINDISABLED";
    return text;
}

Server::Event Server::capability() {
    untagged("CAPABILITY " + capabilities());
    return complete();
}

Server::Event Server::startTls() {
    if (options_.tlsActive) return fail("TLS is already active.");
    if (!options_.tlsOffered) return fail("TLS support isn't enabled.");
    complete();
    input_.clear(); // what came in clear behind STARTTLS (CVE-2011-0411)
    return ask(TlsAsked{});
}

Server::Event Server::login(Parser& parser) {
    auto identity = parser.astring();
    auto password = identity && parser.space() ? parser.astring() : std::nullopt;
    if (!password || !parser.atEnd()) return fail("Error in IMAP command LOGIN: Invalid arguments.");
    return askLogin(std::move(*identity), std::move(*password));
}

Server::Event Server::authenticate(Parser& parser) {
    if (!parser.takeWord("PLAIN")) {
        tagged("NO", "Unsupported authentication mechanism.");
        return std::nullopt;
    }
    if (parser.space()) return plainGiven(parser.rest()); // SASL-IR (RFC 4959)
    if (!parser.atEnd()) return fail("Error in IMAP command AUTHENTICATE: Invalid arguments.");
    awaitsLogin_ = true;
    output_ += "+ \r\n";
    return std::nullopt;
}

Server::Event Server::authenticateLine(std::string_view line, bool tooLong) {
    awaitsLogin_ = false;
    if (line == "*") return fail("Authentication aborted by client."); // RFC 9051 §6.2.2
    if (tooLong) return fail("Too long line in authentication.");
    return plainGiven(line);
}

Server::Event Server::plainGiven(std::string_view encoded) {
    const auto message = fromBase64(encoded == "=" ? std::string_view() : encoded);
    if (!message) return fail("Invalid base64 data in authentication.");
    auto credentials = sasl::readPlain(*message);
    if (!credentials) {
        ask(LoginAsked{});
        refuse("[AUTHENTICATIONFAILED] Authentication failed.");
        return std::nullopt;
    }
    return askLogin(std::move(credentials->identity), std::move(credentials->password));
}

Server::Event Server::askLogin(std::string identity, std::string password) {
    if (!passwordsAllowed()) {
        tagged("NO", "[PRIVACYREQUIRED] Plaintext authentication disallowed on non-secure (SSL/TLS) "
                     "connections.");
        return std::nullopt;
    }
    identity_ = identity;
    return ask(LoginAsked{std::move(identity), std::move(password)});
}

Server::Event Server::enable(Parser& parser) {
    std::string enabled;
    while (const auto capability = parser.atom()) {
        if (equalIgnoringCase(*capability, "UTF8=ACCEPT") && !std::exchange(utf8_, true))
            enabled += " UTF8=ACCEPT"; // RFC 6855 §3
        if (!parser.space()) break;
    }
    if (!parser.atEnd()) return fail("Error in IMAP command ENABLE: Invalid arguments.");
    untagged("ENABLED" + enabled); // RFC 9051 §6.3.1: what is not known is passed over
    return complete();
}

Server::Event Server::id(Parser& parser) {
    // RFC 2971: what the client says of itself is of no use here, but it must be well-formed.
    bool right = parser.takeWord("NIL");
    if (!right && parser.take('(')) {
        right = true;
        while (parser.peek() != ')' && right) {
            right = parser.string() && parser.space() && parser.nstring();
            parser.space();
        }
        right = right && parser.take(')');
    }
    if (!right || !parser.atEnd()) return fail("Error in IMAP command ID: Invalid arguments.");
    untagged("ID (\"name\" \"Mailtown\")");
    return complete();
}

} // namespace mailtown::imap
