#include "ui/map/map_painter.h"

#include "ui/map/map_frame.h"
#include "ui/theme/style.h"

#include <algorithm>
#include <cmath>

namespace mailtown {
namespace {

art::Sprite lying(const Face& face) { return face.report ? art::Sprite::Returned : art::Sprite::Letter; }

art::Sprite copyOf(const Face& face) { return face.report ? art::Sprite::ReturnedCopy : art::Sprite::Copy; }

} // namespace

MapPainter::MapPainter(const Plan& plan) : plan_(plan), roads_(plan), terrain_(terrainOf(plan, roads_)) {
    for (const DomainPlan& domain : plan.domains) liveries_.push_back({domain.colour, domain.emblem});
}

void MapPainter::paint(QPainter& painter, QSizeF size, const Camera& camera, const MapStyle& style,
                       const Scene& scene, const Standstill& still, const Captions& captions,
                       const MapFocus& focus) {
    const Frame frame{size, painter.device()->devicePixelRatio(), camera, style, scene, still, captions,
                      focus};
    if (ground_.isNull() || groundCamera_ != camera || groundSize_ != size || groundTokens_ != style.tokens ||
        groundRatio_ != frame.ratio || !(groundLabels_ == style.labels) || groundNames_ != captions.names) {
        placeNames(frame);
        layGround(frame);
    }
    painter.drawPixmap(0, 0, ground_);
    painter.setRenderHint(QPainter::Antialiasing);
    paintTrail(painter, frame);
    paintHosts(painter, frame);
    paintSwitches(painter, frame);
    paintBarriers(painter, frame);
    paintWaiting(painter, frame);
    paintMovers(painter, frame);
    paintChosenLetter(painter, frame);
    paintFailures(painter, frame);
    paintHero(painter, frame);
}

art::Livery MapPainter::livery(int domain) const {
    return domain >= 0 && domain < int(liveries_.size()) ? liveries_[std::size_t(domain)]
                                                         : art::Livery{"graphite", "square"};
}

HostLook MapPainter::lookOf(HostId host, const Frame& frame) const {
    HostLook look;
    const DomainPlan* district = plan_.districtOf(host);
    const art::Livery own = livery(district ? int(district - plan_.domains.data()) : -1);
    switch (siteKind(plan_, host)) {
    case SiteKind::Home: {
        look.kind = HostLook::Kind::Home;
        const ClientPlan& client = plan_.client(host);
        look.home.livery = own;
        look.home.gadget = client.device == Device::Phone ? art::Gadget::Phone : art::Gadget::Pc;
        const HomeScene& home = frame.still.homes[host.index - plan_.hosts.size()];
        if (home.shown) {
            look.home.shows = home.copy ? copyOf(home.shown->face) : lying(home.shown->face);
            look.home.shown = livery(home.shown->face.domain);
        }
        return look;
    }
    case SiteKind::Directory:
        look.kind = HostLook::Kind::Directory;
        look.up = frame.still.offices[host.index].up;
        return look;
    case SiteKind::Office:
        break;
    }
    const OfficeScene& scene = frame.still.offices[host.index];
    const Roles roles = plan_.host(host).roles;
    look.office.livery = own;
    look.office.sends = has(roles, Role::Submission) || has(roles, Role::Relay);
    look.office.receives = has(roles, Role::Mx) || has(roles, Role::Mailbox);
    look.office.shutter = scene.shutter;
    look.office.open = scene.up;
    look.office.sign = frame.captions.closed;
    for (const Resting& letter : scene.shelf)
        look.shelf.push_back({livery(letter.face.domain), lying(letter.face)});
    look.hasBoxes = has(roles, Role::Mailbox);
    for (const Resting& letter : scene.boxes)
        look.boxes.push_back({livery(letter.face.domain), lying(letter.face)});
    return look;
}

// What stands lower lies in front.
void MapPainter::paintHosts(QPainter& painter, const Frame& frame) {
    hosts_.prepare(frame.tokens(), frame.camera.buildings(), frame.ratio, plan_.hostCount());
    std::vector<HostId> order;
    for (std::size_t i = 0; i < plan_.hostCount(); ++i) order.push_back(HostId{std::uint32_t(i)});
    std::stable_sort(order.begin(), order.end(),
                     [this](HostId a, HostId b) { return plan_.place(a).y < plan_.place(b).y; });
    for (const HostId host : order) {
        const QPointF front = frame.camera.toScreen(siteOf(plan_, host));
        hosts_.paint(painter, host.index, front, lookOf(host, frame));
        const bool chosen = host == frame.focus.selectedHost, over = host == frame.focus.hoveredHost;
        if (!chosen && !over && host != frame.focus.keyboardHost) continue;
        const QRectF ring = frame.camera.toScreen(buildingOf(plan_, host)).adjusted(-7, -7, 7, 7);
        painter.setBrush(Qt::NoBrush);
        QPen pen(chosen ? frame.tokens().selection : frame.tokens().control, chosen ? 3 : 2);
        if (host == frame.focus.keyboardHost && !chosen)
            pen.setStyle(Qt::DotLine), pen.setColor(frame.tokens().ink);
        painter.setPen(pen);
        painter.drawRoundedRect(ring, 12, 12);
    }
}

void MapPainter::placeNames(const Frame& frame) {
    labels_.place(plan_, frame.camera, frame.style.labels, frame.captions.names, frame.captions.seconds,
                  frame.captions.shorts);
}

void MapPainter::paintNames(QPainter& painter, const Frame& frame) const {
    const Tokens& t = frame.tokens();
    const auto write = [&](QPointF middle, const QString& text, double size, bool bold, const QColor& colour,
                           const QColor& halo) {
        const QFont font = art::mapFont(size, bold);
        const double width = art::textWidth(text, size, bold);
        QPainterPath path;
        path.addText(QPointF(std::round(middle.x() - width / 2), std::round(middle.y())), font, text);
        painter.strokePath(path, QPen(halo, size * 0.3, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.setFont(font);
        painter.setPen(colour);
        painter.drawText(QPointF(std::round(middle.x() - width / 2), std::round(middle.y())), text);
    };
    for (const Label& label : labels_.all()) {
        if (label.box.isEmpty()) continue;
        const DomainPlan* district = plan_.districtOf(label.host);
        const QColor halo = district ? t.district(district->colour) : t.ground;
        if (!label.second.isEmpty())
            write(label.secondBaseline, label.second, label.secondSize, false, t.ink2, halo);
        write(label.baseline, label.name, label.size, true, t.ink, halo);
    }
}

void MapPainter::paintSwitches(QPainter& painter, const Frame& frame) const {
    const Tokens& t = frame.tokens();
    for (const Label& label : labels_.all()) {
        if (label.power.isEmpty()) continue;
        const bool up = frame.still.offices[label.host.index].up;
        if (label.host == frame.focus.hoveredSwitch) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(mixed(t.ink, t.ground, 0.16));
            const QRectF ring = label.power.adjusted(-5, -5, 5, 5);
            painter.drawRoundedRect(ring, ring.height() / 2, ring.height() / 2);
        }
        paintSwitch(painter, label.power, up, t, true);
    }
}

} // namespace mailtown
