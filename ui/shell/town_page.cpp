#include "ui/shell/town_page.h"

#include "ui/charts/waiting_chart.h"
#include "ui/compose/composer.h"
#include "ui/inspector/inspector.h"
#include "ui/map/map_view.h"
#include "ui/sandbox/sandbox_panel.h"
#include "ui/shell/narration_line.h"
#include "ui/timeline/time_panel.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QKeyEvent>
#include <QResizeEvent>
#include <QVBoxLayout>

namespace mailtown {
namespace {

constexpr int timeHeight = 214, timeLow = 180;
constexpr int narrowBelow = 1500, lowBelow = 720; // px of the page
constexpr int inspectorWide = 540, inspectorNarrow = 400;
constexpr int sandboxWide = 860, sandboxNarrow = 664;

} // namespace

TownPage::TownPage(std::unique_ptr<Session> session, Appearance& appearance, QWidget* parent)
    : QWidget(parent), appearance_(appearance), session_(std::move(session)),
      playback_(std::make_unique<Playback>(*session_)) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    auto* column = new QVBoxLayout;
    column->setSpacing(0);
    map_ = new MapView(*playback_, appearance, this);
    time_ = new TimePanel(*playback_, appearance, this);
    time_->setChart(new WaitingChart(*playback_, appearance, time_));
    inspector_ = new Inspector(*playback_, appearance, this);
    column->addWidget(map_, 1);
    column->addWidget(new NarrationLine(*playback_, appearance, this));
    column->addWidget(time_);
    row->addLayout(column, 1);
    row->addWidget(inspector_);
    connectMap();
    leaveSpaceToPlay();
}

void TownPage::connectMap() {
    connect(map_, &MapView::requestSwitch, this, &TownPage::switchHost);
    connect(map_, &MapView::requestLink, this, [this](HostId a, HostId b, bool up) {
        playback_->enter(up ? Input(input::MendLink{a, b}) : Input(input::CutLink{a, b}));
    });
    const auto choose = [this](LetterId letter) {
        playback_->follow(letter);
        map_->selectHost({});
        map_->selectLetter(letter);
        inspector_->setLetter(letter);
    };
    connect(map_, &MapView::letterClicked, this, choose);
    connect(map_, &MapView::groundClicked, this, [choose] { choose({}); });
    connect(inspector_, &Inspector::letterChosen, this, choose);
    connect(map_, &MapView::hostClicked, this, [this](HostId host) {
        map_->selectHost(host);
        inspector_->setHost(host);
    });
}

// The panels read the playback until they are gone, and it the session.
TownPage::~TownPage() {
    for (QObject* child : QObjectList(children()))
        if (child->isWidgetType()) delete child;
}

bool TownPage::untouched() const { return session_->inputs().empty() && !sandbox_; }

void TownPage::switchHost(HostId host, bool up) {
    playback_->enter(up ? Input(input::SwitchOn{host}) : Input(input::SwitchOff{host}));
}

void TownPage::writeLetter() {
    playback_->pause();
    auto* composer = new Composer(*session_, appearance_, this);
    composer->setAttribute(Qt::WA_DeleteOnClose);
    connect(composer, &Composer::sent, this, [this](const Input& input) { playback_->enter(input); });
    composer->open();
}

void TownPage::showSandbox(bool on) {
    if (!on && !sandbox_) return;
    if (!sandbox_) {
        sandbox_ = new SandboxPanel(*playback_, appearance_, this);
        layout()->addWidget(sandbox_);
    }
    leaveSpaceToPlay();
    sandbox_->setVisible(on);
    inspector_->setVisible(!on);
    share();
}

// Space plays and halts, whatever was clicked last; by Tab every control can still be reached.
void TownPage::leaveSpaceToPlay() {
    for (auto* button : findChildren<QAbstractButton*>())
        if (button->focusPolicy() & Qt::ClickFocus) button->setFocusPolicy(Qt::TabFocus);
    for (auto* choice : findChildren<QComboBox*>()) choice->setFocusPolicy(Qt::TabFocus);
}

void TownPage::share() {
    const bool narrow = width() < narrowBelow, low = height() < lowBelow;
    time_->setNarrow(narrow);
    time_->setLow(low);
    time_->setFixedHeight(low ? timeLow : timeHeight);
    inspector_->setFixedWidth(narrow ? inspectorNarrow : inspectorWide);
    if (sandbox_) sandbox_->setFixedWidth(narrow ? sandboxNarrow : sandboxWide);
}

void TownPage::keyPressEvent(QKeyEvent* event) {
    if (event->modifiers() & ~Qt::KeypadModifier) return QWidget::keyPressEvent(event);
    switch (event->key()) {
    case Qt::Key_Space:
        return playback_->toggle();
    case Qt::Key_Left:
        return playback_->stepBack();
    case Qt::Key_Right:
        return playback_->stepEvent();
    default:
        QWidget::keyPressEvent(event);
    }
}

void TownPage::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    share();
}

} // namespace mailtown
