// What changes from frame to frame: trails, letters on the road, clocks, failed tries, and the hero.
#include "ui/map/map_frame.h"

#include "ui/wording/when.h"

#include <algorithm>
#include <cmath>

namespace mailtown {
namespace {

constexpr double heroScale = 1.75, moverScale = 1.08;

QColor colourOf(const Tokens& t, const Plan& plan, int domain) {
    return domain >= 0 && domain < int(plan.domains.size())
               ? t.domain(plan.domains[std::size_t(domain)].colour)
               : t.domain("graphite");
}

bool isSlip(art::Sprite sprite) { return sprite == art::Sprite::Question || sprite == art::Sprite::Answer; }

} // namespace

void MapPainter::paintTrail(QPainter& painter, const Frame& frame) const {
    const HeroScene& hero = frame.scene.hero;
    if (!hero.moves) return;
    const Tokens& t = frame.tokens();
    const bool slip = isSlip(hero.mover.sprite);
    const QColor colour = slip ? t.domain("graphite") : colourOf(t, plan_, hero.mover.face.domain);
    const double width = slip ? 5 : 7;
    painter.save();
    painter.translate(frame.camera.origin);
    painter.scale(frame.camera.zoom, frame.camera.zoom);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(colour, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const bool returning = hero.moment.phase == Phase::Returning;
    if (returning) { // the road it must still go back is pale, that behind it is an arrow
        painter.drawPath(hero.gone);
        painter.setPen(QPen(mixed(colour, t.road, 0.32), width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.drawPath(hero.ahead);
        art::Pen pen(painter, t);
        for (std::size_t i = 0; i < hero.chevrons.size(); ++i) {
            const QPointF heading = hero.headings[i];
            const auto moved = pen.at(hero.chevrons[i].x(), hero.chevrons[i].y(), 1,
                                      std::atan2(heading.y(), heading.x()) * 180 / M_PI);
            pen.line("M-5 -8L4 0L-5 8", t.road, 8);
            pen.line("M-5 -8L4 0L-5 8", colour, 4);
        }
    } else {
        painter.drawPath(hero.gone);
        if (!hero.ahead.isEmpty()) {
            QPen dots(colour, width * 0.7, Qt::CustomDashLine, Qt::RoundCap);
            dots.setDashPattern({0.001, 2 / 0.7});
            painter.setPen(dots);
            painter.drawPath(hero.ahead);
        }
    }
    painter.restore();
}

// A clock, and left of it how long that is.
void MapPainter::paintWait(QPainter& painter, const Frame& frame, QPointF at, double left, Time next) const {
    art::Pen pen(painter, frame.tokens());
    const double s = frame.camera.letters();
    {
        const auto moved = pen.at(at.x(), at.y(), s);
        art::clock(pen, 0, 0, left, 17);
    }
    const art::ChipStyle style{std::max(frame.style.labels.least, 15 * s), true};
    const QString text = wording::span(std::max(second, next - frame.scene.now));
    const QSizeF size = art::chipSize(text, style);
    art::chip(pen, at - QPointF(17 * s + 7 + size.width() / 2, 0), text, style);
}

// Above a shelf: how many wait there, and when the next try is due. Before a home: what it could not post.
void MapPainter::paintWaiting(QPainter& painter, const Frame& frame) const {
    art::Pen pen(painter, frame.tokens());
    const double z = frame.camera.buildings(), s = frame.camera.letters();
    const auto clockAbove = [&](QPointF letter, HostId host) {
        const bool hero = frame.still.hero && frame.still.hero->host == host; // its ring needs room
        return letter - QPointF(-2 * z, 13 * z + (hero ? 38 : 29) * s);
    };
    for (std::size_t i = 0; i < frame.still.offices.size(); ++i) {
        const OfficeScene& office = frame.still.offices[i];
        if (office.shelf.empty()) continue;
        const HostId host{std::uint32_t(i)};
        const QPointF front = frame.camera.toScreen(siteOf(plan_, host));
        if (office.waiting > office.shelf.size()) {
            const double left = art::shelfRight - art::shelfWidth(int(office.shelf.size())) + 4;
            const auto moved = pen.at(front.x() + left * z, front.y() - 44 * z, s);
            art::badge(pen, -13, 0, wording::count(qint64(office.waiting)));
        }
        if (office.next != never)
            paintWait(painter, frame, clockAbove(front + art::shelfSlot(0) * z, host), office.left,
                      office.next);
    }
    for (std::size_t i = 0; i < frame.still.homes.size(); ++i) {
        const HomeScene& home = frame.still.homes[i];
        if (!home.unsent) continue;
        const HostId host{std::uint32_t(plan_.hosts.size() + i)};
        const QPointF at = frame.camera.toScreen(siteOf(plan_, host)) + art::doorstep * z;
        {
            const auto moved = pen.at(at.x(), at.y(), z);
            art::envelope(pen, home.unsent->face.report ? art::Sprite::Returned : art::Sprite::Letter,
                          livery(home.unsent->face.domain));
        }
        if (home.next != never) paintWait(painter, frame, clockAbove(at, host), home.left, home.next);
    }
}

void MapPainter::paintMovers(QPainter& painter, const Frame& frame) {
    const Camera& camera = frame.camera;
    const Tokens& t = frame.tokens();
    const double scale = camera.letters() * moverScale;
    sprites_.prepare(t, liveries_, scale, frame.ratio);
    const QRectF seen = QRectF(QPointF(), frame.size).adjusted(-60, -60, 60, 60);
    art::Pen pen(painter, t);
    for (const Stream& stream : frame.scene.streams) {
        painter.save();
        painter.translate(camera.origin);
        painter.scale(camera.zoom, camera.zoom);
        pen.path(stream.path, {}, t.keyline, 14);
        pen.path(stream.path, {}, colourOf(t, plan_, stream.domain), 10);
        painter.restore();
    }
    for (const Mover& mover : frame.scene.movers) {
        const QPointF at = camera.toScreen(mover.at);
        if (seen.contains(at)) sprites_.add(at, mover.sprite, mover.face.domain, mover.count > 1);
    }
    sprites_.paint(painter);
    const auto count = [&](QPointF at, int number) {
        const auto moved = pen.at(at.x(), at.y(), scale);
        art::badge(pen, 0, 0, wording::count(number));
    };
    for (const Mover& mover : frame.scene.movers)
        if (mover.count > 1)
            if (const QPointF at = camera.toScreen(mover.at); seen.contains(at))
                count(at + QPointF(art::letterWidth / 2 - 2, -art::letterHeight / 2 - 5) * scale,
                      mover.count);
    for (const Stream& stream : frame.scene.streams)
        count(camera.toScreen(stream.path.pointAtPercent(0.5)) - QPointF(11, 0) * scale, stream.count);
}

void MapPainter::paintFailures(QPainter& painter, const Frame& frame) const {
    art::Pen pen(painter, frame.tokens());
    for (const Failure& failure : frame.scene.failures) {
        const QPointF at = frame.camera.toScreen(failure.at);
        const double size = frame.camera.letters() * (failure.hero ? 1.45 : 0.95) * (0.8 + 0.2 * failure.age);
        const art::Mark mark = failure.outcome == Outcome::TimedOut ? art::Mark::Silent
                               : failure.outcome == Outcome::Lost   ? art::Mark::Cut
                                                                    : art::Mark::Failed;
        painter.setOpacity(std::min(1.0, failure.age * 2));
        art::mark(pen, mark, at.x(), at.y(), size);
    }
    painter.setOpacity(1);
}

void MapPainter::paintHero(QPainter& painter, const Frame& frame) const {
    const HeroScene& hero = frame.scene.hero;
    if (!hero.moves) return paintHeroAtRest(painter, frame);
    const Tokens& t = frame.tokens();
    art::Pen pen(painter, t);
    const double scale = frame.camera.letters() * heroScale;
    const QPointF at = frame.camera.toScreen(hero.mover.at);
    const bool slip = isSlip(hero.mover.sprite);
    {
        const auto moved = pen.at(at.x(), at.y(), scale);
        if (slip)
            pen.rect(-19, -22, 38, 44, 6, t.keyline, t.selection, 3 / scale);
        else
            art::heroFrame(pen, scale);
        art::envelope(pen, hero.mover.sprite, livery(hero.mover.face.domain));
    }
    const QSizeF taken =
        (slip ? QSizeF(38, 44) : QSizeF(art::letterWidth + 12, art::letterHeight + 12)) * scale;
    paintChip(painter, frame, at, taken, slip);
}

// On a shelf, in a box, on a screen: where its last movement ended.
void MapPainter::paintHeroAtRest(QPainter& painter, const Frame& frame) const {
    if (!frame.still.hero) return;
    const HeroRest& rest = *frame.still.hero;
    const Camera& camera = frame.camera;
    const QPointF at = camera.toScreen(siteOf(plan_, rest.host)) + rest.slot * camera.buildings();
    const double scale = std::max(camera.buildings(), 0.72) * rest.scale;
    art::Pen pen(painter, frame.tokens());
    {
        const auto moved = pen.at(at.x(), at.y(), scale);
        art::heroFrame(pen, scale);
        art::envelope(pen, rest.sprite, livery(rest.face.domain));
    }
    paintChip(painter, frame, at, QSizeF(art::letterWidth + 12, art::letterHeight + 12) * scale, false);
}

// Above the hero, or right of it; within the view, clock and all.
void MapPainter::paintChip(QPainter& painter, const Frame& frame, QPointF at, QSizeF beside,
                           bool rightOfIt) const {
    if (frame.captions.heroChip.isEmpty()) return;
    art::Pen pen(painter, frame.tokens());
    const art::ChipStyle style{std::max(frame.style.labels.least, 16 * frame.camera.letters()), true};
    const QSizeF size = art::chipSize(frame.captions.heroChip, style);
    const double clock = frame.captions.heroClock >= 0 ? 21 * frame.camera.letters() : 0;
    QPointF centre = rightOfIt ? at + QPointF(beside.width() / 2 + 10 + size.width() / 2, 0)
                               : at - QPointF(0, beside.height() / 2 + 10 + size.height() / 2);
    const double left = size.width() / 2 + 2 * clock + 8, right = size.width() / 2 + 8;
    centre.setX(std::clamp(centre.x(), left, std::max(left, frame.size.width() - right)));
    centre.setY(std::max(centre.y(), size.height() / 2 + 8));
    art::chip(pen, centre, frame.captions.heroChip, style);
    if (clock <= 0) return;
    const auto moved = pen.at(centre.x() - size.width() / 2 - clock * 0.8, centre.y(), clock / 21);
    art::clock(pen, 0, 0, frame.captions.heroClock, 21);
}

} // namespace mailtown
