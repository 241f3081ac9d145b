#include "ui/shell/narration_line.h"

#include "ui/map/art/envelope.h"
#include "ui/map/art/marks.h"
#include "ui/theme/segmented.h"
#include "ui/wording/language.h"
#include "ui/wording/narration.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QTextDocument>

namespace mailtown {
namespace {

constexpr double pictureWidth = 46, pictureLeft = 26;

// The domain a letter comes from, the way the map colours it.
art::Livery liveryOf(const Town& town, LetterId letter) {
    const auto of = [&](NameId name) -> const DomainPlan* {
        const std::string_view address = name ? town.name(name) : std::string_view();
        const auto at = address.rfind('@');
        return at == address.npos ? nullptr : town.plan().domain(address.substr(at + 1));
    };
    const DomainPlan* domain = nullptr;
    if (letter && letter.index < town.letterCount()) {
        const Letter& known = town.letter(letter);
        domain = of(known.returnPath);
        if (!domain && known.about) domain = of(town.letter(known.about).returnPath);
    }
    return domain ? art::Livery{domain->colour, domain->emblem} : art::Livery{"graphite", "hexagon"};
}

art::Sprite spriteOf(const Movement& movement) {
    switch (movement.purpose) {
    case Purpose::Ask:
        return art::Sprite::Question;
    case Purpose::Answer:
        return art::Sprite::Answer;
    case Purpose::Look:
        return art::Sprite::Bag;
    default:
        return movement.report || movement.gaveUp() ? art::Sprite::Returned : art::Sprite::Letter;
    }
}

// What befell a host or a road, or that nothing does.
void paintSubject(art::Pen& pen, wording::Subject subject) {
    const Tokens& t = pen.t;
    switch (subject) {
    case wording::Subject::HostDown:
        return art::mark(pen, art::Mark::Closed, 0, 0);
    case wording::Subject::LinkCut:
        return art::mark(pen, art::Mark::Cut, 0, 0);
    case wording::Subject::HostUp:
    case wording::Subject::LinkMended:
        return art::mark(pen, art::Mark::Done, 0, 0);
    case wording::Subject::Quiet:
    case wording::Subject::Movement:
        break;
    }
    pen.circle(0, 0, 15, t.panel, t.ink2, 2.4);
    pen.line("M0 -8V0H6", t.ink2, 2.6);
}

} // namespace

NarrationLine::NarrationLine(Playback& playback, const Appearance& appearance, QWidget* parent)
    : QWidget(parent), playback_(playback), appearance_(appearance) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(int(pictureLeft + pictureWidth) + 20, 0, 22, 0);
    row->setSpacing(18);
    words_ = new QLabel(this);
    words_->setObjectName(QStringLiteral("narration"));
    words_->setTextFormat(Qt::RichText);
    words_->setWordWrap(true);
    vocabulary_ = new Segmented(appearance, this);
    row->addWidget(words_, 1);
    row->addWidget(vocabulary_);
    setFixedHeight(76);
    connect(vocabulary_, &Segmented::chosen, this, [](int index) {
        wording::setVocabulary(index == 0 ? wording::Vocabulary::Everyday : wording::Vocabulary::Protocol);
    });
    connect(&playback_, &Playback::moved, this, &NarrationLine::tell);
    connect(&playback_, &Playback::changed, this, &NarrationLine::tell);
    connect(&appearance_, &Appearance::changed, this, [this] {
        fitType();
        update();
    });
    retranslate();
}

void NarrationLine::tell() {
    const QString sentence = wording::narrate(playback_);
    update(); // another letter may be told of in the same words
    if (sentence == sentence_) return;
    sentence_ = sentence;
    fitType();
}

// A sentence is never cut: a long one is set smaller.
void NarrationLine::fitType() {
    const int most = appearance_.font(Type::Narration).pixelSize();
    QFont font = appearance_.font(Type::Narration);
    QTextDocument document;
    document.setDocumentMargin(0);
    document.setHtml(sentence_);
    for (int size = most; size > most * 2 / 3; --size) {
        font.setPixelSize(size);
        document.setDefaultFont(font);
        document.setTextWidth(std::max(1, words_->width()));
        if (document.size().height() <= height() - 6) break;
    }
    words_->setFont(font);
    breakLines(document);
}

// Two lines break where the sentence does, when both parts find room; else they are of like length, so that
// no single word stands alone. `document` is set as the label is.
void NarrationLine::breakLines(QTextDocument& document) {
    const double high = document.size().height();
    const QString end = QStringLiteral("</b>");
    const auto rest = sentence_.indexOf(end) + end.size();
    const QString broken = sentence_.left(rest) + QStringLiteral("<br>") + sentence_.mid(rest).trimmed();
    const bool two = high > 1.5 * QFontMetricsF(words_->font()).lineSpacing();
    document.setHtml(broken);
    const bool parts = two && sentence_.contains(end) && document.size().height() <= high;
    words_->setText(parts ? broken : sentence_);
    document.setHtml(sentence_);
    int narrow = words_->width() / 2, wide = words_->width();
    while (!parts && narrow < wide) {
        const int width = (narrow + wide) / 2;
        document.setTextWidth(width);
        if (document.size().height() > high)
            narrow = width + 1;
        else
            wide = width;
    }
    words_->setContentsMargins(0, 0, words_->width() - wide, 0);
}

void NarrationLine::retranslate() {
    vocabulary_->setTexts({tr("Everyday", "words a class knows"), tr("Protocol", "the field's own terms")});
    vocabulary_->setCurrent(wording::vocabulary() == wording::Vocabulary::Everyday ? 0 : 1);
    vocabulary_->setAccessibleName(tr("Words"));
    sentence_.clear();
    tell();
}

void NarrationLine::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    fitType();
}

void NarrationLine::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    QWidget::changeEvent(event);
}

void NarrationLine::paintEvent(QPaintEvent*) {
    const Tokens& t = appearance_.tokens();
    QPainter painter(this);
    painter.fillRect(rect(), t.panel);
    painter.fillRect(QRect(0, 0, width(), 1), t.rule);
    painter.fillRect(QRect(0, height() - 1, width(), 1), t.rule);
    art::Pen pen(painter, t);
    const auto moved =
        pen.at(pictureLeft + pictureWidth / 2, height() / 2.0, pictureWidth / art::letterWidth);
    const wording::Subject subject = wording::subjectOf(playback_);
    if (subject != wording::Subject::Movement) return paintSubject(pen, subject);
    const Movement& told = *playback_.told().moment.movement;
    const Town& town = playback_.session().town();
    art::envelope(pen, spriteOf(told), liveryOf(town, told.letter));
}

} // namespace mailtown
