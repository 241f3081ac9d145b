#include "session/moment.h"

#include <algorithm>
#include <cassert>

namespace mailtown {
namespace {
// Records ever added, also by a trace that keeps only counts.
std::size_t recordsOf(const Trace& trace) {
    if (trace.keepsAll()) return trace.size();
    std::size_t sum = 0;
    for (int kind = 0; kind < kindCount; ++kind) sum += trace.countOf(Kind(kind));
    return sum;
}
} // namespace

const TimedInput* Moment::nextInput(const InputLists& inputs) const {
    const TimedInput* told = timelineDone < inputs.timeline.size() ? &inputs.timeline[timelineDone] : nullptr;
    const TimedInput* entered = enteredDone < inputs.entered.size() ? &inputs.entered[enteredDone] : nullptr;
    if (!told || (entered && entered->at < told->at)) return entered;
    return told;
}

Time Moment::nextAt(const InputLists& inputs) const {
    const TimedInput* input = nextInput(inputs);
    return std::min(town.nextEventAt(), input ? std::max(input->at, town.now()) : never);
}

bool Moment::stepUntil(Time to, const InputLists& inputs, Trace& trace) {
    const Time at = nextAt(inputs);
    if (at == never || at > to) return false;
    const std::size_t before = recordsOf(trace);
    if (town.nextEventAt() == at) {
        town.runOne(trace);
    } else {
        const TimedInput* input = nextInput(inputs);
        town.runUntil(at, trace); // no event is due: this sets the clock
        // Counted before it acts: `input` lies in the list whose count moves.
        const bool fromTimeline =
            timelineDone < inputs.timeline.size() && input == &inputs.timeline[timelineDone];
        ++(fromTimeline ? timelineDone : enteredDone);
        town.apply(input->input, trace);
    }
    records += recordsOf(trace) - before;
    return true;
}

bool Moment::step(const InputLists& inputs, Trace& trace) { return stepUntil(never, inputs, trace); }

void Moment::runUntil(Time to, const InputLists& inputs, Trace& trace) {
    assert(to >= town.now());
    while (stepUntil(to, inputs, trace)) {
    }
    if (to > town.now()) town.runUntil(to, trace);
}

} // namespace mailtown
