// The one time axis that slider, outages, marks and chart share: town time to pixels and back.
#pragma once

#include "base/time.h"

#include <algorithm>

namespace mailtown {

struct TimeAxis {
    static constexpr int leftMargin = 58;  // px; room for the chart's numbers
    static constexpr int rightMargin = 36; // px; half a time of day

    int width = 0; // of the widget, px
    Time end = 1;  // from 0 to here; > 0

    double left() const { return leftMargin; }
    double right() const { return std::max(leftMargin + 1, width - rightMargin); }
    double x(Time time) const { return left() + (right() - left()) * double(time) / double(end); }
    Time time(double x) const {
        const double share = std::clamp((x - left()) / (right() - left()), 0.0, 1.0);
        return Time(share * double(end));
    }
};

} // namespace mailtown
