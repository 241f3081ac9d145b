// How far the story reaches.
#pragma once

#include "session/session.h"

namespace mailtown {

// The scenario's length, or the present where that is later. When somebody has done something beyond the
// scenario, farther: until every letter has come to rest, but no more than half as far again as has been seen
// (or half the scenario’s length, or ten minutes). Played on from there, it reaches farther.
Time storyEnd(Session& session);

} // namespace mailtown
