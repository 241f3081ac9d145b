// What the time slider shows of a session: outages, tries that failed, letters returned. Read from the trace
// as it grows, and, past the present, from the scenario's timeline.
#pragma once

#include "session/session.h"

#include <vector>

namespace mailtown {

class Marks {
public:
    struct Outage {
        HostId host;
        Time from = 0;
        Time to = never; // `never`: nobody has planned its end
        int lane = 0;    // those at the same time have different ones, from 0
    };

    // Reads what is new; starts again when the past has changed. True when there was anything.
    bool update(const Session& session);
    void clear();

    const std::vector<Outage>& outages() const { return all_; } // in order of their start
    int lanes() const { return lanes_; }                        // 1 at least
    const std::vector<Time>& tries() const { return tries_; }   // LetterDeferred, in order
    const std::vector<Time>& bounces() const { return bounces_; }

private:
    void plan(const Session& session);
    void layOut();

    std::vector<Outage> happened_, all_;
    std::vector<Time> tries_, bounces_;
    std::size_t read_ = 0;
    std::size_t inputs_ = 0;
    int lanes_ = 1;
    int generation_ = -1;
};

} // namespace mailtown
