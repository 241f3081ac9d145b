// Whatever a person types or a peer says of itself: the letters, stamps and reports made of it are right
// messages.
#include "fuzz.h"

#include "base/text.h"
#include "mail/charset.h"
#include "mail/compose.h"
#include "mail/delivery_report.h"
#include "mail/header_field.h"
#include "mail/readable_text.h"
#include "mail/trace_header.h"

#include <string>

using namespace mailtown;

namespace {

// RFC 5322 §2.1.1, §2.3: lines end with CRLF alone and are not too long.
void checkLines(std::string_view octets) {
    must(octets.find('\0') == octets.npos);
    std::size_t begin = 0;
    for (std::size_t end; (end = octets.find("\r\n", begin)) != octets.npos; begin = end + 2) {
        must(end - begin <= 998);
        must(octets.substr(begin, end - begin).find_first_of("\r\n") == octets.npos);
    }
    must(octets.find_first_of("\r\n", begin) == octets.npos && octets.size() - begin <= 998);
}

// Up to the next zero octet.
std::string take(std::string_view& rest) {
    const std::size_t end = std::min(rest.find('\0'), rest.size());
    const std::string out(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
    return out;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    std::string_view rest = octetsOf(data, size);
    const Address somebody = *Address::parse("sato@fuji.example");
    Composition letter;
    letter.eightBit = size % 2 == 0;
    letter.from = {take(rest), somebody};
    letter.to = {{take(rest), somebody}, {"", somebody}};
    letter.messageId = take(rest).substr(0, 200);
    letter.subject = take(rest);
    const std::string helo = take(rest), answer = take(rest);
    letter.body = std::string(rest);
    const Message message = compose(letter);
    checkLines(message.octets());
    must(headerFields(message.header()).size() == (message.field("Message-ID").empty() ? 7u : 8u));
    must(letter.eightBit || isAscii(message.octets()));
    must(isUtf8(message.octets()));

    ReceivedStamp stamp;
    stamp.helo = helo;
    stamp.clientAddress = helo;
    stamp.hostname = "mail.fuji.example";
    const std::string field = receivedField(stamp);
    checkLines(field);
    must(headerFields(field).size() == 1);

    DeliveryReport report;
    report.hostname = "mail.fuji.example";
    report.sender = somebody;
    report.recipients = {{somebody, 550, answer, helo, {}}};
    report.original = message;
    report.eightBit = letter.eightBit;
    report.messageId = letter.messageId;
    const std::string octets = writeReport(report).octets();
    checkLines(octets);
    const MimePart root = parseMime(octets);
    must(root.is("multipart", "report") && root.children.size() == 3);
    must(headerFields(root.children[1].body(octets)).size() == 2);
    return 0;
}
