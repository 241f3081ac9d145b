// What the picture is about at a time: which movement, and how far it has got.
#pragma once

#include "ui/playback/movement.h"

namespace mailtown {

enum class Phase {
    Nothing,   // nothing has moved and nothing will
    Before,    // the movement is the next one
    OnTheRoad, // it goes there
    Standing,  // the try has failed, it stands before the door
    Returning, // it goes back by the same road
    Waiting,   // it is back and waits for the next try (or has been given up)
    Arrived,   // it has arrived, and nothing has moved since
};

struct StoryMoment {
    const Movement* movement = nullptr; // null only with Phase::Nothing
    Phase phase = Phase::Nothing;
    double progress = 0; // 0 … 1 within OnTheRoad or Returning; Waiting: the share of the wait that is over
    std::size_t record = 0; // the last record that had happened to it
};

// Pure: what the picture is about at `now`. `preferred`: the letter to stay with while it has anything to
// show; once it has been given up, its report stands for it. `all`: the slips that story speed passes over
// count as well.
StoryMoment momentAt(const Movements& movements, Time now, LetterId preferred = {}, bool all = true);

// The same about one movement.
StoryMoment momentOf(const Movement& movement, Time now);

// When a movement that fails has got as far as it gets; its turn for one that does not.
Time standsAt(const Movement& movement);

} // namespace mailtown
