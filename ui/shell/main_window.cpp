#include "ui/shell/main_window.h"

#include "ui/map/map_view.h"
#include "ui/shell/about.h"
#include "ui/shell/commands.h"
#include "ui/shell/menus.h"
#include "ui/shell/opening.h"
#include "ui/shell/sentences.h"
#include "ui/shell/settings.h"
#include "ui/shell/town_page.h"
#include "ui/shell/welcome_page.h"
#include "ui/wording/language.h"

#include <QApplication>
#include <QDragEnterEvent>
#include <QLabel>
#include <QMenuBar>
#include <QStackedWidget>
#include <QToolBar>

#include <QToolButton>
#include <utility>

using namespace Qt::StringLiterals;

namespace mailtown {
namespace {

constexpr int menuHeight = 34, barHeight = 54;
constexpr int toolPadding = 8, toolGap = 8; // px, of the tool bar
constexpr int menusWidth = 560;             // px that the menus may need; the rest is the title's

} // namespace

MainWindow::MainWindow(Appearance& appearance)
    : appearance_(appearance), commands_(new Commands(appearance, this)), pages_(new QStackedWidget(this)),
      welcome_(new WelcomePage(appearance, pages_)) {
    setAcceptDrops(true);
    setCentralWidget(pages_);
    pages_->addWidget(welcome_);
    makeMenus();
    makeToolBar();
    connectCommands();
    connect(welcome_, &WelcomePage::chosen, this, [this](const QString& file) {
        if (open(file)) town_->playback().play();
    });
    connect(welcome_, &WelcomePage::left, this, &MainWindow::leaveWelcome);
    connect(pages_, &QStackedWidget::currentChanged, this, &MainWindow::showPlayback);
    connect(&appearance_, &Appearance::changed, this, &MainWindow::showTitle);
    retranslate();
    showPlayback();
    resize(1280, 720);
    if (const QByteArray kept = settings::geometry(); !kept.isEmpty()) restoreGeometry(kept);
}

MainWindow::~MainWindow() { delete std::exchange(town_, nullptr); }

Playback& MainWindow::playback() { return town_->playback(); }

// ---- pages ----

bool MainWindow::open(const QString& file) {
    std::optional<Scenario> scenario = readScenario(file, this);
    if (!scenario) return false;
    showTown(std::make_unique<Session>(std::move(*scenario)));
    settings::addRecent(file);
    return true;
}

void MainWindow::showTown(std::unique_ptr<Session> session) {
    menus_->setSession(nullptr);
    auto* page = new TownPage(std::move(session), appearance_, pages_);
    const std::unique_ptr<TownPage> before(std::exchange(town_, page));
    pages_->addWidget(page);
    pages_->setCurrentWidget(page);
    menus_->setSession(&town_->session());
    connectTown();
    showPlayback();
    showTitle();
    town_->map().setFocus();
}

void MainWindow::showWelcome() {
    if (town_) town_->playback().pause();
    welcome_->setTownOpen(town_);
    pages_->setCurrentWidget(welcome_);
}

void MainWindow::leaveWelcome() {
    if (!town_) return;
    pages_->setCurrentWidget(town_);
    town_->map().setFocus();
}

bool MainWindow::townShows() const { return town_ && pages_->currentWidget() == town_; }

void MainWindow::connectTown() {
    connect(&town_->playback(), &Playback::changed, this, &MainWindow::showPlayback);
    connect(commands_->zoomIn, &QAction::triggered, &town_->map(), &MapView::zoomIn);
    connect(commands_->zoomOut, &QAction::triggered, &town_->map(), &MapView::zoomOut);
    connect(commands_->fit, &QAction::triggered, &town_->map(), &MapView::fit);
    connect(commands_->follow, &QAction::toggled, &town_->map(), &MapView::setFollowing);
    town_->map().setFollowing(commands_->follow->isChecked());
    connect(commands_->write, &QAction::triggered, town_, &TownPage::writeLetter);
    connect(commands_->sandbox, &QAction::toggled, town_, &TownPage::showSandbox);
    town_->showSandbox(commands_->sandbox->isChecked());
    const Playback* playback = &town_->playback();
    connect(commands_->play, &QAction::triggered, playback, &Playback::toggle);
    connect(commands_->back, &QAction::triggered, playback, &Playback::stepBack);
    connect(commands_->step, &QAction::triggered, playback, &Playback::stepEvent);
    connect(commands_->nextTry, &QAction::triggered, playback, &Playback::nextTry);
    connect(commands_->start, &QAction::triggered, playback, &Playback::toStart);
    connect(commands_->end, &QAction::triggered, playback, &Playback::toEnd);
    connect(commands_->story, &QAction::toggled, playback, &Playback::setStory);
}

// While scenarios are offered, nothing acts on the town behind them.
void MainWindow::showPlayback() {
    for (QAction* each :
         {commands_->play, commands_->back, commands_->step, commands_->nextTry, commands_->start,
          commands_->end, commands_->story, commands_->zoomIn, commands_->zoomOut, commands_->fit,
          commands_->follow, commands_->write, commands_->sandbox})
        each->setEnabled(townShows());
    commands_->showPlaying(town_ && town_->playback().playing());
    commands_->story->setChecked(!town_ || town_->playback().story());
}

void MainWindow::showTitle() {
    if (!town_) {
        setWindowTitle(tr("Mailtown"));
        title_->clear();
        return;
    }
    const Scenario& scenario = town_->session().scenario();
    const QString name = wording::text(scenario.title), about = wording::text(scenario.description);
    setWindowTitle(tr("%1 – Mailtown").arg(name));
    const QFontMetrics bold(appearance_.font(Type::Base, true)), regular(appearance_.font(Type::Base));
    // A sentence is told whole or not at all; the tool tip has them all.
    const int room = width() - menusWidth - bold.horizontalAdvance(name) - 40;
    const QString sentence = sentencesOf(about).value(0);
    const QString rest =
        sentence.isEmpty() || regular.horizontalAdvance(sentence) > room ? QString() : u" · "_s + sentence;
    title_->setText(u"<b>%1</b><span style='color:%3'>%2</span>"_s.arg(
        name.toHtmlEscaped(), rest.toHtmlEscaped(), appearance_.tokens().ink2.name()));
    title_->setToolTip(u"<p>%1</p>"_s.arg(about.toHtmlEscaped()));
    title_->adjustSize();
    menuBar()->setCornerWidget(title_);
    title_->show();
}

// ---- menus and tools ----

void MainWindow::makeMenus() {
    menus_ = new Menus(menuBar(), *commands_);
    connect(menus_, &Menus::fileChosen, this, &MainWindow::open);
    connect(menus_, &Menus::hostSwitched, this, [this](HostId host, bool up) {
        if (town_) town_->switchHost(host, up);
    });
    title_ = new QLabel(this);
    title_->setContentsMargins(8, 0, 18, 0);
    title_->setTextFormat(Qt::RichText);
    title_->setFixedHeight(menuHeight); // a corner widget is not centred
    menuBar()->setFixedHeight(menuHeight);
}

void MainWindow::makeToolBar() {
    bar_ = addToolBar(QString());
    bar_->setObjectName(u"tools"_s);
    bar_->setMovable(false);
    bar_->setContextMenuPolicy(Qt::PreventContextMenu);
    bar_->setFixedHeight(barHeight);
    bar_->addActions({commands_->choose, commands_->write});
    auto* write = qobject_cast<QToolButton*>(bar_->widgetForAction(commands_->write));
    write->setProperty("edged", true);
    write->setAutoRaise(false); // shows its edge without the mouse
    bar_->addSeparator();
    bar_->addActions({commands_->zoomOut, commands_->zoomIn, commands_->fit, commands_->follow});
    auto* between = new QWidget(bar_);
    between->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    bar_->addWidget(between);
    bar_->addAction(commands_->sandbox);
    bar_->addSeparator();
    bar_->addActions({commands_->otherLanguage, commands_->dark});
}

// With words where they have room.
void MainWindow::fitToolBar() {
    int needed = 0, buttons = 0;
    for (QToolButton* button : bar_->findChildren<QToolButton*>()) {
        const QAction* action = button->defaultAction();
        if (!action) continue; // what Qt adds for those that have no room
        ++buttons;
        needed += button->iconSize().width() + 2 * toolPadding;
        if (action->priority() != QAction::LowPriority)
            needed += button->fontMetrics().horizontalAdvance(action->iconText()) + toolPadding;
    }
    const bool roomy = needed + buttons * toolGap <= width();
    bar_->setToolButtonStyle(roomy ? Qt::ToolButtonTextBesideIcon : Qt::ToolButtonIconOnly);
}

void MainWindow::connectCommands() {
    connect(commands_->choose, &QAction::triggered, this, &MainWindow::showWelcome);
    connect(commands_->open, &QAction::triggered, this,
            [this] { askForScenario(this, [this](const QString& file) { open(file); }); });
    connect(commands_->quit, &QAction::triggered, this, &QWidget::close);
    connect(commands_->dark, &QAction::toggled, this, [this](bool on) {
        appearance_.setTheme(on ? Theme::Dark : Theme::Light);
        settings::keep(appearance_);
    });
    connect(commands_->stillLetters, &QAction::toggled, this, [this](bool on) {
        appearance_.setReducedMotion(on);
        settings::keep(appearance_);
    });
    connect(commands_->otherLanguage, &QAction::triggered, this,
            [this] { setLanguage(Commands::nextLanguage()); });
    connect(commands_->languages, &QActionGroup::triggered, this,
            [this](QAction* action) { setLanguage(action->data().toString()); });
    connect(commands_->about, &QAction::triggered, this, [this] { showAbout(this); });
    connect(commands_->aboutQt, &QAction::triggered, qApp, &QApplication::aboutQt);
    commands_->dark->setChecked(appearance_.theme() == Theme::Dark);
    commands_->stillLetters->setChecked(appearance_.reducedMotion());
}

void MainWindow::setLanguage(const QString& tag) {
    wording::setLanguage(tag);
    settings::keep(appearance_);
    readAnew();
}

// A scenario that nobody has touched is told in the new language from the first letter on. What somebody has
// done in it would be lost, so then the letters stay as they were written.
void MainWindow::readAnew() {
    if (!town_ || !town_->untouched()) return;
    const Scenario& before = town_->session().scenario();
    const std::string language = wording::language().toStdString();
    if (before.language == language) return;
    Result<Scenario> scenario = readScenario(before.source, std::string(), language);
    if (!scenario) return; // its text could be read once
    const bool shows = townShows(), playing = playback().playing(), story = playback().story();
    const Time now = playback().now();
    const double speed = playback().speed();
    showTown(std::make_unique<Session>(std::move(*scenario)));
    playback().setSpeed(speed);
    playback().setStory(story);
    playback().seek(now);
    if (!shows) return showWelcome();
    if (playing) playback().play();
}

void MainWindow::retranslate() {
    commands_->retranslate();
    menus_->retranslate();
    bar_->setWindowTitle(tr("Tools"));
    fitToolBar();
    showTitle();
}

// ---- events ----

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    if (!draggedFile(event->mimeData()).isEmpty()) event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event) {
    event->acceptProposedAction();
    open(draggedFile(event->mimeData()));
}

void MainWindow::resizeEvent(QResizeEvent* event) {
    QMainWindow::resizeEvent(event);
    fitToolBar();
    showTitle();
}

void MainWindow::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    QMainWindow::changeEvent(event);
}

void MainWindow::closeEvent(QCloseEvent* event) {
    settings::keepGeometry(saveGeometry());
    QMainWindow::closeEvent(event);
}

} // namespace mailtown
