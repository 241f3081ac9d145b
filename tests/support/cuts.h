// The same bytes in other pieces: a machine must not see the difference.
#pragma once

#include "base/random.h"

#include <algorithm>
#include <string_view>
#include <vector>

namespace mailtown::test {

// Pieces of 1 to `longest` octets; seed 0: one octet each.
inline std::vector<std::string_view> cut(std::string_view bytes, std::uint64_t seed,
                                         std::size_t longest = 40) {
    std::vector<std::string_view> pieces;
    Random random(seed);
    while (!bytes.empty()) {
        const std::size_t size = seed == 0 ? 1 : 1 + std::size_t(random.below(longest));
        pieces.push_back(bytes.substr(0, size));
        bytes.remove_prefix(std::min(size, bytes.size()));
    }
    return pieces;
}

} // namespace mailtown::test
