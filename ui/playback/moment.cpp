#include "ui/playback/moment.h"

#include <algorithm>

namespace mailtown {
namespace {

double share(Time now, Time from, Time to) {
    return to > from ? std::clamp(double(now - from) / double(to - from), 0.0, 1.0) : 1;
}

// Of a way out that fails, this much is walking; then it stands before the door.
constexpr double walking = 0.72;

StoryMoment of(const Movement& m, Time now) {
    StoryMoment moment{&m, Phase::Before, 0, m.firstRecord};
    if (now < m.start) return moment;
    if (now < m.turn) {
        const Time stands = standsAt(m);
        if (now < stands)
            moment.phase = Phase::OnTheRoad, moment.progress = share(now, m.start, stands);
        else
            moment.phase = Phase::Standing, moment.progress = share(now, stands, m.turn);
        return moment;
    }
    moment.record = m.lastRecord;
    if (!m.failed()) {
        moment.phase = Phase::Arrived, moment.progress = 1;
    } else if (now < m.end) {
        moment.phase = Phase::Returning, moment.progress = share(now, m.turn, m.end);
    } else {
        moment.phase = Phase::Waiting;
        moment.progress = m.next == never ? 0 : share(now, m.end, m.next);
    }
    return moment;
}

} // namespace

StoryMoment momentOf(const Movement& movement, Time now) { return of(movement, now); }

Time standsAt(const Movement& m) {
    return m.failed() ? m.start + Time(double(m.turn - m.start) * walking) : m.turn;
}

StoryMoment momentAt(const Movements& movements, Time now, LetterId preferred, bool all) {
    const auto& told = movements.all();
    if (told.empty()) return {};
    if (const LetterId report = preferred ? movements.reportOn(preferred) : LetterId{};
        report && movements.lastOf(report, now))
        preferred = report;
    const Movement* chosen = nullptr;
    // What moves now: the letter we stay with, else what has been moving longest, so that the hero does not
    // flicker.
    for (const Movement* m : movements.at(now)) {
        if (!all && m->passing()) continue;
        if (preferred && m->letter == preferred) return of(*m, now);
        if (!chosen) chosen = m;
    }
    if (preferred)
        if (const Movement* last = movements.lastOf(preferred, now)) return of(*last, now);
    if (chosen) return of(*chosen, now);
    // Nothing moves: the last letter that did, unless nothing has yet.
    auto it = std::upper_bound(told.begin(), told.end(), now,
                               [](Time t, const Movement& m) { return t < m.start; });
    if (it == told.begin()) return of(told.front(), now);
    const Movement* last = &*(it - 1);
    for (auto back = it; back != told.begin();) {
        --back;
        if (back->isSlip()) continue;
        last = &*back;
        break;
    }
    return of(*last, now);
}

} // namespace mailtown
