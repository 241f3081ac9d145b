// A small picture of a scenario's town at a telling moment, for the page that offers scenarios.
#pragma once

#include "scenario/scenario.h"
#include "ui/theme/appearance.h"

#include <QPixmap>

namespace mailtown {

// `size` in logical pixels. Plays the scenario ahead: some tens of milliseconds.
QPixmap pictureOf(const Scenario& scenario, Appearance& appearance, QSize size, double devicePixelRatio);

} // namespace mailtown
