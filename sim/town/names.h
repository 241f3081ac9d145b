// The town's interned strings: addresses, domains and answers that many records share are kept once and named
// by a number.
#pragma once

#include "base/chunked_array.h"
#include "base/id.h"
#include "trace/text_store.h"

#include <cstdint>
#include <string_view>

namespace mailtown {

class Names {
public:
    NameId intern(std::string_view text);     // at most TextStore::blockSize octets
    NameId find(std::string_view text) const; // invalid when it was never interned
    std::string_view text(NameId id) const;   // "" for an invalid id

    std::size_t size() const { return entries_.size(); }
    std::size_t octets() const { return entries_.octets() + places_.octets() + texts_.octets(); }
    bool operator==(const Names& other) const;

private:
    struct Entry {
        std::uint64_t at = 0;
        std::uint32_t size = 0;
        std::uint32_t hash = 0;
        bool operator==(const Entry&) const = default;
    };

    std::size_t placeOf(std::string_view text, std::uint32_t hash) const;
    void grow();

    ChunkedArray<Entry> entries_;
    ChunkedArray<std::uint32_t> places_; // open addressing; a power of two; entry number + 1, 0 when free
    TextStore texts_;
};

} // namespace mailtown
