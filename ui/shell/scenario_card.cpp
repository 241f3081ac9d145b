#include "ui/shell/scenario_card.h"

#include "ui/shell/sentences.h"
#include "ui/shell/town_picture.h"
#include "ui/wording/language.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace mailtown {
namespace {

constexpr int inset = 18, titleHeight = 34;
constexpr double radius = 8;

// Japanese breaks between its characters too, but for 、 and 。, by Unicode's rules that Qt follows.
constexpr int wrapped = Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap;

} // namespace

ScenarioCard::ScenarioCard(QString file, Scenario scenario, Appearance& appearance, QWidget* parent)
    : QAbstractButton(parent), file_(std::move(file)), scenario_(std::move(scenario)),
      appearance_(appearance) {
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    forget();
}

QRect ScenarioCard::pictureRect() const {
    if (beside()) return {0, 0, std::min(height() * 13 / 10, width() * 11 / 20), height()};
    const int line = QFontMetrics(appearance_.font(Type::Base)).lineSpacing();
    return {0, 0, width(), std::max(height() / 2, height() - titleHeight - 4 * line - inset)};
}

QRect ScenarioCard::wordsRect() const {
    if (beside()) return rect().adjusted(pictureRect().width() + inset, inset - 6, -inset, -inset / 2);
    return rect().adjusted(inset, pictureRect().height() + 8, -inset, -inset / 2);
}

QRect ScenarioCard::textRect() const { return wordsRect().adjusted(0, titleHeight, 0, 0); }

bool ScenarioCard::drawn() const { return !picture_.isNull() && drawnFor_ == pictureRect().size(); }

void ScenarioCard::forget() {
    picture_ = {};
    setAccessibleName(wording::text(scenario_.title));
    const QString description =
        sentencesThatFit(wording::text(scenario_.description), [](auto&) { return true; });
    setAccessibleDescription(description);
    setToolTip(QStringLiteral("<p>%1</p>").arg(description.toHtmlEscaped()));
    update();
}

void ScenarioCard::draw() {
    drawnFor_ = pictureRect().size();
    picture_ = pictureOf(scenario_, appearance_, drawnFor_, devicePixelRatioF());
    update();
}

QString ScenarioCard::told() const {
    const QRect room = textRect();
    const QFontMetrics metrics(appearance_.font(Type::Base));
    return sentencesThatFit(wording::text(scenario_.description), [&](const QString& text) {
        return metrics.boundingRect(QRect(0, 0, room.width(), 10000), wrapped, text).height() <=
               room.height();
    });
}

void ScenarioCard::paintEvent(QPaintEvent*) {
    const Tokens& t = appearance_.tokens();
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    const bool marked = underMouse() || hasFocus();
    const QRectF edge = QRectF(rect()).adjusted(1, 1, -1, -1);
    const QRect picture = pictureRect();
    QPainterPath shape;
    shape.addRoundedRect(edge, radius, radius);
    painter.fillPath(shape, t.panel);
    painter.setClipPath(shape);
    if (picture_.isNull())
        painter.fillRect(picture, t.ground);
    else
        painter.drawPixmap(picture, picture_);
    painter.fillRect(
        beside() ? QRect(picture.right(), 0, 1, height()) : QRect(0, picture.bottom(), width(), 1), t.rule);
    painter.setClipping(false);
    painter.setPen(QPen(marked ? t.ink : t.control, marked ? 2.5 : 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(edge, radius, radius);

    const QRect words = wordsRect();
    painter.setPen(t.ink);
    painter.setFont(appearance_.font(Type::Title));
    painter.drawText(words.left(), words.top(), words.width(), titleHeight, Qt::AlignLeft | Qt::AlignVCenter,
                     wording::text(scenario_.title));
    painter.setPen(t.ink2);
    painter.setFont(appearance_.font(Type::Base));
    const QString text = told();
    painter.drawText(textRect(), wrapped, text);
}

} // namespace mailtown
