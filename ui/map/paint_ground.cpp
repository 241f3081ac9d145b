// The ground layer: districts, river, trees, roads. Painted once for a camera and theme.
#include "ui/map/map_frame.h"

#include <cmath>

namespace mailtown {
namespace {

constexpr double districtCorner = 70, riverWidth = 38;

void tree(art::Pen& pen, const Scatter& tree, const QColor& colour) {
    pen.circle(tree.at.x(), tree.at.y(), tree.size, colour);
    pen.rect(tree.at.x() - 1.5, tree.at.y() + tree.size - 2, 3, 7, 1, colour);
}

void hut(art::Pen& pen, QPointF at, double width, const QColor& wall, const QColor& roof) {
    pen.rect(at.x() - width * 0.4, at.y() - width * 0.42, width * 0.8, width * 0.42, 1, wall);
    QPainterPath gable(QPointF(at.x() - width * 0.52, at.y() - width * 0.4));
    gable.lineTo(at.x(), at.y() - width * 0.82);
    gable.lineTo(at.x() + width * 0.52, at.y() - width * 0.4);
    gable.closeSubpath();
    pen.path(gable, roof, roof, 2);
}

} // namespace

void MapPainter::layGround(const Frame& frame) {
    groundCamera_ = frame.camera, groundSize_ = frame.size;
    groundTokens_ = &frame.tokens(), groundRatio_ = frame.ratio;
    groundLabels_ = frame.style.labels, groundNames_ = frame.captions.names;
    ground_ = QPixmap((frame.size * frame.ratio).toSize());
    ground_.setDevicePixelRatio(frame.ratio);
    ground_.fill(frame.tokens().ground);
    QPainter painter(&ground_);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(frame.camera.origin);
    painter.scale(frame.camera.zoom, frame.camera.zoom);
    paintGround(painter, frame);
    paintRoads(painter, frame);
    painter.resetTransform();
    paintNames(painter, frame);
}

void MapPainter::paintGround(QPainter& painter, const Frame& frame) const {
    const Tokens& t = frame.tokens();
    art::Pen pen(painter, t);
    for (const District& district : terrain_.districts) {
        const double corner =
            std::min({districtCorner, district.rect.width() / 3, district.rect.height() / 3});
        pen.rect(district.rect.x(), district.rect.y(), district.rect.width(), district.rect.height(), corner,
                 t.district(district.colour));
    }
    if (!terrain_.river.isEmpty()) pen.path(terrain_.river, {}, t.water, riverWidth);
    for (const Scatter& at : terrain_.huts) {
        const std::string& colour = terrain_.districts[std::size_t(at.district)].colour;
        const QColor wall = t.district(colour, 0.05), roof = t.district(colour, 0.1);
        hut(pen, at.at, at.size, wall, roof);
        hut(pen, at.at + QPointF(at.size * 0.95, 3), at.size * 0.8, wall, roof);
    }
    for (const Scatter& at : terrain_.trees) tree(pen, at, t.tree);
}

// Edges first, then fills: so junctions merge.
void MapPainter::paintRoads(QPainter& painter, const Frame& frame) const {
    const Tokens& t = frame.tokens();
    art::Pen pen(painter, t);
    for (const std::vector<QPointF>& path : roads_.footpaths()) {
        std::vector<Bend> bends;
        for (const QPointF point : path) bends.push_back({point, 20});
        QPen dots(t.footpath, 4, Qt::CustomDashLine, Qt::RoundCap);
        dots.setDashPattern({0.001, 2.75});
        painter.setPen(dots);
        painter.setBrush(Qt::NoBrush);
        painter.drawPath(rounded(bends));
    }
    std::vector<QPainterPath> paths;
    for (const Road& road : roads_.all()) paths.push_back(rounded(road.bends));
    for (const QPainterPath& path : paths) pen.path(path, {}, t.roadEdge, roadWidth + 3.5);
    for (const QPainterPath& path : paths) pen.path(path, {}, t.road, roadWidth);
}

void MapPainter::paintBarriers(QPainter& painter, const Frame& frame) const {
    art::Pen pen(painter, frame.tokens());
    for (const auto& [a, b] : frame.still.cutLinks) {
        const QPointF at = frame.camera.toScreen(roads_.barrier(a, b));
        const double scale = frame.camera.letters();
        const auto moved = pen.at(at.x(), at.y(), scale);
        pen.line("M-21 -15V15M21 -15V15", frame.tokens().keyline, 9);
        pen.line("M-21 -15V15M21 -15V15", frame.tokens().fail, 6);
        art::mark(pen, art::Mark::Cut, 0, 0, 0.9);
    }
}

} // namespace mailtown
