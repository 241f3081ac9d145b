// The hand that draws everything on the map: one stroke weight, one corner, shapes written as SVG path data.
#pragma once

#include "ui/theme/tokens.h"

#include <QPainter>
#include <QPainterPath>

#include <string_view>

namespace mailtown::art {

// SVG path data (M L H V C Q A Z and their relative forms) as a path. Numbers that are none end it.
QPainterPath svgPath(std::string_view data);

class Pen {
public:
    Pen(QPainter& painter, const Tokens& tokens) : painter_(painter), t(tokens) {
        painter_.setRenderHint(QPainter::Antialiasing);
    }

    void path(std::string_view data, const QColor& fill, const QColor& stroke = {}, double width = 2);
    void path(const QPainterPath& path, const QColor& fill, const QColor& stroke = {}, double width = 2);
    void line(std::string_view data, const QColor& stroke, double width); // no fill, round ends
    // Along the straight pieces of a path, with round ends. Piece by piece, since stroking the whole of a
    // long slanting path costs ten times as much.
    void band(const QPainterPath& pieces, const QColor& colour, double width);
    void rect(double x, double y, double w, double h, double radius, const QColor& fill,
              const QColor& stroke = {}, double width = 2);
    void circle(double x, double y, double radius, const QColor& fill, const QColor& stroke = {},
                double width = 2);
    void dashedRect(const QRectF& rect, double radius, const QColor& fill, const QColor& stroke, double width,
                    const QList<qreal>& dashes); // dashes in pixels
    // Centred on x, with its baseline at y; `size` in pixels.
    void text(double x, double y, const QString& text, double size, const QColor& colour, bool bold = true);

    // What is drawn until the returned guard dies is moved, scaled and turned about (x, y).
    class Moved {
    public:
        Moved(QPainter& painter, double x, double y, double scale, double degrees);
        ~Moved() { painter_.restore(); }
        Moved(const Moved&) = delete;
        Moved& operator=(const Moved&) = delete;

    private:
        QPainter& painter_;
    };
    [[nodiscard]] Moved at(double x, double y, double scale = 1, double degrees = 0) {
        return Moved(painter_, x, y, scale, degrees);
    }

    QPainter& painter() { return painter_; }

private:
    void use(const QColor& fill, const QColor& stroke, double width);

    QPainter& painter_;

public:
    const Tokens& t;
};

// The family that writes on the map.
QFont mapFont(double pixels, bool bold);
double textWidth(const QString& text, double pixels, bool bold);

} // namespace mailtown::art
