// Roads as a graph: where they meet, and the way from one place on them to another.
#pragma once

#include <QPointF>

#include <utility>
#include <vector>

namespace mailtown {

class RoadNet {
public:
    // Straight pieces one after the other. Call join() when all are laid.
    void lay(const std::vector<QPointF>& points);
    void join();

    // The shortest way with few and gentle turns, both ends included; straight from one to the other when no
    // road joins them. The ends are the nearest nodes.
    std::vector<QPointF> way(QPointF from, QPointF to) const;

    const std::vector<std::pair<QPointF, QPointF>>& pieces() const { return laid_; }

private:
    struct Edge {
        int to;
        double length;
    };

    int node(QPointF at);
    int nearest(QPointF at) const;

    std::vector<std::pair<QPointF, QPointF>> laid_;
    std::vector<QPointF> nodes_;
    std::vector<std::vector<Edge>> edges_; // by node
};

} // namespace mailtown
