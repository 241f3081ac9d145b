#include "ui/map/terrain.h"

#include "base/random.h"

#include <QLineF>

#include <algorithm>
#include <cmath>

namespace mailtown {
namespace {

constexpr double gap = 14; // between districts

// What a district wants around a host, and the least it can do with.
QRectF around(const Plan& plan, HostId host, bool least) {
    const QPointF at = siteOf(plan, host);
    const auto box = [&](double left, double top, double right, double bottom) {
        return QRectF(at + QPointF(left, top), at + QPointF(right, bottom));
    };
    if (siteKind(plan, host) == SiteKind::Office)
        return least ? box(-150, -188, 178, 30) : box(-205, -204, 192, 56);
    return least ? box(-60, -80, 72, 50) : box(-100, -96, 120, 58);
}

// Shrinks two that meet, along the axis where they meet less, as far as each can bear.
void part(QRectF& a, QRectF& b, const QRectF& leastA, const QRectF& leastB) {
    const QRectF meet = a.adjusted(-gap / 2, -gap / 2, gap / 2, gap / 2)
                            .intersected(b.adjusted(-gap / 2, -gap / 2, gap / 2, gap / 2));
    if (meet.isEmpty()) return;
    const auto cut = [](double low, double high, double least, double most) {
        // The border between the one that ends at `high` and the other that begins at `low`.
        const double wanted = (low + high) / 2;
        return std::max(least, std::min(wanted, most));
    };
    if (meet.width() <= meet.height()) {
        QRectF &left = a.center().x() < b.center().x() ? a : b, &right = &left == &a ? b : a;
        const QRectF &leftLeast = &left == &a ? leastA : leastB, &rightLeast = &left == &a ? leastB : leastA;
        const double border =
            cut(right.left(), left.right(), leftLeast.right() + gap / 2, rightLeast.left() - gap / 2);
        left.setRight(std::max(leftLeast.right(), border - gap / 2));
        right.setLeft(std::min(rightLeast.left(), border + gap / 2));
    } else {
        QRectF &upper = a.center().y() < b.center().y() ? a : b, &lower = &upper == &a ? b : a;
        const QRectF &upperLeast = &upper == &a ? leastA : leastB,
                     &lowerLeast = &upper == &a ? leastB : leastA;
        const double border =
            cut(lower.top(), upper.bottom(), upperLeast.bottom() + gap / 2, lowerLeast.top() - gap / 2);
        upper.setBottom(std::max(upperLeast.bottom(), border - gap / 2));
        lower.setTop(std::min(lowerLeast.top(), border + gap / 2));
    }
}

void layDistricts(const Plan& plan, const Roads& roads, Terrain& terrain) {
    std::vector<QRectF> least;
    for (const DomainPlan& domain : plan.domains) {
        QRectF wanted, needed;
        for (std::size_t i = 0; i < plan.hostCount(); ++i) {
            const HostId host{std::uint32_t(i)};
            if (plan.districtOf(host) != &domain) continue;
            wanted |= around(plan, host, false);
            needed |= around(plan, host, true);
        }
        if (wanted.isNull()) continue;
        terrain.districts.push_back({wanted, domain.name, domain.colour});
        least.push_back(needed);
    }
    // A lane stays within its district.
    for (const Road& road : roads.all()) {
        if (!plan.isClient(road.a)) continue;
        const DomainPlan* home = plan.districtOf(road.a);
        for (std::size_t d = 0; d < terrain.districts.size(); ++d)
            if (home && terrain.districts[d].domain == home->name && plan.districtOf(road.b) == home)
                for (const Bend& bend : road.bends) {
                    terrain.districts[d].rect |= QRectF(bend.at - QPointF(80, 20), bend.at + QPointF(80, 42));
                    least[d] |= QRectF(bend.at - QPointF(26, 20), bend.at + QPointF(26, 26));
                }
    }
    for (std::size_t i = 0; i < least.size(); ++i)
        for (std::size_t j = i + 1; j < least.size(); ++j)
            part(terrain.districts[i].rect, terrain.districts[j].rect, least[i], least[j]);
    // Where nothing is left of it, a district holds the whole shelf of its office.
    for (District& district : terrain.districts) {
        QRectF wider = district.rect;
        for (std::size_t i = 0; i < plan.hosts.size(); ++i) {
            const HostId host{std::uint32_t(i)};
            const DomainPlan* domain = plan.districtOf(host);
            if (domain && domain->name == district.domain)
                wider.setLeft(std::min(wider.left(), siteOf(plan, host).x() - 240));
        }
        const QRectF asked = wider.adjusted(-80, 0, 0, 0);
        const bool free =
            std::none_of(terrain.districts.begin(), terrain.districts.end(), [&](const District& other) {
                return &other != &district && other.rect.intersects(asked);
            });
        if (free) district.rect = wider;
    }
}

// From the top to the bottom through the widest gap between districts, beside the directory.
void layRiver(const Plan& plan, Terrain& terrain) {
    const QRectF& all = terrain.bounds;
    struct Gap {
        double x, width;
    };
    const auto widest = [&](double top, double bottom) {
        std::vector<std::pair<double, double>> taken;
        const auto take = [&](const QRectF& r) {
            if (r.bottom() > top && r.top() < bottom) taken.emplace_back(r.left(), r.right());
        };
        for (const District& d : terrain.districts) take(d.rect);
        if (const HostId directory = plan.directory())
            for (const QRectF& r : bodyOf(plan, directory)) take(r.adjusted(-24, 0, 24, 0));
        std::sort(taken.begin(), taken.end());
        Gap best{0, 0};
        double end = all.left();
        for (const auto& [left, right] : taken) {
            if (left - end > best.width && end > all.left()) best = {(left + end) / 2, left - end};
            end = std::max(end, right);
        }
        return best;
    };
    const double middle = all.center().y();
    const Gap below = widest(middle, all.bottom());
    if (below.width < 42) return; // no room for a river
    Gap above = widest(all.top(), all.top() + 90);
    if (above.width < 42 || std::abs(above.x - below.x) > 260) above = below;
    const double far = 2000;
    const double drop = std::abs(above.x - below.x), bend = all.top() + 110;
    terrain.river = rounded({{{above.x, all.top() - far}, 0},
                             {{above.x, bend}, 60},
                             {{below.x, bend + drop}, 60},
                             {{below.x, all.bottom() + far}, 0}});
}

// Sown by the project's own random numbers, so that a plan has the same trees everywhere; what would stand on
// something is not there.
void sow(const Plan& plan, const Roads& roads, Terrain& terrain) {
    std::vector<QRectF> taken;
    for (std::size_t i = 0; i < plan.hostCount(); ++i)
        for (const QRectF& body : bodyOf(plan, HostId{std::uint32_t(i)}))
            taken.push_back(body.adjusted(-22, -14, 22, 22));
    QPainterPath ways;
    for (const Road& road : roads.all()) ways.addPath(rounded(road.bends));
    for (const std::vector<QPointF>& path : roads.footpaths()) {
        std::vector<Bend> bends;
        bends.reserve(path.size());
        for (const QPointF p : path) bends.push_back({p, 0});
        ways.addPath(rounded(bends));
    }
    QPainterPathStroker wide;
    wide.setWidth(74);
    const QPainterPath roadside = wide.createStroke(ways);
    wide.setWidth(76);
    const QPainterPath bank = wide.createStroke(terrain.river);
    const auto free = [&](const QRectF& r) {
        for (const QRectF& t : taken)
            if (t.intersects(r)) return false;
        return !roadside.intersects(r) && (terrain.river.isEmpty() || !bank.intersects(r));
    };
    const auto inDistrict = [&](QPointF p) {
        return std::any_of(terrain.districts.begin(), terrain.districts.end(),
                           [p](const District& d) { return d.rect.adjusted(-46, -46, 26, 26).contains(p); });
    };
    Random random(20260601);
    const auto place = [&](const QRectF& r) {
        const auto share = [&] { return double(random.below(10000)) / 10000; };
        const double x = share(), y = share();
        return QPointF(r.left() + r.width() * x, r.top() + r.height() * y);
    };
    for (std::size_t d = 0; d < terrain.districts.size(); ++d) {
        const QRectF inner = terrain.districts[d].rect.adjusted(44, 60, -60, -30);
        int huts = 0;
        for (int tries = 0; tries < 60 && huts < 2; ++tries) {
            const QPointF at = place(inner);
            const double width = 30 + double(random.below(8));
            const QRectF needs(at.x() - width * 0.6, at.y() - width * 0.9, width * 2.1, width);
            if (!free(needs)) continue;
            terrain.huts.push_back({at, width, int(d)});
            taken.push_back(needs.adjusted(-50, -50, 50, 50));
            ++huts;
        }
    }
    const QRectF meadow = terrain.bounds.adjusted(-700, -300, 700, 300);
    const int trees = int(meadow.width() * meadow.height() / 26000);
    for (int i = 0; i < trees; ++i) {
        const QPointF at = place(meadow);
        const double size = 9 + double(random.below(5));
        const QRectF needs(at.x() - size - 4, at.y() - size - 4, 2 * size + 8, 2 * size + 18);
        // On a district's own colour a tree is a smudge.
        if (inDistrict(at) || !free(needs)) continue;
        terrain.trees.push_back({at, size});
        if (i % 3 == 0) terrain.trees.push_back({at + QPointF(22, 12), size - 3});
        taken.push_back(needs.adjusted(-30, -30, 30, 30));
    }
}

} // namespace

Terrain terrainOf(const Plan& plan, const Roads& roads) {
    Terrain terrain;
    layDistricts(plan, roads, terrain);
    for (const District& district : terrain.districts) terrain.bounds |= district.rect;
    for (std::size_t i = 0; i < plan.hostCount(); ++i) {
        const HostId host{std::uint32_t(i)};
        for (const QRectF& body : bodyOf(plan, host)) terrain.bounds |= body;
    }
    for (const Road& road : roads.all())
        for (const Bend& bend : road.bends)
            terrain.bounds |= QRectF(bend.at - QPointF(20, 20), bend.at + QPointF(20, 20));
    if (terrain.bounds.isNull()) terrain.bounds = QRectF(0, 0, 1380, 702);
    layRiver(plan, terrain);
    sow(plan, roads, terrain);
    return terrain;
}

} // namespace mailtown
