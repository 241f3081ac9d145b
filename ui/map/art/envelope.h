// Letters: flat, saturated, with a keyline round them; nothing else on the map is.
#pragma once

#include "ui/map/art/pen.h"

#include <string>

namespace mailtown::art {

enum class Sprite {
    Letter,       // at rest: on a shelf, in a box
    Sealed,       // under way under TLS
    Postcard,     // under way in plain text: everyone on the road can read it
    Returned,     // a delivery report
    Question,     // to the directory
    Answer,       // … and back
    Copy,         // IMAP: at a device, while the letter stays in its box
    ReturnedCopy, // … of a delivery report
    Bag,          // of somebody who finds no letter
};
inline constexpr int spriteKinds = 9;

inline constexpr double letterWidth = 36, letterHeight = 26;

struct Livery { // of a domain
    std::string colour = "blue", emblem = "mountain";
    bool operator==(const Livery&) const = default;
};

// At the origin. `stacked`: two more lie behind it.
void envelope(Pen& pen, Sprite sprite, const Livery& livery, bool stacked = false);
// The frame that makes it the hero; drawn before it, at its scale.
void heroFrame(Pen& pen, double scale);
// "23", on a dark disc whose left edge is at x; returns its width. Height 20.
double badge(Pen& pen, double x, double y, const QString& text);

} // namespace mailtown::art
