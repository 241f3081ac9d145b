// What stands in the town: shelves, letter boxes, screens.
#include "ui/map/art/buildings.h"
#include "ui/map/scene.h"

#include <algorithm>
#include <set>

namespace mailtown {
namespace {

constexpr std::size_t shelfShows = 3, boxesShow = 4;
Face faceAt(const std::vector<Face>& faces, LetterId letter) {
    return letter && letter.index < faces.size() ? faces[letter.index] : Face{};
}

int domainIndex(const Plan& plan, const DomainPlan* domain) {
    return domain ? int(domain - plan.domains.data()) : -1;
}

class Reading {
public:
    Reading(const Town& town, const Movements& movements, const Scene& scene, const std::vector<Face>& faces,
            Duration falls)
        : town_(town), plan_(town.plan()), movements_(movements), scene_(scene), faces_(faces),
          falls_(falls) {
        for (const Mover& mover : scene.movers) moving(mover);
        if (scene.hero.moves) moving(scene.hero.mover);
    }

    Standstill read() {
        Standstill still;
        still.offices.resize(plan_.hosts.size());
        still.homes.resize(plan_.clients.size());
        for (std::size_t i = 0; i < plan_.hosts.size(); ++i)
            readOffice(HostId{std::uint32_t(i)}, still.offices[i]);
        for (const Beat& beat : movements_.beats()) {
            if (beat.at > scene_.now) break;
            if (beat.kind == Kind::HostDown && beat.host.index < still.offices.size())
                still.offices[beat.host.index].shutter =
                    falls_ > 0 ? std::clamp(double(scene_.now - beat.at) / double(falls_), 0.0, 1.0) : 1;
        }
        for (std::size_t i = 0; i < plan_.clients.size(); ++i)
            readHome(HostId{std::uint32_t(plan_.hosts.size() + i)}, still.homes[i]);
        readRoads(still);
        still.hero = heroAtRest(still);
        return still;
    }

private:
    void moving(const Mover& mover) {
        if (mover.letter && mover.movement->isLetter() && mover.movement->purpose != Purpose::Copy)
            onTheRoad_.insert(mover.letter);
    }

    void readOffice(HostId host, OfficeScene& office) {
        office.up = town_.up(host);
        if (town_.waitingCount(host) > 0) readShelf(host, office);
        readBoxes(host, office);
    }

    void readShelf(HostId host, OfficeScene& office) {
        std::vector<Waiting> waiting = town_.waiting(host);
        std::erase_if(waiting,
                      [this](const Waiting& w) { return w.underWay || onTheRoad_.contains(w.letter); });
        office.waiting = waiting.size();
        const LetterId hero = scene_.hero.movement ? scene_.hero.movement->letter : LetterId{};
        const auto sooner = [hero](const Waiting& a, const Waiting& b) {
            const bool heroA = hero && a.letter == hero, heroB = hero && b.letter == hero;
            return std::tuple(!heroA, a.next, a.queued, a.letter) <
                   std::tuple(!heroB, b.next, b.queued, b.letter);
        };
        const std::size_t shown = std::min(shelfShows, waiting.size());
        std::partial_sort(waiting.begin(), waiting.begin() + std::ptrdiff_t(shown), waiting.end(), sooner);
        for (std::size_t i = 0; i < shown; ++i)
            office.shelf.push_back({waiting[i].letter, faceAt(faces_, waiting[i].letter)});
        if (waiting.empty() || waiting.front().next == never || waiting.front().next <= scene_.now) return;
        office.next = waiting.front().next;
        office.left = shareLeft(waiting.front().letter, office.next, waiting.front().queued);
    }

    void readBoxes(HostId host, OfficeScene& office) {
        const MailStore& store = town_.mailStore(host);
        struct Kept {
            std::int64_t at;
            LetterId letter;
        };
        std::vector<Kept> newest;
        for (const Address& user : store.accounts()) {
            const Mailbox* inbox = store.mailbox(user, "INBOX");
            if (!inbox) continue;
            office.kept += inbox->messages.size();
            for (std::size_t i = inbox->messages.size(), n = 0; i-- > 0 && n < boxesShow; ++n) {
                const StoredMessage& message = inbox->messages[i];
                if (message.letter && onTheRoad_.contains(message.letter)) continue;
                newest.push_back({message.internalDate, message.letter});
            }
        }
        std::stable_sort(newest.begin(), newest.end(),
                         [](const Kept& a, const Kept& b) { return a.at > b.at; });
        for (std::size_t i = 0; i < std::min(boxesShow, newest.size()); ++i)
            office.boxes.push_back({newest[i].letter, faceAt(faces_, newest[i].letter)});
    }

    void readHome(HostId host, HomeScene& home) const {
        const MailProgram& program = town_.mailProgram(host);
        for (std::size_t i = program.letters.size(); i-- > 0 && !home.shown;) {
            const KeptLetter& kept = program.letters[i];
            if (!kept.letter || onTheRoad_.contains(kept.letter)) continue;
            home.shown = Resting{kept.letter, faceAt(faces_, kept.letter)};
            home.copy = kept.onServer;
        }
        for (const OutboxLetter& letter : program.outbox) {
            if (letter.underWay || onTheRoad_.contains(letter.letter)) continue;
            home.unsent = Resting{letter.letter, faceAt(faces_, letter.letter)};
            if (letter.next != never && letter.next > scene_.now)
                home.next = letter.next, home.left = shareLeft(letter.letter, letter.next, scene_.now);
            break;
        }
    }

    // Of the wait for the next try since the last one came to its end.
    double shareLeft(LetterId letter, Time next, Time queued) const {
        const Movement* last = movements_.lastOf(letter, scene_.now);
        const Time since = last && last->failed() ? last->end : queued;
        return next > since ? std::clamp(double(next - scene_.now) / double(next - since), 0.0, 1.0) : 0;
    }

    // Roads stand open until they are told to be cut.
    void readRoads(Standstill& still) const {
        std::set<std::pair<HostId, HostId>> cut;
        for (const Beat& beat : movements_.beats()) {
            if (beat.at > scene_.now) break;
            const std::pair<HostId, HostId> road = std::minmax(beat.host, beat.peer);
            if (beat.kind == Kind::LinkCut) cut.insert(road);
            if (beat.kind == Kind::LinkMended) cut.erase(road);
        }
        still.cutLinks.assign(cut.begin(), cut.end());
    }

    // Where its last movement ended, if it can still be seen there; else wherever it lies.
    std::optional<HeroRest> heroAtRest(const Standstill& still) const {
        const Movement* m = scene_.hero.movement;
        if (scene_.hero.moves || !m || !m->letter || scene_.hero.moment.phase == Phase::Before) return {};
        const Face face = faceAt(faces_, m->letter);
        if (m->purpose == Purpose::Look) return HeroRest{m->from, art::screenSlot, 1, face, art::Sprite::Bag};
        const art::Sprite lying = face.report ? art::Sprite::Returned : art::Sprite::Letter;
        const art::Sprite copy = face.report ? art::Sprite::ReturnedCopy : art::Sprite::Copy;
        const auto in = [&](HostId host) -> std::optional<HeroRest> {
            if (plan_.isClient(host)) {
                const HomeScene& home = still.homes[host.index - plan_.hosts.size()];
                if (home.unsent && home.unsent->letter == m->letter)
                    return HeroRest{host, art::doorstep, 1.2, face, lying};
                if (!home.shown || home.shown->letter != m->letter) return {};
                return HeroRest{host, art::screenSlot, 1, face, home.copy ? copy : lying};
            }
            const OfficeScene& office = still.offices[host.index];
            for (std::size_t i = 0; i < office.shelf.size(); ++i)
                if (office.shelf[i].letter == m->letter)
                    return HeroRest{host, art::shelfSlot(int(i)), 1.2, face, lying};
            for (std::size_t i = 0; i < office.boxes.size(); ++i)
                if (office.boxes[i].letter == m->letter)
                    return HeroRest{host, art::boxSlot(int(i)), 1, face, lying};
            return {};
        };
        if (auto rest = in(m->failed() ? m->from : m->to)) return rest;
        for (std::size_t i = 0; i < plan_.hostCount(); ++i)
            if (auto rest = in(HostId{std::uint32_t(i)})) return rest;
        return {};
    }

    const Town& town_;
    const Plan& plan_;
    const Movements& movements_;
    const Scene& scene_;
    const std::vector<Face>& faces_;
    Duration falls_;
    std::set<LetterId> onTheRoad_;
};

} // namespace

Standstill standstillOf(const Town& town, const Movements& movements, const Scene& scene,
                        const std::vector<Face>& faces, Duration falls) {
    return Reading(town, movements, scene, faces, falls).read();
}

void meetLetters(const Town& town, const Movements& movements, std::vector<Face>& faces) {
    const Plan& plan = town.plan();
    for (std::size_t i = faces.size(); i < town.letterCount(); ++i) {
        const LetterId id{std::uint32_t(i)};
        const Letter& letter = town.letter(id);
        const DomainPlan* domain = nullptr;
        if (letter.returnPath)
            if (const auto sender = Address::parse(town.name(letter.returnPath)))
                domain = plan.domain(sender->domain());
        if (!domain) { // a report, or from outside: where it first set out
            for (const Movement& m : movements.all())
                if (m.letter == id) {
                    domain = plan.districtOf(m.from);
                    break;
                }
        }
        faces.push_back({domainIndex(plan, domain), letter.report});
    }
}

} // namespace mailtown
