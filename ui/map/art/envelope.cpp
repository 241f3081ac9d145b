#include "ui/map/art/envelope.h"

#include "ui/map/art/emblem.h"

namespace mailtown::art {
namespace {

constexpr double W = letterWidth, H = letterHeight;
constexpr std::string_view slipShape =
    "M-12 -16H7L13 -10V14L9.7 17L6.5 14L3.2 17L0 14L-3.2 17L-6.5 14L-9.7 17L-12 14Z";
constexpr std::string_view openFlap = "M-15.5 -10L-6 -2.2M15.5 -10L6 -2.2",
                           shutFlap = "M-15.5 -10L0 2.5L15.5 -10";

void slip(Pen& pen, bool answer, const QColor& colour) {
    const Tokens& t = pen.t;
    pen.path(slipShape, t.paper, t.keyline, 5);
    pen.path(slipShape, t.paper, t.paperInk, 2);
    if (answer) {
        // The letter's own colour, dark enough for white paper in either theme.
        pen.line("M-6 -1H5M1 -5L5.5 -1L1 3", t.dark ? mixed(colour, Qt::black, 0.62) : colour, 3);
        pen.line("M-6 8H6", QColor(0x8C, 0x87, 0x78), 2);
    } else {
        pen.text(0.5, 7, QStringLiteral("?"), 20, t.paperInk);
    }
}

void returnStamp(Pen& pen) {
    const Tokens& t = pen.t;
    const auto turned = pen.at(4, 3.5, 1, -10);
    pen.rect(-15, -9.5, 30, 19, 2, Qt::white, t.dark ? t.keyline : QColor(Qt::white), 2);
    pen.rect(-13.4, -7.9, 26.8, 15.8, 1.5, Qt::white, t.stamp, 2.2);
    const auto moved = pen.at(-0.6, 1.2);
    pen.line("M7.8 4.2A4 4 0 0 0 7.8 -3.8H-6.5M-2.6 -7.2L-7 -3.8L-2.6 -0.3", t.stamp, 2.6);
}

// Open, and nothing in it.
void bag(Pen& pen) {
    const Tokens& t = pen.t;
    constexpr std::string_view body = "M-14 -4H14L12 11Q11.6 13 9.5 13H-9.5Q-11.6 13 -12 11Z";
    pen.line("M-10 -4C-10 -15 10 -15 10 -4", t.keyline, 6.5);
    pen.line("M-10 -4C-10 -15 10 -15 10 -4", t.line, 2.2);
    pen.path(body, t.wall, t.keyline, 5);
    pen.path(body, t.wall, t.line, 2.2);
    pen.path("M-14 -4Q0 3 14 -4Z", t.wallShade, t.line, 2);
}

void postcard(Pen& pen, const Livery& livery, const QColor& colour) {
    const Tokens& t = pen.t;
    pen.rect(-W / 2, -H / 2, W, H, 2, t.paper, t.keyline, 4.5);
    pen.rect(-W / 2 + 0.8, -H / 2 + 0.8, W - 1.6, H - 1.6, 2, t.paper, colour, 2.4);
    pen.line("M-12.5 -5.5H1.5M-12.5 0H0M-12.5 5.5H-3", QColor(0x5A, 0x60, 0x6C), 2.1);
    pen.rect(5.2, -9, 9, 10.5, 1, colour);
    emblem(pen, livery.emblem, 9.7, -3.7, 3.2, t.paper);
}

} // namespace

void envelope(Pen& pen, Sprite sprite, const Livery& livery, bool stacked) {
    const Tokens& t = pen.t;
    const QColor colour = t.domain(livery.colour);
    if (sprite == Sprite::Question || sprite == Sprite::Answer)
        return slip(pen, sprite == Sprite::Answer, colour);
    if (sprite == Sprite::Bag) return bag(pen);
    if (sprite == Sprite::Copy || sprite == Sprite::ReturnedCopy) {
        pen.dashedRect(QRectF(-W / 2, -H / 2, W, H), 3.5, t.panel, colour, 2.4, {5, 3.5});
        pen.line(openFlap, colour, 2.2);
        if (sprite == Sprite::ReturnedCopy) return returnStamp(pen);
        emblem(pen, livery.emblem, 0, 2.4, 5.6, colour);
        return;
    }
    QColor shade = Qt::black;
    shade.setAlphaF(t.dark ? 0.45f : 0.16f);
    pen.rect(-W / 2 + 1, -H / 2 + 3, W, H, 3.5, shade);
    if (stacked)
        for (const double offset : {6.0, 3.0})
            pen.rect(-W / 2 + offset, -H / 2 - offset, W, H, 3.5, colour, t.keyline, 2.2);
    if (sprite == Sprite::Postcard) return postcard(pen, livery, colour);
    pen.rect(-W / 2, -H / 2, W, H, 3.5, colour, t.keyline, 2.2);
    if (sprite == Sprite::Returned) {
        pen.line(shutFlap, t.onDomain, 2.2);
        returnStamp(pen);
    } else if (sprite == Sprite::Sealed) {
        pen.line(shutFlap, t.onDomain, 2.3);
        pen.circle(0, 2, 9.2, t.paper, colour, 2);
        emblem(pen, livery.emblem, 0, 2.2, 5.4, t.dark ? mixed(colour, Qt::black, 0.62) : colour);
    } else {
        pen.line(openFlap, t.onDomain, 2.3);
        emblem(pen, livery.emblem, 0, 2.4, 5.6, t.onDomain);
    }
}

void heroFrame(Pen& pen, double scale) {
    pen.rect(-W / 2 - 6, -H / 2 - 6, W + 12, H + 12, 7.5, pen.t.keyline, pen.t.selection, 3 / scale);
}

double badge(Pen& pen, double x, double y, const QString& text) {
    const double width = std::max(22.0, textWidth(text, 14, true) + 12);
    pen.rect(x, y - 10, width, 20, 10, pen.t.ink, pen.t.keyline, 2);
    pen.text(x + width / 2, y + 5, text, 14, pen.t.onInk);
    return width;
}

} // namespace mailtown::art
