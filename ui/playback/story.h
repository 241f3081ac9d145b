// Story speed: a monotone, piecewise linear mapping between town time and screen time, slow where letters
// move and fast through the waits, so that two days of tries take about a minute and none is missed.
#pragma once

#include "base/time.h"
#include "ui/playback/movement.h"

#include <vector>

namespace mailtown {

// Screen milliseconds that a movement needs to be followed, out and back; `distance` in map units.
struct Pace {
    double out = 0;
    double back = 0;
};
Pace paceOf(const Movement& movement, double distance);

class Story {
public:
    Story() = default;
    // Up to `until`.
    Story(const Plan& plan, const Movements& movements, Time until);

    double screenAt(Time town) const; // ms; past the end one second of the town is one of the screen
    Time townAt(double screen) const;
    double length() const { return knots_.empty() ? 0 : knots_.back().screen; } // ms
    double townSecondsASecond(Time town) const;

private:
    struct Knot {
        Time town;
        double screen;
    };
    std::vector<Knot> knots_;
};

} // namespace mailtown
