#include "ui/map/sprites.h"

#include <cmath>

namespace mailtown {
namespace {

// Around a sprite: its keyline, its shadow, the two letters behind it.
constexpr double width = art::letterWidth + 20, height = art::letterHeight + 22;

} // namespace

void Sprites::prepare(const Tokens& tokens, const std::vector<art::Livery>& liveries, double scale,
                      double devicePixelRatio) {
    std::vector<art::Livery> all = liveries;
    all.push_back({"graphite", "square"});
    if (tokens_ == &tokens && scale == scale_ && devicePixelRatio == ratio_ && all == liveries_) return;
    tokens_ = &tokens, scale_ = scale, ratio_ = devicePixelRatio, liveries_ = std::move(all);
    cellWidth_ = int(std::ceil(width * scale * ratio_));
    cellHeight_ = int(std::ceil(height * scale * ratio_));
    atlas_ = QPixmap(cellWidth_ * 2 * art::spriteKinds, cellHeight_ * int(liveries_.size()));
    atlas_.fill(Qt::transparent);
    QPainter painter(&atlas_);
    art::Pen pen(painter, tokens);
    for (int domain = 0; domain < int(liveries_.size()); ++domain)
        for (int kind = 0; kind < art::spriteKinds; ++kind)
            for (const bool stacked : {false, true}) {
                const QRectF where = cell(art::Sprite(kind), domain, stacked);
                const auto moved = pen.at(where.center().x(), where.center().y(), scale * ratio_);
                art::envelope(pen, art::Sprite(kind), liveries_[std::size_t(domain)], stacked);
            }
}

QRectF Sprites::cell(art::Sprite sprite, int domain, bool stacked) const {
    const int row = domain < 0 || domain + 1 >= int(liveries_.size()) ? int(liveries_.size()) - 1 : domain;
    return QRectF((int(sprite) * 2 + (stacked ? 1 : 0)) * cellWidth_, row * cellHeight_, cellWidth_,
                  cellHeight_);
}

void Sprites::add(QPointF centre, art::Sprite sprite, int domain, bool stacked) {
    // Whole pixels: nothing shimmers while it moves, and copying needs no blending between pixels.
    const double dx =
        std::round((centre.x() - cellWidth_ / (2 * ratio_)) * ratio_) / ratio_ + cellWidth_ / (2 * ratio_);
    const double dy =
        std::round((centre.y() - cellHeight_ / (2 * ratio_)) * ratio_) / ratio_ + cellHeight_ / (2 * ratio_);
    batch_.push_back(
        QPainter::PixmapFragment::create({dx, dy}, cell(sprite, domain, stacked), 1 / ratio_, 1 / ratio_));
}

void Sprites::paint(QPainter& painter) {
    if (!batch_.empty()) painter.drawPixmapFragments(batch_.data(), int(batch_.size()), atlas_);
    batch_.clear();
}

} // namespace mailtown
