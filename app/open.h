// `mailtown [open] [FILE]`: opens the window on a scenario, the first shipped one when none is named.
#pragma once

#include "app/verb.h"

namespace mailtown {

extern const Verb openVerb;

} // namespace mailtown
