// A letter's journey as a line with a mark for each step. A chosen step's conversation is shown below it.
#pragma once

#include "ui/inspector/journey.h"
#include "ui/inspector/rows.h"

namespace mailtown {

class JourneyView : public Rows {
    Q_OBJECT

public:
    JourneyView(const Appearance& appearance, QWidget* parent);

    // `times`: what stands left of each step. `colour`: of the letter.
    void setSteps(std::vector<JourneyStep> steps, QStringList times, const QColor& colour);
    void setChosen(int row);  // without a signal; -1: none
    int endOf(int row) const; // px from the top; 0 for none

Q_SIGNALS:
    void chosen(mailtown::ConnectionId connection); // by the person

protected:
    int rowCount() const override { return int(steps_.size()); }
    int rowHeight(int row, int width) const override;
    void paintRow(QPainter& painter, int row, const QRect& rect) const override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;

private:
    int timeWidth() const;
    int textLeft() const;
    void choose(int row);
    QFont fontOf(const JourneyStep& step) const;

    std::vector<JourneyStep> steps_;
    QStringList times_;
    QColor colour_;
    int chosen_ = -1;
};

} // namespace mailtown
