#include "ui/theme/appearance.h"

#include "ui/theme/style.h"

#include <QApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace mailtown {
namespace {

struct Face {
    int window;       // px
    int presentation; // px
    bool bold;
    bool mono = false;
};

Face faceOf(Type type) {
    switch (type) {
    case Type::Clock:
        return {40, 46, true};
    case Type::Narration:
        return {23, 42, false};
    case Type::Title:
        return {20, 31, true};
    case Type::OfficeName:
        return {19, 31, true};
    case Type::Person:
        return {17, 29, true};
    case Type::Domain:
        return {16, 29, false};
    case Type::Base:
        return {15, 24, false};
    case Type::Small:
        return {14, 22, false};
    case Type::Mono:
        return {14, 22, false, true};
    }
    return {15, 24, false};
}

// The first that is installed draws; the CJK family draws what the Latin one lacks.
QStringList families(bool mono) {
    if (mono)
        return {u"Noto Sans Mono"_s, u"Noto Sans Mono CJK JP"_s, u"Menlo"_s, u"Consolas"_s, u"monospace"_s};
    return {u"Noto Sans"_s,    u"Noto Sans CJK JP"_s, u"Noto Sans JP"_s,  u"Segoe UI"_s,
            u"Yu Gothic UI"_s, u"Helvetica Neue"_s,   u"Hiragino Sans"_s, u"sans-serif"_s};
}

} // namespace

Appearance::Appearance(QObject* parent) : QObject(parent) {}

QFont Appearance::font(Type type) const { return font(type, faceOf(type).bold); }

QFont Appearance::font(Type type, bool bold) const {
    const Face face = faceOf(type);
    QFont font;
    font.setFamilies(families(face.mono));
    font.setPixelSize(std::max(1, qRound((presentation_ ? face.presentation : face.window) * fontScale_)));
    font.setBold(bold);
    font.setStyleHint(face.mono ? QFont::Monospace : QFont::SansSerif);
    return font;
}

void Appearance::setTheme(Theme theme) {
    if (theme == theme_) return;
    theme_ = theme;
    Q_EMIT changed();
}

void Appearance::setFontScale(double scale) {
    scale = std::clamp(scale, 0.8, 2.0);
    if (scale == fontScale_) return;
    fontScale_ = scale;
    Q_EMIT changed();
}

void Appearance::setPresentation(bool on) {
    if (on == presentation_) return;
    presentation_ = on;
    Q_EMIT changed();
}

void Appearance::setReducedMotion(bool on) {
    if (on == reducedMotion_) return;
    reducedMotion_ = on;
    Q_EMIT changed();
}

void Appearance::dress(QApplication& application) {
    application.setStyle(new Style(*this)); // the application owns it
    const auto wear = [this, &application] {
        application.setFont(font(Type::Base));
        application.setPalette(paletteOf(tokens()));
    };
    wear();
    connect(this, &Appearance::changed, &application, wear);
}

} // namespace mailtown
