#include "ui/map/cover.h"

#include <algorithm>

namespace mailtown {
namespace {

constexpr int tile = 4, wordBits = 64;

// Of the tiles first … last those in that word of a row.
std::uint64_t bits(int word, int first, int last) {
    const int low = first - word * wordBits, high = last - word * wordBits;
    const std::uint64_t from = low > 0 ? ~std::uint64_t(0) << low : ~std::uint64_t(0);
    const std::uint64_t to = high < wordBits - 1 ? ~(~std::uint64_t(0) << (high + 1)) : ~std::uint64_t(0);
    return from & to;
}

} // namespace

void Cover::clear(const QRect& bounds) {
    origin_ = bounds.topLeft();
    words_ = bounds.width() / (tile * wordBits) + 1;
    tiles_.assign(std::size_t(words_) * std::size_t(bounds.height() / tile + 1), 0);
}

// Tiles that lie wholly in it.
void Cover::add(const QRect& opaque) {
    const QRect in = opaque.translated(-origin_);
    const int left = (in.left() + tile - 1) / tile, right = (in.right() + 1) / tile - 1;
    const int top = (in.top() + tile - 1) / tile, bottom = (in.bottom() + 1) / tile - 1;
    if (left > right) return;
    for (int word = left / wordBits; word <= right / wordBits; ++word) {
        const std::uint64_t covered = bits(word, left, right);
        for (int y = top; y <= bottom; ++y) tiles_[std::size_t(y * words_ + word)] |= covered;
    }
}

bool Cover::hidden(int row, int left, int right) const {
    for (int word = left / wordBits; word <= right / wordBits; ++word)
        if (bits(word, left, right) & ~tiles_[std::size_t(row * words_ + word)]) return false;
    return true;
}

QRect Cover::showing(const QRect& picture) const {
    const QRect in = picture.translated(-origin_);
    const int left = in.left() / tile, right = in.right() / tile; // those that it touches
    int top = in.top() / tile, bottom = in.bottom() / tile;
    while (top <= bottom && hidden(top, left, right)) ++top;
    while (top < bottom && hidden(bottom, left, right)) --bottom;
    const QRect rows(in.left(), top * tile, in.width(), (bottom - top + 1) * tile);
    return (rows & in).translated(origin_);
}

} // namespace mailtown
