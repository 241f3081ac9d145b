#include "ui/map/scene.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace mailtown {
namespace {

constexpr double together = 18;         // map units: alike and nearer than this is one stack
constexpr std::size_t mostOnARoad = 40; // more flow as a stream
constexpr double halt = 64;             // before the door: half a hero and half a mark
constexpr double crossAppears = 0.25;   // of the time it stands there

double inOutSine(double t) { return 0.5 - 0.5 * std::cos(M_PI * t); }

// Stretched so that it stays in sight for `linger`.
Movement lingering(Movement m, Duration linger) {
    if (linger <= 0) return m;
    const Duration out = std::max(m.turn - m.start, linger), back = m.end - m.turn;
    m.turn = m.start + out;
    m.end = m.failed() && back > 0 ? m.turn + std::max(back, linger) : m.turn;
    return m;
}

art::Sprite spriteOf(const Movement& m, Phase phase) {
    switch (m.purpose) {
    case Purpose::Ask:
        return art::Sprite::Question;
    case Purpose::Answer:
        return art::Sprite::Answer;
    case Purpose::Copy:
        return m.report ? art::Sprite::ReturnedCopy : art::Sprite::Copy;
    case Purpose::Look:
        return art::Sprite::Bag;
    default:
        // Given up, it is stamped on its way back; after that its report travels.
        if (m.report || (m.gaveUp() && phase == Phase::Returning)) return art::Sprite::Returned;
        return m.postcard ? art::Sprite::Postcard : art::Sprite::Sealed;
    }
}

// Small: there may be ten thousand of them, and few of those become movers of their own.
struct Placed {
    const Movement* movement;
    const Track* track;
    double distance;
    Face face;
    art::Sprite sprite;
};

class Staging {
public:
    explicit Staging(const SceneRequest& request) : in_(request) {}

    Scene stage() {
        scene_.now = in_.now;
        scene_.hero.moment = momentAt(in_.movements, in_.now, in_.followed, !in_.passesOver);
        const Movement* hero = scene_.hero.moment.movement;
        for (const Movement* m : latest()) {
            if (in_.passesOver && m->passing()) continue;
            if (hero && (m == hero ||
                         (hero->letter && m->letter == hero->letter && m->isLetter() && hero->isLetter())))
                stageHero(*m);
            else
                place(*m);
        }
        if (hero && !scene_.hero.movement) scene_.hero.movement = hero;
        gather();
        return std::move(scene_);
    }

private:
    Face faceOf(const Movement& m) const {
        if (m.letter && m.letter.index < in_.faces.size()) return in_.faces[m.letter.index];
        const DomainPlan* district = in_.plan.districtOf(m.purpose == Purpose::Answer ? m.to : m.from);
        return {district ? int(district - in_.plan.domains.data()) : -1, false};
    }

    // Those in sight; of a letter's several, when they linger, the last.
    std::vector<const Movement*> latest() const {
        std::vector<const Movement*> under = in_.movements.at(in_.now, in_.linger);
        if (in_.linger == 0) return under;
        std::unordered_map<std::uint32_t, std::size_t> last;
        std::vector<const Movement*> kept;
        for (const Movement* m : under) {
            if (!lingering(*m, in_.linger).at(in_.now)) continue;
            if (!m->letter || !m->isLetter()) {
                kept.push_back(m);
                continue;
            }
            const auto [found, fresh] = last.emplace(m->letter.index, kept.size());
            if (fresh)
                kept.push_back(m);
            else
                kept[found->second] = m;
        }
        return kept;
    }

    // Where the movement is on its track.
    double distanceOf(const Movement& m, const StoryMoment& moment, const Track& track) const {
        const double goal = m.failed() && m.isLetter()
                                ? std::max(0.0, in_.roads.haltOn(track, m.to) - halt * in_.size)
                                : track.length();
        switch (moment.phase) {
        case Phase::OnTheRoad:
            return in_.still ? goal : goal * inOutSine(moment.progress);
        case Phase::Returning:
            return in_.still ? 0 : goal * (1 - inOutSine(moment.progress));
        case Phase::Standing:
            return goal;
        default:
            return goal;
        }
    }

    void fail(const Movement& m, const StoryMoment& moment, const Track& track, bool hero) {
        if (!m.failed() || !m.isLetter() ||
            (moment.phase != Phase::Standing && moment.phase != Phase::Returning))
            return;
        const double age =
            moment.phase == Phase::Returning || in_.still ? 1 : std::min(1.0, moment.progress / crossAppears);
        scene_.failures.push_back({track.at(in_.roads.haltOn(track, m.to)), age, m.outcome, hero});
    }

    void place(const Movement& m) {
        const Track& track = in_.roads.track(m.from, m.to, m.purpose);
        const StoryMoment moment = momentOf(lingering(m, in_.linger), in_.now);
        const double distance = distanceOf(m, moment, track);
        placed_.push_back({&m, &track, distance, faceOf(m), spriteOf(m, moment.phase)});
        fail(m, moment, track, false);
    }

    void stageHero(const Movement& m) {
        HeroScene& hero = scene_.hero;
        const Track& track = in_.roads.track(m.from, m.to, m.purpose);
        const Movement stretched = lingering(m, in_.linger);
        const StoryMoment moment = momentOf(stretched, in_.now);
        hero.movement = &m;
        hero.moment = moment, hero.moment.movement = &m;
        const double distance = distanceOf(m, moment, track);
        const Face face = faceOf(m);
        hero.mover = {track.at(distance), m.letter, face, spriteOf(m, moment.phase), 1, &m};
        hero.moves = true;
        const double halts = m.isLetter() ? in_.roads.haltOn(track, m.to) : track.length();
        const double end = m.failed() ? halts : track.length();
        if (moment.phase == Phase::Returning) {
            hero.ahead = track.part(0, distance);
            hero.gone = track.part(distance, halts);
            for (double d = distance + 58; d < halts - 26; d += 56) {
                hero.chevrons.push_back(track.at(d));
                hero.headings.push_back(-track.along(d));
            }
        } else {
            hero.gone = track.part(0, distance);
            if (m.isLetter() && distance < end - 8) hero.ahead = track.part(distance, end);
        }
        fail(m, moment, track, true);
    }

    // Same road, same direction, same kind: near ones become a stack, very many a stream.
    void gather() {
        std::sort(placed_.begin(), placed_.end(), [](const Placed& a, const Placed& b) {
            const auto key = [](const Placed& p) {
                return std::tuple(p.movement->from, p.movement->to, p.face.domain, p.face.report, p.sprite,
                                  p.distance);
            };
            return key(a) < key(b);
        });
        for (std::size_t i = 0; i < placed_.size();) {
            std::size_t end = i + 1;
            const auto alike = [&](const Placed& p) {
                return p.track == placed_[i].track && p.face == placed_[i].face &&
                       p.sprite == placed_[i].sprite;
            };
            while (end < placed_.size() && alike(placed_[end])) ++end;
            if (end - i > mostOnARoad) {
                const double from = placed_[i].distance, to = placed_[end - 1].distance;
                scene_.streams.push_back(
                    {placed_[i].track->part(from, to), placed_[i].face.domain, int(end - i)});
            } else {
                for (std::size_t k = i; k < end;) {
                    std::size_t last = k + 1;
                    while (last < end && placed_[last].distance - placed_[k].distance < together) ++last;
                    const Placed& p = placed_[last - 1]; // the foremost stands for all
                    scene_.movers.push_back({p.track->at(p.distance), p.movement->letter, p.face, p.sprite,
                                             int(last - k), p.movement});
                    k = last;
                }
            }
            i = end;
        }
        // What stands lower lies in front; equals in the order they started, so that nothing flickers.
        std::stable_sort(scene_.movers.begin(), scene_.movers.end(), [](const Mover& a, const Mover& b) {
            return std::tuple(a.at.y(), a.at.x(), a.letter) < std::tuple(b.at.y(), b.at.x(), b.letter);
        });
    }

    const SceneRequest& in_;
    Scene scene_;
    std::vector<Placed> placed_;
};

} // namespace

Scene sceneAt(const SceneRequest& request) { return Staging(request).stage(); }

} // namespace mailtown
