#include "mail/trace_header.h"

#include "base/ip_address.h"
#include "base/text.h"
#include "mail/header_writer.h"

namespace mailtown {
namespace {

// A name or a domain literal, whatever the peer sent: no space, comment, or line end gets through.
void appendSafeName(std::string& out, std::string_view name) {
    if (name.empty()) out += "unknown";
    for (const char c : name.substr(0, 255))
        out += isLetter(c) || isDigit(c) || std::string_view("-._:[]").find(c) != std::string_view::npos
                   ? c
                   : '?';
}

} // namespace

std::string protocolName(bool extended, bool tls, bool authenticated) {
    std::string name = extended ? "ESMTP" : "SMTP";
    if (extended && tls) name += "S";
    if (extended && authenticated) name += "A";
    return name;
}

std::string receivedField(const ReceivedStamp& stamp) {
    std::string out;
    out.reserve(256);
    out += "Received: from ";
    appendSafeName(out, stamp.helo);
    // RFC 5321 §4.1.3: IPv6 in a literal bears its tag.
    out += parseIpv6(stamp.clientAddress) ? " ([IPv6:" : " ([";
    appendSafeName(out, stamp.clientAddress);
    out += "])\r\n\tby ";
    appendSafeName(out, stamp.hostname);
    out += " with ";
    out += protocolName(stamp.extended, stamp.tls, stamp.authenticated);
    if (!stamp.id.empty()) {
        out += " id ";
        appendSafeName(out, stamp.id);
    }
    if (stamp.recipient) {
        out += "\r\n\tfor <";
        out += stamp.recipient->text();
        out += ">; ";
    } else {
        out += ";\r\n\t";
    }
    out += formatDate(stamp.unixSeconds, stamp.utcOffsetMinutes);
    out += "\r\n";
    return out;
}

std::string returnPathField(const std::optional<Address>& returnPath) {
    return "Return-Path: <" + (returnPath ? returnPath->text() : std::string()) + ">\r\n";
}

} // namespace mailtown
