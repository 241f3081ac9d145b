// `mailtown snapshot FILE --at TIME -o PICTURE`: draws the map, or the whole window, without a display.
#pragma once

#include "app/verb.h"

namespace mailtown {

extern const Verb snapshotVerb;

} // namespace mailtown
