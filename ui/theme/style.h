// Fusion drawn with the tokens: flat, one radius, one focus ring. Three properties choose a look for a widget
// of a common kind: "primary" (bool, a push button filled with ink), "switch" (bool, a check box drawn as a
// sliding switch), "edged" (bool, a tool button or text with an edge).
#pragma once

#include "ui/theme/tokens.h"

#include <QPalette>
#include <QProxyStyle>

namespace mailtown {

class Appearance;

QPalette paletteOf(const Tokens& tokens);

// A switch as offices and the window wear it; `rect` is 34 × 20 at 100 %.
void paintSwitch(QPainter& painter, const QRectF& rect, bool on, const Tokens& tokens,
                 bool offIsFault = false);

class Style : public QProxyStyle {
    Q_OBJECT

public:
    explicit Style(const Appearance& appearance);

    void polish(QWidget* widget) override;
    using QProxyStyle::polish;
    int pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const override;
    int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                  QStyleHintReturn* data) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                           const QWidget* widget) const override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget) const override;
    void drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                     const QWidget* widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                            const QWidget* widget) const override;

private:
    const Tokens& tokens() const;

    const Appearance& appearance_;
};

} // namespace mailtown
