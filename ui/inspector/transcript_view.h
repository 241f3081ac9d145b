// A conversation, line by line: who speaks, what is on the wire, and what it means.
#pragma once

#include "ui/inspector/rows.h"
#include "ui/inspector/transcript.h"

namespace mailtown {

class TranscriptView : public Rows {
    Q_OBJECT

public:
    TranscriptView(const Appearance& appearance, QWidget* parent);

    void setLines(std::vector<TranscriptLine> lines);
    QString plainText() const; // "C: EHLO …", a line each

Q_SIGNALS:
    void unfold(); // the person wants to see the folded lines

protected:
    int rowCount() const override { return int(lines_.size()); }
    int rowHeight(int row, int width) const override;
    void paintRow(QPainter& painter, int row, const QRect& rect) const override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;

private:
    bool isLast(int row) const { return row + 1 == rowCount(); }
    QString said(const TranscriptLine& line) const;
    int wireLeft() const;
    int glossLeft(int width) const;

    std::vector<TranscriptLine> lines_;
};

} // namespace mailtown
