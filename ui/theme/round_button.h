// A round button with an icon alone, as on a tape recorder; the filled one is the one to press first.
#pragma once

#include <QAbstractButton>

namespace mailtown {

class Appearance;

class RoundButton : public QAbstractButton {
    Q_OBJECT

public:
    // Diameter and icon in pixels at 100 %. `appearance` must outlive it.
    RoundButton(const Appearance& appearance, const QString& iconName, int diameter, int iconSize,
                bool filled, QWidget* parent);

    void setIconName(const QString& name);
    void setDiameter(int diameter);
    // What it does, for the tool tip and for screen readers; the shortcut's key is told with it.
    void setWords(const QString& words, const QString& key = {});

    QSize sizeHint() const override { return {diameter_, diameter_}; }
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Appearance& appearance_;
    QString iconName_;
    int diameter_, iconSize_;
    bool filled_;
};

} // namespace mailtown
