#include "mail/compose.h"

#include "base/text.h"

#include <algorithm>

namespace mailtown {
namespace {

constexpr std::size_t longestLine = 998; // RFC 5322 §2.1.1, without CRLF

// Valid UTF-8, CRLF after every line.
std::string normalised(std::string_view text) {
    const std::string valid = toValidUtf8(text);
    std::string out;
    out.reserve(valid.size() + 64);
    for (std::size_t i = 0; i < valid.size(); ++i) {
        if (valid[i] == '\r' || valid[i] == '\n') {
            out += "\r\n";
            if (valid[i] == '\r' && i + 1 < valid.size() && valid[i + 1] == '\n') ++i;
        } else {
            out += valid[i];
        }
    }
    if (!out.empty() && !out.ends_with('\n')) out += "\r\n";
    return out;
}

bool hasLongLine(std::string_view text) {
    std::size_t start = 0;
    for (std::size_t end; (end = text.find('\n', start)) != text.npos; start = end + 1)
        if (end - start > longestLine + 1) return true;
    return false;
}

bool hasOddControl(std::string_view text) {
    return std::any_of(text.begin(), text.end(),
                       [](char c) { return isControl(c) && c != '\t' && c != '\r' && c != '\n'; });
}

} // namespace

std::string messageIdText(std::string_view id) {
    std::string out = "<";
    for (const char c : id)
        if (isAscii(c) && !isControl(c) && c != ' ' && c != '<' && c != '>') out += c;
    return out + ">";
}

Message compose(const Composition& composition) {
    const std::string text = normalised(composition.body);
    const bool ascii = isAscii(text);
    std::string encoding = ascii ? "7bit" : "8bit", body;
    if ((!ascii && !composition.eightBit) || hasLongLine(text) || hasOddControl(text)) {
        // RFC 2045 §6.7: quoted-printable for what is largely ASCII, base64 for the rest.
        const auto octets = std::count_if(text.begin(), text.end(), [](char c) { return !isAscii(c); });
        const bool mostlyAscii = std::size_t(octets) * 6 < text.size();
        encoding = mostlyAscii ? "quoted-printable" : "base64";
        body = mostlyAscii ? quotedPrintable(text) : base64Lines(text);
    } else {
        body = text;
    }

    std::string header = addressField("From", {composition.from});
    if (!composition.to.empty()) header += addressField("To", composition.to);
    if (!composition.cc.empty()) header += addressField("Cc", composition.cc);
    if (composition.to.empty() && composition.cc.empty()) header += "To: undisclosed-recipients:;\r\n";
    header += textField("Subject", composition.subject);
    header += "Date: " + formatDate(composition.unixSeconds, composition.utcOffsetMinutes) + "\r\n";
    if (!composition.messageId.empty())
        header += "Message-ID: " + messageIdText(composition.messageId) + "\r\n";
    if (!composition.inReplyTo.empty()) {
        const std::string id = messageIdText(composition.inReplyTo);
        header += "In-Reply-To: " + id + "\r\nReferences: " + id + "\r\n";
    }
    header += "MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n";
    header += "Content-Transfer-Encoding: " + encoding + "\r\n";
    return Message(header + "\r\n" + body);
}

} // namespace mailtown
