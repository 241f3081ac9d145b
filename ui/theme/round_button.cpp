#include "ui/theme/round_button.h"

#include "ui/theme/appearance.h"
#include "ui/theme/icons.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace mailtown {

RoundButton::RoundButton(const Appearance& appearance, const QString& iconName, int diameter, int iconSize,
                         bool filled, QWidget* parent)
    : QAbstractButton(parent), appearance_(appearance), iconName_(iconName), diameter_(diameter),
      iconSize_(iconSize), filled_(filled) {
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::TabFocus); // a click leaves the keyboard where it was
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&appearance, &Appearance::changed, this, qOverload<>(&QWidget::update));
}

void RoundButton::setIconName(const QString& name) {
    if (name == iconName_) return;
    iconName_ = name;
    update();
}

void RoundButton::setDiameter(int diameter) {
    diameter_ = diameter;
    updateGeometry();
}

void RoundButton::setWords(const QString& words, const QString& key) {
    setAccessibleName(words);
    setToolTip(key.isEmpty() ? words : u"%1 (%2)"_s.arg(words, key));
}

void RoundButton::paintEvent(QPaintEvent*) {
    const Tokens& t = appearance_.tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF disc = QRectF(rect()).adjusted(1, 1, -1, -1);
    QColor fill = filled_ ? t.ink : QColor(Qt::transparent);
    if (isEnabled() && (isDown() || underMouse()))
        fill = filled_ ? mixed(t.ink, t.ink2, 0.85) : t.selectionSoft;
    painter.setPen(Qt::NoPen);
    painter.setBrush(fill);
    painter.drawEllipse(disc);
    if (hasFocus()) {
        painter.setPen(QPen(filled_ ? t.panel : t.ink, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(disc.adjusted(2, 2, -2, -2));
    }
    const QColor ink = !isEnabled() ? t.control : filled_ ? t.onInk : t.ink;
    painter.drawPixmap(QPointF((width() - iconSize_) / 2.0, (height() - iconSize_) / 2.0),
                       iconPixmap(iconName_, iconSize_, devicePixelRatioF(), ink));
}

} // namespace mailtown
