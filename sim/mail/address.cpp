#include "mail/address.h"

#include "base/ip_address.h"
#include "base/text.h"

namespace mailtown {
namespace {

constexpr std::size_t longestLocal = 64; // RFC 5321 §4.5.3.1.1
constexpr std::size_t longestPath = 254; // RFC 5321 §4.5.3.1.3: 256 with the angle brackets
constexpr std::size_t longestLabel = 63; // RFC 1035 §2.3.4

bool isAtomCharacter(char c) { // RFC 5322 §3.2.3 atext, and UTF-8 (RFC 6531 §3.3)
    return isLetter(c) || isDigit(c) || !isAscii(c) ||
           std::string_view("!#$%&'*+-/=?^_`{|}~").find(c) != std::string_view::npos;
}

bool isDotString(std::string_view local) { // RFC 5321 §4.1.2: atoms between single dots
    bool inAtom = false;
    for (const char c : local) {
        if (c == '.' ? !inAtom : !isAtomCharacter(c)) return false;
        inAtom = c != '.';
    }
    return inAtom;
}

std::string quoted(std::string_view local) {
    std::string out = "\"";
    for (const char c : local) {
        if (c == '"' || c == '\\') out += '\\';
        out += c;
    }
    return out + '"';
}

std::string spelled(const std::string& local) { return isDotString(local) ? local : quoted(local); }

// Controls beyond ASCII: C1, and the line and paragraph separators.
bool hasControl(std::string_view text) {
    if (isPrintableAscii(text)) return false;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = nextCodePoint(text, at);
        if (c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029) return true;
    }
    return false;
}

bool isDomainName(std::string_view domain) {
    for (;;) {
        const std::size_t dot = domain.find('.');
        const std::string_view label = domain.substr(0, dot);
        if (label.empty() || label.size() > longestLabel || label.front() == '-' || label.back() == '-')
            return false;
        for (const char c : label)
            if (!isLetter(c) && !isDigit(c) && c != '-' && isAscii(c)) return false;
        if (dot == domain.npos) return true;
        domain.remove_prefix(dot + 1);
    }
}

// RFC 5321 §4.1.3, in one spelling; empty when it is none.
std::string domainLiteral(std::string_view text) {
    if (text.size() < 3 || text.back() != ']') return {};
    const std::string_view inside = text.substr(1, text.size() - 2);
    if (const auto ipv4 = parseIpv4(inside)) return "[" + formatIpv4(*ipv4) + "]";
    if (!startsWithIgnoringCase(inside, "IPv6:")) return {};
    const auto ipv6 = parseIpv6(inside.substr(5));
    return ipv6 ? "[IPv6:" + formatIpv6(*ipv6) + "]" : std::string();
}

Problem wrong(std::string_view text, std::string what, std::string mend = {}) {
    std::string shown = toValidUtf8(text.substr(0, 300));
    for (char& c : shown)
        if (isControl(c)) c = '?';
    return problem("'" + shown + "' is not a mail address: " + std::move(what), std::move(mend));
}

} // namespace

Result<Address> Address::parse(std::string_view text) {
    constexpr auto example = "expected one like sato@fuji.example";
    if (!isUtf8(text)) return wrong(text, "it is not UTF-8");
    if (hasControl(text)) return wrong(text, "it holds a control character");

    Address address;
    std::size_t at = 0;
    if (!text.empty() && text.front() == '"') { // RFC 5321 §4.1.2 Quoted-string
        for (at = 1; at < text.size() && text[at] != '"'; ++at) {
            if (text[at] == '\\' && ++at == text.size()) break;
            address.local_ += text[at];
        }
        if (at >= text.size()) return wrong(text, "its quotation mark is not closed");
        ++at;
        if (at == text.size() || text[at] != '@')
            return wrong(text, "no '@' follows the quoted part", example);
    } else {
        at = text.find('@');
        if (at == text.npos) return wrong(text, "it has no '@'", example);
        address.local_ = text.substr(0, at);
        if (!address.local_.empty() && !isDotString(address.local_))
            return wrong(text, "a space, a dot or another character is where none may be before '@'",
                         "quotation marks around that part allow it");
    }
    if (address.local_.empty()) return wrong(text, "nothing stands before '@'", example);

    const std::string_view domain = text.substr(at + 1);
    if (domain.empty()) return wrong(text, "nothing stands after '@'", example);
    if (domain.front() == '[') {
        address.domain_ = domainLiteral(domain);
        if (address.domain_.empty())
            return wrong(text, "what stands in brackets is no IP address", "expected one like [192.0.2.1]");
    } else if (isDomainName(domain)) {
        address.domain_ = toLower(domain);
    } else {
        return wrong(text, "what follows '@' is not a domain name", example);
    }

    const std::size_t localSize = spelled(address.local_).size();
    if (localSize > longestLocal) return wrong(text, "more than 64 octets stand before '@'");
    if (localSize + 1 + address.domain_.size() > longestPath)
        return wrong(text, "it is longer than 254 octets");
    return address;
}

std::string Address::text() const {
    if (local_.empty()) return {};
    std::string out = spelled(local_);
    out.reserve(out.size() + 1 + domain_.size());
    return out.append(1, '@').append(domain_);
}

} // namespace mailtown
