#include "ui/map/art/buildings.h"

namespace mailtown::art {
namespace {

void pc(Pen& pen, const HomeLook& look) {
    const Tokens& t = pen.t;
    const auto moved = pen.at(37, 2);
    const QColor edge = t.dark ? t.line : t.screen;
    pen.path("M-21 -35H21V-7H4V-1H11V3H-11V-1H-4V-7H-21Z", t.keyline, t.keyline, 7);
    pen.rect(-21, -35, 42, 29, 3, t.screen, edge, 2);
    pen.rect(-17, -31, 34, 21, 1, look.shows ? t.paper : t.screenOff);
    pen.line("M0 -6V1M-9 2H9", t.line, 3.4);
    if (look.shows) {
        const auto small = pen.at(0, -20.5, 0.62);
        envelope(pen, *look.shows, look.shown);
    }
}

void phone(Pen& pen, const HomeLook& look) {
    const Tokens& t = pen.t;
    const auto moved = pen.at(38, 1);
    const QColor edge = t.dark ? t.line : t.screen;
    pen.rect(-14, -40, 28, 44, 6, t.keyline);
    pen.rect(-11, -37, 22, 38, 4, t.screen, edge, 2);
    pen.rect(-8, -32, 16, 26, 1, look.shows ? t.paper : t.screenOff);
    pen.circle(0, -2.6, 1.5, Qt::white);
    if (look.shows) {
        const auto small = pen.at(0, -19, 0.4);
        envelope(pen, *look.shows, look.shown);
    }
}

} // namespace

void home(Pen& pen, const HomeLook& look) {
    const Tokens& t = pen.t;
    pen.rect(-42, -3, 84, 9, 4.5, t.shadow);
    pen.path("M-32 0V-42H32V0Z", t.wall, t.line, 2.2);
    pen.path("M18 -62V-72H27V-54", t.wall, t.line, 2.2);
    pen.path("M-42 -40L-4 -72Q0 -75 4 -72L42 -40Z",
             mixed(t.domain(look.livery.colour), t.wall, t.roofMix * 0.8), t.line, 2.2);
    pen.rect(-22, -28, 18, 28, 2, t.inside, t.line, 2);
    pen.circle(-8.5, -13, 1.4, t.line);
    pen.rect(6, -32, 18, 15, 1.5, t.glass, t.line, 2);
    pen.line("M15 -32V-17", t.line, 1.6);
    look.gadget == Gadget::Pc ? pc(pen, look) : phone(pen, look);
}

void directory(Pen& pen, bool up) {
    const Tokens& t = pen.t;
    pen.rect(-78, -3, 156, 10, 5, t.shadow);
    pen.path("M-64 -8V-64H64V-8Z", t.wall, t.line, 2.2);
    pen.rect(-72, -9, 144, 9, 2, t.wall, t.line, 2.2);
    const QColor cabinet = !up ? t.shutter : t.dark ? t.inside : t.wallShade;
    const QColor drawers = t.dark && up ? t.onDomain : t.line;
    for (const double x : {-33.0, 0.0, 33.0}) {
        pen.rect(x - 12, -58, 24, 48, 1, cabinet, t.line, 1.8);
        for (int i = 1; i < 4; ++i) pen.rect(x - 12, -58 + i * 12 - 0.8, 24, 1.6, 0, drawers);
        for (int i = 0; i < 4; ++i) pen.rect(x - 3.5, -53 + i * 12, 7, 2, 1, drawers);
    }
    for (const double x : {-57.0, -16.5, 16.5, 57.0}) pen.rect(x - 3.5, -64, 7, 55, 1, t.wall, t.line, 1.8);
    pen.rect(-74, -70, 148, 8, 2, t.wall, t.line, 2.2);
    pen.path("M-76 -70L-3 -106Q0 -107.5 3 -106L76 -70Z", mixed(t.domain("graphite"), t.wall, 0.28), t.line,
             2.2);
    pen.circle(0, -83, 15.5, t.wall, t.line, 2.2);
    pen.text(0, -76.8, QStringLiteral("@"), 19, t.ink);
    if (!up) mark(pen, Mark::Closed, 72, -104);
}

} // namespace mailtown::art
