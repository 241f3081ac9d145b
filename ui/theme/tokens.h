// The colours of both themes, as values. Colour belongs to the letters: chrome, roads and buildings are paper
// and ink, only letters, their trails and what fails or waits are saturated.
#pragma once

#include <QColor>

#include <array>
#include <string_view>

namespace mailtown {

enum class Theme { Light, Dark };

struct Tokens {
    bool dark = false;

    QColor chrome, panel, sunken;    // grounds of the window
    QColor rule, control;            // decoration; edges of inputs
    QColor ink, ink2, onInk;         // text, secondary text, text on ink
    QColor selection, selectionSoft; // chosen thing; chosen row
    QColor ground, groundMark, tree, water;
    QColor road, roadEdge, footpath;
    QColor line, wall, wallShade, glass, glassOff, inside, shutter, shutterLine, shadow;
    QColor keyline, paper, paperInk; // round every sprite; white of an envelope and what is written on it
    QColor screen, screenOff;        // of a PC or phone
    QColor fail, failSoft, onFail;
    QColor wait, waitSoft, waitText, onWait;
    QColor stamp; // the return stamp and the CLOSED sign: the same paper and ink in both themes
    std::array<QColor, 6> domains; // blue, green, purple, ochre, graphite, sky
    QColor onDomain;
    double tint = 0;    // share of a domain's colour in its district
    double roofMix = 0; // … and in its roofs

    // By a plan's colour name; the first one for a name that is none.
    const QColor& domain(std::string_view colour) const;
    // The district's ground.
    QColor district(std::string_view colour, double extra = 0) const;
};

const Tokens& tokensOf(Theme theme);

// `share` of `a` in `b`, 0 … 1.
QColor mixed(const QColor& a, const QColor& b, double share);

} // namespace mailtown
