// An array in chunks that copies share until one of them writes: a copy of the town costs what changes
// afterwards. The count is a plain integer: a town and its copies live on one thread.
#pragma once

#include <algorithm>
#include <array>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace mailtown {

template <class T, std::size_t PerChunk = (sizeof(T) >= 2048 ? 1 : 4096 / sizeof(T))> class ChunkedArray {
    struct Chunk {
        std::uint32_t references = 1;
        std::array<T, PerChunk> items; // plain ones hold nothing before they are pushed
    };

public:
    static constexpr std::size_t perChunk = PerChunk;

    ChunkedArray() = default;
    ChunkedArray(const ChunkedArray& other) : chunks_(other.chunks_), size_(other.size_) {
        for (Chunk* chunk : chunks_) ++chunk->references;
    }
    ChunkedArray(ChunkedArray&& other) noexcept
        : chunks_(std::move(other.chunks_)), size_(std::exchange(other.size_, 0)) {
        other.chunks_.clear();
    }
    ChunkedArray& operator=(ChunkedArray other) noexcept {
        std::swap(chunks_, other.chunks_);
        std::swap(size_, other.size_);
        return *this;
    }
    ~ChunkedArray() { clear(); }

    std::size_t size() const { return size_; }
    bool empty() const { return size_ == 0; }
    std::size_t octets() const { return chunks_.size() * (sizeof(Chunk) + sizeof(void*)); }

    const T& operator[](std::size_t index) const {
        assert(index < size_);
        return chunks_[index / PerChunk]->items[index % PerChunk];
    }
    // Write access; copies the chunk first when another array shares it.
    T& edit(std::size_t index) {
        assert(index < size_);
        return own(index / PerChunk).items[index % PerChunk];
    }
    const T& back() const { return (*this)[size_ - 1]; }

    T& push_back(T value) {
        if (size_ == chunks_.size() * PerChunk) chunks_.push_back(new Chunk);
        T& slot = own(size_ / PerChunk).items[size_ % PerChunk];
        slot = std::move(value);
        ++size_;
        return slot;
    }
    void pop_back() {
        assert(size_ > 0);
        --size_;
        own(size_ / PerChunk).items[size_ % PerChunk] = T{};
        if (size_ % PerChunk == 0) dropLastChunk();
    }
    void truncate(std::size_t size) {
        while (chunks_.size() > (size + PerChunk - 1) / PerChunk) dropLastChunk();
        const std::size_t held = std::min(size_, chunks_.size() * PerChunk);
        size_ = std::min(size_, size);
        for (std::size_t i = size_; i < held; ++i) own(i / PerChunk).items[i % PerChunk] = T{};
    }
    void clear() {
        while (!chunks_.empty()) dropLastChunk();
        size_ = 0;
    }

    bool operator==(const ChunkedArray& other) const {
        if (size_ != other.size_) return false;
        for (std::size_t c = 0; c < chunks_.size(); ++c) {
            if (chunks_[c] == other.chunks_[c]) continue;
            const std::size_t count = std::min(PerChunk, size_ - c * PerChunk);
            for (std::size_t i = 0; i < count; ++i)
                if (!(chunks_[c]->items[i] == other.chunks_[c]->items[i])) return false;
        }
        return true;
    }

    class Iterator {
    public:
        using value_type = T;
        using difference_type = std::ptrdiff_t;
        const T& operator*() const { return (*array_)[index_]; }
        const T* operator->() const { return &(*array_)[index_]; }
        Iterator& operator++() {
            ++index_;
            return *this;
        }
        bool operator==(const Iterator&) const = default;

    private:
        friend class ChunkedArray;
        Iterator(const ChunkedArray* array, std::size_t index) : array_(array), index_(index) {}
        const ChunkedArray* array_;
        std::size_t index_;
    };
    Iterator begin() const { return {this, 0}; }
    Iterator end() const { return {this, size_}; }

private:
    Chunk& own(std::size_t c) {
        Chunk*& chunk = chunks_[c];
        if (chunk->references > 1) {
            Chunk* copy = new Chunk{1, chunk->items};
            --chunk->references;
            chunk = copy;
        }
        return *chunk;
    }
    void dropLastChunk() {
        if (--chunks_.back()->references == 0) delete chunks_.back();
        chunks_.pop_back();
    }

    std::vector<Chunk*> chunks_;
    std::size_t size_ = 0;
};

} // namespace mailtown
