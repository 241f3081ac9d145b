#include "ui/inspector/journey_view.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace mailtown {
namespace {

constexpr int side = 16, gap = 24, padding = 6; // px
constexpr double dot = 5, ring = 7.5;

} // namespace

JourneyView::JourneyView(const Appearance& appearance, QWidget* parent) : Rows(appearance, parent) {
    setFocusPolicy(Qt::TabFocus);
}

void JourneyView::setSteps(std::vector<JourneyStep> steps, QStringList times, const QColor& colour) {
    if (steps == steps_ && times == times_ && colour == colour_) return;
    steps_ = std::move(steps), times_ = std::move(times), colour_ = colour;
    QStringList spoken;
    for (std::size_t i = 0; i < steps_.size(); ++i)
        spoken.append(times_.value(int(i)) + u' ' + steps_[i].text + u' ' + steps_[i].more);
    setAccessibleDescription(spoken.join(u'\n'));
    relayout();
}

void JourneyView::setChosen(int row) {
    if (chosen_ == row) return;
    chosen_ = row;
    update();
}

int JourneyView::endOf(int row) const { return row >= 0 && row < rowCount() ? rowRect(row).bottom() : 0; }

int JourneyView::timeWidth() const {
    const QFontMetrics metrics(appearance().font(Type::Small));
    int widest = 0;
    for (const QString& time : times_) widest = std::max(widest, metrics.horizontalAdvance(time));
    return widest;
}

int JourneyView::textLeft() const { return side + timeWidth() + gap * 2; }

QFont JourneyView::fontOf(const JourneyStep& step) const {
    return appearance().font(Type::Base, step.mark == JourneyStep::Mark::Now);
}

int JourneyView::rowHeight(int row, int width) const {
    const JourneyStep& step = steps_[std::size_t(row)];
    const int room = width - textLeft() - side;
    int height = wrappedHeight(step.text, fontOf(step), room) + padding * 2;
    if (!step.more.isEmpty()) height += wrappedHeight(step.more, appearance().font(Type::Small), room);
    return height;
}

void JourneyView::paintRow(QPainter& painter, int row, const QRect& rect) const {
    using Mark = JourneyStep::Mark;
    const Tokens& t = appearance().tokens();
    const JourneyStep& step = steps_[std::size_t(row)];
    const bool isChosen = row == chosen_;
    if (isChosen) {
        painter.setPen(hasFocus() ? QPen(t.selection, 1.5) : QPen(Qt::NoPen));
        painter.setBrush(t.selectionSoft);
        painter.drawRoundedRect(QRectF(rect).adjusted(12, 1, -12, -1), 6, 6);
    }

    const QFont base = fontOf(step), small = appearance().font(Type::Small);
    const double line = QFontMetrics(base).height();
    const double y = rect.top() + padding + line / 2;
    const double x = side + timeWidth() + gap;

    // The way between the marks: solid where it is gone, dotted over a fold and where it is yet to come.
    const auto rail = [&](const JourneyStep& to, double from, double until) {
        const bool gone = to.mark != Mark::Coming && to.mark != Mark::Now && to.more.isEmpty();
        painter.setPen(gone ? QPen(t.control, 2) : QPen(t.control, 2, Qt::DotLine));
        painter.drawLine(QPointF(x, from), QPointF(x, until));
    };
    if (row > 0) rail(step, rect.top(), y);
    if (row + 1 < rowCount()) rail(steps_[std::size_t(row) + 1], y, rect.bottom() + 1);

    switch (step.mark) {
    case Mark::Done:
        painter.setPen(Qt::NoPen);
        painter.setBrush(t.ink);
        painter.drawEllipse(QPointF(x, y), dot, dot);
        break;
    case Mark::Failed: {
        painter.setPen(QPen(isChosen ? t.selectionSoft : t.panel, 1.5));
        painter.setBrush(t.fail);
        painter.drawEllipse(QPointF(x, y), ring + 0.5, ring + 0.5);
        painter.setPen(QPen(t.onFail, 2, Qt::SolidLine, Qt::RoundCap));
        painter.drawLine(QPointF(x - 2.6, y - 2.6), QPointF(x + 2.6, y + 2.6));
        painter.drawLine(QPointF(x - 2.6, y + 2.6), QPointF(x + 2.6, y - 2.6));
        break;
    }
    case Mark::Now:
        painter.setPen(QPen(colour_, 2.4));
        painter.setBrush(t.panel);
        painter.drawEllipse(QPointF(x, y), ring, ring);
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour_);
        painter.drawEllipse(QPointF(x, y), 3.6, 3.6);
        break;
    case Mark::Coming:
        painter.setPen(QPen(t.control, 2));
        painter.setBrush(t.panel);
        painter.drawEllipse(QPointF(x, y), dot, dot);
        break;
    }

    painter.setFont(small);
    painter.setPen(t.ink2);
    painter.drawText(QRectF(side, rect.top() + padding, timeWidth(), line), Qt::AlignRight | Qt::AlignVCenter,
                     times_.value(row));
    painter.setFont(base);
    painter.setPen(step.mark == Mark::Coming ? t.ink2 : t.ink);
    const int room = width() - textLeft() - side;
    const int height = wrappedHeight(step.text, base, room);
    drawWrapped(painter, QRect(textLeft(), rect.top() + padding, room, height), step.text);
    if (step.more.isEmpty()) return;
    painter.setFont(small);
    painter.setPen(t.ink2);
    drawWrapped(painter, QRect(textLeft(), rect.top() + padding + height, room, rect.height()), step.more);
}

void JourneyView::choose(int row) {
    if (row < 0 || row >= rowCount() || !steps_[std::size_t(row)].connection) return;
    setChosen(row);
    Q_EMIT chosen(steps_[std::size_t(row)].connection);
}

void JourneyView::mousePressEvent(QMouseEvent* event) { choose(rowAt(event->pos().y())); }

void JourneyView::keyPressEvent(QKeyEvent* event) {
    const int by = event->key() == Qt::Key_Down ? 1 : event->key() == Qt::Key_Up ? -1 : 0;
    if (by == 0) return Rows::keyPressEvent(event);
    int row = chosen_ >= 0 ? chosen_ : by > 0 ? -1 : rowCount();
    for (row += by; row >= 0 && row < rowCount(); row += by)
        if (steps_[std::size_t(row)].connection) return choose(row);
}

void JourneyView::focusInEvent(QFocusEvent* event) {
    Rows::focusInEvent(event);
    update();
}

} // namespace mailtown
