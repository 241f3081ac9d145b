// All that shows time: the clock and its buttons, and beside them, on one axis, a chart and the slider.
#pragma once

#include "ui/playback/playback.h"
#include "ui/theme/appearance.h"

#include <QWidget>

class QVBoxLayout;

namespace mailtown {

class Transport;

class TimePanel : public QWidget {
    Q_OBJECT

public:
    // Both must outlive it.
    TimePanel(Playback& playback, const Appearance& appearance, QWidget* parent);

    // Above the slider, on its axis (TimeAxis). Takes it over.
    void setChart(QWidget* chart);
    void setNarrow(bool narrow); // 264 px for the clock instead of 304
    void setLow(bool low);       // for 180 px of height instead of 214

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Appearance& appearance_;
    Transport* transport_;
    QVBoxLayout* axis_;
};

} // namespace mailtown
