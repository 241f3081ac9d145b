#include "ui/map/sprites.h"

#include <QImage>

#include <algorithm>
#include <cmath>

namespace mailtown {
namespace {

// Around a sprite: its keyline, its shadow, the two letters behind it.
constexpr double width = art::letterWidth + 20, height = art::letterHeight + 22;
// The round corners and blended edges of a letter, in units of its drawing.
constexpr double rim = 2;
// Empty pixels left and right of each: Qt blends eight at a time, and the odd ones at the ends of a row cost
// as much as many, unless they are empty.
constexpr int apron = 7;

bool each(const QImage& image, const QRect& in, bool (*good)(QRgb)) {
    for (int y = in.top(); y <= in.bottom(); ++y) {
        const auto* line = reinterpret_cast<const QRgb*>(image.constScanLine(y));
        if (!std::all_of(line + in.left(), line + in.right() + 1, good)) return false;
    }
    return true;
}

bool empty(QRgb pixel) { return qAlpha(pixel) == 0; }
bool opaque(QRgb pixel) { return qAlpha(pixel) == 255; }

// Without the empty rows and columns round what is drawn there.
QRect trimmed(const QImage& image, QRect in) {
    while (in.height() > 1 && each(image, {in.left(), in.top(), in.width(), 1}, empty)) in.adjust(0, 1, 0, 0);
    while (in.height() > 1 && each(image, {in.left(), in.bottom(), in.width(), 1}, empty))
        in.adjust(0, 0, 0, -1);
    while (in.width() > 1 && each(image, {in.left(), in.top(), 1, in.height()}, empty)) in.adjust(1, 0, 0, 0);
    while (in.width() > 1 && each(image, {in.right(), in.top(), 1, in.height()}, empty))
        in.adjust(0, 0, -1, 0);
    return in;
}

} // namespace

void Sprites::prepare(const Tokens& tokens, const std::vector<art::Livery>& liveries, double scale,
                      double devicePixelRatio) {
    std::vector<art::Livery> all = liveries;
    all.push_back({"graphite", "square"});
    if (tokens_ == &tokens && scale == scale_ && devicePixelRatio == ratio_ && all == liveries_) return;
    tokens_ = &tokens, scale_ = scale, ratio_ = devicePixelRatio, liveries_ = std::move(all);
    const double unit = scale * ratio_;
    const QSize cell(int(std::ceil(width * unit)) + 2 * apron, int(std::ceil(height * unit)));
    QImage drawn(cell.width() * 2 * art::spriteKinds, cell.height() * int(liveries_.size()),
                 QImage::Format_ARGB32_Premultiplied);
    drawn.fill(Qt::transparent);
    {
        QPainter painter(&drawn);
        art::Pen pen(painter, tokens);
        for (int domain = 0; domain < int(liveries_.size()); ++domain)
            for (int kind = 0; kind < art::spriteKinds; ++kind)
                for (const bool stacked : {false, true}) {
                    const QPoint corner((kind * 2 + (stacked ? 1 : 0)) * cell.width(),
                                        domain * cell.height());
                    const auto moved =
                        pen.at(corner.x() + cell.width() / 2, corner.y() + cell.height() / 2, unit);
                    art::envelope(pen, art::Sprite(kind), liveries_[std::size_t(domain)], stacked);
                }
    }
    const int halfWidth = int((art::letterWidth / 2 - rim) * unit),
              halfHeight = int((art::letterHeight / 2 - rim) * unit);
    cuts_.clear();
    for (int domain = 0; domain < int(liveries_.size()); ++domain)
        for (int column = 0; column < 2 * art::spriteKinds; ++column) {
            const QRect whole(QPoint(column * cell.width(), domain * cell.height()), cell);
            const QPoint centre = whole.topLeft() + QPoint(cell.width() / 2, cell.height() / 2);
            const QRect core(-halfWidth, -halfHeight, 2 * halfWidth, 2 * halfHeight);
            const QRect source = trimmed(drawn, whole);
            cuts_.push_back({source, source.translated(-centre),
                             each(drawn, core.translated(centre), opaque) ? core : QRect()});
        }
    atlas_ = QPixmap::fromImage(std::move(drawn));
}

std::size_t Sprites::cutOf(art::Sprite sprite, int domain, bool stacked) const {
    const int row = domain < 0 || domain + 1 >= int(liveries_.size()) ? int(liveries_.size()) - 1 : domain;
    return std::size_t((row * art::spriteKinds + int(sprite)) * 2 + (stacked ? 1 : 0));
}

void Sprites::add(QPointF centre, art::Sprite sprite, int domain, bool stacked) {
    // Whole pixels: nothing shimmers while it moves, and copying needs no blending between pixels.
    batch_.push_back({(centre * ratio_).toPoint(), cutOf(sprite, domain, stacked)});
}

// What stands lower lies in front. From the front to the back it is found out what shows; that is painted
// from the back to the front, and so row after row, which keeps to what the processor has at hand.
void Sprites::paint(QPainter& painter) {
    std::stable_sort(batch_.begin(), batch_.end(),
                     [](const Copy& a, const Copy& b) { return a.centre.y() < b.centre.y(); });
    QRect bounds;
    for (const Copy& copy : batch_) bounds |= cuts_[copy.cut].picture.translated(copy.centre);
    cover_.clear(bounds);
    seen_.clear();
    for (auto copy = batch_.rbegin(); copy != batch_.rend(); ++copy) {
        const Cut& cut = cuts_[copy->cut];
        const QRect picture = cut.picture.translated(copy->centre), shows = cover_.showing(picture);
        if (shows.isEmpty()) continue;
        if (!cut.core.isEmpty()) cover_.add(cut.core.translated(copy->centre));
        const QRect source(cut.source.topLeft() + shows.topLeft() - picture.topLeft(), shows.size());
        seen_.push_back(QPainter::PixmapFragment::create(
            QRectF(shows).center() / ratio_, source.adjusted(-apron, 0, apron, 0), 1 / ratio_, 1 / ratio_));
    }
    batch_.clear();
    if (seen_.empty()) return;
    std::reverse(seen_.begin(), seen_.end());
    painter.drawPixmapFragments(seen_.data(), int(seen_.size()), atlas_);
}

} // namespace mailtown
