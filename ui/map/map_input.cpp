// Pointing at the map: mouse, wheel, keyboard, tooltips.
#include "ui/map/map_view.h"

#include "ui/wording/language.h"
#include "ui/wording/names.h"
#include "ui/wording/when.h"

#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QToolTip>
#include <QWheelEvent>

#include <cmath>
#include <limits>

namespace mailtown {
namespace {

constexpr double onARoad = 15; // map units from its middle
constexpr double dragBegins = 5;

} // namespace

// ---- what is there ----

LetterId MapView::letterAt(QPointF at) const {
    const double scale = camera_.letters();
    const auto covers = [&](QPointF centre, double size) {
        return std::abs(at.x() - centre.x()) <= art::letterWidth / 2 * size &&
               std::abs(at.y() - centre.y()) <= art::letterHeight / 2 * size;
    };
    if (scene_.hero.moves && covers(camera_.toScreen(scene_.hero.mover.at), scale * 1.9))
        return scene_.hero.mover.letter;
    for (auto mover = scene_.movers.rbegin(); mover != scene_.movers.rend(); ++mover)
        if (mover->letter && covers(camera_.toScreen(mover->at), scale * 1.2)) return mover->letter;
    for (std::size_t i = 0; i < still_.offices.size(); ++i) {
        const QPointF front = camera_.toScreen(siteOf(*plan_, HostId{std::uint32_t(i)}));
        const OfficeScene& office = still_.offices[i];
        for (std::size_t k = 0; k < office.shelf.size(); ++k)
            if (covers(front + art::shelfSlot(int(k)) * camera_.buildings(), camera_.buildings()))
                return office.shelf[k].letter;
        for (std::size_t k = 0; k < office.boxes.size(); ++k)
            if (covers(front + art::boxSlot(int(k)) * camera_.buildings(), camera_.buildings() * 0.7))
                return office.boxes[k].letter;
    }
    return {};
}

MapView::Hit MapView::hit(QPointF at) const {
    Hit hit;
    for (const Label& label : painter_->labels().all())
        if (label.power.adjusted(-6, -6, 6, 6).contains(at)) {
            hit.power = label.host;
            return hit;
        }
    hit.letter = letterAt(at);
    if (hit.letter) return hit;
    double lowest = -std::numeric_limits<double>::max();
    for (std::size_t i = 0; i < plan_->hostCount(); ++i) {
        const HostId host{std::uint32_t(i)};
        const Label* label = painter_->labels().of(host);
        const bool there = placeOf(host).contains(at) || (label && label->box.contains(at));
        if (there && siteOf(*plan_, host).y() > lowest) lowest = siteOf(*plan_, host).y(), hit.host = host;
    }
    if (hit.host) return hit;
    const QPointF place = camera_.toMap(at);
    for (const Road& road : painter_->roads().all()) {
        if (road.a == road.b) continue;
        const Track track(road.bends);
        for (double d = 0; d <= track.length(); d += 6) {
            const QPointF off = track.at(d) - place;
            if (std::hypot(off.x(), off.y()) > onARoad) continue;
            hit.road = {road.a, road.b};
            return hit;
        }
    }
    return hit;
}

QString MapView::toolTip(const Hit& hit) const {
    const Town& town = playback_.session().town();
    const wording::Names names(town);
    if (hit.power)
        return still_.offices[hit.power.index].up ? tr("Switch %1 off").arg(names.label(hit.power))
                                                  : tr("Switch %1 on").arg(names.label(hit.power));
    if (hit.letter) return names.letter(hit.letter);
    if (!hit.host) return {};
    QString text = QStringLiteral("<b>%1</b>").arg(names.label(hit.host).toHtmlEscaped());
    const auto line = [&text](const QString& said) { text += QStringLiteral("<br>") + said.toHtmlEscaped(); };
    if (plan_->isClient(hit.host)) {
        line(wording::fromUtf8(plan_->client(hit.host).user.text()));
        line(plan_->client(hit.host).readBy == ReadBy::Imap ? tr("reads by IMAP") : tr("fetches by POP3"));
        return text;
    }
    line(wording::fromUtf8(plan_->hostname(hit.host)));
    const OfficeScene& office = still_.offices[hit.host.index];
    if (siteKind(*plan_, hit.host) == SiteKind::Office) {
        line(office.up ? wording::either(tr("open"), tr("up")) : wording::either(tr("closed"), tr("down")));
        line(tr("waiting on the shelf: %1").arg(wording::count(qint64(office.waiting))));
        if (office.next != never)
            line(tr("next try in %1").arg(wording::span(std::max(second, office.next - scene_.now))));
        line(tr("in the letter boxes: %1").arg(wording::count(qint64(office.kept))));
    }
    return text;
}

// ---- mouse ----

void MapView::point(QPointF at) {
    const Hit there = hit(at);
    if (there.host != focus_.hoveredHost || there.power != focus_.hoveredSwitch) {
        focus_.hoveredHost = there.host, focus_.hoveredSwitch = there.power;
        update();
    }
    setCursor(there.power || there.letter || there.host ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void MapView::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton && event->button() != Qt::MiddleButton)
        return QWidget::mousePressEvent(event);
    pressedAt_ = event->position();
}

void MapView::mouseMoveEvent(QMouseEvent* event) {
    if (!pressedAt_) return point(event->position());
    const QPointF moved = event->position() - *pressedAt_;
    if (!draggedFrom_ && std::hypot(moved.x(), moved.y()) >= dragBegins) draggedFrom_ = camera_.origin;
    if (!draggedFrom_) return;
    fitted_ = false;
    camera_.origin = *draggedFrom_ + moved;
    setCursor(Qt::ClosedHandCursor);
    update();
}

void MapView::mouseReleaseEvent(QMouseEvent* event) {
    const bool dragged = draggedFrom_.has_value(), pressed = pressedAt_.has_value();
    pressedAt_.reset(), draggedFrom_.reset();
    point(event->position());
    if (dragged || !pressed || event->button() != Qt::LeftButton) return;
    const Hit there = hit(event->position());
    if (there.power)
        Q_EMIT requestSwitch(there.power, !playback_.session().town().up(there.power));
    else if (there.letter)
        Q_EMIT letterClicked(there.letter);
    else if (there.host)
        focus_.keyboardHost = {}, Q_EMIT hostClicked(there.host);
    else
        Q_EMIT groundClicked();
}

void MapView::leaveEvent(QEvent* event) {
    focus_.hoveredHost = focus_.hoveredSwitch = {};
    update();
    QWidget::leaveEvent(event);
}

void MapView::wheelEvent(QWheelEvent* event) {
    const double steps = event->angleDelta().y() / 120.0;
    if (steps != 0) zoomBy(std::pow(1.15, steps), event->position());
    event->accept();
}

void MapView::contextMenuEvent(QContextMenuEvent* event) {
    const Hit there = hit(event->pos());
    const Town& town = playback_.session().town();
    const wording::Names names(town);
    QMenu menu(this);
    if (const HostId office = there.power ? there.power : there.host;
        office && siteKind(*plan_, office) == SiteKind::Office) {
        const bool up = town.up(office);
        const QString text = up ? tr("Switch %1 off") : tr("Switch %1 on");
        menu.addAction(text.arg(names.label(office)), this,
                       [this, office, up] { Q_EMIT requestSwitch(office, !up); });
    }
    if (const auto [a, b] = there.road; a && b) {
        const bool up = town.linkUp(a, b);
        const QString text =
            up ? tr("Cut the road between %1 and %2") : tr("Mend the road between %1 and %2");
        menu.addAction(text.arg(names.label(a), names.label(b)), this,
                       [this, a = a, b = b, up] { Q_EMIT requestLink(a, b, !up); });
    }
    if (!menu.isEmpty()) menu.addSeparator();
    menu.addAction(tr("Show all of the town"), this, &MapView::fit);
    menu.exec(event->globalPos());
}

bool MapView::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const QString text = toolTip(hit(help->pos()));
        text.isEmpty() ? QToolTip::hideText() : QToolTip::showText(help->globalPos(), text, this);
        return true;
    }
    return QWidget::event(event);
}

// ---- keyboard ----

// To the nearest host in that direction.
void MapView::moveFocus(int dx, int dy) {
    const QPointF from =
        focus_.keyboardHost ? siteOf(*plan_, focus_.keyboardHost) : QPointF(-1e4 * dx, -1e4 * dy);
    double least = std::numeric_limits<double>::max();
    HostId best;
    for (std::size_t i = 0; i < plan_->hostCount(); ++i) {
        const HostId host{std::uint32_t(i)};
        const QPointF d = siteOf(*plan_, host) - from;
        const double ahead = d.x() * dx + d.y() * dy, aside = std::abs(d.x() * dy) + std::abs(d.y() * dx);
        if (ahead <= 1) continue;
        if (const double cost = ahead + 2.5 * aside; cost < least) least = cost, best = host;
    }
    if (best) focus_.keyboardHost = best;
    update();
}

void MapView::keyPressEvent(QKeyEvent* event) {
    const HostId host = focus_.keyboardHost;
    switch (event->key()) {
    case Qt::Key_Left:
        return moveFocus(-1, 0);
    case Qt::Key_Right:
        return moveFocus(1, 0);
    case Qt::Key_Up:
        return moveFocus(0, -1);
    case Qt::Key_Down:
        return moveFocus(0, 1);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (host) Q_EMIT hostClicked(host);
        return;
    case Qt::Key_Space:
        if (!host || siteKind(*plan_, host) != SiteKind::Office) break;
        Q_EMIT requestSwitch(host, !playback_.session().town().up(host));
        return;
    case Qt::Key_Plus:
        return zoomIn();
    case Qt::Key_Minus:
        return zoomOut();
    case Qt::Key_0:
        return fit();
    default:
        break;
    }
    QWidget::keyPressEvent(event);
}

} // namespace mailtown
