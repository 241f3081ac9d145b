#include "session/checkpoints.h"

#include <algorithm>

namespace mailtown {

void Checkpoints::offer(const Moment& moment) {
    if (!kept_.empty() && moment.steps() < kept_.back().steps() + spacing_) return;
    kept_.push_back(moment);
    if (kept_.size() <= limit) return;
    // The first stays: it is the only way to the beginning.
    std::size_t out = 1;
    for (std::size_t i = 2; i < kept_.size(); i += 2) kept_[out++] = std::move(kept_[i]);
    kept_.erase(kept_.begin() + std::ptrdiff_t(out), kept_.end());
    spacing_ *= 2;
}

const Moment* Checkpoints::before(Time time) const {
    const auto after = std::upper_bound(kept_.begin(), kept_.end(), time,
                                        [](Time t, const Moment& m) { return t < m.town.now(); });
    return after == kept_.begin() ? nullptr : &*std::prev(after);
}

void Checkpoints::dropAfter(const Moment& moment) {
    while (!kept_.empty() && kept_.back().steps() > moment.steps()) kept_.pop_back();
}

} // namespace mailtown
