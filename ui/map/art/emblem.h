// One shape a domain, so that colour is never alone.
#pragma once

#include "ui/map/art/pen.h"

#include <string_view>

namespace mailtown::art {

// Round (x, y), about `radius` large: "flower" "mountain" "star" "square" "drop" "hexagon"; a square for any
// other.
void emblem(Pen& pen, std::string_view kind, double x, double y, double radius, const QColor& colour);

} // namespace mailtown::art
