// One sentence about what happens now, to the letter that the picture makes the hero: the actor first.
#pragma once

#include "ui/playback/playback.h"

#include <QString>

namespace mailtown::wording {

// Rich text, the actor and what it does in <b>; in the current language and vocabulary. Never empty.
QString narrate(const Playback& playback);

} // namespace mailtown::wording
