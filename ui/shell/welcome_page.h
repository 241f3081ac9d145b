// The scenarios that come with the program, each with a picture: one click, and its story plays.
#pragma once

#include "scenario/scenario.h"
#include "ui/theme/appearance.h"

#include <QScrollArea>

#include <vector>

class QGridLayout;
class QLabel;

namespace mailtown {

class ScenarioCard;

class WelcomePage : public QScrollArea {
    Q_OBJECT

public:
    // `appearance` must outlive it.
    WelcomePage(Appearance& appearance, QWidget* parent);

Q_SIGNALS:
    void chosen(const QString& file);

protected:
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void load();
    void arrange();
    void drawNext();
    void retranslate();

    Appearance& appearance_;
    QWidget* page_;
    QLabel *title_, *hint_;
    QGridLayout* grid_;
    std::vector<ScenarioCard*> cards_;
};

} // namespace mailtown
