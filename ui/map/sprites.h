// The letters of a theme, drawn once into one pixmap, so that thousands are painted by copying.
#pragma once

#include "ui/map/art/envelope.h"

#include <QPainter>
#include <QPixmap>

#include <vector>

namespace mailtown {

class Sprites {
public:
    // `liveries`: one for each domain of the plan. Draws anew only when something differs.
    void prepare(const Tokens& tokens, const std::vector<art::Livery>& liveries, double scale,
                 double devicePixelRatio);

    // Adds one to the batch; paint() draws the batch and empties it. `domain` -1: of none.
    void add(QPointF centre, art::Sprite sprite, int domain, bool stacked);
    void paint(QPainter& painter);

    double scale() const { return scale_; }

private:
    QRectF cell(art::Sprite sprite, int domain, bool stacked) const; // in the pixmap's own pixels

    const Tokens* tokens_ = nullptr;
    std::vector<art::Livery> liveries_; // the last is of no domain
    double scale_ = 0, ratio_ = 0;
    int cellWidth_ = 0, cellHeight_ = 0;
    QPixmap atlas_;
    std::vector<QPainter::PixmapFragment> batch_;
};

} // namespace mailtown
