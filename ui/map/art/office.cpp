#include "ui/map/art/buildings.h"

#include "ui/map/art/emblem.h"

#include <cmath>

namespace mailtown::art {
namespace {

constexpr double counterX = -59, doorX = 59, half = 19;

struct Front {
    Pen& pen;
    const OfficeLook& look;
    bool shut, lit;

    void window(double cx) const {
        const Tokens& t = pen.t;
        pen.rect(cx - half, -60, 38, 34, 2, lit ? t.glass : t.glassOff, t.line, 2);
        QPainterPath bar(QPointF(cx, -60));
        bar.lineTo(cx, -26);
        pen.path(bar, {}, t.line, 1.8);
    }

    QPainterPath opening(double cx, bool counter) const {
        QPainterPath path(QPointF(cx - half, 0));
        if (counter) {
            path.lineTo(cx - half, -46);
            path.lineTo(cx + half, -46);
        } else {
            path.lineTo(cx - half, -30);
            path.arcTo(QRectF(cx - half, -30 - half, 2 * half, 2 * half), 180, -180);
        }
        path.lineTo(cx + half, 0);
        path.closeSubpath();
        return path;
    }

    void counter() const {
        const Tokens& t = pen.t;
        const double cx = counterX;
        pen.path(opening(cx, true), lit ? t.inside : t.glassOff, t.line, 2.2);
        pen.rect(cx - half, -19, 38, 19, 0, t.wallShade, t.line, 2);
        pen.rect(cx - 23, -22, 46, 6, 2, t.wall, t.line, 2);
        shutter(cx, true);
        const QColor cloth = shut ? mixed(t.domain(look.livery.colour), t.shutter, 0.3)
                                  : mixed(t.domain(look.livery.colour), t.wall, 0.8);
        for (int i = 0; i < 5; ++i) {
            QPainterPath stripe(QPointF(cx - 25 + i * 10, -57));
            stripe.lineTo(cx - 15 + i * 10, -57);
            stripe.lineTo(cx - 15 + i * 10, -48);
            stripe.arcTo(QRectF(cx - 25 + i * 10, -53, 10, 10), 0, -180);
            stripe.closeSubpath();
            pen.path(stripe, i % 2 ? t.wall : cloth, t.line, 1.6);
        }
        arrow(cx, -69, true);
    }

    void arrivals() const {
        const Tokens& t = pen.t;
        const double cx = doorX;
        pen.path(opening(cx, false), lit ? t.inside : t.glassOff, t.line, 2.2);
        if (!shut) { // the door stands open
            QPainterPath leaf(QPointF(cx + half, 0));
            leaf.lineTo(cx + half, -30);
            leaf.quadTo(cx + half, -33, cx + 18, -36);
            leaf.lineTo(cx + 8, -29);
            leaf.lineTo(cx + 8, 4);
            leaf.closeSubpath();
            pen.path(leaf, t.wall, t.line, 2);
            pen.circle(cx + 11.5, -13, 1.5, t.line);
        }
        shutter(cx, false);
        arrow(cx, -66, false);
    }

    // Rolls down from above.
    void shutter(double cx, bool counter) const {
        if (!shut) return;
        const Tokens& t = pen.t;
        const QPainterPath shape = opening(cx, counter);
        const double top = counter ? -46 : -49, bottom = top * (1 - look.shutter);
        QPainter& painter = pen.painter();
        painter.save();
        painter.setClipRect(QRectF(cx - 30, top - 2, 60, bottom - top + 3), Qt::IntersectClip);
        pen.path(shape, t.shutter, t.line, 2.2);
        for (int i = 1; i < 7; ++i) {
            const double y = bottom - 7.4 * i;
            if (y <= top) break;
            const double reach = counter || y > -30
                                     ? half - 1
                                     : std::sqrt(std::max(0.0, half * half - (y + 30) * (y + 30))) - 1;
            if (reach <= 0) continue;
            QPainterPath slat(QPointF(cx - reach, y));
            slat.lineTo(cx + reach, y);
            pen.path(slat, {}, t.shutterLine, 1.6);
        }
        painter.restore();
    }

    // Left goes out, right comes in.
    void arrow(double x, double y, bool out) const {
        const Tokens& t = pen.t;
        pen.circle(x, y, 10.5, shut ? t.shutter : t.ink, t.wall, 2);
        const auto moved = pen.at(x, y);
        pen.line(out ? "M-3.6 3.6L3.6 -3.6M-2.4 -3.9H3.9V2.4" : "M-3.6 -3.6L3.6 3.6M-2.4 3.9H3.9V-2.4",
                 shut ? t.shutterLine : t.onInk, 2.6);
    }

    void sign() const {
        const Tokens& t = pen.t;
        constexpr double size = 19;
        const double width = textWidth(look.sign, size, true) + 28;
        QPainterPath cords(QPointF(-width / 2 + 12, -79));
        cords.lineTo(-width / 2 + 14, -58);
        cords.moveTo(width / 2 - 12, -79);
        cords.lineTo(width / 2 - 14, -58);
        pen.path(cords, {}, t.line, 2);
        const auto turned = pen.at(0, -44, 1, -2.5);
        // Never brighter than the letters: in the dark it is a dark board.
        const QColor board = t.dark ? t.wall : QColor(Qt::white);
        pen.rect(-width / 2, -16, width, 33, 4, board, t.keyline, 6);
        pen.rect(-width / 2, -16, width, 33, 4, board, t.fail, 3);
        pen.text(0, 7.4, look.sign, size, t.fail);
    }
};

} // namespace

void office(Pen& pen, const OfficeLook& look) {
    const Tokens& t = pen.t;
    const bool shut = !look.open, lit = look.open;
    const QColor colour = t.domain(look.livery.colour);
    const QColor roof = shut ? mixed(colour, t.shutter, 0.16) : mixed(colour, t.wall, t.roofMix);
    const Front front{pen, look, shut, lit};

    pen.rect(-108, -3, 216, 10, 5, t.shadow);
    pen.path("M-94 0V-84H94V0Z", t.wall, t.line, 2.2);
    pen.rect(-93, -11, 186, 11, 0, t.wallShade);
    pen.line("M-94 0H94", t.line, 2.2);
    pen.path("M-106 -84L-88 -117Q-86.3 -120 -82 -120H82Q86.3 -120 88 -117L106 -84Z", roof, t.line, 2.2);
    pen.rect(-109, -88, 218, 9, 2.5, t.wall, t.line, 2.2);
    pen.rect(-23, -62, 46, 36, 2, lit ? t.glass : t.glassOff, t.line, 2);
    pen.line("M0 -62V-26M-23 -44H23", t.line, 1.8);
    pen.rect(-27, -27, 54, 5, 2, t.wall, t.line, 1.8);
    look.sends ? front.counter() : front.window(counterX);
    look.receives ? front.arrivals() : front.window(doorX);
    pen.circle(0, -101, 22, t.wall, t.line, 2.2);
    emblem(pen, look.livery.emblem, 0, -101, 12.5, shut ? mixed(colour, t.shutter, 0.55) : colour);
    if (shut && look.shutter >= 1 && !look.sign.isEmpty()) front.sign();
    if (shut && look.shutter >= 1) mark(pen, Mark::Closed, 103, -122, 1.08);
}

double shelfWidth(int shown) { return 60 + std::max(0, shown - 1) * 25; }

QPointF shelfSlot(int index) { return {shelfRight - 26 - index * 25, -30}; }

void shelf(Pen& pen, const std::vector<Shelved>& letters) {
    if (letters.empty()) return;
    const Tokens& t = pen.t;
    const double width = shelfWidth(int(letters.size())), left = shelfRight - width;
    pen.rect(left - 2, -3, width + 4, 8, 4, t.shadow);
    QPainterPath legs(QPointF(left + 8, -10));
    legs.lineTo(left + 8, 2);
    legs.moveTo(shelfRight - 8, -10);
    legs.lineTo(shelfRight - 8, 2);
    pen.path(legs, {}, t.line, 3);
    pen.rect(left, -15, width, 7, 2.5, t.wall, t.line, 2.2);
    for (int i = int(letters.size()) - 1; i >= 0; --i) {
        const auto moved = pen.at(shelfSlot(i).x(), shelfSlot(i).y());
        envelope(pen, letters[std::size_t(i)].sprite, letters[std::size_t(i)].livery);
    }
}

QPointF boxSlot(int index) { return {113 + (index % 2) * 27 + 13.5, -46.0 + (index / 2) * 23}; }

void letterBoxes(Pen& pen, const std::vector<Shelved>& letters, bool shut) {
    const Tokens& t = pen.t;
    constexpr double w = 27, h = 23, left = 113;
    pen.rect(left - 3, -3, w * 2 + 8, 8, 4, t.shadow);
    pen.line("M119 -12V2M161 -12V2", t.line, 3);
    pen.rect(left - 2, -h * 2 - 16, w * 2 + 4, h * 2 + 6, 3, t.wall, t.line, 2.2);
    for (int i = 0; i < 4; ++i) {
        const double x = left + (i % 2) * w, y = -h * 2 - 13 + (i / 2) * h;
        pen.rect(x + 1.5, y + 1.5, w - 3, h - 3, 1.5, shut ? t.shutter : t.wallShade, t.line, 1.4);
        if (i >= int(letters.size())) continue;
        const auto moved = pen.at(boxSlot(i).x(), boxSlot(i).y(), 0.58);
        envelope(pen, letters[std::size_t(i)].sprite, letters[std::size_t(i)].livery);
    }
}

} // namespace mailtown::art
