#include "store/mailbox_name.h"

#include "base/text.h"
#include "mail/charset.h"

#include <algorithm>

namespace mailtown {
namespace {

constexpr std::size_t levelLengthLimit = 255, nameLengthLimit = 1000;
constexpr int levelLimit = 32;

bool isLevel(std::string_view level) {
    return !level.empty() && level.size() <= levelLengthLimit && level != "." && level != "..";
}

// C0 and C1 controls, and the line and paragraph separators: RFC 9051 §5.1, Net-Unicode (RFC 5198 §2).
bool hasControls(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = nextCodePoint(text, at);
        if (c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029) return true;
    }
    return false;
}

} // namespace

std::optional<std::string> mailboxName(std::string_view text) {
    // A separator at the end says "there will be others below" (RFC 9051 §6.3.4); it is not part of the name.
    if (text.size() > 1 && text.back() == '/') text.remove_suffix(1);
    if (text.empty() || text.size() > nameLengthLimit || !isUtf8(text) || hasControls(text))
        return std::nullopt;
    // RFC 9051 §5.1: Net-Unicode. Else two names could look the same on every screen.
    if (!isComposed(text)) return std::nullopt;
    // A LIST pattern could not name it alone.
    if (text.find_first_of("%*") != std::string_view::npos) return std::nullopt;
    int levels = 0;
    for (std::size_t start = 0; start <= text.size();) {
        const std::size_t end = std::min(text.find('/', start), text.size());
        if (!isLevel(text.substr(start, end - start)) || ++levels > levelLimit) return std::nullopt;
        start = end + 1;
    }
    std::string name(text);
    const std::size_t first = std::min(name.find('/'), name.size());
    if (equalIgnoringCase(text.substr(0, first), inboxName)) name.replace(0, first, inboxName);
    return name;
}

std::string_view parentName(std::string_view name) {
    const std::size_t slash = name.rfind('/');
    return slash == std::string_view::npos ? std::string_view{} : name.substr(0, slash);
}

bool isBelow(std::string_view name, std::string_view above) {
    return name.size() > above.size() + 1 && name.substr(0, above.size()) == above &&
           name[above.size()] == '/';
}

bool mailboxNameBefore(std::string_view a, std::string_view b) {
    const auto underInbox = [](std::string_view name) {
        return name == inboxName || isBelow(name, inboxName);
    };
    if (underInbox(a) != underInbox(b)) return underInbox(a);
    // The separator sorts before every other octet.
    return std::lexicographical_compare(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) {
        const auto rank = [](char c) { return c == '/' ? 0 : int(static_cast<unsigned char>(c)); };
        return rank(x) < rank(y);
    });
}

} // namespace mailtown
