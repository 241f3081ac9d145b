// One sentence about what happens now, to the letter that the picture makes the hero: the actor first.
#pragma once

#include "ui/playback/playback.h"
#include "ui/wording/names.h"

#include <QString>

namespace mailtown::wording {

// Rich text, the actor and what it does in <b>; in the current language and vocabulary. Never empty.
QString narrate(const Playback& playback);

// What the sentence is about, for the picture beside it.
enum class Subject { Quiet, HostDown, HostUp, LinkCut, LinkMended, Movement };
Subject subjectOf(const Playback& playback);

// For whom a letter travels: "Sato", "Sato and Endo", "Sato and 3 others".
QString addressees(const Names& names, const Movement& movement);

} // namespace mailtown::wording
