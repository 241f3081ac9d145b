#include "ui/playback/horizon.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace mailtown {
namespace {

constexpr Duration conversation = minute; // within it a letter that moves has arrived or is deferred
constexpr Duration checking = 6 * minute; // within it most mail programs have looked for what was delivered
// How much farther than anybody has been the axis reaches for what still waits: half as far again. More of
// it, weeks of tries to come, would make the day that somebody is looking at too small to see.
Duration fartherThan(Time been, const Scenario& scenario) {
    return std::max({been / 2, scenario.length / 2, 10 * minute});
}

// Reads records in order and tells how long there is something to wait for.
class Unrest {
public:
    void read(const Trace& trace, std::size_t from) {
        for (std::size_t i = from; i < trace.size(); ++i) add(trace[i]);
    }

    Time until() const {
        Time last = moved_;
        for (const auto& [whose, next] : waiting_) last = std::max(last, next + conversation);
        return last;
    }

private:
    void add(const Record& record) {
        const auto whose = std::make_tuple(record.letter, record.recipient, record.host);
        switch (record.kind) {
        case Kind::LetterDeferred:
            waiting_[whose] = record.next;
            break;
        case Kind::LetterRelayed:
        case Kind::LetterBounced:
            waiting_.erase(whose);
            [[fallthrough]];
        case Kind::LetterComposed:
        case Kind::LetterQueued:
            if (record.peer) waiting_.erase({record.letter, {}, record.peer}); // it has left home
            moved_ = std::max(moved_, record.at + conversation);
            break;
        case Kind::LetterDelivered:
            moved_ = std::max(moved_, record.at + checking);
            break;
        default:
            break;
        }
    }

    std::map<std::tuple<LetterId, NameId, HostId>, Time> waiting_;
    Time moved_ = 0;
};

} // namespace

Time storyEnd(Session& session) {
    const Time been = session.present().now();
    Time end = std::max({session.scenario().length, second, been});
    const std::vector<TimedInput>& inputs = session.inputs();
    if (inputs.empty()) return end;
    end = std::max(end, inputs.back().at + conversation);
    const Time seen = std::max(been, inputs.back().at);
    const Time last = std::max(end, seen + fartherThan(seen, session.scenario()));
    Unrest unrest;
    unrest.read(session.trace(), 0);
    for (std::size_t read = 0; end < last;) {
        const Trace& ahead = session.forecast(end);
        unrest.read(ahead, std::exchange(read, ahead.size()));
        if (unrest.until() <= end) break;
        end = std::min(unrest.until(), last);
    }
    return end;
}

} // namespace mailtown
