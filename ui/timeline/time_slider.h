// The slider through town time: outages above, tries below, days beneath. Dragging it seeks both ways.
#pragma once

#include "ui/playback/playback.h"
#include "ui/theme/appearance.h"
#include "ui/timeline/marks.h"
#include "ui/timeline/time_axis.h"

#include <QWidget>

namespace mailtown {

class TimeSlider : public QWidget {
    Q_OBJECT

public:
    // Both must outlive it.
    TimeSlider(Playback& playback, const Appearance& appearance, QWidget* parent);

    QSize sizeHint() const override; // higher where several hosts are down at once
    QSize minimumSizeHint() const override { return {300, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    TimeAxis axis() const;
    double laneHeight() const;
    double barsEnd() const;
    void read();
    void paintTicks(QPainter& painter, const TimeAxis& axis) const;
    void paintOutage(QPainter& painter, const TimeAxis& axis, const Marks::Outage& outage) const;
    void paintTrack(QPainter& painter, const TimeAxis& axis) const;

    Playback& playback_;
    const Appearance& appearance_;
    Marks marks_;
};

} // namespace mailtown
