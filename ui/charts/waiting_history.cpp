#include "ui/charts/waiting_history.h"

#include <algorithm>

namespace mailtown {

bool WaitingHistory::update(const Session& session) {
    const Trace& trace = session.trace();
    const std::size_t offices = session.scenario().plan.hosts.size();
    const bool anew = generation_ != session.generation() || read_ > trace.size() || steps_.size() != offices;
    if (anew) {
        generation_ = session.generation();
        read_ = 0;
        statistics_ = Statistics(offices);
        steps_.assign(offices, {Step{}});
    }
    for (; read_ < trace.size(); ++read_) {
        const Record& record = trace[read_];
        if (!statistics_.add(record)) continue;
        std::vector<Step>& steps = steps_[record.host.index];
        const double waiting = double(statistics_.of(record.host).waiting());
        if (steps.back().at == record.at)
            steps.back().waiting = waiting;
        else if (steps.back().waiting != waiting)
            steps.push_back({record.at, waiting});
    }
    return anew;
}

std::size_t WaitingHistory::stepsUntil(std::size_t office, Time now) const {
    const std::vector<Step>& steps = steps_[office];
    const auto after = std::upper_bound(steps.begin(), steps.end(), now,
                                        [](Time time, const Step& step) { return time < step.at; });
    return std::max<std::size_t>(1, std::size_t(after - steps.begin()));
}

} // namespace mailtown
