// The window: assembles menus, tool bar and pages, and nothing else.
#pragma once

#include "session/session.h"
#include "ui/playback/playback.h"
#include "ui/theme/appearance.h"

#include <QMainWindow>

#include <memory>

class QLabel;
class QStackedWidget;
class QToolBar;

namespace mailtown {

class Commands;
class Menus;
class TownPage;
class WelcomePage;

class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    // Begins with the page that offers scenarios. `appearance` must outlive it.
    explicit MainWindow(Appearance& appearance);
    ~MainWindow() override;

    // Shows the scenario, paused at its start. False: it cannot be read; a message tells what is wrong, and
    // what was shown stays.
    bool open(const QString& file);
    void showTown(std::unique_ptr<Session> session);
    void showWelcome();
    void leaveWelcome(); // back to the town, where there is one

    TownPage* town() { return town_; } // null before the first scenario
    Playback& playback();              // the town's; there must be one

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void closeEvent(QCloseEvent* event) override;

private:
    void makeMenus();
    void makeToolBar();
    void fitToolBar();
    void connectCommands();
    void connectTown();
    void showPlayback();
    bool townShows() const;
    void showTitle();
    void retranslate();
    void setLanguage(const QString& tag);
    void readAnew();

    Appearance& appearance_;
    Commands* commands_;
    QStackedWidget* pages_;
    WelcomePage* welcome_;
    TownPage* town_ = nullptr;
    QToolBar* bar_ = nullptr;
    Menus* menus_ = nullptr;
    QLabel* title_ = nullptr;
};

} // namespace mailtown
