#include "ui/map/road_choice.h"

#include <QLineF>

#include <algorithm>
#include <cmath>

namespace mailtown {
namespace {

constexpr double clearance = 13; // between the middle of a road and what stands beside it
constexpr double slant = 44;     // of a lane's corner

double clamped(double value, double low, double high) { return std::max(low, std::min(value, high)); }

// The length of the piece that lies within the box.
double within(QPointF a, QPointF b, const QRectF& box) {
    double from = 0, to = 1;
    const QPointF d = b - a;
    const auto clip = [&](double start, double delta, double low, double high) {
        if (delta == 0) return start >= low && start <= high;
        double t1 = (low - start) / delta, t2 = (high - start) / delta;
        if (t1 > t2) std::swap(t1, t2);
        from = std::max(from, t1), to = std::min(to, t2);
        return from < to;
    };
    if (!clip(a.x(), d.x(), box.left(), box.right()) || !clip(a.y(), d.y(), box.top(), box.bottom()))
        return 0;
    return (to - from) * std::hypot(d.x(), d.y());
}

double crossProduct(QPointF a, QPointF b) { return a.x() * b.y() - a.y() * b.x(); }

// How long two pieces run side by side nearer than a road is wide; `shared` of it on the very same ground.
double beside(QPointF a, QPointF b, QPointF c, QPointF d, double* shared) {
    const QPointF along = b - a, other = d - c;
    const double length = std::hypot(along.x(), along.y()), otherLength = std::hypot(other.x(), other.y());
    if (length == 0 || otherLength == 0) return 0;
    const QPointF unit = along / length;
    if (std::abs(crossProduct(unit, other)) / otherLength > 0.1) return 0; // not parallel
    const double apart = std::abs(crossProduct(unit, c - a));
    if (apart > 40) return 0;
    double from = QPointF::dotProduct(c - a, unit), to = QPointF::dotProduct(d - a, unit);
    if (from > to) std::swap(from, to);
    const double overlap = std::min(to, length) - std::max(from, 0.0);
    if (overlap <= 0) return 0;
    if (apart < 1) {
        *shared += overlap;
        return 0;
    }
    return overlap;
}

} // namespace

std::vector<Way> waysBetween(QPointF a, QPointF b) {
    std::vector<Way> ways;
    const bool swapped = b.x() < a.x();
    if (swapped) std::swap(a, b);
    const double dy = b.y() - a.y(), rise = std::abs(dy), run = b.x() - a.x();
    if (rise < 1) ways.push_back({a, b});
    // One slope, beneath either office or somewhere between them.
    if (rise >= 1 && run > rise * 0.6) {
        const double first = a.x() - 18, last = b.x() + 32 - rise;
        for (int i = 0; i <= 8; ++i) {
            const double x = first + (last - first) * i / 8;
            const double end = x + rise;
            // It runs on before the fronts, so that nobody turns back on the spot.
            const QPointF from(std::min(a.x(), x - 41), a.y()), to(std::max(b.x(), end + 41), b.y());
            ways.push_back({from, {x, a.y()}, {end, b.y()}, to});
        }
    }
    // Down a vertical, beside one of them or between.
    for (const double x : {a.x() - 165, a.x() + 195, (a.x() + b.x()) / 2, b.x() - 165, b.x() + 195})
        if (rise >= 1) ways.push_back({a, {x, a.y()}, {x, b.y()}, b});
    // Round by a street of its own, above or below both.
    for (const double y :
         {std::max(a.y(), b.y()) + 70, std::max(a.y(), b.y()) + 130, std::min(a.y(), b.y()) - 215})
        ways.push_back({a,
                        {a.x() + streetRight, a.y()},
                        {a.x() + streetRight, y},
                        {b.x() + streetLeft, y},
                        {b.x() + streetLeft, b.y()},
                        b});
    if (swapped)
        for (Way& way : ways) std::reverse(way.begin(), way.end());
    return ways;
}

std::vector<Way> waysHome(QPointF street, QPointF home, double lane) {
    const double side = home.x() >= lane ? 1 : -1;
    const double down = home.y() >= street.y() ? 1 : -1;
    const QPointF door(home.x() + (side > 0 ? -10 : 24), home.y());
    std::vector<Way> ways;
    if (std::abs(home.y() - street.y()) < 8) {
        ways.push_back({street, door});
        return ways;
    }
    const double reach = std::min({slant, std::abs(door.x() - lane), std::abs(home.y() - street.y()) / 2});
    ways.push_back(
        {{lane, street.y()}, {lane, home.y() - down * reach}, {lane + side * reach, home.y()}, door});
    return ways;
}

double costOf(const Way& way, const std::vector<QRectF>& bodies, const Pieces& laid) {
    double cost = 0;
    for (std::size_t i = 1; i < way.size(); ++i) {
        const QPointF a = way[i - 1], b = way[i];
        const double length = QLineF(a, b).length();
        cost += length;
        if (i > 1) {
            const QPointF before = a - way[i - 2], after = b - a;
            const double lengths = std::hypot(before.x(), before.y()) * length;
            const double cosine = lengths > 0 ? QPointF::dotProduct(before, after) / lengths : 1;
            cost += cosine > 0.99 ? 0 : cosine > 0.5 ? 30 : cosine > -0.1 ? 70 : 1500;
        }
        // A corner keeps its distance from a slope without the box growing by all of it.
        const bool sloping = std::abs(a.x() - b.x()) > 1 && std::abs(a.y() - b.y()) > 1;
        const double room = sloping ? clearance * M_SQRT1_2 : clearance;
        for (const QRectF& body : bodies)
            if (const double inside = within(a, b, body.adjusted(-room, -room, room, room)); inside > 0)
                cost += 400 + 12 * inside;
        double shared = 0;
        for (const auto& [c, d] : laid) {
            cost += 4 * beside(a, b, c, d, &shared);
            QPointF at;
            if (QLineF(a, b).intersects(QLineF(c, d), &at) != QLineF::BoundedIntersection) continue;
            const auto isEnd = [&](QPointF end) { return QLineF(end, at).length() < 2; };
            if (!isEnd(a) && !isEnd(b) && !isEnd(c) && !isEnd(d)) cost += 150; // a crossing
        }
        cost -= 0.6 * clamped(shared, 0, length);
    }
    return cost;
}

} // namespace mailtown
