// What one painting of the map is given; for the files that paint it alone.
#pragma once

#include "ui/map/map_painter.h"

namespace mailtown {

struct MapPainter::Frame {
    QSizeF size;
    double ratio; // device pixels a logical pixel
    const Camera& camera;
    const MapStyle& style;
    const Scene& scene;
    const Standstill& still;
    const Captions& captions;
    const MapFocus& focus;

    const Tokens& tokens() const { return *style.tokens; }
};

} // namespace mailtown
