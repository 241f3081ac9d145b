// The roads of a town: laid out from the places of its plan alone, so that the same plan always gives the
// same map. They run at 0°, 45° and 90° with round corners and meet offices and homes from below.
#pragma once

#include "ui/map/road_net.h"
#include "ui/map/sites.h"
#include "ui/map/track.h"
#include "ui/playback/movement.h"

#include <map>
#include <tuple>
#include <vector>

namespace mailtown {

inline constexpr double roadWidth = 22;

struct Road {
    HostId a, b; // the hosts it joins; the same twice: the street before an office
    std::vector<Bend> bends;
};

class Roads {
public:
    explicit Roads(const Plan& plan);

    const std::vector<Road>& all() const { return roads_; }
    // The dotted paths to the directory, for slips alone: one from the roads, and one for each office that
    // would have to go a long way round. None when there is no directory.
    const std::vector<std::vector<QPointF>>& footpaths() const { return footpaths_; }

    // The way a letter or slip takes. Laid out when it is first asked for.
    const Track& track(HostId from, HostId to, Purpose purpose) const;
    // How far on it a carrier gets whose try fails: to where the building begins.
    double haltOn(const Track& track, HostId to) const;
    // Where a barrier stands when the link is cut.
    QPointF barrier(HostId a, HostId b) const;

private:
    void layStreets();
    void layLanes();
    void layRoads();
    void layFootpath();
    void layBranch(HostId office);
    void lay(Road road);
    std::vector<Bend> bendsOf(const std::vector<QPointF>& way) const;
    QPointF port(HostId host, Purpose purpose, bool leaving) const;

    const Plan* plan_;
    std::vector<Road> roads_;
    std::vector<std::vector<QPointF>> footpaths_;
    std::vector<QPointF> laneEnds_; // by client
    RoadNet net_;                   // of the roads
    RoadNet walks_;                 // … and the footpaths
    mutable std::map<std::tuple<HostId, HostId, Purpose>, Track> tracks_;
};

} // namespace mailtown
