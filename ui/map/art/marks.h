// Marks, clocks and chips: shape first, then colour, then a word.
#pragma once

#include "ui/map/art/pen.h"

namespace mailtown::art {

enum class Mark { Closed, Silent, Failed, Done, Cut };

void mark(Pen& pen, Mark mark, double x, double y, double scale = 1);

// The amber that is left is the waiting that is left: `left` 1 … 0.
void clock(Pen& pen, double x, double y, double left, double radius);

// A word in a pill.
struct ChipStyle {
    double size = 15; // pixels of the text
    bool bold = true;
};
QSizeF chipSize(const QString& text, const ChipStyle& style);
void chip(Pen& pen, QPointF centre, const QString& text, const ChipStyle& style);

} // namespace mailtown::art
