#include "ui/map/art/marks.h"

#include <cmath>

namespace mailtown::art {
namespace {

QPainterPath octagon(double r) {
    QPainterPath path;
    for (int i = 0; i < 8; ++i) {
        const double angle = M_PI / 8 + i * M_PI / 4;
        const QPointF p(std::cos(angle) * r, std::sin(angle) * r);
        i ? path.lineTo(p) : path.moveTo(p);
    }
    path.closeSubpath();
    return path;
}

} // namespace

void mark(Pen& pen, Mark kind, double x, double y, double scale) {
    const Tokens& t = pen.t;
    const auto moved = pen.at(x, y, scale);
    switch (kind) {
    case Mark::Closed:
        pen.path(octagon(18), t.fail, t.keyline, 2.4);
        pen.line("M-7 0H7", t.onFail, 4.5);
        break;
    case Mark::Cut:
        pen.path(octagon(18), t.fail, t.keyline, 2.4);
        pen.line("M-6 -6L6 6M6 -6L-6 6", t.onFail, 4);
        break;
    case Mark::Silent:
        pen.circle(0, 0, 17, t.wait, t.keyline, 2.4);
        pen.circle(0, 0, 15.4, {}, t.onWait, 1.8);
        pen.line(
            "M-5.5 -8.5H5.5M-5.5 8.5H5.5M-4.5 -8.5C-4.5 -3 4.5 3 4.5 8.5M4.5 -8.5C4.5 -3 -4.5 3 -4.5 8.5",
            t.onWait, 2.4);
        break;
    case Mark::Failed:
        pen.circle(0, 0, 15, t.fail, t.keyline, 2.4);
        pen.line("M-5.5 -5.5L5.5 5.5M5.5 -5.5L-5.5 5.5", t.onFail, 3.8);
        break;
    case Mark::Done:
        pen.circle(0, 0, 15, t.ink, t.keyline, 2.4);
        pen.line("M-6.5 0.5L-2 5.5L7 -5", t.onInk, 3.6);
        break;
    }
}

void clock(Pen& pen, double x, double y, double left, double r) {
    const Tokens& t = pen.t;
    const auto moved = pen.at(x, y);
    const QColor ink = t.paperInk;
    const double face = r - 4, angle = -M_PI / 2 + 2 * M_PI * (1 - left);
    const QPointF hand(std::cos(angle) * face, std::sin(angle) * face);
    // The button on top; in the dark it stands out against the night.
    QPainterPath button(QPointF(0, -r - 1));
    button.lineTo(0, -r - 4.5);
    button.moveTo(-3.5, -r - 4.5);
    button.lineTo(3.5, -r - 4.5);
    pen.path(button, {}, t.dark ? t.paper : ink, 2.4);
    pen.circle(0, 0, r + 1.6, t.keyline);
    pen.circle(0, 0, r, t.paper, ink, 2.2);
    QPainter& painter = pen.painter();
    painter.setPen(Qt::NoPen);
    painter.setBrush(t.wait);
    // Qt counts sixteenths of a degree anticlockwise from three o'clock.
    if (left > 0.995)
        painter.drawEllipse(QPointF(), face, face);
    else
        painter.drawPie(QRectF(-face, -face, 2 * face, 2 * face), 90 * 16, qRound(left * 360 * 16));
    painter.setPen(QPen(ink, 2.4, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(QPointF(), hand);
    pen.circle(0, 0, 2.2, ink);
}

QSizeF chipSize(const QString& text, const ChipStyle& style) {
    return {std::ceil(textWidth(text, style.size, style.bold) + style.size * 1.3),
            std::ceil(style.size * 1.75)};
}

void chip(Pen& pen, QPointF centre, const QString& text, const ChipStyle& style) {
    const QSizeF size = chipSize(text, style);
    pen.rect(centre.x() - size.width() / 2, centre.y() - size.height() / 2, size.width(), size.height(),
             size.height() / 2, pen.t.panel, pen.t.ink, 1.6);
    pen.text(centre.x(), centre.y() + style.size * 0.36, text, style.size, pen.t.ink, style.bold);
}

} // namespace mailtown::art
