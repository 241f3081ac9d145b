// What changes from frame to frame: trails, letters on the road, clocks, failed tries, and the hero.
#include "ui/map/map_frame.h"

#include "ui/wording/when.h"

#include <algorithm>
#include <cmath>
#include <limits>

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
    const bool letter = !slip && hero.mover.sprite != art::Sprite::Bag; // only letters have a colour
    const QColor colour = !letter ? t.domain("graphite") : colourOf(t, plan_, hero.mover.face.domain);
    const double width = slip ? 5 : 7;
    painter.save();
    painter.translate(frame.camera.origin);
    painter.scale(frame.camera.zoom, frame.camera.zoom);
    art::Pen pen(painter, t);
    pen.band(hero.gone, colour, width);
    const bool returning = hero.moment.phase == Phase::Returning;
    if (returning) { // the road it must still go back is pale, that behind it is an arrow
        pen.band(hero.ahead, mixed(colour, t.road, 0.32), width);
        for (std::size_t i = 0; i < hero.chevrons.size(); ++i) {
            const QPointF heading = hero.headings[i];
            const auto moved = pen.at(hero.chevrons[i].x(), hero.chevrons[i].y(), 1,
                                      std::atan2(heading.y(), heading.x()) * 180 / M_PI);
            pen.line("M-5 -8L4 0L-5 8", t.road, 8);
            pen.line("M-5 -8L4 0L-5 8", colour, 4);
        }
    } else if (!hero.ahead.isEmpty()) {
        QPen dots(colour, width * 0.7, Qt::CustomDashLine, Qt::RoundCap);
        dots.setDashPattern({0.001, 2 / 0.7});
        painter.setPen(dots);
        painter.setBrush(Qt::NoBrush);
        painter.drawPath(hero.ahead);
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
        pen.band(stream.path, t.keyline, 14);
        pen.band(stream.path, colourOf(t, plan_, stream.domain), 10);
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

// A ring round the letter that is chosen, wherever it is; the hero has its own.
void MapPainter::paintChosenLetter(QPainter& painter, const Frame& frame) const {
    const LetterId chosen = frame.focus.selectedLetter;
    if (!chosen) return;
    art::Pen pen(painter, frame.tokens());
    const auto ring = [&](QPointF at, double scale) {
        const auto moved = pen.at(at.x(), at.y(), scale);
        const QRectF letter(-art::letterWidth / 2, -art::letterHeight / 2, art::letterWidth,
                            art::letterHeight);
        const QRectF round = letter.adjusted(-5, -5, 5, 5);
        pen.rect(round.x(), round.y(), round.width(), round.height(), 6, {}, frame.tokens().keyline,
                 6 / scale);
        pen.rect(round.x(), round.y(), round.width(), round.height(), 6, {}, frame.tokens().selection,
                 3 / scale);
    };
    for (const Mover& mover : frame.scene.movers)
        if (mover.letter == chosen && mover.movement->isLetter())
            ring(frame.camera.toScreen(mover.at), sprites_.scale());
    const double z = frame.camera.buildings();
    const auto at = [&](std::size_t host, QPointF slot) {
        return frame.camera.toScreen(siteOf(plan_, HostId{std::uint32_t(host)})) + slot * z;
    };
    for (std::size_t i = 0; i < frame.still.offices.size(); ++i) {
        const OfficeScene& office = frame.still.offices[i];
        for (std::size_t k = 0; k < office.shelf.size(); ++k)
            if (office.shelf[k].letter == chosen) ring(at(i, art::shelfSlot(int(k))), z);
        for (std::size_t k = 0; k < office.boxes.size(); ++k)
            if (office.boxes[k].letter == chosen) ring(at(i, art::boxSlot(int(k))), 0.58 * z);
    }
    for (std::size_t i = 0; i < frame.still.homes.size(); ++i) {
        const HomeScene& home = frame.still.homes[i];
        const std::size_t host = plan_.hosts.size() + i;
        if (home.shown && home.shown->letter == chosen) ring(at(host, art::screenSlot), 0.62 * z);
        if (home.unsent && home.unsent->letter == chosen) ring(at(host, art::doorstep), z);
    }
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
    paintChip(painter, frame, at, taken, slip ? ChipSide::Right : ChipSide::Above);
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
    paintChip(painter, frame, at, QSizeF(art::letterWidth + 12, art::letterHeight + 12) * scale,
              ChipSide::Any);
}

// Beside the hero, where it covers least: names count most, then what stands there. On the road it stays on
// one side, so that it does not jump about.
QPointF MapPainter::chipCentre(const Frame& frame, QPointF at, QSizeF beside, QSizeF chip,
                               ChipSide side) const {
    constexpr double gap = 10, edge = 8; // from the hero, and from the edge of the view
    const QRectF view = QRectF(QPointF(), frame.size).adjusted(edge, edge, -edge, -edge);
    const auto centred = [&](QPointF centre) {
        QRectF box(centre - QPointF(chip.width() / 2, chip.height() / 2), chip);
        box.moveLeft(std::max(view.left(), std::min(box.left(), view.right() - box.width())));
        box.moveTop(std::max(view.top(), std::min(box.top(), view.bottom() - box.height())));
        return box;
    };
    const double across = (beside.width() + chip.width()) / 2 + gap,
                 along = (beside.height() + chip.height()) / 2 + gap;
    if (side == ChipSide::Above) return centred(at - QPointF(0, along)).center();
    if (side == ChipSide::Right) return centred(at + QPointF(across, 0)).center();
    const QRectF hero(at - QPointF(beside.width() / 2, beside.height() / 2), beside);
    double least = std::numeric_limits<double>::max();
    QPointF best;
    for (const QPointF way :
         {QPointF(across, 0), QPointF(-across, 0), QPointF(0, along), QPointF(0, -along)}) {
        const QRectF box = centred(at + way);
        const auto covered = [&box](const QRectF& other) {
            const QRectF both = box & other;
            return both.width() * both.height();
        };
        double cost = 20 * covered(hero);
        for (const Label& label : labels_.all()) cost += 4 * covered(label.box);
        for (std::size_t i = 0; i < plan_.hostCount(); ++i)
            for (const QRectF& body : bodyOf(plan_, HostId{std::uint32_t(i)}))
                cost += covered(frame.camera.toScreen(body));
        if (cost < least) least = cost, best = box.center();
    }
    return best;
}

void MapPainter::paintChip(QPainter& painter, const Frame& frame, QPointF at, QSizeF beside,
                           ChipSide side) const {
    if (frame.captions.heroChip.isEmpty()) return;
    art::Pen pen(painter, frame.tokens());
    const art::ChipStyle style{std::max(frame.style.labels.least, 16 * frame.camera.letters()), true};
    const QSizeF size = art::chipSize(frame.captions.heroChip, style);
    const double clock = frame.captions.heroClock >= 0 ? 21 * frame.camera.letters() : 0;
    const QSizeF whole(size.width() + 1.8 * clock, std::max(size.height(), 2 * clock));
    const QPointF middle = chipCentre(frame, at, beside, whole, side);
    const QPointF centre = middle + QPointF(0.9 * clock, 0);
    art::chip(pen, centre, frame.captions.heroChip, style);
    if (clock <= 0) return;
    const auto moved = pen.at(centre.x() - size.width() / 2 - clock * 0.8, centre.y(), clock / 21);
    art::clock(pen, 0, 0, frame.captions.heroClock, 21);
}

} // namespace mailtown
