// Where the things of a plan stand on the map, in map units: what they take up, and where roads meet them.
#pragma once

#include "town/plan.h"

#include <QPointF>
#include <QRectF>

#include <vector>

namespace mailtown {

enum class SiteKind : std::uint8_t { Office, Home, Directory };

SiteKind siteKind(const Plan& plan, HostId host);
QPointF siteOf(const Plan& plan, HostId host); // the middle of its front

// What stands there, its name included: no road may run through it.
std::vector<QRectF> bodyOf(const Plan& plan, HostId host);
// The building alone, for the pointer.
QRectF buildingOf(const Plan& plan, HostId host);

// An office: the road runs along its front.
inline constexpr double frontToRoad = 14, homeToRoad = 12;
inline constexpr double counterAt = -59, doorAt = 59, boxesAt = 140; // from the middle of the front
inline constexpr double streetLeft = -130, streetRight = 162;
inline constexpr double footprint = 108; // half of the building's width

// The offices a home talks to: where it posts, and where its letters lie.
std::vector<HostId> officesOf(const Plan& plan, HostId home);

} // namespace mailtown
