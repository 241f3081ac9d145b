// A town at one moment of a session, with how much of the session's inputs it has seen. A value: a copy is a
// checkpoint.
//
// The order of things is canonical, so that every way to a moment leads to the same town: at one time the
// town's own events run first, then the inputs of that time one by one, the scenario's timeline before what
// was entered later, and after each input the events it brought about at once.
#pragma once

#include "town/town.h"
#include "trace/trace.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace mailtown {

// What acts on the town from outside; both lists are in order of time.
struct InputLists {
    std::vector<TimedInput> timeline; // the scenario's
    std::vector<TimedInput> entered;  // by persons and real clients
};

struct Moment {
    Town town;
    std::size_t timelineDone = 0;
    std::size_t enteredDone = 0;
    std::size_t records = 0; // of the session's trace, up to here

    explicit Moment(std::shared_ptr<const Plan> plan) : town(std::move(plan)) {}

    // Just after all that happens at or before `to`; then town.now() == to. `to` ≥ town.now().
    void runUntil(Time to, const InputLists& inputs, Trace& trace);
    // The next event or input, whichever comes first; false when nothing more will happen.
    bool step(const InputLists& inputs, Trace& trace);
    // Like step, but only when that happens at or before `to`.
    bool stepUntil(Time to, const InputLists& inputs, Trace& trace);

    Time nextAt(const InputLists& inputs) const; // `never` when nothing more will happen
    // Grows by one with every step: orders the moments of one future, also those of the same time.
    std::uint64_t steps() const { return town.eventsDone() + timelineDone + enteredDone; }

private:
    const TimedInput* nextInput(const InputLists& inputs) const;
};

} // namespace mailtown
