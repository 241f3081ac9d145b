#include "ui/inspector/rows.h"

#include <QEvent>
#include <QPaintEvent>
#include <QPainter>
#include <QScrollArea>

#include <algorithm>
#include <utility>

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
    // At once, so that the scroll area can show a new row without waiting for its layout.
    if (height() < tops_.back()) resize(width(), tops_.back());
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

namespace {

constexpr char16_t zeroWidthSpace = 0x200B;

bool isWide(QChar c) { return c.unicode() >= 0x2E80; }

// "mail.fuji.example" may break after its dots, "aoki@sakura.example" before its @.
QString breakable(const QString& text) {
    QString result;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool inside = i > 0 && i + 1 < text.size() && !text[i - 1].isSpace() &&
                            !text[i + 1].isSpace() && !isWide(text[i + 1]);
        if (inside && text[i] == u'@') result += zeroWidthSpace;
        result += text[i];
        if (inside && (text[i] == u'.' || text[i] == u'/')) result += zeroWidthSpace;
    }
    return result;
}

// Of a text made breakable.
int wrapFlags(const QString& text, const QFont& font, int width) {
    const QFontMetrics metrics(font);
    QString part;
    const auto fits = [&] { return metrics.horizontalAdvance(std::exchange(part, {})) <= width; };
    for (const QChar c : text) {
        if (c.isSpace() || c == zeroWidthSpace || isWide(c)) {
            if (!fits()) return Qt::TextWrapAnywhere;
        } else {
            part += c;
        }
    }
    return fits() ? Qt::TextWordWrap : Qt::TextWrapAnywhere;
}

} // namespace

void drawWrapped(QPainter& painter, const QRect& rect, const QString& text) {
    const QString parts = breakable(text);
    painter.drawText(rect, wrapFlags(parts, painter.font(), rect.width()), parts);
}

int wrappedHeight(const QString& text, const QFont& font, int width) {
    const QString parts = breakable(text);
    return QFontMetrics(font)
        .boundingRect(QRect(0, 0, std::max(1, width), 100000), wrapFlags(parts, font, width), parts)
        .height();
}

} // namespace mailtown
