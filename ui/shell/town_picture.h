// A small picture of a scenario's town at its telling moment, for the page that offers scenarios.
#pragma once

#include "scenario/scenario.h"
#include "ui/theme/appearance.h"

#include <QPixmap>

namespace mailtown {

class Playback;

// The moment that sets the scenario apart: the rarest thing that happens in it, half-way. A report on its way
// says more than a letter before a shut door, that one more than a copy where another letter is carried home,
// and this more than a letter on the road. Winds `playback` to the scenario's end and leaves it there.
Time tellingMoment(Playback& playback);

// `size` in logical pixels. Plays the scenario ahead: some tens of milliseconds.
QPixmap pictureOf(const Scenario& scenario, Appearance& appearance, QSize size, double devicePixelRatio);

} // namespace mailtown
