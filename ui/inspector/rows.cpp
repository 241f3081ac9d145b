#include "ui/inspector/rows.h"

#include <QEvent>
#include <QPaintEvent>
#include <QPainter>
#include <QScrollArea>

#include <algorithm>

namespace mailtown {

Rows::Rows(const Appearance& appearance, QWidget* parent)
    : QWidget(parent), appearance_(appearance), tops_{0} {
    connect(&appearance, &Appearance::changed, this, &Rows::relayout);
}

QScrollArea* Rows::scrolling(Rows* rows, QWidget* parent) {
    auto* area = new QScrollArea(parent);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidget(rows);
    area->viewport()->setAutoFillBackground(false);
    rows->setAutoFillBackground(false);
    return area;
}

void Rows::relayout() {
    tops_.assign(1, 0);
    for (int row = 0; row < rowCount(); ++row) tops_.push_back(tops_.back() + rowHeight(row, width()));
    setMinimumHeight(tops_.back());
    update();
}

int Rows::rowAt(int y) const {
    const auto after = std::upper_bound(tops_.begin(), tops_.end(), y);
    const int row = int(after - tops_.begin()) - 1;
    return row >= 0 && row + 1 < int(tops_.size()) ? row : -1;
}

QRect Rows::rowRect(int row) const {
    const auto at = std::size_t(row);
    return {0, tops_[at], width(), tops_[at + 1] - tops_[at]};
}

void Rows::paintEvent(QPaintEvent* event) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    for (int row = 0; row + 1 < int(tops_.size()); ++row)
        if (const QRect rect = rowRect(row); rect.intersects(event->rect())) paintRow(painter, row, rect);
}

void Rows::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    relayout();
}

void Rows::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) relayout();
}

int wrapFlags(const QString& text, const QFont& font, int width) {
    const QFontMetrics metrics(font);
    for (const QString& word : text.split(u' ', Qt::SkipEmptyParts))
        if (word.back().unicode() < 0x2E80 && metrics.horizontalAdvance(word) > width)
            return Qt::TextWrapAnywhere;
    return Qt::TextWordWrap;
}

int wrappedHeight(const QString& text, const QFont& font, int width) {
    return QFontMetrics(font)
        .boundingRect(QRect(0, 0, std::max(1, width), 100000), wrapFlags(text, font, width), text)
        .height();
}

} // namespace mailtown
