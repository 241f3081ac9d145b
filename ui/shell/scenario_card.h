// A scenario one can press: picture, title, what it shows.
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
    bool drawn() const { return !picture_.isNull(); }
    void draw();   // makes the picture
    void forget(); // it is to be made anew: another theme or language

    QSize sizeHint() const override { return {420, 372}; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QRect pictureRect() const;

    QString file_;
    Scenario scenario_;
    Appearance& appearance_;
    QPixmap picture_;
};

} // namespace mailtown
