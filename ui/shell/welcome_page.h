// The scenarios that come with the program, each with a picture: one click, and its story plays.
#pragma once

#include "scenario/scenario.h"
#include "ui/theme/appearance.h"

#include <QScrollArea>

#include <vector>

class QGridLayout;
class QLabel;
class QPushButton;

namespace mailtown {

class ScenarioCard;

class WelcomePage : public QScrollArea {
    Q_OBJECT

public:
    // `appearance` must outlive it.
    WelcomePage(Appearance& appearance, QWidget* parent);

    void setTownOpen(bool open); // there is one to go back to

Q_SIGNALS:
    void chosen(const QString& file);
    void left(); // back to the town, without a choice

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void load();
    void arrange();
    void drawNext();
    void drawSoon();
    void retranslate();

    Appearance& appearance_;
    QWidget* page_;
    QLabel *title_, *hint_;
    QPushButton* back_;
    QGridLayout* grid_;
    std::vector<ScenarioCard*> cards_;
};

} // namespace mailtown
