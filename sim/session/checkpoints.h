// Copies of the town along one future, spaced by the work between them, so that any moment is reached by
// running a bounded number of events. When there are too many, every other one goes and the spacing doubles:
// memory is bounded by `limit` copies, each of which costs what changed since the one before (shared chunks).
#pragma once

#include "session/moment.h"

#include <cstddef>
#include <vector>

namespace mailtown {

class Checkpoints {
public:
    static constexpr std::size_t limit = 256;
    static constexpr std::uint64_t firstSpacing = 1024; // steps

    // Keeps a copy when it is the first, or `spacing()` steps after the last.
    void offer(const Moment& moment);
    // The last one at or before `time`; null when there is none.
    const Moment* before(Time time) const;
    // Forgets those that lie after `moment`: a new future begins there.
    void dropAfter(const Moment& moment);

    std::size_t size() const { return kept_.size(); }
    std::uint64_t spacing() const { return spacing_; }

private:
    std::vector<Moment> kept_; // in order of steps
    std::uint64_t spacing_ = firstSpacing;
};

} // namespace mailtown
