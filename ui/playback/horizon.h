// How far the story reaches.
#pragma once

#include "session/session.h"

namespace mailtown {

// The scenario's length, or the present where that is later. When somebody has done something beyond the
// scenario, farther: until every letter has come to rest, or a month has passed.
Time storyEnd(Session& session);

} // namespace mailtown
