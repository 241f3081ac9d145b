// A letter's journey so far and the next that is to come, one step a line, failed tries in a row folded.
#pragma once

#include "ui/playback/playback.h"

#include <QString>

#include <span>
#include <vector>

namespace mailtown {

struct JourneyStep {
    enum class Mark { Done, Failed, Now, Coming };

    Time at = 0;
    Mark mark = Mark::Done;
    QString text;            // "1st try: the door was shut"
    QString more;            // "14 tries between, 5 min to 67 min apart"
    ConnectionId connection; // what was said then; invalid when nothing was
    bool operator==(const JourneyStep&) const = default;
};

// Whether the record tells of the letter's journey. Protocol lines do not.
bool tellsOf(const Record& record, LetterId letter);

// What the picture shows of the letter at the shown moment; without a movement when it has not moved yet.
StoryMoment momentOf(const Playback& playback, LetterId letter);

// Why a movement that fails does not get in, as it stands before the door.
QString turnedAwayBy(const Playback& playback, const Movement& movement);

// When the office gives the letter up, if nobody takes it: at the first try after so long, not between two.
Time givesUpAt(const Playback& playback, HostId office, const Waiting& waiting);

// `records`: the indices of those that tell of the letter, in order. What is under way is told as the picture
// shows it.
std::vector<JourneyStep> journeyOf(const Playback& playback, LetterId letter,
                                   std::span<const std::size_t> records);
// The step that is the present one: the last that has begun. -1: none has.
int presentStep(const std::vector<JourneyStep>& steps);

// One line on how the letter stands: what it is doing, in <b>, and why or what comes. Rich text.
QString stateOf(const Playback& playback, LetterId letter, std::span<const std::size_t> records);

} // namespace mailtown
