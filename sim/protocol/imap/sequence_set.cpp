#include "protocol/imap/sequence_set.h"

#include <algorithm>
#include <charconv>
#include <limits>

namespace mailtown::imap {
namespace {

// Takes a number or "*" (0) from the front.
std::optional<std::uint32_t> takeNumber(std::string_view& text) {
    if (text.starts_with('*')) {
        text.remove_prefix(1);
        return 0;
    }
    std::uint32_t number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    if (read.ec != std::errc() || number == 0) return std::nullopt;
    text.remove_prefix(std::size_t(read.ptr - text.data()));
    return number;
}

} // namespace

std::optional<SequenceSet> SequenceSet::parse(std::string_view text) {
    SequenceSet set;
    for (;;) {
        const auto first = takeNumber(text);
        if (!first || set.ranges_.size() == mostRanges) return std::nullopt;
        Range range{*first, *first};
        if (text.starts_with(':')) {
            text.remove_prefix(1);
            const auto second = takeNumber(text);
            if (!second) return std::nullopt;
            range.second = *second;
        }
        set.ranges_.push_back(range);
        if (text.empty()) return set;
        if (!text.starts_with(',')) return std::nullopt;
        text.remove_prefix(1);
    }
}

bool SequenceSet::contains(std::uint32_t number, std::uint32_t last) const {
    return std::any_of(ranges_.begin(), ranges_.end(), [=](const Range& range) {
        const std::uint32_t a = range.first ? range.first : last;
        const std::uint32_t b = range.second ? range.second : last;
        return std::min(a, b) <= number && number <= std::max(a, b);
    });
}

std::uint32_t SequenceSet::smallest(std::uint32_t last) const {
    std::uint32_t smallest = std::numeric_limits<std::uint32_t>::max();
    for (const Range& range : ranges_)
        smallest = std::min({smallest, range.first ? range.first : last, range.second ? range.second : last});
    return smallest;
}

std::uint32_t SequenceSet::largest(std::uint32_t last) const {
    std::uint32_t largest = 0;
    for (const Range& range : ranges_)
        largest = std::max({largest, range.first ? range.first : last, range.second ? range.second : last});
    return largest;
}

std::string sequenceText(const std::vector<std::uint32_t>& numbers) {
    std::string text;
    for (std::size_t i = 0; i < numbers.size();) {
        std::size_t end = i + 1;
        while (end < numbers.size() && numbers[end] == numbers[end - 1] + 1) ++end;
        if (!text.empty()) text += ',';
        text += std::to_string(numbers[i]);
        if (end - i > 1) text += ':' + std::to_string(numbers[end - 1]);
        i = end;
    }
    return text;
}

} // namespace mailtown::imap
