#include "ui/map/host_pictures.h"

#include <cmath>

namespace mailtown {
namespace {

// What a picture takes up round the middle of the front.
QRectF extent(HostLook::Kind kind) {
    switch (kind) {
    case HostLook::Kind::Office:
        return {-232, -148, 412, 162};
    case HostLook::Kind::Home:
        return {-50, -82, 120, 96};
    case HostLook::Kind::Directory:
        return {-86, -130, 186, 144};
    }
    return {};
}

void draw(art::Pen& pen, const HostLook& look) {
    switch (look.kind) {
    case HostLook::Kind::Office:
        art::office(pen, look.office);
        art::shelf(pen, look.shelf);
        if (look.hasBoxes) art::letterBoxes(pen, look.boxes, !look.office.open);
        break;
    case HostLook::Kind::Home:
        art::home(pen, look.home);
        break;
    case HostLook::Kind::Directory:
        art::directory(pen, look.up);
        break;
    }
}

} // namespace

void HostPictures::prepare(const Tokens& tokens, double scale, double devicePixelRatio, std::size_t hosts) {
    if (tokens_ == &tokens && scale_ == scale && ratio_ == devicePixelRatio && kept_.size() == hosts) return;
    tokens_ = &tokens, scale_ = scale, ratio_ = devicePixelRatio;
    kept_.assign(hosts, {});
}

void HostPictures::paint(QPainter& painter, std::size_t host, QPointF front, const HostLook& look) {
    Kept& kept = kept_[host];
    const QRectF space = extent(look.kind);
    if (kept.pixmap.isNull() || !(kept.look == look)) {
        kept.look = look;
        kept.pixmap = QPixmap(int(std::ceil(space.width() * scale_ * ratio_)),
                              int(std::ceil(space.height() * scale_ * ratio_)));
        kept.pixmap.setDevicePixelRatio(ratio_);
        kept.pixmap.fill(Qt::transparent);
        QPainter onto(&kept.pixmap);
        art::Pen pen(onto, *tokens_);
        const auto moved = pen.at(-space.left() * scale_, -space.top() * scale_, scale_);
        draw(pen, look);
    }
    const QPointF corner = front + space.topLeft() * scale_;
    painter.drawPixmap(
        QPointF(std::round(corner.x() * ratio_) / ratio_, std::round(corner.y() * ratio_) / ratio_),
        kept.pixmap);
}

} // namespace mailtown
