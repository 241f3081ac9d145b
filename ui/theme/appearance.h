// How the window looks just now: theme, font scale, presentation, motion. One of it lives as long as the
// application; what draws keeps a reference and repaints at changed().
#pragma once

#include "ui/theme/tokens.h"

#include <QFont>
#include <QObject>

class QApplication;

namespace mailtown {

// The sizes of type; pixels at 100 % are in appearance.cpp.
enum class Type { Clock, Narration, Title, OfficeName, Person, Domain, Base, Small, Mono };

class Appearance : public QObject {
    Q_OBJECT

public:
    explicit Appearance(QObject* parent = nullptr);

    Theme theme() const { return theme_; }
    const Tokens& tokens() const { return tokensOf(theme_); }
    double fontScale() const { return fontScale_; }     // 0.8 … 2
    bool presentation() const { return presentation_; } // larger type, for the back row
    bool reducedMotion() const { return reducedMotion_; }

    QFont font(Type type) const;
    // Bold or regular whatever the type's own weight is.
    QFont font(Type type, bool bold) const;

    void setTheme(Theme theme);
    void setFontScale(double scale); // clamped
    void setPresentation(bool on);
    void setReducedMotion(bool on);

    // Gives the application our style, palette and base font, now and at every change.
    void dress(QApplication& application);

Q_SIGNALS:
    void changed();

private:
    Theme theme_ = Theme::Light;
    double fontScale_ = 1;
    bool presentation_ = false;
    bool reducedMotion_ = false;
};

} // namespace mailtown
