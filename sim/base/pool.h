// Records that come and go, by index: a freed slot is used again, the last freed first. A value whose copies
// share chunks.
#pragma once

#include "base/chunked_array.h"

#include <cstdint>

namespace mailtown {

template <class T, std::size_t PerChunk = ChunkedArray<T>::perChunk> class Pool {
public:
    std::uint32_t add(T item) {
        if (free_.empty()) {
            items_.push_back(std::move(item));
            return std::uint32_t(items_.size() - 1);
        }
        const std::uint32_t slot = free_.back();
        free_.pop_back();
        items_.edit(slot) = std::move(item);
        return slot;
    }
    void remove(std::uint32_t slot) {
        items_.edit(slot) = T{};
        free_.push_back(slot);
    }

    const T& operator[](std::uint32_t slot) const { return items_[slot]; }
    T& edit(std::uint32_t slot) { return items_.edit(slot); }

    std::uint32_t slots() const { return std::uint32_t(items_.size()); } // free ones too, which equal T{}
    std::size_t used() const { return items_.size() - free_.size(); }
    std::size_t octets() const { return items_.octets() + free_.octets(); }

    bool operator==(const Pool&) const = default;

private:
    ChunkedArray<T, PerChunk> items_;
    ChunkedArray<std::uint32_t> free_;
};

} // namespace mailtown
