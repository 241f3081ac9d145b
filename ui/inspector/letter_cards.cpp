#include "ui/inspector/letter_content.h"
#include "ui/map/art/emblem.h"
#include "ui/map/art/pen.h"
#include "ui/wording/language.h"

#include <QEvent>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

namespace mailtown {
namespace {

constexpr int side = 20;
constexpr int stampRoom = 60; // px at the envelope’s right
// What a letter writer fills in; the rest of the header is on its own page.
constexpr const char* letterhead[] = {"From", "To", "Cc", "Subject", "Date"};

} // namespace

LetterCards::LetterCards(const Appearance& appearance, QWidget* parent)
    : QWidget(parent), appearance_(appearance) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(side, 12, side, 16);
    column->setSpacing(6);
    for (Card* card : {&envelope_, &header_, &body_}) {
        *card = makeCard();
        auto* line = new QHBoxLayout;
        line->setSpacing(8);
        line->addWidget(card->title);
        line->addWidget(card->note, 1);
        column->addLayout(line);
        column->addWidget(card->box);
        column->addSpacing(8);
    }
    // One beneath the other: beside the stamp there is no room for a name and an address.
    envelope_.form->setRowWrapPolicy(QFormLayout::WrapAllRows);
    envelope_.form->setContentsMargins(16, 10, stampRoom, 10);
    body_.form->setHorizontalSpacing(0); // its one line has no name
    column->addStretch(1);
    connect(&appearance, &Appearance::changed, this, [this] { setContent(LetterContent(content_)); });
    retranslate();
}

LetterCards::Card LetterCards::makeCard() {
    Card card;
    card.title = new QLabel(this);
    card.note = new QLabel(this);
    card.note->setWordWrap(true);
    card.box = new QWidget(this);
    card.form = new QFormLayout(card.box);
    card.form->setContentsMargins(16, 10, 16, 10);
    card.form->setHorizontalSpacing(16);
    card.form->setVerticalSpacing(4);
    card.form->setLabelAlignment(Qt::AlignLeft | Qt::AlignTop);
    card.form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    return card;
}

void LetterCards::fill(Card& card, const std::vector<std::pair<QString, QString>>& rows, bool mono) {
    while (card.form->rowCount() > int(rows.size())) card.form->removeRow(card.form->rowCount() - 1);
    while (card.form->rowCount() < int(rows.size())) {
        auto* value = new QLabel(card.box);
        value->setWordWrap(true);
        value->setTextFormat(Qt::PlainText);
        value->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        auto* name = new QLabel(card.box);
        name->setTextFormat(Qt::PlainText);
        card.form->addRow(name, value);
    }
    for (int i = 0; i < int(rows.size()); ++i) {
        auto* name = qobject_cast<QLabel*>(card.form->itemAt(i, QFormLayout::LabelRole)->widget());
        auto* value = qobject_cast<QLabel*>(card.form->itemAt(i, QFormLayout::FieldRole)->widget());
        name->setText(rows[std::size_t(i)].first);
        name->setVisible(!rows[std::size_t(i)].first.isEmpty());
        name->setFont(appearance_.font(Type::Small));
        name->setForegroundRole(QPalette::PlaceholderText);
        value->setText(rows[std::size_t(i)].second);
        value->setFont(appearance_.font(mono ? Type::Mono : Type::Base));
    }
    card.title->setFont(appearance_.font(Type::Base, true));
    card.note->setFont(appearance_.font(Type::Small));
    card.note->setForegroundRole(QPalette::PlaceholderText);
}

void LetterCards::setContent(const LetterContent& content) {
    content_ = content;
    const QString to = wording::either(tr("To · RCPT TO"), tr("RCPT TO"));
    const QString back = wording::either(tr("Goes back to · MAIL FROM"), tr("MAIL FROM"));
    std::vector<std::pair<QString, QString>> rows;
    for (const QString& recipient : content.recipients)
        rows.emplace_back(rows.empty() ? to : QString(), recipient);
    rows.emplace_back(back,
                      content.returnPath.isEmpty() ? tr("<> (nobody: it is a report)") : content.returnPath);
    fill(envelope_, rows, true);

    rows.clear();
    for (const auto& field : fieldsOf(content.header))
        for (const char* name : letterhead)
            if (field.first.compare(QLatin1String(name), Qt::CaseInsensitive) == 0) rows.push_back(field);
    fill(header_, rows, true);
    fill(body_, {{QString(), content.body}}, false);
    update();
}

void LetterCards::retranslate() {
    using wording::either;
    envelope_.title->setText(tr("Envelope"));
    envelope_.note->setText(either(tr("what the offices read"), tr("what SMTP servers act on")));
    header_.title->setText(either(tr("Letterhead"), tr("Header")));
    header_.note->setText(either(tr("written on top of the letter, not on the envelope"),
                                 tr("part of the message, independent of the envelope")));
    body_.title->setText(either(tr("Letter"), tr("Body")));
    body_.note->setText(tr("what the recipient reads"));
}

void LetterCards::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() != QEvent::LanguageChange) return;
    retranslate();
    setContent(LetterContent(content_));
}

void LetterCards::paintEvent(QPaintEvent*) {
    const Tokens& t = appearance_.tokens();
    const std::string colourName = wording::toUtf8(content_.colour);
    const QColor colour = content_.colour.isEmpty() ? t.control : t.domain(colourName);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    for (const Card* card : {&envelope_, &header_, &body_}) {
        const bool isEnvelope = card == &envelope_;
        painter.setPen(QPen(isEnvelope ? colour : t.rule, isEnvelope ? 2 : 1));
        painter.setBrush(isEnvelope ? QBrush(Qt::NoBrush) : QBrush(t.panel));
        painter.drawRoundedRect(QRectF(card->box->geometry()).adjusted(1, 1, -1, -1), 6, 6);
    }
    // The stamp of the sender's town.
    if (content_.emblem.isEmpty()) return;
    const QRectF box = envelope_.box->geometry();
    const QRectF stamp(box.right() - 48, box.top() + 12, 34, 40);
    if (stamp.bottom() > box.bottom() - 4) return;
    painter.setPen(QPen(colour, 1.4, Qt::DotLine));
    painter.setBrush(t.panel);
    painter.drawRect(stamp);
    art::Pen pen(painter, t);
    pen.rect(stamp.left() + 4, stamp.top() + 4, stamp.width() - 8, stamp.height() - 8, 2, colour);
    art::emblem(pen, wording::toUtf8(content_.emblem), stamp.center().x(), stamp.center().y(), 8, t.onDomain);
}

} // namespace mailtown
