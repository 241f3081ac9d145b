#include "ui/timeline/time_panel.h"

#include "ui/timeline/time_slider.h"
#include "ui/timeline/transport.h"

#include <QHBoxLayout>
#include <QPainter>

namespace mailtown {

TimePanel::TimePanel(Playback& playback, const Appearance& appearance, QWidget* parent)
    : QWidget(parent), appearance_(appearance) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    transport_ = new Transport(playback, appearance, this);
    row->addWidget(transport_);
    axis_ = new QVBoxLayout;
    axis_->setContentsMargins(20, 10, 6, 8);
    axis_->setSpacing(0);
    axis_->addWidget(new TimeSlider(playback, appearance, this));
    row->addLayout(axis_, 1);
    setNarrow(false);
    connect(&appearance, &Appearance::changed, this, qOverload<>(&QWidget::update));
}

void TimePanel::setChart(QWidget* chart) { axis_->insertWidget(0, chart, 1); }

void TimePanel::setNarrow(bool narrow) { transport_->setNarrow(narrow); }

void TimePanel::setLow(bool low) {
    transport_->setLow(low);
    axis_->setContentsMargins(20, low ? 6 : 10, 6, low ? 2 : 8);
}

void TimePanel::paintEvent(QPaintEvent*) {
    const Tokens& t = appearance_.tokens();
    QPainter painter(this);
    painter.fillRect(rect(), t.panel);
    painter.fillRect(QRect(transport_->geometry().right(), 10, 1, height() - 24), t.rule);
}

} // namespace mailtown
