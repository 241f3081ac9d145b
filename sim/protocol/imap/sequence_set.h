// "2,4:7,9,12:*" (RFC 9051 §9, sequence-set): numbers of messages, or uids.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mailtown::imap {

class SequenceSet {
public:
    static constexpr std::size_t mostRanges = 10'000;

    // None: not a set, a zero, over 2³²-1, or more ranges than that.
    static std::optional<SequenceSet> parse(std::string_view text);

    // "*" is the largest number in use, and a range may be given the wrong way round: "9:*" always has
    // `last`.
    bool contains(std::uint32_t number, std::uint32_t last) const;
    std::uint32_t smallest(std::uint32_t last) const;
    std::uint32_t largest(std::uint32_t last) const;

    bool operator==(const SequenceSet&) const = default;

private:
    struct Range {
        std::uint32_t first = 0, second = 0; // 0: "*"
        bool operator==(const Range&) const = default;
    };
    std::vector<Range> ranges_;
};

// The shortest spelling of these numbers in the order given: "4:6,9".
std::string sequenceText(const std::vector<std::uint32_t>& numbers);

} // namespace mailtown::imap
