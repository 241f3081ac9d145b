#include "ui/map/art/pen.h"

#include <QFontMetricsF>

#include <charconv>
#include <cmath>

using namespace Qt::StringLiterals;

namespace mailtown::art {
namespace {

class Reader {
public:
    explicit Reader(std::string_view data) : at_(data.data()), end_(data.data() + data.size()) {}

    bool done() {
        skip();
        return at_ == end_;
    }
    bool letterAhead() {
        skip();
        return at_ != end_ && ((*at_ >= 'a' && *at_ <= 'z') || (*at_ >= 'A' && *at_ <= 'Z'));
    }
    char letter() { return *at_++; }
    double number() {
        skip();
        double value = 0;
        const char* from = at_ != end_ && *at_ == '+' ? at_ + 1 : at_;
        const auto [rest, error] = std::from_chars(from, end_, value);
        at_ = error == std::errc() ? rest : end_;
        return value;
    }
    // The flags of an arc may be written without a space after them.
    bool flag() {
        skip();
        return at_ != end_ && *at_++ == '1';
    }

private:
    void skip() {
        while (at_ != end_ && (*at_ == ' ' || *at_ == ',' || *at_ == '\n')) ++at_;
    }
    const char* at_;
    const char* end_;
};

// An elliptical arc without rotation, from the path's current point (SVG 1.1, F.6.5).
void arcTo(QPainterPath& path, double rx, double ry, bool large, bool sweep, QPointF to) {
    const QPointF from = path.currentPosition();
    if (from == to || rx == 0 || ry == 0) return path.lineTo(to);
    const double dx = (from.x() - to.x()) / 2, dy = (from.y() - to.y()) / 2;
    const double reach = dx * dx / (rx * rx) + dy * dy / (ry * ry);
    if (reach > 1) rx *= std::sqrt(reach), ry *= std::sqrt(reach);
    const double d = dx * dx * ry * ry + dy * dy * rx * rx;
    const double k = std::sqrt(std::max(0.0, rx * rx * ry * ry / d - 1)) * (large == sweep ? -1 : 1);
    const QPointF centre((from.x() + to.x()) / 2 + k * rx * dy / ry,
                         (from.y() + to.y()) / 2 - k * ry * dx / rx);
    const auto degrees = [&](QPointF p) {
        return std::atan2(-(p.y() - centre.y()) / ry, (p.x() - centre.x()) / rx) * 180 / M_PI;
    };
    double length = degrees(to) - degrees(from);
    if (sweep && length > 0) length -= 360;
    if (!sweep && length < 0) length += 360;
    path.arcTo(QRectF(centre.x() - rx, centre.y() - ry, 2 * rx, 2 * ry), degrees(from), length);
}

} // namespace

QPainterPath svgPath(std::string_view data) {
    QPainterPath path;
    Reader in(data);
    QPointF start;
    char command = 'M';
    while (!in.done()) {
        if (in.letterAhead()) command = in.letter();
        const bool relative = command >= 'a';
        const QPointF base = relative ? path.currentPosition() : QPointF();
        const auto point = [&] {
            const double x = in.number(), y = in.number();
            return base + QPointF(x, y);
        };
        switch (relative ? char(command - 'a' + 'A') : command) {
        case 'M':
            path.moveTo(point());
            start = path.currentPosition();
            command = relative ? 'l' : 'L'; // further pairs are lines
            break;
        case 'L':
            path.lineTo(point());
            break;
        case 'H':
            path.lineTo(base.x() + in.number(), path.currentPosition().y());
            break;
        case 'V':
            path.lineTo(path.currentPosition().x(), base.y() + in.number());
            break;
        case 'Q': {
            const QPointF c = point();
            path.quadTo(c, point());
            break;
        }
        case 'C': {
            const QPointF a = point(), b = point();
            path.cubicTo(a, b, point());
            break;
        }
        case 'A': {
            const double rx = in.number(), ry = in.number();
            in.number(); // rotation: none is drawn
            const bool large = in.flag(), sweep = in.flag();
            arcTo(path, rx, ry, large, sweep, point());
            break;
        }
        case 'Z':
            path.closeSubpath();
            break;
        default:
            return path;
        }
    }
    return path;
}

void Pen::use(const QColor& fill, const QColor& stroke, double width) {
    painter_.setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    painter_.setPen(stroke.isValid() ? QPen(stroke, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin)
                                     : QPen(Qt::NoPen));
}

void Pen::path(const QPainterPath& path, const QColor& fill, const QColor& stroke, double width) {
    use(fill, stroke, width);
    painter_.drawPath(path);
}

void Pen::path(std::string_view data, const QColor& fill, const QColor& stroke, double width) {
    path(svgPath(data), fill, stroke, width);
}

void Pen::line(std::string_view data, const QColor& stroke, double width) {
    path(svgPath(data), {}, stroke, width);
}

void Pen::band(const QPainterPath& pieces, const QColor& colour, double width) {
    if (pieces.elementCount() < 2) return;
    const double overlap = width / 12; // closes the wedges on the outside of a bend
    painter_.setPen(QPen(colour, width, Qt::SolidLine, Qt::FlatCap));
    const int last = pieces.elementCount() - 1;
    for (int i = 1; i <= last; ++i) {
        const QPointF from = pieces.elementAt(i - 1), to = pieces.elementAt(i);
        const double length = std::hypot(to.x() - from.x(), to.y() - from.y());
        if (length <= 0) continue;
        const QPointF more = (to - from) * (overlap / length);
        painter_.drawLine(from - more, to + more);
    }
    for (const int end : {0, last})
        circle(pieces.elementAt(end).x, pieces.elementAt(end).y, width / 2, colour);
}

void Pen::rect(double x, double y, double w, double h, double radius, const QColor& fill,
               const QColor& stroke, double width) {
    use(fill, stroke, width);
    painter_.drawRoundedRect(QRectF(x, y, w, h), radius, radius);
}

void Pen::circle(double x, double y, double radius, const QColor& fill, const QColor& stroke, double width) {
    use(fill, stroke, width);
    painter_.drawEllipse(QPointF(x, y), radius, radius);
}

void Pen::dashedRect(const QRectF& rect, double radius, const QColor& fill, const QColor& stroke,
                     double width, const QList<qreal>& dashes) {
    QPen pen(stroke, width);
    QList<qreal> inWidths = dashes;
    for (qreal& dash : inWidths) dash /= width;
    pen.setDashPattern(inWidths);
    painter_.setPen(pen);
    painter_.setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    painter_.drawRoundedRect(rect, radius, radius);
}

void Pen::text(double x, double y, const QString& text, double size, const QColor& colour, bool bold) {
    painter_.setFont(mapFont(size, bold));
    painter_.setPen(colour);
    painter_.drawText(QPointF(x - textWidth(text, size, bold) / 2, y), text);
}

Pen::Moved::Moved(QPainter& painter, double x, double y, double scale, double degrees) : painter_(painter) {
    painter_.save();
    painter_.translate(x, y);
    if (degrees != 0) painter_.rotate(degrees);
    if (scale != 1) painter_.scale(scale, scale);
}

QFont mapFont(double pixels, bool bold) {
    static const QStringList families{u"Noto Sans"_s, u"Noto Sans CJK JP"_s, u"Noto Sans JP"_s,
                                      u"Segoe UI"_s,  u"Hiragino Sans"_s,    u"sans-serif"_s};
    QFont font;
    font.setFamilies(families);
    font.setPixelSize(std::max(1, qRound(pixels)));
    font.setBold(bold);
    return font;
}

double textWidth(const QString& text, double pixels, bool bold) {
    return QFontMetricsF(mapFont(pixels, bold)).horizontalAdvance(text);
}

} // namespace mailtown::art
