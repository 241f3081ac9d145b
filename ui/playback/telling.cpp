#include "ui/playback/telling.h"

#include "ui/playback/moment.h"

#include <algorithm>
#include <limits>
#include <optional>
#include <set>
#include <tuple>

namespace mailtown {
namespace {

enum class Weight {
    Filler,   // told when nothing else is
    Repeated, // one more of the same
    Telling,  // a step of the story
};

Weight weightOf(const Movement& m, Phase phase) {
    if (!m.failed()) return Weight::Telling;
    const bool again = m.alike >= Telling::again;
    switch (phase) {
    case Phase::Before:
        return Weight::Telling;
    case Phase::OnTheRoad:
        return again ? Weight::Filler : Weight::Telling;
    case Phase::Standing:
        return again ? Weight::Repeated : Weight::Telling;
    case Phase::Returning:
        return m.gaveUp() || m.alike == 0 ? Weight::Telling : Weight::Filler;
    default:
        return Weight::Filler;
    }
}

struct Step {
    Time at = 0;
    Weight weight = Weight::Telling;
    double screen = 0;
};

// What there is to tell, in order.
class Steps {
public:
    Steps(const Movements& movements, LetterId followed) : movements_(movements) {
        const LetterId report = followed ? movements.reportOn(followed) : LetterId{};
        for (std::size_t i = 0; i < movements.all().size(); ++i) {
            const Movement& m = movements.all()[i];
            if (m.passing() || (followed && m.letter != followed && m.letter != report)) continue;
            for (const Time at : {m.start, standsAt(m), m.turn, m.end}) edges_.push_back({at, int(i)});
            if (m.report && m.read != never) edges_.push_back({m.read, int(i)});
        }
        for (const Beat& beat : movements.beats()) edges_.push_back({beat.at, beatEdge});
        std::sort(edges_.begin(), edges_.end());
    }

    std::vector<Step> walk() {
        std::vector<Step> steps;
        for (std::size_t i = 0; i < edges_.size();) {
            const Time now = edges_[i].first;
            bool beat = false;
            for (; i < edges_.size() && edges_[i].first == now; ++i) {
                beat |= edges_[i].second == beatEdge;
                if (edges_[i].second != beatEdge) pass(edges_[i].second, now);
            }
            const int hero = under_.empty() ? rests_ : *under_.begin();
            std::optional<Weight> weight;
            if (hero >= 0) {
                const Movement& m = movements_.all()[std::size_t(hero)];
                const Phase phase = momentOf(m, now).phase;
                const auto told = std::tuple(hero, phase, m.report && m.read <= now);
                if (told != told_) weight = weightOf(m, phase);
                told_ = told;
            }
            if (beat) weight = Weight::Telling;
            if (weight) steps.push_back({now, *weight});
        }
        return steps;
    }

private:
    static constexpr int beatEdge = -1;

    void pass(int movement, Time now) {
        const Movement& m = movements_.all()[std::size_t(movement)];
        if (m.at(now)) {
            under_.insert(movement);
        } else {
            under_.erase(movement);
        }
        if (!m.isSlip()) rests_ = std::max(rests_, movement);
    }

    const Movements& movements_;
    std::vector<std::pair<Time, int>> edges_;
    std::set<int> under_; // those that move, by start
    int rests_ = -1;      // the last letter that did
    std::tuple<int, Phase, bool> told_{-1, Phase::Nothing, false};
};

} // namespace

Telling::Telling(const Movements& movements, LetterId followed, const std::function<double(Time)>& screenAt,
                 const std::function<Time(double)>& townAt) {
    std::vector<Step> steps = Steps(movements, followed).walk();
    for (Step& step : steps) step.screen = screenAt(step.at);
    double free = -std::numeric_limits<double>::infinity(); // the last sentence has been read
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const Step& step = steps[i];
        const double shown = std::max(step.screen, free);
        const bool dropped = [&] {
            for (std::size_t k = i + 1; k < steps.size() && steps[k].screen < shown + hold; ++k) {
                if (step.weight == Weight::Filler || steps[k].weight > step.weight) return true;
                if (steps[k].weight == step.weight && steps[k].screen <= shown) return true; // out of date
            }
            return false;
        }();
        if (dropped) continue;
        cues_.push_back({shown > step.screen ? std::max(step.at, townAt(shown)) : step.at, step.at});
        free = shown + hold;
    }
}

Time Telling::toldAt(Time now) const {
    const auto after = std::upper_bound(cues_.begin(), cues_.end(), now,
                                        [](Time t, const Cue& cue) { return t < cue.shown; });
    return after == cues_.begin() ? 0 : (after - 1)->told;
}

} // namespace mailtown
