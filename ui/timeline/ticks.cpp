#include "ui/timeline/ticks.h"

#include <algorithm>
#include <array>

namespace mailtown {
namespace {

std::vector<Tick> days(Time end, int most, const wording::Calendar& calendar) {
    std::vector<Tick> ticks;
    const Time step = std::max<Time>(1, (end / day + most) / most);
    Time at = 0;
    for (Time n = 0; at < end; ++n) {
        const Time next = calendar.startOfNextDay(at);
        // A day of which the axis shows little gets its line, not its name.
        const Time shown = std::min(next, end) - at;
        const bool named = n % step == 0 && shown * most * 2 > std::min<Time>(end, day * most);
        ticks.push_back({at, at + shown / 2, named ? calendar.dayMark(at, n == 0) : QString()});
        at = next;
    }
    return ticks;
}

} // namespace

std::vector<Tick> ticksOf(Time end, int most, const wording::Calendar& calendar) {
    most = std::max(most, 1);
    if (end >= 2 * day) return days(end, most, calendar);
    static constexpr std::array<Duration, 17> steps{
        second, 2 * second, 5 * second, 10 * second, 15 * second, 30 * second,
        minute, 2 * minute, 5 * minute, 10 * minute, 15 * minute, 30 * minute,
        hour,   2 * hour,   3 * hour,   6 * hour,    12 * hour};
    Duration step = steps.back();
    for (const Duration each : steps)
        if (end / each <= most) {
            step = each;
            break;
        }
    // Round by the town's clock, not by the scenario's start.
    const qint64 midnight = calendar.at(0).time().msecsSinceStartOfDay() * millisecond;
    std::vector<Tick> ticks;
    for (Time at = (step - midnight % step) % step; at <= end; at += step)
        ticks.push_back({at, at, step < minute ? calendar.clock(at) : calendar.hourMinute(at)});
    return ticks;
}

} // namespace mailtown
