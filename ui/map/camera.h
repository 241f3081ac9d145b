// From map units to the pixels of the screen, and how large things are drawn at that zoom: small maps do not
// shrink text and letters out of sight.
#pragma once

#include <QPointF>
#include <QRectF>
#include <QSizeF>

#include <algorithm>

namespace mailtown {

struct Camera {
    double zoom = 1;   // pixels a map unit
    QPointF origin;    // where map unit (0, 0) is on the screen
    double larger = 1; // of letters and marks, for the back row

    QPointF toScreen(QPointF map) const { return origin + map * zoom; }
    QPointF toMap(QPointF screen) const { return (screen - origin) / zoom; }
    QRectF toScreen(const QRectF& map) const { return {toScreen(map.topLeft()), map.size() * zoom}; }

    double buildings() const { return zoom; }
    double letters() const { return std::max(zoom, 0.72) * larger; } // the scale of letters, marks and clocks

    bool operator==(const Camera&) const = default;

    // All of `bounds` within a screen of that size.
    static Camera fitting(const QRectF& bounds, QSizeF screen, double margin) {
        Camera camera;
        const QSizeF room(std::max(1.0, screen.width() - 2 * margin),
                          std::max(1.0, screen.height() - 2 * margin));
        camera.zoom =
            std::clamp(std::min(room.width() / bounds.width(), room.height() / bounds.height()), 0.05, 4.0);
        camera.origin = QPointF(screen.width() / 2, screen.height() / 2) - bounds.center() * camera.zoom;
        return camera;
    }
};

} // namespace mailtown
