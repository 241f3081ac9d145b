// A column of rows of different heights that are painted, not built of widgets; in a scroll area.
#pragma once

#include "ui/theme/appearance.h"

#include <QScrollArea>
#include <QWidget>

#include <vector>

namespace mailtown {

class RowArea;

class Rows : public QWidget {
    Q_OBJECT

public:
    Rows(const Appearance& appearance, QWidget* parent);

    // In a frameless scroll area that gives it its width.
    static RowArea* scrolling(Rows* rows, QWidget* parent);
    // Where the last row that is whole above `y` ends; `y` where none is, or the last of all.
    int wholeAbove(int y) const;
    QSize sizeHint() const override { return {200, minimumHeight()}; }

protected:
    virtual int rowCount() const = 0;
    virtual int rowHeight(int row, int width) const = 0;
    virtual void paintRow(QPainter& painter, int row, const QRect& rect) const = 0;

    void relayout();        // rows are others, or of other heights
    int rowAt(int y) const; // -1: none
    QRect rowRect(int row) const;
    const Appearance& appearance() const { return appearance_; }

    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    const Appearance& appearance_;
    std::vector<int> tops_; // of each row, and the end of the last
};

// Shows whole rows only: what has no room at the bottom is scrolled to.
class RowArea : public QScrollArea {
    Q_OBJECT

public:
    RowArea(Rows* rows, QWidget* parent);

    void toEnd(); // and stays there as it grows, until the person scrolls

protected:
    void scrollContentsBy(int dx, int dy) override;
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void snap();

    Rows* rows_;
    int hidden_ = 0; // px at the bottom
    bool atEnd_ = false, snapping_ = false;
};

// Wrapped between words, host names after their dots; inside them only where a part is wider than `rect`.
// With the painter's font and pen.
void drawWrapped(QPainter& painter, const QRect& rect, const QString& text);
// Height of `text` wrapped so.
int wrappedHeight(const QString& text, const QFont& font, int width);

} // namespace mailtown
