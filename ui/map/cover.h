// What opaque pictures in front hide, kept in tiles of some pixels: so that of thousands only those are
// painted that can be seen.
#pragma once

#include <QRect>

#include <cstdint>
#include <vector>

namespace mailtown {

class Cover {
public:
    // Nothing is hidden within `bounds`; what is told of must lie in there. In pixels.
    void clear(const QRect& bounds);
    void add(const QRect& opaque);
    // The rows of a picture that may show, cut off above and below; empty when all of it is behind what was
    // added.
    QRect showing(const QRect& picture) const;

private:
    bool hidden(int row, int left, int right) const; // all the tiles left … right

    QPoint origin_;
    int words_ = 0; // a row
    std::vector<std::uint64_t> tiles_;
};

} // namespace mailtown
