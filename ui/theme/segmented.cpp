#include "ui/theme/segmented.h"

#include "ui/theme/appearance.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

namespace mailtown {

Segmented::Segmented(const Appearance& appearance, QWidget* parent)
    : QWidget(parent), appearance_(appearance) {
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&appearance, &Appearance::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void Segmented::setTexts(const QStringList& texts) {
    texts_ = texts;
    current_ = std::min(current_, int(texts.size()) - 1);
    setAccessibleDescription(texts_.value(current_));
    updateGeometry();
    update();
}

void Segmented::setCurrent(int index) {
    if (index < 0 || index >= texts_.size() || index == current_) return;
    current_ = index;
    setAccessibleDescription(texts_.value(current_));
    update();
}

QSize Segmented::sizeHint() const {
    const QFontMetrics metrics(appearance_.font(Type::Small, true));
    int width = 2;
    for (const QString& text : texts_) width += metrics.horizontalAdvance(text) + 27;
    return {width, metrics.height() + 12};
}

QRect Segmented::cell(int index) const {
    const QFontMetrics metrics(appearance_.font(Type::Small, true));
    int left = 1;
    for (int i = 0; i < index; ++i) left += metrics.horizontalAdvance(texts_[i]) + 27;
    return {left, 1, metrics.horizontalAdvance(texts_[index]) + 27, height() - 2};
}

void Segmented::paintEvent(QPaintEvent*) {
    const Tokens& t = appearance_.tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF frame = QRectF(rect()).adjusted(.5, .5, -.5, -.5);
    QPainterPath outline;
    outline.addRoundedRect(frame, 6, 6);
    painter.fillPath(outline, t.panel);
    for (int i = 0; i < texts_.size(); ++i) {
        const bool on = i == current_;
        if (on) {
            painter.save();
            painter.setClipPath(outline);
            painter.fillRect(cell(i), t.ink);
            painter.restore();
        }
        painter.setFont(appearance_.font(Type::Small, on));
        painter.setPen(on ? t.onInk : t.ink);
        painter.drawText(cell(i), Qt::AlignCenter, texts_[i]);
    }
    painter.setPen(QPen(hasFocus() ? t.ink : t.control, hasFocus() ? 2 : 1));
    painter.drawPath(outline);
}

void Segmented::mousePressEvent(QMouseEvent* event) {
    for (int i = 0; i < texts_.size(); ++i)
        if (cell(i).contains(event->position().toPoint())) choose(i);
}

void Segmented::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
    case Qt::Key_Left:
        choose(current_ - 1);
        break;
    case Qt::Key_Right:
        choose(current_ + 1);
        break;
    case Qt::Key_Space:
        choose((current_ + 1) % std::max(1, int(texts_.size())));
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

void Segmented::changeEvent(QEvent* event) {
    if (event->type() == QEvent::FontChange) updateGeometry();
    QWidget::changeEvent(event);
}

void Segmented::choose(int index) {
    if (index < 0 || index >= texts_.size() || index == current_) return;
    setCurrent(index);
    Q_EMIT chosen(index);
}

} // namespace mailtown
