// A way along the middle of roads, looked up by the distance gone on it.
#pragma once

#include <QPainterPath>
#include <QPointF>

#include <vector>

namespace mailtown {

struct Bend {
    QPointF at;
    double radius = 0; // of the rounding, as far as its neighbours leave room
};

// The path through those points with its corners rounded.
QPainterPath rounded(const std::vector<Bend>& bends);

class Track {
public:
    Track() = default;
    explicit Track(const std::vector<Bend>& bends);

    bool empty() const { return samples_.empty(); }
    double length() const { return length_; }
    QPointF at(double distance) const;    // clamped to its ends
    QPointF along(double distance) const; // the direction there, of length 1
    QPainterPath part(double from, double to) const;

private:
    static constexpr double step = 4; // map units between samples
    std::vector<QPointF> samples_;
    double length_ = 0;
};

} // namespace mailtown
