// The letters of a theme, drawn once into one pixmap, so that thousands are painted by copying. Of a heap of
// them only those that show are.
#pragma once

#include "ui/map/art/envelope.h"
#include "ui/map/cover.h"

#include <QPainter>
#include <QPixmap>

#include <vector>

namespace mailtown {

class Sprites {
public:
    // `liveries`: one for each domain of the plan. Draws anew only when something differs.
    void prepare(const Tokens& tokens, const std::vector<art::Livery>& liveries, double scale,
                 double devicePixelRatio);

    // Adds one to the batch; paint() draws the batch, what stands lower in front, and empties it.
    // `domain` -1: of none.
    void add(QPointF centre, art::Sprite sprite, int domain, bool stacked);
    void paint(QPainter& painter);

    double scale() const { return scale_; }

private:
    // One kind's picture. In device pixels, around its middle where not said otherwise.
    struct Cut {
        QRect source;  // in the atlas
        QRect picture; // all of it that is painted
        QRect core;    // what nothing shows through; empty when there is no such part
    };
    struct Copy {
        QPoint centre; // in device pixels of the whole view
        std::size_t cut;
    };
    std::size_t cutOf(art::Sprite sprite, int domain, bool stacked) const;
    void measure(const QImage& drawn);

    const Tokens* tokens_ = nullptr;
    std::vector<art::Livery> liveries_; // the last is of no domain
    double scale_ = 0, ratio_ = 0;
    QPixmap atlas_;
    std::vector<Cut> cuts_;
    std::vector<Copy> batch_;
    Cover cover_;
    std::vector<QPainter::PixmapFragment> seen_;
};

} // namespace mailtown
