// When the narration changes its sentence. A sentence is about what the picture shows, and stands long enough
// to be read, for which story speed makes room. What follows too quickly is not told, or a little later when
// it is still true then. Many tries alike share one sentence, in which a number ticks. A function of town
// time, like the picture.
#pragma once

#include "base/time.h"
#include "ui/playback/movement.h"

#include <functional>
#include <vector>

namespace mailtown {

class Telling {
public:
    static constexpr double hold = 1100; // screen ms that a sentence stands at least
    // From the fourth try in a row that ends alike, it is told that they go on, with the number of each.
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
