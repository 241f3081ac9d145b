#include "ui/timeline/time_slider.h"

#include "ui/theme/icons.h"
#include "ui/timeline/ticks.h"
#include "ui/wording/language.h"
#include "ui/wording/names.h"

#include <QMouseEvent>
#include <QPainter>

namespace mailtown {
namespace {

// Pixels from the top: the outages' bars; from their end: the track, the words beneath.
constexpr double barTop = 4, barHeight = 21, twoHeight = 18, gap = 1, manyHeight = 38;
constexpr double trackBelow = 13, words = 27, wordsHeight = 24, knob = 12;
constexpr double barRadius = 4;

} // namespace

TimeSlider::TimeSlider(Playback& playback, const Appearance& appearance, QWidget* parent)
    : QWidget(parent), playback_(playback), appearance_(appearance) {
    setAccessibleName(tr("Time"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&playback, &Playback::moved, this, &TimeSlider::read);
    connect(&playback, &Playback::changed, this, &TimeSlider::read);
    connect(&appearance, &Appearance::changed, this, qOverload<>(&QWidget::update));
    read();
}

// Of one of the bars that lie above one another; where there are many they are thin and say nothing.
double TimeSlider::laneHeight() const {
    const int lanes = marks_.lanes();
    return lanes == 1 ? barHeight : lanes == 2 ? twoHeight : std::max(3.0, manyHeight / lanes - gap);
}

double TimeSlider::barsEnd() const {
    return barTop + marks_.lanes() * laneHeight() + (marks_.lanes() - 1) * gap;
}

QSize TimeSlider::sizeHint() const { return {900, int(barsEnd() + words + wordsHeight + 4)}; }

TimeAxis TimeSlider::axis() const { return {width(), std::max<Time>(1, playback_.length())}; }

void TimeSlider::read() {
    const int lanes = marks_.lanes();
    marks_.update(playback_.session());
    if (lanes != marks_.lanes()) updateGeometry();
    update();
}

void TimeSlider::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const TimeAxis axis = this->axis();
    paintTicks(painter, axis);
    for (const Marks::Outage& outage : marks_.outages()) paintOutage(painter, axis, outage);
    paintTrack(painter, axis);
}

void TimeSlider::paintTicks(QPainter& painter, const TimeAxis& axis) const {
    const Tokens& t = appearance_.tokens();
    const int most = std::max(2, int(axis.right() - axis.left()) / 120);
    const wording::Calendar calendar(playback_.session().scenario().plan);
    painter.setFont(appearance_.font(Type::Base));
    for (const Tick& tick : ticksOf(axis.end, most, calendar)) {
        const double x = axis.x(tick.at);
        painter.fillRect(QRectF(x, 0, 1, barsEnd() + trackBelow + 8), t.rule);
        painter.setPen(t.ink);
        const double half = painter.fontMetrics().horizontalAdvance(tick.label) / 2.0 + 1;
        const double middle = std::clamp(axis.x(tick.labelAt), half, std::max(half, width() - half));
        painter.drawText(QRectF(middle - 90, barsEnd() + words, 180, wordsHeight), Qt::AlignCenter,
                         tick.label);
    }
}

// What is planned is dashed, what happened is filled; the words stand in it.
void TimeSlider::paintOutage(QPainter& painter, const TimeAxis& axis, const Marks::Outage& outage) const {
    const Tokens& t = appearance_.tokens();
    const Time now = playback_.now();
    const double from = axis.x(std::min(outage.from, axis.end)), to = axis.x(std::min(outage.to, axis.end));
    const double done = std::clamp(axis.x(std::min(now, axis.end)), from, to);
    const double top = barTop + outage.lane * (laneHeight() + gap), high = laneHeight();
    const QRectF bar(from, top, std::max(3.0, to - from), high);
    painter.setPen(QPen(t.fail, 2, done < to ? Qt::DashLine : Qt::SolidLine));
    painter.setBrush(t.panel);
    painter.drawRoundedRect(bar, barRadius, barRadius);
    if (done > from) {
        painter.save();
        painter.setClipRect(QRectF(from - 1, 0, done - from + (done < to ? 1 : 2), barsEnd() + trackBelow));
        painter.setPen(QPen(t.fail, 2));
        painter.setBrush(t.fail);
        painter.drawRoundedRect(bar, barRadius, barRadius);
        painter.restore();
    }
    const wording::Names names(playback_.session().town());
    const wording::Calendar calendar(playback_.session().scenario().plan);
    const QString closed = wording::either(tr("%1 closed"), tr("%1 down")).arg(names.host(outage.host));
    const QString planned =
        outage.to == never ? closed : tr("planned until %1").arg(calendar.moment(outage.to, now));
    const auto write = [&](double x, double end, const QString& text, bool bold, const QColor& colour) {
        painter.setFont(appearance_.font(Type::Small, bold));
        if (high + 2 < painter.fontMetrics().ascent()) return true; // no room for words at all
        if (painter.fontMetrics().horizontalAdvance(text) > end - x - 14) return false;
        painter.setPen(colour);
        painter.drawText(QRectF(x + 8, top, end - x, high), Qt::AlignLeft | Qt::AlignVCenter, text);
        return true;
    };
    // In a narrow part the shorter words, and where those have no room either, the words run past the bar's
    // end.
    const bool said = write(from, done, closed, true, t.onFail);
    const QString coming = said ? planned : closed;
    if (write(done, to, coming, false, t.fail) || done >= to) return;
    if (said && outage.to != never &&
        write(done, to, tr("until %1").arg(calendar.moment(outage.to, now)), false, t.fail))
        return;
    if (outage.to != never) write(to, axis.right(), coming, false, t.fail);
}

void TimeSlider::paintTrack(QPainter& painter, const TimeAxis& axis) const {
    const Tokens& t = appearance_.tokens();
    const Time now = playback_.now();
    const double track = barsEnd() + trackBelow;
    const double here = axis.x(std::min(now, axis.end));
    painter.setPen(Qt::NoPen);
    painter.setBrush(t.rule);
    painter.drawRoundedRect(QRectF(axis.left(), track - 4, axis.right() - axis.left(), 8), 4, 4);
    painter.setBrush(t.ink);
    painter.drawRoundedRect(QRectF(axis.left(), track - 4, here - axis.left(), 8), 4, 4);

    const QColor tried = t.dark ? t.wait : mixed(t.wait, t.waitText, 0.5);
    for (const Time each : marks_.tries()) { // grey: wound back, it is still to come
        const double x = axis.x(std::min(each, axis.end));
        painter.fillRect(QRectF(x - 2.75, track - 8, 5.5, 16), t.panel);
        painter.fillRect(QRectF(x - 1.3, track - 8, 2.6, 16), each <= now ? tried : t.control);
    }
    for (const Time each : marks_.bounces()) {
        if (each > now) break;
        const QPointF at(axis.x(std::min(each, axis.end)), track);
        painter.setPen(QPen(t.fail, 2));
        painter.setBrush(t.panel);
        painter.drawRoundedRect(QRectF(at.x() - 11, at.y() - 9, 22, 18), 3, 3);
        painter.drawPixmap(at - QPointF(7, 7),
                           iconPixmap(QStringLiteral("return"), 14, devicePixelRatioF(), t.fail));
    }

    painter.fillRect(QRectF(here - 1, 0, 2, track), t.ink);
    painter.setPen(QPen(t.ink, 4));
    painter.setBrush(t.panel);
    painter.drawEllipse(QPointF(here, track), knob, knob);
    if (hasFocus()) {
        painter.setPen(QPen(t.ink, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(QPointF(here, track), knob + 5, knob + 5);
    }
}

void TimeSlider::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        setAccessibleName(tr("Time"));
        update();
    }
    QWidget::changeEvent(event);
}

void TimeSlider::mousePressEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton) playback_.seek(axis().time(event->position().x()));
}

void TimeSlider::mouseMoveEvent(QMouseEvent* event) {
    if (event->buttons() & Qt::LeftButton) playback_.seek(axis().time(event->position().x()));
}

} // namespace mailtown
