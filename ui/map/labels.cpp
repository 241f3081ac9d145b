#include "ui/map/labels.h"

#include "ui/map/art/pen.h"
#include "ui/map/sites.h"

#include <map>

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

// Lays the labels of one town, one after the other, where nothing stands yet.
class Labels::Placing {
public:
    Placing(const Plan& plan, const Camera& camera, const LabelStyle& style, std::vector<Label>& labels)
        : plan_(plan), camera_(camera), style_(style), labels_(labels), zoom_(camera.zoom / style.reference) {
        labels_.assign(plan.hostCount(), {});
        for (std::size_t i = 0; i < plan.hostCount(); ++i) {
            const HostId host{std::uint32_t(i)};
            QRectF building = buildingOf(plan, host);
            // A name may touch the ridge of the roof below it.
            if (siteKind(plan, host) == SiteKind::Home) building.setTop(building.top() + 10);
            buildings_.push_back(camera.toScreen(building));
            labels_[i].host = host;
        }
    }

    // An office or the directory.
    void settle(HostId host, const QString& name, const QString& domain) {
        const bool office = siteKind(plan_, host) == SiteKind::Office;
        Label label = named(host, name, style_.office);
        label.second = domain, label.secondSize = sized(style_.domain);
        Shape shape = shapeOf(label);
        shape.second = art::textWidth(label.second, label.secondSize, false);
        if (office) {
            shape.power = label.size * (34 + 14) / 19;
            const double width = std::max(shape.name + shape.power, shape.second);
            const double markLeft = 82 * camera_.zoom; // from the middle; as high as the label begins
            shape.shift = std::min(0.0, markLeft - width / 2);
        }
        // The second line goes before the name does. Names at a small zoom crowd the map.
        const double gap = std::max(4.0, 9 * camera_.zoom);
        for (int lines = domain.isEmpty() || camera_.zoom < 0.66 * style_.reference ? 1 : 2; lines > 0;
             --lines)
            for (const Side side : {Side::Above, Side::Below, Side::Right, Side::Left}) {
                Label tried = label;
                if (lines == 1) tried.second.clear();
                tried = placed(tried, shape, buildings_[host.index], side, gap);
                if (free(tried.box, host)) return take(tried);
            }
    }

    // The homes of one district bear their names on the same side, so that nobody takes one for another's:
    // all in full below, or all short below; only where that does not go, each where it can.
    void settle(const std::vector<HostId>& homes, const std::vector<QString>& names,
                const std::vector<QString>& shorts) {
        for (const std::vector<QString>* each : {&names, &shorts}) {
            const std::size_t before = taken_.size();
            for (const HostId home : homes) {
                const Label label = atHome(home, (*each)[home.index], Side::Below);
                if (free(label.box, home)) take(label);
            }
            if (taken_.size() == before + homes.size()) return;
            taken_.resize(before);
        }
        for (const HostId home : homes) {
            labels_[home.index] = {};
            labels_[home.index].host = home;
            for (const Side side : {Side::Below, Side::Above, Side::Right, Side::Left}) {
                const Label label = atHome(home, shorts[home.index], side);
                if (!free(label.box, home)) continue;
                take(label);
                break;
            }
        }
    }

private:
    double sized(double size) const { return std::max(style_.least, size * zoom_); }

    Label named(HostId host, const QString& name, double size) const {
        Label label;
        label.host = host, label.name = name, label.size = sized(size);
        return label;
    }

    static Shape shapeOf(const Label& label) {
        Shape shape;
        shape.name = art::textWidth(label.name, label.size, true);
        return shape;
    }

    Label atHome(HostId home, const QString& name, Side side) const {
        QRectF site = buildings_[home.index];
        // Below a home its lane passes.
        site.setBottom(camera_.toScreen(siteOf(plan_, home) + QPointF(0, 25)).y());
        const Label label = named(home, name, style_.person);
        return placed(label, shapeOf(label), site, side, 1);
    }

    bool free(const QRectF& box, HostId own) const {
        for (const QRectF& other : taken_)
            if (other.intersects(box)) return false;
        for (std::size_t i = 0; i < buildings_.size(); ++i)
            if (i != own.index && buildings_[i].intersects(box)) return false;
        return true;
    }

    void take(const Label& label) {
        labels_[label.host.index] = label;
        taken_.push_back(label.box.adjusted(-3, -1, 3, 1));
    }

    const Plan& plan_;
    const Camera& camera_;
    const LabelStyle& style_;
    std::vector<Label>& labels_;
    double zoom_;
    std::vector<QRectF> taken_, buildings_;
};

void Labels::place(const Plan& plan, const Camera& camera, const LabelStyle& style,
                   const std::vector<QString>& names, const std::vector<QString>& seconds,
                   const std::vector<QString>& shorts) {
    Placing placing(plan, camera, style, labels_);
    std::map<const DomainPlan*, std::vector<HostId>> homes;
    std::vector<const DomainPlan*> districts; // in the plan's order
    for (const SiteKind kind : {SiteKind::Office, SiteKind::Directory, SiteKind::Home})
        for (std::size_t i = 0; i < plan.hostCount(); ++i) {
            const HostId host{std::uint32_t(i)};
            if (siteKind(plan, host) != kind) continue;
            if (kind != SiteKind::Home) {
                placing.settle(host, names[i], seconds[i]);
                continue;
            }
            const auto [district, fresh] = homes.try_emplace(plan.districtOf(host));
            if (fresh) districts.push_back(district->first);
            district->second.push_back(host);
        }
    for (const DomainPlan* district : districts) placing.settle(homes[district], names, shorts);
}

const Label* Labels::of(HostId host) const {
    return host && host.index < labels_.size() && !labels_[host.index].box.isEmpty() ? &labels_[host.index]
                                                                                     : nullptr;
}

} // namespace mailtown
