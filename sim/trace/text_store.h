// Append-only text that copies share without copying: a block may be extended by one of its sharers only, by
// whoever stands at its end; the others go on in a block of their own.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace mailtown {

class TextStore {
public:
    static constexpr std::size_t blockSize = 65536; // octets; a text never spans two blocks

    // Where the text lies from now on. A text longer than a block is cut there.
    std::uint64_t add(std::string_view text);
    std::string_view at(std::uint64_t position, std::size_t size) const;

    std::uint64_t end() const { return end_; } // where the next text will lie, unless it starts a block
    void truncate(std::uint64_t end);          // forget what lies at `end` and after it
    std::size_t octets() const { return blocks_.size() * sizeof(Block); }

private:
    struct Block {
        std::size_t used = 0; // by the sharer that got furthest
        char octets[blockSize];
    };

    std::vector<std::shared_ptr<Block>> blocks_;
    std::uint64_t end_ = 0;
};

} // namespace mailtown
