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
    Filler,  // told when there is time for it
    Ticking, // one more of many alike: the same words with another number, read at any pace
    Telling, // a step of the story
    Turning, // one that nothing may push aside
};

struct Step {
    Time at = 0;
    Time told = 0;     // the moment that the sentence is about; of a Ticking one, what its try comes to
    int movement = -1; // whose; a beat's: beatOf()
    Weight weight = Weight::Telling;
    double screen = 0;
};

int beatOf(std::size_t step) { return -2 - int(step); } // each its own

// None: what stands is still true of it.
std::optional<Weight> weightOf(const Movement& m, Phase phase, bool first) {
    if (!m.failed() || phase == Phase::Before) return Weight::Telling;
    if (phase == Phase::Returning && m.gaveUp()) return Weight::Turning;
    if (phase == Phase::Waiting) return m.gaveUp() ? std::nullopt : std::optional(Weight::Filler);
    if (first) return m.alike >= Telling::again ? Weight::Ticking : Weight::Telling;
    // That it goes out for the second or third time says that the door is still shut.
    if (phase == Phase::Standing && m.alike == 0) return Weight::Telling;
    return std::nullopt;
}

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
            if (hero >= 0) {
                const Movement& m = movements_.all()[std::size_t(hero)];
                const Phase phase = momentOf(m, now).phase;
                const auto told = std::tuple(hero, phase, m.report && m.read <= now);
                const bool first = std::get<0>(told_) != hero;
                const auto weight = told == told_ ? std::nullopt : weightOf(m, phase, first);
                told_ = told;
                if (weight && !beat)
                    steps.push_back(
                        {now, *weight == Weight::Ticking ? std::max(now, standsAt(m)) : now, hero, *weight});
            }
            if (beat) steps.push_back({now, now, beatOf(steps.size()), Weight::Turning});
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
        const bool ticks = step.weight == Weight::Ticking;
        const bool first = i == 0 || steps[i - 1].movement != step.movement;
        // A beat may be a click of the reader's, who waits for an answer.
        const bool atOnce = ticks || step.movement <= beatOf(0);
        const double shown = atOnce ? step.screen : std::max(step.screen, free);
        const bool dropped = [&] {
            for (std::size_t k = i + 1; k < steps.size() && steps[k].screen < shown + hold; ++k) {
                const Step& later = steps[k];
                if (later.weight == Weight::Filler || ticks) continue;
                if (step.weight == Weight::Filler || later.screen <= shown) return true; // out of date
                if (later.weight == Weight::Turning && step.weight != Weight::Turning) return true;
                // No time for one more sentence about what is over.
                if (!first && later.movement != step.movement && later.screen < shown + hold / 2) return true;
            }
            return false;
        }();
        if (dropped) continue;
        cues_.push_back({shown > step.screen ? std::max(step.at, townAt(shown)) : step.at, step.told});
        free = ticks ? shown : shown + hold;
    }
}

Time Telling::toldAt(Time now) const {
    const auto after = std::upper_bound(cues_.begin(), cues_.end(), now,
                                        [](Time t, const Cue& cue) { return t < cue.shown; });
    return after == cues_.begin() ? 0 : (after - 1)->told;
}

} // namespace mailtown
