// The ground the town stands on: a tinted district for each domain, a river, and a few trees and huts that
// keep out of everybody's way. All of it follows from the plan.
#pragma once

#include "ui/map/roads.h"

#include <QPainterPath>
#include <QRectF>

#include <string>
#include <vector>

namespace mailtown {

struct District {
    QRectF rect;
    std::string domain; // its name
    std::string colour;
};

struct Scatter { // a tree or a hut
    QPointF at;
    double size = 12;
    int district = -1; // index, of a hut: it is tinted like its district
};

struct Terrain {
    std::vector<District> districts;
    QPainterPath river;
    std::vector<Scatter> trees, huts;
    QRectF bounds; // all that must be in view
};

Terrain terrainOf(const Plan& plan, const Roads& roads);

} // namespace mailtown
