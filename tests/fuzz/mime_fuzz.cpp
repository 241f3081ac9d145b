// Whatever comes as a message: taken apart, decoded, and read as a person would.
#include "fuzz.h"

#include "base/text.h"
#include "mail/charset.h"
#include "mail/message.h"
#include "mail/readable_text.h"

#include <string>

using namespace mailtown;

namespace {

void walk(const MimePart& part, std::string_view octets) {
    must(part.headerBegin <= part.bodyBegin && part.bodyBegin <= part.bodyEnd &&
         part.bodyEnd <= octets.size());
    if (part.isMultipart()) must(!part.children.empty());
    if (part.type == "message" && part.subtype == "rfc822") must(part.children.size() == 1);
    for (const MimePart& child : part.children) {
        must(child.headerBegin >= part.bodyBegin && child.bodyEnd <= part.bodyEnd);
        walk(child, octets);
    }
    if (!part.children.empty()) return;
    must(isUtf8(part.decodedText(octets)));
    (void)part.decodedBody(octets);
    (void)part.filename();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string octets(octetsOf(data, size));
    const MimePart root = parseMime(octets);
    must(root.headerBegin == 0 && root.bodyEnd == octets.size());
    walk(root, octets);
    must(isUtf8(readableText(octets)));
    const Message message(octets);
    for (const char* name : {"Subject", "From", "Content-Type"}) {
        const std::string text = decodeHeaderText(message.field(name));
        must(isUtf8(text) && text.find_first_of("\r\n") == text.npos);
    }
    return 0;
}
