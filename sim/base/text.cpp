#include "base/text.h"

#include <algorithm>

namespace mailtown {

std::string toLower(std::string_view text) {
    std::string out(text);
    for (char& c : out) c = toLower(c);
    return out;
}

bool equalIgnoringCase(std::string_view a, std::string_view b) {
    return a.size() == b.size() &&
           std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) { return toLower(x) == toLower(y); });
}

bool startsWithIgnoringCase(std::string_view text, std::string_view start) {
    return equalIgnoringCase(text.substr(0, start.size()), start);
}

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view blank = " \t\r\n";
    const std::size_t begin = text.find_first_not_of(blank);
    if (begin == text.npos) return {};
    return text.substr(begin, text.find_last_not_of(blank) - begin + 1);
}

char32_t nextCodePoint(std::string_view text, std::size_t& at) {
    constexpr char32_t replacement = 0xFFFD;
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char first = byte(at++);
    if (first < 0x80) return first;
    int more = 0;
    char32_t value = 0, least = 0;
    if (first >= 0xC2 && first <= 0xDF) {
        more = 1, value = first & 0x1F, least = 0x80;
    } else if (first >= 0xE0 && first <= 0xEF) {
        more = 2, value = first & 0x0F, least = 0x800;
    } else if (first >= 0xF0 && first <= 0xF4) {
        more = 3, value = first & 0x07, least = 0x10000;
    } else {
        return replacement;
    }
    for (int i = 0; i < more; ++i) {
        if (at + std::size_t(i) >= text.size() || (byte(at + std::size_t(i)) & 0xC0) != 0x80)
            return replacement;
        value = (value << 6) | (byte(at + std::size_t(i)) & 0x3F);
    }
    if (value < least || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF)) return replacement;
    at += std::size_t(more);
    return value;
}

// No early end: so the compiler takes many octets at a time.
bool isPrintableAscii(std::string_view text) {
    unsigned wrong = 0;
    for (const char c : text) wrong |= unsigned(static_cast<unsigned char>(c - 0x20) > 0x7E - 0x20);
    return wrong == 0;
}

bool isUtf8(std::string_view text) {
    if (isPrintableAscii(text) || isAscii(text)) return true;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t start = at;
        // A genuine U+FFFD takes three bytes, a wrong byte one.
        if (nextCodePoint(text, at) == 0xFFFD && at == start + 1) return false;
    }
    return true;
}

bool isAscii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return isAscii(c); });
}

std::string toValidUtf8(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t start = at;
        if (nextCodePoint(text, at) == 0xFFFD && at == start + 1)
            out += "\xEF\xBF\xBD";
        else
            out += text.substr(start, at - start);
    }
    return out;
}

} // namespace mailtown
