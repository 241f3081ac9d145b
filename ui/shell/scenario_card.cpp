#include "ui/shell/scenario_card.h"

#include "ui/shell/town_picture.h"
#include "ui/wording/language.h"

#include <QPainter>
#include <QPainterPath>

namespace mailtown {
namespace {

constexpr int inset = 18, titleHeight = 34, lines = 4;
constexpr double radius = 8;

} // namespace

ScenarioCard::ScenarioCard(QString file, Scenario scenario, Appearance& appearance, QWidget* parent)
    : QAbstractButton(parent), file_(std::move(file)), scenario_(std::move(scenario)),
      appearance_(appearance) {
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    forget();
}

// The picture keeps the map's own proportion.
QRect ScenarioCard::pictureRect() const { return {0, 0, width(), width() * 702 / 1380}; }

int ScenarioCard::heightForWidth(int width) const {
    const int line = QFontMetrics(appearance_.font(Type::Base)).lineSpacing();
    return width * 702 / 1380 + 12 + titleHeight + lines * line + inset;
}

void ScenarioCard::forget() {
    picture_ = {};
    setAccessibleName(wording::text(scenario_.title));
    setAccessibleDescription(wording::text(scenario_.description));
    setToolTip(wording::text(scenario_.description));
    update();
}

void ScenarioCard::draw() {
    picture_ = pictureOf(scenario_, appearance_, pictureRect().size(), devicePixelRatioF());
    update();
}

void ScenarioCard::paintEvent(QPaintEvent*) {
    const Tokens& t = appearance_.tokens();
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    const bool marked = underMouse() || hasFocus();
    const QRectF edge = QRectF(rect()).adjusted(1, 1, -1, -1);
    QPainterPath shape;
    shape.addRoundedRect(edge, radius, radius);
    painter.fillPath(shape, t.panel);
    painter.setClipPath(shape);
    if (picture_.isNull())
        painter.fillRect(pictureRect(), t.ground);
    else
        painter.drawPixmap(pictureRect(), picture_);
    painter.fillRect(QRect(0, pictureRect().bottom(), width(), 1), t.rule);
    painter.setClipping(false);
    painter.setPen(QPen(marked ? t.ink : t.control, marked ? 2.5 : 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(edge, radius, radius);

    QRect text = rect().adjusted(inset, pictureRect().height() + 10, -inset, -inset / 2);
    painter.setPen(t.ink);
    painter.setFont(appearance_.font(Type::Title));
    painter.drawText(text.left(), text.top(), text.width(), titleHeight, Qt::AlignLeft | Qt::AlignVCenter,
                     wording::text(scenario_.title));
    painter.setPen(t.ink2);
    painter.setFont(appearance_.font(Type::Base));
    text.setTop(text.top() + titleHeight);
    painter.setClipRect(text);
    painter.drawText(text, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap,
                     wording::text(scenario_.description));
}

} // namespace mailtown
