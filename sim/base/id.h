// Ids inside the town, values at its edges: an index into one of the town's tables, never a pointer, so that
// a copy of the town is a checkpoint.
#pragma once

#include <compare>
#include <cstdint>
#include <functional>

namespace mailtown {

template <class Tag> struct Id {
    static constexpr std::uint32_t none = 0xFFFFFFFFu;
    std::uint32_t index = none;

    constexpr bool valid() const { return index != none; }
    constexpr explicit operator bool() const { return valid(); }
    constexpr auto operator<=>(const Id&) const = default;
};

using HostId =
    Id<struct HostTag>; // a post office, a home (mail client) or the directory: all that has an address
using LetterId = Id<struct LetterTag>;         // numbered from 0 in the order of composing or acceptance
using ConnectionId = Id<struct ConnectionTag>; // numbered from 0 in the order of opening; never used again
using NameId = Id<struct NameTag>;             // an interned string (address or domain) of the town

} // namespace mailtown

template <class Tag> struct std::hash<mailtown::Id<Tag>> {
    std::size_t operator()(mailtown::Id<Tag> id) const noexcept {
        return std::hash<std::uint32_t>{}(id.index);
    }
};
