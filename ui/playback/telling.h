// When the narration changes its sentence. A sentence is about one moment of the story and stands long enough
// to be read: what follows too quickly waits its turn, or is not told when something weightier comes. A
// function of town time, like the picture.
#pragma once

#include "base/time.h"
#include "ui/playback/movement.h"

#include <functional>
#include <vector>

namespace mailtown {

class Telling {
public:
    static constexpr double hold = 1200; // screen ms that a sentence stands at least
    // From the fourth try in a row that ends alike, it is told that they go on, and little of each.
    static constexpr int again = 3;

    Telling() = default;
    // `screenAt` ms of the screen at a town time, and back; both monotone. `followed`: the only letter told
    // of.
    Telling(const Movements& movements, LetterId followed, const std::function<double(Time)>& screenAt,
            const std::function<Time(double)>& townAt);

    // The moment whose sentence stands at `now`; 0 before the first.
    Time toldAt(Time now) const;

    struct Cue {
        Time shown = 0; // from here on stands
        Time told = 0;  // … the sentence about this moment
    };
    const std::vector<Cue>& cues() const { return cues_; }

private:
    std::vector<Cue> cues_;
};

} // namespace mailtown
