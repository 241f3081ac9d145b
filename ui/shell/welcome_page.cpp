#include "ui/shell/welcome_page.h"

#include "ui/shell/scenario_card.h"
#include "ui/shell/shipped.h"
#include "ui/wording/language.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QTimer>

#include <algorithm>

namespace mailtown {
namespace {

constexpr int gap = 20, margin = 32, edge = 20;
constexpr int widest = 1480;  // px of the cards together: lines stay short enough to read
constexpr int highest = 1040; // px of the page: on a tall screen the cards do not grow for ever

} // namespace

WelcomePage::WelcomePage(Appearance& appearance, QWidget* parent)
    : QScrollArea(parent), appearance_(appearance), page_(new QWidget) {
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    title_ = new QLabel(page_);
    hint_ = new QLabel(page_);
    hint_->setForegroundRole(QPalette::PlaceholderText);
    back_ = new QPushButton(page_);
    back_->setObjectName(QStringLiteral("backToTown"));
    back_->hide();
    auto* words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(title_);
    words->addWidget(hint_);
    auto* head = new QHBoxLayout;
    head->addLayout(words, 1);
    head->addWidget(back_, 0, Qt::AlignVCenter);
    grid_ = new QGridLayout;
    grid_->setSpacing(gap);
    auto* column = new QVBoxLayout(page_);
    column->setSpacing(14);
    column->addLayout(head);
    column->addLayout(grid_, 1);
    setWidget(page_);
    connect(&appearance_, &Appearance::changed, this, &WelcomePage::retranslate);
    connect(back_, &QPushButton::clicked, this, &WelcomePage::left);
    retranslate();
}

void WelcomePage::setTownOpen(bool open) { back_->setVisible(open); }

// Reading them waits until somebody looks.
void WelcomePage::load() {
    for (const QString& file : shippedScenarios()) {
        Result<Scenario> scenario = loadScenario(file.toStdString(), wording::language().toStdString());
        if (!scenario) continue; // opening it tells what is wrong
        cards_.push_back(new ScenarioCard(file, std::move(*scenario), appearance_, page_));
        connect(cards_.back(), &QAbstractButton::clicked, this, [this, file] { Q_EMIT chosen(file); });
    }
    // The shortest story first.
    std::stable_sort(cards_.begin(), cards_.end(), [](const ScenarioCard* a, const ScenarioCard* b) {
        return a->scenario().length < b->scenario().length;
    });
    arrange();
}

void WelcomePage::arrange() {
    const int columns = cards_.size() > 1 ? 2 : 1;
    const int beside = std::max(margin, (width() - widest) / 2);
    page_->layout()->setContentsMargins(beside, edge, beside, std::max(edge, height() - highest));
    for (std::size_t i = 0; i < cards_.size(); ++i) {
        grid_->addWidget(cards_[i], int(i) / columns, int(i) % columns);
        grid_->setRowStretch(int(i) / columns, 1);
    }
}

void WelcomePage::drawSoon() { QTimer::singleShot(0, this, &WelcomePage::drawNext); }

// One picture at a time: the page answers in between.
void WelcomePage::drawNext() {
    for (ScenarioCard* card : cards_) {
        if (card->drawn() || !isVisible()) continue;
        card->draw();
        drawSoon();
        return;
    }
}

void WelcomePage::retranslate() {
    title_->setFont(appearance_.font(Type::Narration, true));
    title_->setText(tr("Which scenario shall it be?"));
    hint_->setText(tr("One click, and it plays. Or drop a scenario file on the window."));
    back_->setText(tr("Back to the town"));
    for (ScenarioCard* card : cards_) card->forget();
    drawSoon();
}

void WelcomePage::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape && !back_->isHidden()) {
        Q_EMIT left();
        return;
    }
    QScrollArea::keyPressEvent(event);
}

void WelcomePage::showEvent(QShowEvent* event) {
    QScrollArea::showEvent(event);
    if (cards_.empty()) load();
    setFocus();
    drawSoon();
}

void WelcomePage::resizeEvent(QResizeEvent* event) {
    QScrollArea::resizeEvent(event);
    arrange();
    drawSoon(); // in another size
}

void WelcomePage::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    QScrollArea::changeEvent(event);
}

} // namespace mailtown
