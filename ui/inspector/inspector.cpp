#include "ui/inspector/inspector.h"

#include "ui/inspector/host_panel.h"
#include "ui/inspector/letter_panel.h"
#include "ui/wording/language.h"

#include <QElapsedTimer>
#include <QEvent>
#include <QLabel>
#include <QPainter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace mailtown {
namespace {

// While time moves, what takes longer than this to read is read a few times a second, the rest at each frame:
// panel and picture tell one story.
constexpr int quick = 6, readEvery = 120; // ms

} // namespace

Inspector::Inspector(const Playback& playback, const Appearance& appearance, QWidget* parent)
    : QWidget(parent), playback_(playback), appearance_(appearance), pages_(new QStackedWidget(this)),
      nothing_(new QLabel(this)), letter_(new LetterPanel(appearance, this)),
      host_(new HostPanel(appearance, this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(1, 0, 0, 0);
    column->addWidget(pages_);
    nothing_->setWordWrap(true);
    nothing_->setAlignment(Qt::AlignCenter);
    nothing_->setMargin(40);
    nothing_->setForegroundRole(QPalette::PlaceholderText);
    for (QWidget* page : std::initializer_list<QWidget*>{nothing_, letter_, host_}) pages_->addWidget(page);

    soon_.setSingleShot(true);
    soon_.setInterval(readEvery);
    connect(&soon_, &QTimer::timeout, this, &Inspector::refresh);
    const auto later = [this] {
        if (!playback_.playing() || cost_ < quick || playback_.hero() != shownHero_) return refresh();
        if (!soon_.isActive()) soon_.start();
    };
    connect(&playback, &Playback::moved, this, later);
    connect(&playback, &Playback::changed, this, later);
    connect(&appearance, &Appearance::changed, this, qOverload<>(&QWidget::update));
    connect(host_, &HostPanel::letterChosen, this, [this](LetterId letter) {
        setLetter(letter);
        Q_EMIT letterChosen(letter);
    });
    retranslate();
    refresh();
}

void Inspector::setLetter(LetterId letter) {
    chosenLetter_ = letter;
    chosenHost_ = {};
    refresh();
}

void Inspector::setHost(HostId host) {
    chosenHost_ = host;
    chosenLetter_ = {};
    refresh();
}

void Inspector::refresh() {
    soon_.stop();
    if (!isVisible() && window()->isVisible()) return; // showEvent reads
    QElapsedTimer clock;
    clock.start();
    read();
    cost_ = clock.elapsed();
}

void Inspector::read() {
    const Session& session = playback_.session();
    if (chosenHost_) {
        host_->setHost(chosenHost_);
        host_->refresh(session);
        pages_->setCurrentWidget(host_);
        return;
    }
    shownHero_ = playback_.hero();
    const LetterId letter = chosenLetter_ ? chosenLetter_ : shownHero_;
    if (!letter || letter.index >= session.town().letterCount()) {
        pages_->setCurrentWidget(nothing_);
        return;
    }
    letter_->setLetter(letter);
    letter_->refresh(playback_);
    pages_->setCurrentWidget(letter_);
}

void Inspector::retranslate() {
    setAccessibleName(tr("Inspector"));
    nothing_->setText(tr("Nothing has been written yet.\nChoose a letter or a house on the map."));
}

void Inspector::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) retranslate();
}

void Inspector::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    refresh();
}

void Inspector::paintEvent(QPaintEvent*) {
    const Tokens& t = appearance_.tokens();
    QPainter painter(this);
    painter.fillRect(rect(), t.panel);
    painter.fillRect(0, 0, 1, height(), t.rule);
}

} // namespace mailtown
