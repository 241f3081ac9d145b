// One event: brings it to the actor it is for.
#pragma once

#include "town/turn.h"

namespace mailtown {

void step(Turn& turn, const Event& event);

} // namespace mailtown
