// Letters that wait in each post office, over time: above the time slider, on its axis. The only place that
// knows QCustomPlot.
#pragma once

#include "ui/charts/waiting_history.h"
#include "ui/playback/playback.h"
#include "ui/theme/appearance.h"
#include "ui/timeline/marks.h"

#include <QWidget>

#include <vector>

class QCPGraph;
class QCPItemLine;
class QCPItemPixmap;
class QCPItemRect;
class QCPItemText;
class QCPItemTracer;
class QCustomPlot;
class QLabel;

namespace mailtown {

class WaitingChart : public QWidget {
    Q_OBJECT

public:
    // Both must outlive it.
    WaitingChart(const Playback& playback, const Appearance& appearance, QWidget* parent);

    QSize sizeHint() const override { return {400, 110}; }
    QSize minimumSizeHint() const override { return {160, 56}; }
    // What stands at the end of a curve, "Sakura 23"; empty where the office's curve has no name.
    QString endLabel(HostId office) const;

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    struct Curve {
        QCPGraph* halo = nullptr; // so that curves that cross stay apart
        QCPGraph* line = nullptr;
        QCPItemTracer* end = nullptr;
        QCPItemPixmap* emblem = nullptr;
        QCPItemText* label = nullptr;
        std::size_t drawn = 0; // steps of the history in the graph
        double most = 0, now = 0;
    };

    void dress();
    void retranslate();
    void makeCurves();
    void read();
    void drawCurve(std::size_t office, Time now);
    void drawOutages();
    void scaleAxes();
    void placeLabels();

    const Playback& playback_;
    const Appearance& appearance_;
    QLabel* title_;
    QCustomPlot* plot_;
    QCPItemLine* cursor_;
    WaitingHistory history_;
    Marks marks_;
    std::vector<Curve> curves_; // by office
    std::vector<QCPItemRect*> outages_;
    const Session* session_ = nullptr;
};

} // namespace mailtown
