#include "ui/map/sites.h"

namespace mailtown {

SiteKind siteKind(const Plan& plan, HostId host) {
    if (plan.isClient(host)) return SiteKind::Home;
    return has(plan.host(host).roles, Role::Directory) ? SiteKind::Directory : SiteKind::Office;
}

QPointF siteOf(const Plan& plan, HostId host) {
    const Place place = plan.place(host);
    return {place.x, place.y};
}

std::vector<QRectF> bodyOf(const Plan& plan, HostId host) {
    const QPointF at = siteOf(plan, host);
    const auto box = [&](double x, double y, double w, double h) {
        return QRectF(at.x() + x, at.y() + y, w, h);
    };
    switch (siteKind(plan, host)) {
    case SiteKind::Office: // building and name, shelf with clock, letter boxes
        return {box(-112, -184, 224, 184), box(-225, -100, 115, 100), box(108, -66, 66, 66)};
    case SiteKind::Home: // walls, roof, name
        return {box(-44, -40, plan.client(host).device == Device::Phone ? 97 : 106, 42),
                box(-22, -70, 46, 32), box(-50, 26, 100, 28)};
    case SiteKind::Directory:
        return {box(-80, -150, 160, 154)};
    }
    return {};
}

QRectF buildingOf(const Plan& plan, HostId host) {
    const QPointF at = siteOf(plan, host);
    switch (siteKind(plan, host)) {
    case SiteKind::Office:
        return QRectF(at.x() - 109, at.y() - 124, 218, 130);
    case SiteKind::Home:
        return QRectF(at.x() - 42, at.y() - 74, 102, 82);
    case SiteKind::Directory:
        return QRectF(at.x() - 78, at.y() - 108, 156, 116);
    }
    return {};
}

std::vector<HostId> officesOf(const Plan& plan, HostId home) {
    std::vector<HostId> offices;
    for (const std::string& key : {plan.client(home).outgoing, plan.client(home).incoming}) {
        const HostId office = plan.find(key);
        if (office && (offices.empty() || offices.front() != office)) offices.push_back(office);
    }
    return offices;
}

} // namespace mailtown
