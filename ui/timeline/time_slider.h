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

    QSize sizeHint() const override { return {900, 84}; }
    QSize minimumSizeHint() const override { return {300, 84}; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;

private:
    TimeAxis axis() const;
    void read();

    Playback& playback_;
    const Appearance& appearance_;
    Marks marks_;
};

} // namespace mailtown
