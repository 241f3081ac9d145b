#include "ui/shell/main_window.h"

#include "ui/map/map_view.h"
#include "ui/theme/icons.h"
#include "ui/timeline/time_slider.h"
#include "ui/wording/language.h"
#include "ui/wording/when.h"

#include <QAction>
#include <QToolBar>
#include <QVBoxLayout>

namespace mailtown {

MainWindow::MainWindow(Scenario scenario, Appearance& appearance)
    : appearance_(appearance), session_(std::make_unique<Session>(std::move(scenario))),
      playback_(std::make_unique<Playback>(*session_)) {
    setWindowTitle(tr("%1 – Mailtown").arg(wording::text(session_->scenario().title)));
    auto* middle = new QWidget(this);
    auto* layout = new QVBoxLayout(middle);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto* map = new MapView(*playback_, appearance_, middle);
    layout->addWidget(map, 1);
    layout->addWidget(new TimeSlider(*playback_, appearance_, middle));
    setCentralWidget(middle);
    connect(map, &MapView::requestSwitch, this, [this](HostId host, bool up) {
        playback_->enter(up ? Input(input::SwitchOn{host}) : Input(input::SwitchOff{host}));
    });
    connect(map, &MapView::requestLink, this, [this](HostId a, HostId b, bool up) {
        playback_->enter(up ? Input(input::MendLink{a, b}) : Input(input::CutLink{a, b}));
    });
    makeActions();
    connect(playback_.get(), &Playback::moved, this, &MainWindow::showMoment);
    connect(playback_.get(), &Playback::changed, this, &MainWindow::showMoment);
    showMoment();
    resize(1280, 720);
}

// The panels read the playback until they are gone, and it the session.
MainWindow::~MainWindow() { delete takeCentralWidget(); }

QAction* MainWindow::add(QToolBar* bar, const QString& iconName, const QString& text,
                         const QKeySequence& key) {
    QAction* action = bar->addAction(icon(iconName, appearance_), text);
    action->setShortcut(key);
    return action;
}

void MainWindow::makeActions() {
    QToolBar* bar = addToolBar(tr("Time"));
    bar->setObjectName(QStringLiteral("transport"));
    Playback* playback = playback_.get();
    connect(add(bar, QStringLiteral("start"), tr("To the start"), Qt::Key_Home), &QAction::triggered,
            playback, &Playback::toStart);
    connect(add(bar, QStringLiteral("back"), tr("Step back"), Qt::Key_Comma), &QAction::triggered, playback,
            &Playback::stepBack);
    play_ = add(bar, QStringLiteral("play"), tr("Play"), Qt::Key_P);
    play_->setObjectName(QStringLiteral("play"));
    connect(play_, &QAction::triggered, playback, &Playback::toggle);
    connect(add(bar, QStringLiteral("step"), tr("Step"), Qt::Key_Period), &QAction::triggered, playback,
            &Playback::stepEvent);
    connect(add(bar, QStringLiteral("next-try"), tr("Next try"), Qt::Key_N), &QAction::triggered, playback,
            &Playback::nextTry);
    bar->addSeparator();
    clock_ = new QLabel(bar);
    clock_->setFont(appearance_.font(Type::Title));
    bar->addWidget(clock_);
}

void MainWindow::showMoment() {
    const wording::Calendar calendar(session_->scenario().plan);
    clock_->setText(
        QStringLiteral("%1  %2").arg(calendar.date(playback_->now()), calendar.clock(playback_->now())));
    play_->setIcon(
        icon(playback_->playing() ? QStringLiteral("pause") : QStringLiteral("play"), appearance_));
    play_->setText(playback_->playing() ? tr("Pause") : tr("Play"));
}

} // namespace mailtown
