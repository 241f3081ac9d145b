// What an actor has at hand while it acts: the town, its tables, and the trace in which it tells what it did.
#pragma once

#include "town/state.h"
#include "trace/trace.h"

#include <string_view>

namespace mailtown {

struct Turn {
    const Town& town; // for the desks, which only read
    TownState& state;
    Trace& trace;

    Time now() const { return state.now; }
    const Plan& plan() const { return state.layout->plan(); }
    void record(Record record, std::string_view text = {}) {
        record.at = state.now;
        trace.add(record, text);
    }
    void schedule(Time at, EventKind kind, std::uint32_t subject, std::uint32_t argument = 0) {
        state.events.schedule(at, std::uint8_t(kind), subject, argument);
    }
};

} // namespace mailtown
