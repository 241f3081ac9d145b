// How many letters waited in each post office, over time: counted from the trace as it grows.
#pragma once

#include "session/session.h"
#include "trace/statistics.h"

#include <vector>

namespace mailtown {

class WaitingHistory {
public:
    struct Step { // from `at` on, `waiting` letters
        Time at = 0;
        double waiting = 0;
    };

    // Reads what is new; starts again when the past has changed: true then.
    bool update(const Session& session);

    std::size_t offices() const { return steps_.size(); } // their ids are 0 … offices()-1
    // In order of time, at most one for each moment; beginning with 0 at 0.
    const std::vector<Step>& of(std::size_t office) const { return steps_[office]; }
    // How many of its steps lie at or before `now`; at least 1.
    std::size_t stepsUntil(std::size_t office, Time now) const;

private:
    Statistics statistics_{0};
    std::vector<std::vector<Step>> steps_;
    std::size_t read_ = 0;
    int generation_ = -1;
};

} // namespace mailtown
