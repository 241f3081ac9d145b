// Some of a trace's records, picked out as the trace grows, so that a long trace is read once for each
// choice.
#pragma once

#include "session/session.h"

#include <algorithm>
#include <span>
#include <vector>

namespace mailtown {

class Gathering {
public:
    void restart() { read_ = 0, found_.clear(); }

    // Reads what is new; starts again when the past has changed. `wanted(record)`: whether to keep it.
    template <class Wanted> void read(const Session& session, const Wanted& wanted) {
        const Trace& trace = session.trace();
        if (generation_ != session.generation() || read_ > trace.size()) restart();
        generation_ = session.generation();
        for (; read_ < trace.size(); ++read_)
            if (wanted(trace[read_])) found_.push_back(read_);
    }

    // Indices in the trace, of those that had happened at the shown moment.
    std::span<const std::size_t> shown(const Session& session) const {
        const auto end = std::lower_bound(found_.begin(), found_.end(), session.shown());
        return {found_.data(), std::size_t(end - found_.begin())};
    }

private:
    std::vector<std::size_t> found_;
    std::size_t read_ = 0;
    int generation_ = -1;
};

} // namespace mailtown
