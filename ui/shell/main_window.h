// The window: assembles the panels and nothing else.
#pragma once

#include "scenario/scenario.h"
#include "ui/playback/playback.h"
#include "ui/theme/appearance.h"

#include <QLabel>
#include <QMainWindow>

#include <memory>

namespace mailtown {

class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    // `appearance` must outlive it.
    MainWindow(Scenario scenario, Appearance& appearance);
    ~MainWindow() override;

    Playback& playback() { return *playback_; }

private:
    void makeActions();
    QAction* add(QToolBar* bar, const QString& iconName, const QString& text, const QKeySequence& key);
    void showMoment();

    Appearance& appearance_;
    std::unique_ptr<Session> session_;
    std::unique_ptr<Playback> playback_;
    QAction* play_ = nullptr;
    QLabel* clock_ = nullptr;
};

} // namespace mailtown
