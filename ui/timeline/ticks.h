// Where the time axis is marked, and what stands there.
#pragma once

#include "ui/wording/when.h"

#include <QString>

#include <vector>

namespace mailtown {

struct Tick {
    Time at = 0;      // the line
    Time labelAt = 0; // the label's middle: noon of a day, or the tick itself
    QString label;
};

// Days when the axis spans two of them or more, else round hours, minutes or seconds; at most `most` ticks.
std::vector<Tick> ticksOf(Time end, int most, const wording::Calendar& calendar);

} // namespace mailtown
