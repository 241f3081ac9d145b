// The names on the map: where each stands, so that no two cross at any size and in any language.
#pragma once

#include "town/plan.h"
#include "ui/map/camera.h"

#include <QRectF>
#include <QString>

#include <vector>

namespace mailtown {

struct LabelStyle { // pixels at 100 %
    double office = 19, person = 17, domain = 16;
    double least = 15;    // no text is smaller
    double reference = 1; // the zoom those sizes are made for
    bool operator==(const LabelStyle&) const = default;
};

struct Label {
    HostId host;
    QString name, second; // the second line: the domain of an office
    double size = 0, secondSize = 0;
    QPointF baseline;       // of the name, its middle
    QPointF secondBaseline; // of the second line
    QRectF box;             // around all of it
    QRectF power;           // the switch; empty at homes and the directory
};

class Labels {
public:
    // `names` and `seconds` by host index; `shorts` the names that homes bear where the full ones do not fit
    // side by side.
    void place(const Plan& plan, const Camera& camera, const LabelStyle& style,
               const std::vector<QString>& names, const std::vector<QString>& seconds,
               const std::vector<QString>& shorts);

    const std::vector<Label>& all() const {
        return labels_;
    } // by host; one that found no place has an empty box
    const Label* of(HostId host) const;

private:
    class Placing;
    std::vector<Label> labels_;
};

} // namespace mailtown
