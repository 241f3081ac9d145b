#include "ui/map/labels.h"

#include "ui/map/art/pen.h"
#include "ui/map/sites.h"

#include <array>

namespace mailtown {
namespace {

enum class Side { Above, Below, Right, Left };

struct Shape {
    double name = 0, second = 0; // widths
    double power = 0;            // width of the switch and the gap before it
    double shift = 0;            // of a label above, out of the way of the mark at the roof
};

// The label at one side of what it names, with or without its second line.
Label placed(Label label, const Shape& shape, const QRectF& site, Side side, double gap) {
    const bool two = !label.second.isEmpty();
    const double ascent = label.size * 1.0, line = label.secondSize * 1.3;
    const double height = ascent + label.size * 0.25 + (two ? line : 0);
    const double width = std::max(shape.name + shape.power, two ? shape.second : 0.0);
    double left = site.center().x() - width / 2, top = 0;
    switch (side) {
    case Side::Above:
        top = site.top() - gap - height;
        break;
    case Side::Below:
        top = site.bottom() + gap;
        break;
    case Side::Right:
        left = site.right() + gap, top = site.center().y() - height / 2;
        break;
    case Side::Left:
        left = site.left() - gap - width, top = site.center().y() - height / 2;
        break;
    }
    if (side == Side::Above) left += shape.shift;
    label.box = QRectF(left, top, width, height);
    const double middle = left + width / 2;
    label.baseline = QPointF(middle - shape.power / 2, top + ascent);
    label.secondBaseline = QPointF(middle, top + ascent + line);
    if (shape.power > 0) {
        const double w = label.size * 34 / 19, h = label.size * 20 / 19;
        label.power = QRectF(middle - shape.power / 2 + shape.name / 2 + shape.power - w,
                             label.baseline.y() - label.size * 0.36 - h / 2, w, h);
    }
    return label;
}

} // namespace

void Labels::place(const Plan& plan, const Camera& camera, const LabelStyle& style,
                   const std::vector<QString>& names, const std::vector<QString>& seconds) {
    labels_.assign(plan.hostCount(), {});
    const double zoom = camera.zoom / style.reference;
    const auto sized = [&](double size) { return std::max(style.least, size * zoom); };
    std::vector<QRectF> taken, buildings;
    for (std::size_t i = 0; i < plan.hostCount(); ++i)
        buildings.push_back(camera.toScreen(buildingOf(plan, HostId{std::uint32_t(i)})));
    const auto free = [&](const QRectF& box, std::size_t own) {
        for (const QRectF& other : taken)
            if (other.intersects(box)) return false;
        for (std::size_t i = 0; i < buildings.size(); ++i)
            if (i != own && buildings[i].intersects(box)) return false;
        return true;
    };
    const auto settle = [&](SiteKind kind) {
        for (std::size_t i = 0; i < plan.hostCount(); ++i) {
            const HostId host{std::uint32_t(i)};
            if (siteKind(plan, host) != kind) continue;
            const bool home = kind == SiteKind::Home;
            Label label;
            label.host = host, label.name = names[i], label.second = seconds[i];
            label.size = sized(home ? style.person : style.office);
            label.secondSize = sized(style.domain);
            Shape shape;
            shape.name = art::textWidth(label.name, label.size, true);
            shape.second = art::textWidth(label.second, label.secondSize, false);
            if (kind == SiteKind::Office) shape.power = label.size * (34 + 14) / 19;
            QRectF site = buildings[i];
            if (kind == SiteKind::Office) {
                const double width = std::max(shape.name + shape.power, shape.second);
                const double markLeft =
                    82 * camera.zoom; // from the middle; 20 wide, as high as the label begins
                shape.shift = std::min(0.0, markLeft - width / 2);
            }
            // Below a home its lane passes.
            if (home) site.setBottom(camera.toScreen(siteOf(plan, host) + QPointF(0, 26)).y());
            const std::array<Side, 4> sides =
                home ? std::array{Side::Below, Side::Above, Side::Right, Side::Left}
                     : std::array{Side::Above, Side::Below, Side::Right, Side::Left};
            // The second line goes before the name does. Names at a small zoom crowd the map.
            bool found = false;
            for (int lines = label.second.isEmpty() || camera.zoom < 0.66 * style.reference ? 1 : 2;
                 lines > 0 && !found; --lines)
                for (const Side side : sides) {
                    Label tried = label;
                    if (lines == 1) tried.second.clear();
                    const double gap = home ? 1 : std::max(4.0, 9 * camera.zoom);
                    tried = placed(tried, shape, site, side, gap);
                    if (!free(tried.box, i)) continue;
                    labels_[i] = tried;
                    taken.push_back(tried.box.adjusted(-3, -2, 3, 2));
                    found = true;
                    break;
                }
            labels_[i].host = host;
        }
    };
    settle(SiteKind::Office);
    settle(SiteKind::Directory);
    settle(SiteKind::Home);
}

const Label* Labels::of(HostId host) const {
    return host && host.index < labels_.size() && !labels_[host.index].box.isEmpty() ? &labels_[host.index]
                                                                                     : nullptr;
}

} // namespace mailtown
