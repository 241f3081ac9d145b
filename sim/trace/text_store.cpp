#include "trace/text_store.h"

#include <cassert>
#include <cstring>

namespace mailtown {

std::uint64_t TextStore::add(std::string_view text) {
    text = text.substr(0, blockSize);
    if (text.empty()) return end_;
    const std::size_t used = std::size_t(end_ - (blocks_.empty() ? 0 : (blocks_.size() - 1) * blockSize));
    const bool extends = !blocks_.empty() && blocks_.back()->used == used && used + text.size() <= blockSize;
    if (!extends) {
        end_ = blocks_.size() * blockSize;
        blocks_.push_back(std::shared_ptr<Block>(new Block)); // not make_shared: the octets need no zeroing
    }
    Block& block = *blocks_.back();
    std::memcpy(block.octets + block.used, text.data(), text.size());
    block.used += text.size();
    const std::uint64_t position = end_;
    end_ += text.size();
    return position;
}

std::string_view TextStore::at(std::uint64_t position, std::size_t size) const {
    if (size == 0) return {};
    assert(position / blockSize < blocks_.size() && position % blockSize + size <= blockSize);
    return {blocks_[position / blockSize]->octets + position % blockSize, size};
}

void TextStore::truncate(std::uint64_t end) {
    if (end >= end_) return;
    blocks_.resize(std::size_t((end + blockSize - 1) / blockSize));
    end_ = end;
    // Alone with the block we may write over what was forgotten; a sharer still reads it.
    if (!blocks_.empty() && blocks_.back().use_count() == 1)
        blocks_.back()->used = std::size_t(end - (blocks_.size() - 1) * blockSize);
}

} // namespace mailtown
