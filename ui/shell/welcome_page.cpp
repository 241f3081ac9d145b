#include "ui/shell/welcome_page.h"

#include "ui/shell/scenario_card.h"
#include "ui/shell/shipped.h"
#include "ui/wording/language.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QTimer>

#include <algorithm>

namespace mailtown {
namespace {

constexpr int gap = 20, margin = 32;
constexpr int widest = 1480; // px of the cards together: lines stay short enough to read

} // namespace

WelcomePage::WelcomePage(Appearance& appearance, QWidget* parent)
    : QScrollArea(parent), appearance_(appearance), page_(new QWidget) {
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* column = new QVBoxLayout(page_);
    column->setContentsMargins(margin, 22, margin, 22);
    column->setSpacing(4);
    title_ = new QLabel(page_);
    hint_ = new QLabel(page_);
    hint_->setForegroundRole(QPalette::PlaceholderText);
    grid_ = new QGridLayout;
    grid_->setSpacing(gap);
    column->addWidget(title_);
    column->addWidget(hint_);
    column->addSpacing(12);
    column->addLayout(grid_);
    column->addStretch();
    setWidget(page_);
    connect(&appearance_, &Appearance::changed, this, &WelcomePage::retranslate);
    retranslate();
}

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
    page_->layout()->setContentsMargins(beside, 22, beside, 22);
    for (std::size_t i = 0; i < cards_.size(); ++i)
        grid_->addWidget(cards_[i], int(i) / columns, int(i) % columns);
}

// One picture at a time: the page answers in between.
void WelcomePage::drawNext() {
    for (ScenarioCard* card : cards_) {
        if (card->drawn() || !isVisible()) continue;
        card->draw();
        QTimer::singleShot(0, this, &WelcomePage::drawNext);
        return;
    }
}

void WelcomePage::retranslate() {
    title_->setFont(appearance_.font(Type::Narration, true));
    title_->setText(tr("Which story shall it be?"));
    hint_->setText(tr("One click, and it plays. Or drop a scenario file on the window."));
    for (ScenarioCard* card : cards_) card->forget();
    QTimer::singleShot(0, this, &WelcomePage::drawNext);
}

void WelcomePage::showEvent(QShowEvent* event) {
    QScrollArea::showEvent(event);
    if (cards_.empty()) load();
    QTimer::singleShot(0, this, &WelcomePage::drawNext);
}

void WelcomePage::resizeEvent(QResizeEvent* event) {
    QScrollArea::resizeEvent(event);
    arrange();
}

void WelcomePage::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    QScrollArea::changeEvent(event);
}

} // namespace mailtown
