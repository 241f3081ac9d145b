#include "ui/playback/playback.h"

#include <algorithm>

namespace mailtown {
namespace {

double share(Time now, Time from, Time to) {
    return to > from ? std::clamp(double(now - from) / double(to - from), 0.0, 1.0) : 1;
}

// Of a letter's way out that fails, this much is walking; then it stands before the door.
constexpr double walking = 0.72;

StoryMoment of(const Movement& m, Time now) {
    StoryMoment moment{&m, Phase::Before, 0, m.firstRecord};
    if (now < m.start) return moment;
    if (now < m.turn) {
        const double gone = share(now, m.start, m.turn);
        moment.phase = Phase::OnTheRoad, moment.progress = gone;
        if (!m.failed()) return moment;
        moment.progress = std::min(1.0, gone / walking);
        if (gone >= walking)
            moment.phase = Phase::Standing,
            moment.progress = share(now, m.start + Time(double(m.turn - m.start) * walking), m.turn);
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

StoryMoment momentAt(const Movements& movements, Time now, LetterId preferred) {
    const auto& all = movements.all();
    if (all.empty()) return {};
    const Movement* chosen = nullptr;
    // What moves now: the letter we stay with, else what has been moving longest, so that the hero does not
    // flicker.
    for (const Movement* m : movements.at(now)) {
        if (preferred && m->letter == preferred) return of(*m, now);
        if (!chosen) chosen = m;
    }
    if (preferred)
        if (const Movement* last = movements.lastOf(preferred, now)) return of(*last, now);
    if (chosen) return of(*chosen, now);
    // Nothing moves: the last letter that did, unless nothing has yet.
    auto it =
        std::upper_bound(all.begin(), all.end(), now, [](Time t, const Movement& m) { return t < m.start; });
    if (it == all.begin()) return of(all.front(), now);
    const Movement* last = &*(it - 1);
    for (auto back = it; back != all.begin();) {
        --back;
        if (back->isLetter()) {
            last = &*back;
            break;
        }
    }
    return of(*last, now);
}

} // namespace mailtown
