#include "ui/inspector/rows.h"

#include <QEvent>
#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>
#include <utility>

namespace mailtown {

Rows::Rows(const Appearance& appearance, QWidget* parent)
    : QWidget(parent), appearance_(appearance), tops_{0} {
    connect(&appearance, &Appearance::changed, this, &Rows::relayout);
}

RowArea* Rows::scrolling(Rows* rows, QWidget* parent) { return new RowArea(rows, parent); }

int Rows::wholeAbove(int y) const {
    if (y >= tops_.back()) return y;
    const auto after = std::upper_bound(tops_.begin(), tops_.end(), y);
    return after == tops_.begin() ? y : *(after - 1);
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

RowArea::RowArea(Rows* rows, QWidget* parent) : QScrollArea(parent), rows_(rows) {
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWidget(rows);
    viewport()->setAutoFillBackground(false);
    rows->setAutoFillBackground(false);
    connect(verticalScrollBar(), &QScrollBar::rangeChanged, this, [this](int, int most) {
        if (atEnd_) verticalScrollBar()->setValue(most);
        snap();
    });
    connect(verticalScrollBar(), &QScrollBar::actionTriggered, this, [this] { atEnd_ = false; });
}

void RowArea::toEnd() {
    atEnd_ = true;
    verticalScrollBar()->setValue(verticalScrollBar()->maximum());
}

void RowArea::scrollContentsBy(int dx, int dy) {
    QScrollArea::scrollContentsBy(dx, dy);
    snap();
}

void RowArea::resizeEvent(QResizeEvent* event) {
    QScrollArea::resizeEvent(event);
    snap();
}

bool RowArea::eventFilter(QObject* watched, QEvent* event) {
    const bool done = QScrollArea::eventFilter(watched, event);
    if (watched == rows_ && event->type() == QEvent::Resize) snap();
    return done;
}

void RowArea::snap() {
    if (snapping_) return;
    snapping_ = true;
    for (int i = 0; i < 3; ++i) { // with another height it may be scrolled elsewhere
        const int top = verticalScrollBar()->value(), bottom = top + viewport()->height() + hidden_;
        const int whole = rows_->wholeAbove(bottom);
        const int hidden = whole > top ? bottom - whole : 0; // a row higher than all of it is cut
        if (hidden == hidden_) break;
        hidden_ = hidden;
        setViewportMargins(0, 0, 0, hidden);
    }
    snapping_ = false;
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
