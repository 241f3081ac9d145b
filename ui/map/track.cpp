#include "ui/map/track.h"

#include <QLineF>

#include <algorithm>
#include <cmath>

namespace mailtown {

QPainterPath rounded(const std::vector<Bend>& bends) {
    QPainterPath path;
    if (bends.empty()) return path;
    path.moveTo(bends.front().at);
    for (std::size_t i = 1; i + 1 < bends.size(); ++i) {
        const QPointF before = bends[i - 1].at, corner = bends[i].at, after = bends[i + 1].at;
        const double in = QLineF(before, corner).length(), out = QLineF(corner, after).length();
        const double reach = std::min({bends[i].radius, in / 2, out / 2});
        if (reach < 0.5) {
            path.lineTo(corner);
            continue;
        }
        path.lineTo(corner + (before - corner) * (reach / in));
        path.quadTo(corner, corner + (after - corner) * (reach / out));
    }
    if (bends.size() > 1) path.lineTo(bends.back().at);
    return path;
}

Track::Track(const std::vector<Bend>& bends) {
    const QPainterPath path = rounded(bends);
    // Flattened, then cut into even steps: a position is a lookup.
    const QList<QPolygonF> pieces = path.toSubpathPolygons();
    if (pieces.isEmpty()) return;
    const QPolygonF& line = pieces.front();
    samples_.push_back(line.front());
    double rest = step;
    for (qsizetype i = 1; i < line.size(); ++i) {
        const QPointF from = line[i - 1], to = line[i];
        const double length = QLineF(from, to).length();
        length_ += length;
        double gone = rest;
        for (; gone <= length; gone += step) samples_.push_back(from + (to - from) * (gone / length));
        rest = gone - length;
    }
    samples_.push_back(line.back());
}

QPointF Track::at(double distance) const {
    if (samples_.empty()) return {};
    const double place = std::clamp(distance, 0.0, length_) / step;
    const auto index = std::min(std::size_t(place), samples_.size() - 1);
    if (index + 1 >= samples_.size()) return samples_.back();
    // The last sample may lie nearer than a whole step.
    const double whole = index + 2 == samples_.size() ? length_ / step - double(index) : 1;
    const double share = whole > 0 ? std::min(1.0, (place - double(index)) / whole) : 1;
    return samples_[index] + (samples_[index + 1] - samples_[index]) * share;
}

QPointF Track::along(double distance) const {
    const double from = std::clamp(distance - step, 0.0, std::max(0.0, length_ - 2 * step));
    const QPointF d = at(from + 2 * step) - at(from);
    const double length = std::hypot(d.x(), d.y());
    return length > 0 ? d / length : QPointF(1, 0);
}

// Straight stretches are one line each: a stroke then costs what its bends cost.
QPainterPath Track::part(double from, double to) const {
    constexpr double straight = 1e-3; // map units off the line
    from = std::clamp(from, 0.0, length_), to = std::clamp(to, 0.0, length_);
    QPainterPath path(at(from));
    QPointF heading; // of the last line, of length 1
    const auto lineTo = [&](QPointF next) {
        const QPointF way = next - path.currentPosition();
        const double length = std::hypot(way.x(), way.y());
        if (length <= 0) return;
        if (std::abs(heading.x() * way.y() - heading.y() * way.x()) < straight && path.elementCount() > 1) {
            path.setElementPositionAt(path.elementCount() - 1, next.x(), next.y());
        } else {
            path.lineTo(next);
            heading = way / length;
        }
    };
    const double sign = to >= from ? 1 : -1;
    for (double d = from + sign * step; sign * (to - d) > 0; d += sign * step) lineTo(at(d));
    lineTo(at(to));
    return path;
}

} // namespace mailtown
