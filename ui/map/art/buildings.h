// Post offices, homes and the directory. Each stands with the middle of its front at the origin.
#pragma once

#include "ui/map/art/envelope.h"
#include "ui/map/art/marks.h"

#include <optional>
#include <vector>

namespace mailtown::art {

struct OfficeLook {
    Livery livery;
    bool open = true;
    double shutter = 1;   // of a closed one: how far it is down, 0 … 1
    bool sends = true;    // has a counter
    bool receives = true; // has an arrivals door
    QString sign;         // on the shut front: "CLOSED"
    bool operator==(const OfficeLook&) const = default;
};
// The building; 218 × 122, with its mark.
void office(Pen& pen, const OfficeLook& look);

// A letter that lies on a shelf or in a box.
struct Shelved {
    Livery livery;
    Sprite sprite = Sprite::Letter;
    bool operator==(const Shelved&) const = default;
};
// The shelf left of the counter: letters that wait, the one in front first; at most three are shown.
inline constexpr double shelfRight = -112;
double shelfWidth(int shown);
QPointF shelfSlot(int index); // where that letter lies, 0 in front
void shelf(Pen& pen, const std::vector<Shelved>& letters);

// Four letter boxes right of the arrivals door.
inline constexpr double boxesLeft = 111, boxesWidth = 58;
void letterBoxes(Pen& pen, const std::vector<Shelved>& letters, bool shut);
QPointF boxSlot(int index);

enum class Gadget { Pc, Phone };
struct HomeLook {
    Livery livery;
    Gadget gadget = Gadget::Pc;
    std::optional<Sprite> shows; // on its screen: a letter that was fetched, a copy
    Livery shown;
    bool operator==(const HomeLook&) const = default;
};
inline constexpr QPointF screenSlot{37, -18}; // where the letter it shows is
inline constexpr QPointF doorstep{-66, -14};  // where a letter lies that could not be posted
void home(Pen& pen, const HomeLook& look);

void directory(Pen& pen, bool up);

} // namespace mailtown::art
