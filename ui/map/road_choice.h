// Which of the ways a road could take looks best: short, with few bends, around what stands there, together
// with roads that are there already.
#pragma once

#include "ui/map/sites.h"

#include <utility>
#include <vector>

namespace mailtown {

using Way = std::vector<QPointF>;
using Pieces = std::vector<std::pair<QPointF, QPointF>>;

// From one street to another: straight, with one slope, or round a corner.
std::vector<Way> waysBetween(QPointF a, QPointF b);
// From an office's street to a home: down (or up) at some x, then to its door.
std::vector<Way> waysHome(QPointF street, QPointF home, double lane);

// Lower is better.
double costOf(const Way& way, const std::vector<QRectF>& bodies, const Pieces& laid);

} // namespace mailtown
