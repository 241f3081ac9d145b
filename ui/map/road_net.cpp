#include "ui/map/road_net.h"

#include <QLineF>

#include <algorithm>
#include <cmath>
#include <limits>
#include <queue>

namespace mailtown {
namespace {

constexpr double near = 0.6; // map units: the same place

bool same(QPointF a, QPointF b) { return std::abs(a.x() - b.x()) < near && std::abs(a.y() - b.y()) < near; }

// How far along a–b the point lies, 0 … 1; -1 when it is beside it.
double shareAlong(QPointF a, QPointF b, QPointF p) {
    const QPointF d = b - a;
    const double squared = QPointF::dotProduct(d, d);
    if (squared == 0) return -1;
    const double t = QPointF::dotProduct(p - a, d) / squared;
    if (t < -1e-6 || t > 1 + 1e-6) return -1;
    const QPointF off = a + d * t - p;
    return std::hypot(off.x(), off.y()) < near ? t : -1;
}

// Of a turn from one direction into another, in map units of detour. A way back on the spot is the last
// resort.
double turnCost(QPointF in, QPointF out) {
    const double lengths = std::hypot(in.x(), in.y()) * std::hypot(out.x(), out.y());
    const double cosine = lengths > 0 ? QPointF::dotProduct(in, out) / lengths : 1;
    if (cosine > 0.999) return 0;
    if (cosine > 0.5) return 6;   // 45°
    if (cosine > -0.1) return 20; // 90°
    if (cosine > -0.9) return 400;
    return 5000;
}

} // namespace

void RoadNet::lay(const std::vector<QPointF>& points) {
    for (std::size_t i = 1; i < points.size(); ++i)
        if (!same(points[i - 1], points[i])) laid_.emplace_back(points[i - 1], points[i]);
}

int RoadNet::node(QPointF at) {
    for (std::size_t i = 0; i < nodes_.size(); ++i)
        if (same(nodes_[i], at)) return int(i);
    nodes_.push_back(at);
    edges_.emplace_back();
    return int(nodes_.size()) - 1;
}

void RoadNet::join() {
    nodes_.clear(), edges_.clear();
    for (const auto& [a, b] : laid_) {
        std::vector<double> cuts{0, 1};
        for (const auto& [c, d] : laid_) {
            for (const QPointF end : {c, d})
                if (const double t = shareAlong(a, b, end); t >= 0) cuts.push_back(t);
            QPointF crossing;
            if (QLineF(a, b).intersects(QLineF(c, d), &crossing) == QLineF::BoundedIntersection)
                if (const double t = shareAlong(a, b, crossing); t >= 0) cuts.push_back(t);
        }
        std::sort(cuts.begin(), cuts.end());
        int before = node(a);
        for (const double t : cuts) {
            const int here = node(a + (b - a) * t);
            if (here == before) continue;
            auto& out = edges_[std::size_t(before)];
            if (std::none_of(out.begin(), out.end(), [here](const Edge& e) { return e.to == here; })) {
                const double length = QLineF(nodes_[std::size_t(before)], nodes_[std::size_t(here)]).length();
                out.push_back({here, length});
                edges_[std::size_t(here)].push_back({before, length});
            }
            before = here;
        }
    }
}

int RoadNet::nearest(QPointF at) const {
    int best = -1;
    double least = std::numeric_limits<double>::max();
    for (std::size_t i = 0; i < nodes_.size(); ++i)
        if (const double d = QLineF(nodes_[i], at).length(); d < least) least = d, best = int(i);
    return best;
}

std::vector<QPointF> RoadNet::way(QPointF from, QPointF to) const {
    const int start = nearest(from), goal = nearest(to);
    if (start < 0 || start == goal) return {from, to};
    // Dijkstra over the pieces gone, so that turns can be counted.
    struct Arrival {
        int node, before;
        double cost;
        int from; // the arrival it came from
    };
    std::vector<Arrival> arrivals;
    using Open = std::pair<double, int>; // cost, arrival
    std::priority_queue<Open, std::vector<Open>, std::greater<>> open;
    std::vector<std::pair<int, int>> settled; // pieces gone
    const auto push = [&](Arrival arrival) {
        arrivals.push_back(arrival);
        open.emplace(arrival.cost, int(arrivals.size()) - 1);
    };
    push({start, -1, 0, -1});
    while (!open.empty()) {
        const int index = open.top().second;
        open.pop();
        const Arrival here = arrivals[std::size_t(index)];
        if (here.node == goal) {
            std::vector<QPointF> way;
            for (int i = index; i >= 0; i = arrivals[std::size_t(i)].from)
                way.push_back(nodes_[std::size_t(arrivals[std::size_t(i)].node)]);
            std::reverse(way.begin(), way.end());
            return way;
        }
        const std::pair<int, int> piece{here.before, here.node};
        const auto place = std::lower_bound(settled.begin(), settled.end(), piece);
        if (place != settled.end() && *place == piece) continue;
        settled.insert(place, piece);
        const QPointF at = nodes_[std::size_t(here.node)];
        for (const Edge& edge : edges_[std::size_t(here.node)]) {
            double cost = here.cost + edge.length;
            if (here.before >= 0)
                cost += turnCost(at - nodes_[std::size_t(here.before)], nodes_[std::size_t(edge.to)] - at);
            push({edge.to, here.node, cost, index});
        }
    }
    return {from, to};
}

} // namespace mailtown
