// Paints the map: ground, hosts, movers, and over them the hero. What does not change from frame to frame is
// kept as pixmaps.
#pragma once

#include "ui/map/camera.h"
#include "ui/map/captions.h"
#include "ui/map/host_pictures.h"
#include "ui/map/labels.h"
#include "ui/map/scene.h"
#include "ui/map/sprites.h"
#include "ui/map/terrain.h"

#include <QPixmap>

namespace mailtown {

struct MapStyle {
    const Tokens* tokens = nullptr;
    LabelStyle labels; // sizes of text in pixels
    bool operator==(const MapStyle&) const = default;
};

// What is chosen, and what the pointer is over.
struct MapFocus {
    HostId selectedHost, hoveredHost;
    LetterId selectedLetter;
    HostId hoveredSwitch;
    HostId keyboardHost; // has the focus ring
};

class MapPainter {
public:
    explicit MapPainter(const Plan& plan);

    const Roads& roads() const { return roads_; }
    const Terrain& terrain() const { return terrain_; }
    const Labels& labels() const { return labels_; } // as last painted

    // Onto `size` logical pixels.
    void paint(QPainter& painter, QSizeF size, const Camera& camera, const MapStyle& style,
               const Scene& scene, const Standstill& still, const Captions& captions, const MapFocus& focus);

private:
    struct Frame;

    void layGround(const Frame& frame);
    void paintGround(QPainter& painter, const Frame& frame) const;
    void paintRoads(QPainter& painter, const Frame& frame) const;
    void paintTrail(QPainter& painter, const Frame& frame) const;
    HostLook lookOf(HostId host, const Frame& frame) const;
    void paintHosts(QPainter& painter, const Frame& frame);
    void placeNames(const Frame& frame);
    void paintNames(QPainter& painter, const Frame& frame) const;
    void paintSwitches(QPainter& painter, const Frame& frame) const;
    void paintWaiting(QPainter& painter, const Frame& frame) const;
    void paintWait(QPainter& painter, const Frame& frame, QPointF at, double left, Time next) const;
    void paintBarriers(QPainter& painter, const Frame& frame) const;
    void paintMovers(QPainter& painter, const Frame& frame);
    void paintChosenLetter(QPainter& painter, const Frame& frame) const;
    void paintFailures(QPainter& painter, const Frame& frame) const;
    void paintHero(QPainter& painter, const Frame& frame) const;
    void paintHeroAtRest(QPainter& painter, const Frame& frame) const;
    enum class ChipSide { Above, Right, Any };
    void paintChip(QPainter& painter, const Frame& frame, QPointF at, QSizeF beside, ChipSide side) const;
    QPointF chipCentre(const Frame& frame, QPointF at, QSizeF beside, QSizeF chip, ChipSide side) const;
    art::Livery livery(int domain) const; // -1: of none

    const Plan& plan_;
    Roads roads_;
    Terrain terrain_;
    std::vector<art::Livery> liveries_; // by domain
    Labels labels_;
    Sprites sprites_;
    HostPictures hosts_;

    QPixmap ground_;
    Camera groundCamera_;
    QSizeF groundSize_;
    const Tokens* groundTokens_ = nullptr;
    double groundRatio_ = 0;
    LabelStyle groundLabels_;
    std::vector<QString> groundNames_;
};

} // namespace mailtown
