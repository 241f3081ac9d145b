#include "ui/map/roads.h"

#include "ui/map/road_choice.h"

#include <QLineF>

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

namespace mailtown {
namespace {

constexpr double wideBend = 42, laneBend = 30, turn = 14;

QPointF streetOf(const Plan& plan, HostId office) { return siteOf(plan, office) + QPointF(0, frontToRoad); }

std::vector<QRectF> allBodies(const Plan& plan) {
    std::vector<QRectF> bodies;
    for (std::size_t i = 0; i < plan.hostCount(); ++i)
        for (const QRectF& body : bodyOf(plan, HostId{std::uint32_t(i)})) bodies.push_back(body);
    return bodies;
}

std::vector<Bend> bent(const Way& way, double radius) {
    std::vector<Bend> bends;
    for (const QPointF point : way) bends.push_back({point, radius});
    return bends;
}

std::vector<HostId> sites(const Plan& plan, SiteKind kind) {
    std::vector<HostId> hosts;
    for (std::size_t i = 0; i < plan.hostCount(); ++i)
        if (const HostId host{std::uint32_t(i)}; siteKind(plan, host) == kind) hosts.push_back(host);
    return hosts;
}

QPointF direction(QPointF from, QPointF to) {
    const QPointF d = to - from;
    const double length = std::hypot(d.x(), d.y());
    return length > 0 ? d / length : d;
}

double lengthOf(const Way& way) {
    double length = 0;
    for (std::size_t i = 1; i < way.size(); ++i) length += QLineF(way[i - 1], way[i]).length();
    return length;
}

// Where a vertical from there, up (-1) or down (1), meets roads.
std::vector<QPointF> crossings(const Pieces& pieces, QPointF from, double sign) {
    std::vector<QPointF> found;
    const QLineF ray(from, from + QPointF(0, sign * 10000));
    for (const auto& [a, b] : pieces)
        if (QPointF meets; ray.intersects(QLineF(a, b), &meets) == QLineF::BoundedIntersection)
            found.push_back(meets);
    return found;
}

} // namespace

Roads::Roads(const Plan& plan) : plan_(&plan), laneEnds_(plan.clients.size()) {
    layStreets();
    layRoads();
    layLanes();
    net_.join();
    walks_ = net_;
    layFootpath();
    walks_.join();
}

void Roads::lay(Road road) {
    Way way;
    for (const Bend& bend : road.bends) way.push_back(bend.at);
    net_.lay(way);
    roads_.push_back(std::move(road));
}

void Roads::layStreets() {
    for (const HostId office : sites(*plan_, SiteKind::Office)) {
        const QPointF at = streetOf(*plan_, office);
        Way street;
        for (const double x : {streetLeft, counterAt, 0.0, doorAt, boxesAt, streetRight})
            street.push_back(at + QPointF(x, 0));
        lay({office, office, bent(street, 0)});
    }
}

// Between offices: the shortest first; one that the roads there are already serve well enough is left out.
void Roads::layRoads() {
    const std::vector<HostId> offices = sites(*plan_, SiteKind::Office);
    const std::vector<QRectF> bodies = allBodies(*plan_);
    struct Pair {
        HostId a, b;
        double distance;
    };
    std::vector<Pair> pairs;
    for (std::size_t i = 0; i < offices.size(); ++i)
        for (std::size_t j = i + 1; j < offices.size(); ++j)
            pairs.push_back({offices[i], offices[j],
                             QLineF(siteOf(*plan_, offices[i]), siteOf(*plan_, offices[j])).length()});
    std::stable_sort(pairs.begin(), pairs.end(),
                     [](const Pair& x, const Pair& y) { return x.distance < y.distance; });
    const double enough = offices.size() <= 3 ? 1.0 : offices.size() <= 5 ? 1.25 : 1.6;
    for (const Pair& pair : pairs) {
        const QPointF a = streetOf(*plan_, pair.a), b = streetOf(*plan_, pair.b);
        net_.join();
        const std::vector<QPointF> there = net_.way(a, b);
        if (there.size() > 2 &&
            lengthOf(there) <= enough * (std::abs(a.x() - b.x()) + std::abs(a.y() - b.y()) * 0.5))
            continue;
        const Way* best = nullptr;
        double least = std::numeric_limits<double>::max();
        const std::vector<Way> ways = waysBetween(a, b);
        for (const Way& way : ways) {
            double cost = costOf(way, bodies, net_.pieces());
            // A slope is best where it meets the upper office's street beneath the office.
            if (way.size() == 4 && std::abs(way[1].x() - way[2].x()) > 1) {
                const QPointF upper = a.y() < b.y() ? a : b;
                const QPointF meets = std::abs(way[1].y() - upper.y()) < 1 ? way[1] : way[2];
                cost += 0.25 * std::abs(meets.x() - upper.x());
            }
            if (cost < least) least = cost, best = &way;
        }
        if (best) lay({pair.a, pair.b, bent(*best, wideBend)});
    }
}

// From each home to its offices: farthest first, so that the nearer ones branch off.
void Roads::layLanes() {
    const std::vector<QRectF> bodies = allBodies(*plan_);
    double middle = 0;
    for (std::size_t i = 0; i < plan_->hostCount(); ++i)
        middle += siteOf(*plan_, HostId{std::uint32_t(i)}).x() / double(plan_->hostCount());
    struct Lane {
        HostId home, office;
        double distance;
    };
    std::vector<Lane> lanes;
    for (const HostId home : sites(*plan_, SiteKind::Home))
        for (const HostId office : officesOf(*plan_, home))
            lanes.push_back({home, office, QLineF(siteOf(*plan_, home), siteOf(*plan_, office)).length()});
    std::stable_sort(lanes.begin(), lanes.end(),
                     [](const Lane& x, const Lane& y) { return x.distance > y.distance; });
    for (const Lane& lane : lanes) {
        const QPointF street = streetOf(*plan_, lane.office);
        const QPointF home = siteOf(*plan_, lane.home) + QPointF(0, homeToRoad);
        QPointF& end = laneEnds_[lane.home.index - plan_->hosts.size()];
        if (!end.isNull()) { // it has a lane to another office already
            net_.join();
            if (net_.way(end, street).size() > 2) continue;
        }
        const bool outwardRight = street.x() > middle + 40;
        Way best;
        double least = std::numeric_limits<double>::max();
        for (const double x :
             {street.x() + streetLeft, street.x() + streetRight, home.x() - 84, home.x() + 92})
            for (const Way& way : waysHome(street, home, x)) {
                double cost = costOf(way, bodies, net_.pieces());
                // On the outer side of the district, where nothing else runs.
                const bool right = x > street.x();
                if (right != outwardRight) cost += 90;
                if (x != street.x() + streetLeft && x != street.x() + streetRight)
                    cost += 140; // one lane serves all
                if (cost < least) least = cost, best = way;
            }
        const double x = best.front().x();
        if (x < street.x() + streetLeft || x > street.x() + streetRight)
            best.insert(best.begin(), street + QPointF(x < street.x() ? streetLeft : streetRight, 0));
        end = best.back();
        lay({lane.home, lane.office, bent(best, laneBend)});
    }
}

// Straight down to a road where there is one, else round the building.
void Roads::layFootpath() {
    const HostId directory = plan_->directory();
    if (!directory || net_.pieces().empty()) return;
    const QPointF door = siteOf(*plan_, directory) + QPointF(0, 16);
    double least = std::numeric_limits<double>::max();
    Way path;
    for (const double aside : {0.0, -104.0, 104.0})
        for (const double sign : {1.0, -1.0}) {
            if (aside == 0 && sign < 0) continue;
            const QPointF corner = door + QPointF(aside, 0);
            for (const QPointF meets : crossings(net_.pieces(), corner, sign)) {
                const double cost = QLineF(corner, meets).length() + 3 * std::abs(aside);
                if (cost >= least || cost < 1) continue;
                least = cost;
                path = aside == 0 ? Way{door, meets} : Way{door, corner, meets};
            }
        }
    if (path.empty()) {
        QPointF nearest;
        for (const auto& [a, b] : net_.pieces())
            for (const QPointF end : {a, b})
                if (const double d = QLineF(end, door).length(); d < least) least = d, nearest = end;
        path = {door, {nearest.x(), door.y()}, nearest};
    }
    walks_.lay(path);
    walks_.join();
    footpaths_.push_back(path);
    for (const HostId office : sites(*plan_, SiteKind::Office)) layBranch(office);
}

// From an end of the office's street to the next road towards the directory, when that saves a long way round
// and leads through nothing.
void Roads::layBranch(HostId office) {
    const QPointF street = streetOf(*plan_, office);
    const QPointF door = footpaths_.front().front(), meeting = footpaths_.front().back();
    const double there = lengthOf(walks_.way(street, door));
    if (there < 1.25 * (std::abs(street.x() - door.x()) + std::abs(street.y() - door.y()))) return;
    const std::vector<QRectF> bodies = allBodies(*plan_);
    Way best;
    double least = there - 100;
    // At an end of the street, or past what stands beside the office.
    for (const double x : {streetLeft, streetRight, streetLeft - 110, streetRight + 43}) {
        const QPointF end = street + QPointF(std::clamp(x, streetLeft, streetRight), 0);
        const QPointF foot = street + QPointF(x, 0);
        std::optional<QPointF> nearest;
        for (const QPointF meets : crossings(net_.pieces(), foot, door.y() < foot.y() ? -1 : 1))
            if (const double d = QLineF(foot, meets).length();
                d > 40 && (!nearest || d < QLineF(foot, *nearest).length()))
                nearest = meets;
        if (!nearest) continue;
        const Way way = end == foot ? Way{foot, *nearest} : Way{end, foot, *nearest};
        const double cost = std::abs(end.x() - street.x()) + costOf(way, bodies, {}) +
                            QLineF(*nearest, meeting).length() + lengthOf(footpaths_.front());
        if (cost < least) least = cost, best = way;
    }
    if (best.empty()) return;
    walks_.lay(best);
    walks_.join();
    footpaths_.push_back(best);
}

// ---- ways ----

QPointF Roads::port(HostId host, Purpose purpose, bool leaving) const {
    switch (siteKind(*plan_, host)) {
    case SiteKind::Home:
        return laneEnds_[host.index - plan_->hosts.size()];
    case SiteKind::Directory:
        return siteOf(*plan_, host) + QPointF(0, 16);
    case SiteKind::Office:
        break;
    }
    const bool boxes = purpose == Purpose::Fetch || purpose == Purpose::Copy || purpose == Purpose::Look ||
                       (purpose == Purpose::Keep && !leaving);
    const double x = boxes ? boxesAt : purpose == Purpose::Relay && !leaving ? doorAt : counterAt;
    return streetOf(*plan_, host) + QPointF(x, 0);
}

// A corner is as round as the road that is drawn there; a turn from one road into another is tight.
std::vector<Bend> Roads::bendsOf(const std::vector<QPointF>& way) const {
    std::vector<Bend> bends;
    for (std::size_t i = 0; i < way.size(); ++i) {
        if (i == 0 || i + 1 == way.size()) {
            bends.push_back({way[i], 0});
            continue;
        }
        const QPointF in = direction(way[i - 1], way[i]), out = direction(way[i], way[i + 1]);
        if (QPointF::dotProduct(in, out) > 0.9999) continue; // straight on
        double radius = turn;
        for (const Road& road : roads_)
            for (std::size_t k = 1; k + 1 < road.bends.size(); ++k) {
                if (QLineF(road.bends[k].at, way[i]).length() > 1) continue;
                const QPointF before = direction(road.bends[k - 1].at, road.bends[k].at);
                const QPointF after = direction(road.bends[k].at, road.bends[k + 1].at);
                const auto alike = [](QPointF a, QPointF b) { return QPointF::dotProduct(a, b) > 0.999; };
                if ((alike(before, in) && alike(after, out)) || (alike(before, -out) && alike(after, -in)))
                    radius = std::max(radius, road.bends[k].radius);
            }
        bends.push_back({way[i], radius});
    }
    return bends;
}

const Track& Roads::track(HostId from, HostId to, Purpose purpose) const {
    const auto key = std::tuple(from, to, purpose);
    auto found = tracks_.find(key);
    if (found == tracks_.end()) {
        const QPointF start = port(from, purpose, true), end = port(to, purpose, false);
        const bool slip = purpose == Purpose::Ask || purpose == Purpose::Answer;
        found = tracks_.emplace(key, Track(bendsOf((slip ? walks_ : net_).way(start, end)))).first;
    }
    return found->second;
}

double Roads::haltOn(const Track& track, HostId to) const {
    if (siteKind(*plan_, to) != SiteKind::Office) return std::max(0.0, track.length() - 60);
    const double front = siteOf(*plan_, to).x();
    double halt = track.length();
    while (halt > track.length() / 2 && std::abs(track.at(halt).x() - front) < footprint - 14) halt -= 4;
    return halt;
}

QPointF Roads::barrier(HostId a, HostId b) const {
    for (const Road& road : roads_)
        if (a != b && ((road.a == a && road.b == b) || (road.a == b && road.b == a))) {
            const Track whole(road.bends);
            return whole.at(whole.length() / 2);
        }
    const Track& way = track(a, b, Purpose::Relay);
    return way.at(way.length() / 2);
}

} // namespace mailtown
