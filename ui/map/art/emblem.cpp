#include "ui/map/art/emblem.h"

#include <cmath>

namespace mailtown::art {
namespace {

QPainterPath star(double r, int points, double inner, double outer, double turn) {
    QPainterPath path;
    for (int i = 0; i < points; ++i) {
        const double angle = turn + i * 2 * M_PI / points, length = r * (i % 2 ? inner : outer);
        const QPointF p(std::cos(angle) * length, std::sin(angle) * length);
        i ? path.lineTo(p) : path.moveTo(p);
    }
    path.closeSubpath();
    return path;
}

} // namespace

void emblem(Pen& pen, std::string_view kind, double x, double y, double r, const QColor& colour) {
    const auto moved = pen.at(x, y);
    if (kind == "flower") {
        for (int i = 0; i < 5; ++i) {
            const double angle = -M_PI / 2 + i * 2 * M_PI / 5;
            pen.circle(std::cos(angle) * r * 0.56, std::sin(angle) * r * 0.56, r * 0.46, colour);
        }
    } else if (kind == "mountain") {
        QPainterPath path(QPointF(-r, r * 0.72));
        path.lineTo(-r * 0.28, -r * 0.78);
        path.quadTo(0, -r * 0.95, r * 0.28, -r * 0.78);
        path.lineTo(r, r * 0.72);
        path.closeSubpath();
        pen.path(path, colour, colour, r * 0.12);
    } else if (kind == "star") {
        pen.path(star(r, 8, 0.42, 1.1, -M_PI / 2), colour, colour, r * 0.1);
    } else if (kind == "drop") {
        QPainterPath path(QPointF(0, -r));
        path.cubicTo(r * 0.3, -r * 0.4, r * 0.8, -r * 0.1, r * 0.8, r * 0.3);
        path.cubicTo(r * 0.8, r * 0.7, r * 0.45, r, 0, r);
        path.cubicTo(-r * 0.45, r, -r * 0.8, r * 0.7, -r * 0.8, r * 0.3);
        path.cubicTo(-r * 0.8, -r * 0.1, -r * 0.3, -r * 0.4, 0, -r);
        pen.path(path, colour);
    } else if (kind == "hexagon") {
        pen.path(star(r, 6, 1, 1, 0), colour);
    } else {
        pen.rect(-r * 0.75, -r * 0.75, r * 1.5, r * 1.5, r * 0.18, colour);
    }
}

} // namespace mailtown::art
