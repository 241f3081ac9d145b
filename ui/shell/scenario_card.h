// A scenario one can press: picture, title, what it shows. A wide card has the picture beside its words,
// another one above them.
#pragma once

#include "scenario/scenario.h"
#include "ui/theme/appearance.h"

#include <QAbstractButton>

namespace mailtown {

class ScenarioCard : public QAbstractButton {
    Q_OBJECT

public:
    // `appearance` must outlive it.
    ScenarioCard(QString file, Scenario scenario, Appearance& appearance, QWidget* parent);

    const QString& file() const { return file_; }
    const Scenario& scenario() const { return scenario_; }
    bool drawn() const; // the picture is there, in the size it is shown in
    void draw();        // makes it
    void forget();      // it is to be made anew: another theme or language

    // What it says below the title: whole sentences, as many as there is room for.
    QString told() const;

    QSize sizeHint() const override { return {560, 300}; }
    QSize minimumSizeHint() const override { return {380, 216}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    bool beside() const { return width() * 10 > height() * 18; }
    QRect pictureRect() const;
    QRect wordsRect() const; // title and text
    QRect textRect() const;

    QString file_;
    Scenario scenario_;
    Appearance& appearance_;
    QPixmap picture_;
    QSize drawnFor_;
};

} // namespace mailtown
