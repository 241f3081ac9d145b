#include "ui/timeline/time_slider.h"

#include "ui/timeline/ticks.h"

#include <QMouseEvent>
#include <QPainter>

namespace mailtown {
namespace {

constexpr double lane = 14, track = 34, below = 52; // px from the top: outages, the slider's line, tries

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

TimeAxis TimeSlider::axis() const { return {width(), std::max<Time>(1, playback_.length())}; }

void TimeSlider::read() {
    marks_.update(playback_.session());
    update();
}

void TimeSlider::paintEvent(QPaintEvent*) {
    const Tokens& t = appearance_.tokens();
    const TimeAxis axis = this->axis();
    const Time now = playback_.now();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(appearance_.font(Type::Small));

    // What is planned is dashed, what happened is filled.
    for (const Marks::Outage& outage : marks_.outages()) {
        const double from = axis.x(std::min(outage.from, axis.end));
        const double to = axis.x(std::min(outage.to, axis.end));
        const double done = std::clamp(axis.x(std::min(now, axis.end)), from, to);
        painter.setPen(Qt::NoPen);
        painter.setBrush(t.fail);
        painter.drawRect(QRectF(from, lane - 4, done - from, 8));
        painter.setPen(QPen(t.fail, 1.5, Qt::DashLine));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(QRectF(done, lane - 4, to - done, 8));
    }

    painter.setPen(QPen(t.control, 4, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(QPointF(axis.left(), track), QPointF(axis.right(), track));
    const double here = axis.x(std::min(now, axis.end));
    painter.setPen(QPen(t.ink, 4, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(QPointF(axis.left(), track), QPointF(here, track));

    for (const Time each : marks_.tries()) {
        painter.setPen(QPen(each <= now ? t.fail : t.control, 2));
        const double x = axis.x(std::min(each, axis.end));
        painter.drawLine(QPointF(x, below - 5), QPointF(x, below + 3));
    }

    const int most = std::max(2, int(axis.right() - axis.left()) / 120);
    painter.setPen(t.ink2);
    const wording::Calendar calendar(playback_.session().scenario().plan);
    for (const Tick& tick : ticksOf(axis.end, most, calendar))
        painter.drawText(QRectF(axis.x(tick.labelAt) - 60, 58, 120, 24), Qt::AlignCenter, tick.label);

    painter.setPen(QPen(t.panel, 2));
    painter.setBrush(t.ink);
    painter.drawEllipse(QPointF(here, track), 9, 9);
}

void TimeSlider::mousePressEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton) playback_.seek(axis().time(event->position().x()));
}

void TimeSlider::mouseMoveEvent(QMouseEvent* event) {
    if (event->buttons() & Qt::LeftButton) playback_.seek(axis().time(event->position().x()));
}

} // namespace mailtown
