#include "scenario/fold.h"

#include "base/text.h"

#include <algorithm>
#include <array>

namespace mailtown {
namespace {

// Chinese and Japanese scripts and their punctuation; Korean writes spaces.
bool joinsWithoutSpace(char32_t c) {
    constexpr std::array<std::pair<char32_t, char32_t>, 6> ranges{{
        {0x2E80, 0x312F},   // radicals, punctuation, kana, bopomofo
        {0x31A0, 0x4DBF},   // kana and ideographs
        {0x4E00, 0x9FFF},   // ideographs
        {0xF900, 0xFAFF},   // ideographs
        {0xFF01, 0xFF9F},   // full and half width forms
        {0x20000, 0x3FFFF}, // ideographs
    }};
    return std::any_of(ranges.begin(), ranges.end(),
                       [&](const auto& range) { return c >= range.first && c <= range.second; });
}

bool isBreak(char32_t c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

} // namespace

std::string unfolded(std::string value, std::string_view source) {
    if (value.find(' ') == value.npos ||
        std::all_of(value.begin(), value.end(), [](char c) { return isAscii(c); }))
        return value;
    std::size_t from = 0;
    const char32_t first = nextCodePoint(value, from);
    std::size_t written = source.find(value.substr(0, from)); // past quotes, "|", ">", anchors
    if (written == source.npos) return value;
    written += from;

    // The two are walked side by side; where they part (an escape, say), the value is left as it is.
    std::string out = value.substr(0, from);
    char32_t before = first;
    for (std::size_t at = from; at < value.size();) {
        std::size_t start = at;
        char32_t c = nextCodePoint(value, at);
        for (; isBreak(c) && at < value.size(); c = nextCodePoint(value, at)) start = at;
        const std::string_view gap = std::string_view(value).substr(from, start - from);
        bool folded = false;
        for (; written < source.size() && isBreak(char32_t(source[written])); ++written)
            folded = folded || source[written] == '\n';
        if (isBreak(c)) return out + value.substr(from); // at its end
        const std::string_view letter = std::string_view(value).substr(start, at - start);
        if (!source.substr(written).starts_with(letter)) return value;
        written += letter.size();
        if (gap != " " || !folded || !joinsWithoutSpace(before) || !joinsWithoutSpace(c)) out += gap;
        out += letter;
        before = c;
        from = at;
    }
    return out;
}

} // namespace mailtown
