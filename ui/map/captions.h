// What is written on the map, in the current language and vocabulary.
#pragma once

#include "ui/map/scene.h"

#include <QString>

#include <vector>

namespace mailtown {

struct Captions {
    std::vector<QString> names, seconds; // of the hosts; the second line of an office is its domain
    std::vector<QString> shorts;         // names of homes without their device
    QString closed;                      // on the sign of a shut office
    QString heroChip;                    // beside the hero; empty: none
    double heroClock = -1;               // the share of its wait that is left; below 0: no clock at the chip
};

// The names alone change with the language only.
void nameHosts(const Town& town, Captions& captions);

// What is written beside the hero. `text`: of the record that began or ended its movement.
void captionHero(const Town& town, const Scene& scene, const Playback& playback, Captions& captions);

} // namespace mailtown
