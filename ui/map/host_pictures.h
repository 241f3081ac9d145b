// One pixmap for each host, drawn again when what it shows has changed.
#pragma once

#include "ui/map/art/buildings.h"
#include "ui/map/camera.h"

#include <QPixmap>

#include <vector>

namespace mailtown {

struct HostLook {
    enum class Kind { Office, Home, Directory } kind = Kind::Office;
    art::OfficeLook office;
    std::vector<art::Shelved> shelf;
    std::vector<art::Shelved> boxes;
    bool hasBoxes = true;
    art::HomeLook home;
    bool up = true; // of the directory
    bool operator==(const HostLook&) const = default;
};

class HostPictures {
public:
    // Forgets all when the theme or the scale is another.
    void prepare(const Tokens& tokens, double scale, double devicePixelRatio, std::size_t hosts);
    void paint(QPainter& painter, std::size_t host, QPointF front, const HostLook& look);

private:
    struct Kept {
        HostLook look;
        QPixmap pixmap;
    };
    const Tokens* tokens_ = nullptr;
    double scale_ = 0, ratio_ = 0;
    std::vector<Kept> kept_;
};

} // namespace mailtown
