#include "mail/trace_header.h"

#include "base/ip_address.h"
#include "base/text.h"
#include "mail/header_writer.h"

namespace mailtown {
namespace {

// A name or a domain literal, whatever the peer sent: no space, comment, or line end gets through.
std::string safeName(std::string_view name) {
    std::string out;
    for (const char c : name.substr(0, 255))
        out += isLetter(c) || isDigit(c) || std::string_view("-._:[]").find(c) != std::string_view::npos
                   ? c
                   : '?';
    return out.empty() ? "unknown" : out;
}

} // namespace

std::string protocolName(bool extended, bool tls, bool authenticated) {
    std::string name = extended ? "ESMTP" : "SMTP";
    if (extended && tls) name += "S";
    if (extended && authenticated) name += "A";
    return name;
}

std::string receivedField(const ReceivedStamp& stamp) {
    // RFC 5321 §4.1.3: IPv6 in a literal bears its tag.
    std::string literal = "[" + safeName(stamp.clientAddress) + "]";
    if (parseIpv6(stamp.clientAddress)) literal.insert(1, "IPv6:");
    std::string out = "Received: from " + safeName(stamp.helo) + " (" + literal + ")\r\n\tby " +
                      safeName(stamp.hostname) + " with " +
                      protocolName(stamp.extended, stamp.tls, stamp.authenticated);
    if (!stamp.id.empty()) out += " id " + safeName(stamp.id);
    if (stamp.recipient) out += "\r\n\tfor <" + stamp.recipient->text() + ">";
    return out + (stamp.recipient ? "; " : ";\r\n\t") +
           formatDate(stamp.unixSeconds, stamp.utcOffsetMinutes) + "\r\n";
}

std::string returnPathField(const std::optional<Address>& returnPath) {
    return "Return-Path: <" + (returnPath ? returnPath->text() : std::string()) + ">\r\n";
}

} // namespace mailtown
