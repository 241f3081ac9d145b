#include "mail/delivery_report.h"

#include "base/text.h"
#include "mail/compose.h"
#include "mail/header_writer.h"
#include "mail/report_text.h"

#include <algorithm>
#include <cassert>

namespace mailtown {
namespace {

using Kind = DeliveryReport::Kind;

constexpr std::size_t largestReturned =
    50'000; // octets, as Postfix has it: of larger letters the header alone

// "5.1.1" at the beginning of `text` (RFC 2034 §4), or empty.
std::string_view enhancedCode(std::string_view text) {
    std::size_t at = 0;
    for (int part = 0; part < 3; ++part) {
        const std::size_t begin = at;
        while (at < text.size() && isDigit(text[at])) ++at;
        if (at == begin || at - begin > (part == 0 ? 1u : 3u)) return {};
        if (part < 2 && (at == text.size() || text[at++] != '.')) return {};
    }
    return at == text.size() || text[at] == ' ' ? text.substr(0, at) : std::string_view();
}

std::string asciiOnly(std::string_view text) {
    std::string out = oneLine(text);
    std::replace_if(
        out.begin(), out.end(), [](char c) { return !isAscii(c); }, '?');
    return out;
}

// RFC 3464 §2.3.2; RFC 6533 §3 for an address that is not ASCII: "utf-8; \x{9752}@sakura.example".
std::string typedAddress(const Address& address) {
    const std::string text = address.text();
    if (isAscii(text)) return "rfc822; " + text;
    std::string out = "utf-8; ";
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = nextCodePoint(text, at);
        if (c < 0x80 && c != '\\' && c != '+' && c != '=') {
            out += char(c);
            continue;
        }
        std::string hex;
        for (char32_t left = c; left != 0 || hex.empty(); left >>= 4)
            hex.insert(hex.begin(), "0123456789ABCDEF"[left & 0xF]);
        out += "\\x{" + hex + "}";
    }
    return out;
}

// RFC 3464 §2: the fields about the message, then a group for each recipient.
std::string deliveryStatus(const DeliveryReport& report) {
    const auto date = [&](std::int64_t at) { return formatDate(at, report.utcOffsetMinutes); };
    std::string out = plainField("Reporting-MTA", "dns; " + report.hostname);
    out += plainField("Arrival-Date", date(report.arrived));
    for (const ReportedRecipient& recipient : report.recipients) {
        out += "\r\n" + plainField("Final-Recipient", typedAddress(recipient.address));
        out += plainField("Action", report.kind == Kind::Delayed ? "delayed" : "failed");
        out += plainField("Status", reportedStatus(report.kind, recipient));
        if (recipient.code != 0 && !recipient.remoteHost.empty())
            out += plainField("Remote-MTA", "dns; " + asciiOnly(recipient.remoteHost));
        // §2.3.6: "smtp" is for what a server really said.
        if (const std::string answer = asciiOnly(wholeAnswer(recipient)); !answer.empty())
            out += plainField("Diagnostic-Code", (recipient.code != 0 ? "smtp; " : "X-Mailtown; ") + answer);
        if (recipient.lastTried) out += plainField("Last-Attempt-Date", date(*recipient.lastTried));
        if (report.kind == Kind::Delayed) out += plainField("Will-Retry-Until", date(report.triedUntil));
    }
    return out;
}

std::string part(std::string_view description, std::string_view type, std::string_view encoding,
                 std::string_view body) {
    std::string out =
        "Content-Description: " + std::string(description) + "\r\nContent-Type: " + std::string(type);
    if (encoding != "7bit") out += "\r\nContent-Transfer-Encoding: " + std::string(encoding);
    return out + "\r\n\r\n" + std::string(body);
}

std::string humanPart(const DeliveryReport& report) {
    const std::string text = reportText(report);
    return report.eightBit ? part("Notification", "text/plain; charset=utf-8", "8bit", text)
                           : part("Notification", "text/plain; charset=utf-8", "base64", base64Lines(text));
}

// The letter or its header; empty when even that cannot go.
std::string originalPart(const DeliveryReport& report) {
    const std::string header = report.original.header();
    const bool international = !isAscii(header); // RFC 6533 §6
    if (report.wholeLetter) {
        const std::string octets = report.original.octets();
        return part("Undelivered message", international ? "message/global" : "message/rfc822",
                    isAscii(octets) ? "7bit" : "8bit", octets);
    }
    if (international && !report.eightBit) return {};
    return part("Header of the undelivered message",
                international ? "message/global-headers" : "text/rfc822-headers",
                international ? "8bit" : "7bit", header);
}

// RFC 2046 §5.1.1: a line that occurs in none of the parts.
std::string boundaryFor(const std::string& messageId, const std::vector<std::string>& parts) {
    std::string boundary = "report.";
    for (const char c : messageId)
        if ((isLetter(c) || isDigit(c) || c == '.' || c == '-') && boundary.size() < 50) boundary += c;
    const std::size_t stem = boundary.size();
    for (int i = 1;
         std::any_of(parts.begin(), parts.end(),
                     [&](const std::string& each) { return each.find("--" + boundary) != each.npos; });
         ++i)
        boundary = boundary.substr(0, stem) + "." + std::to_string(i);
    return boundary;
}

std::string reportHeader(const DeliveryReport& report, const std::string& boundary, bool eightBit) {
    const auto mailer = Address::parse("MAILER-DAEMON@" + report.hostname);
    assert(mailer);
    std::string out = addressField("From", {{"Mail Delivery System", *mailer}});
    out += addressField("To", {{"", report.sender}});
    out += textField("Subject", reportSubject(report.kind));
    out += "Date: " + formatDate(report.unixSeconds, report.utcOffsetMinutes) + "\r\n";
    out += "Message-ID: " + messageIdText(report.messageId) + "\r\n";
    if (const std::string id = report.original.field("Message-ID"); id.size() > 2 && id.size() < 500) {
        out += "In-Reply-To: " + messageIdText(id) + "\r\n"; // RFC 3834 §3.1.5
        out += "References: " + messageIdText(id) + "\r\n";
    }
    out += "Auto-Submitted: auto-replied\r\n"; // RFC 3834 §5: nothing answers this by itself
    out += "MIME-Version: 1.0\r\n";
    out +=
        "Content-Type: multipart/report; report-type=delivery-status;\r\n boundary=\"" + boundary + "\"\r\n";
    return out + (eightBit ? "Content-Transfer-Encoding: 8bit\r\n" : "");
}

} // namespace

std::string reportedStatus(Kind kind, const ReportedRecipient& recipient) {
    if (kind == Kind::Expired) return "4.4.7"; // RFC 3463 §3.5: delivery time expired
    const char kindOfCode = kind == Kind::Delayed ? '4' : '5';
    std::string_view answer = recipient.answer;
    if (recipient.code != 0 && answer.starts_with(std::to_string(recipient.code))) answer.remove_prefix(3);
    const std::string_view enhanced = enhancedCode(trimmed(answer));
    if (!enhanced.empty() && enhanced.front() == kindOfCode) return std::string(enhanced);
    // §3.5: 4.4.0, when no server said anything, is a matter of the network or the route.
    return std::string(1, kindOfCode) + (recipient.code == 0 ? ".4.0" : ".0.0");
}

Message writeReport(const DeliveryReport& given) {
    DeliveryReport report = given;
    // RFC 3461 §6.2: no letter comes back that is still on its way. RFC 2046 §5.2.1: an embedded message
    // cannot be encoded for a 7-bit way.
    report.wholeLetter = given.wholeLetter && given.kind != Kind::Delayed &&
                         given.original.size() <= largestReturned &&
                         (given.eightBit || isAscii(given.original.octets()));
    std::vector<std::string> parts{humanPart(report), part("Delivery report", "message/delivery-status",
                                                           "7bit", deliveryStatus(report))};
    if (std::string original = originalPart(report); !original.empty()) parts.push_back(std::move(original));
    const std::string boundary = boundaryFor(report.messageId, parts);
    std::string body;
    for (const std::string& each : parts) body += "--" + boundary + "\r\n" + each + "\r\n";
    body += "--" + boundary + "--\r\n";
    return Message(reportHeader(report, boundary, !isAscii(body)) + "\r\n" + body);
}

} // namespace mailtown
