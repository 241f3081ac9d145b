// What the map shows at one moment: a value made of what stands (read from the town) and what moves (read
// from the movements). The same moment gives the same scene.
#pragma once

#include "town/town.h"
#include "ui/map/art/envelope.h"
#include "ui/map/roads.h"
#include "ui/playback/playback.h"

#include <QPainterPath>
#include <QPointF>

#include <optional>
#include <vector>

namespace mailtown {

// How a letter looks: the domain it comes from (an index in the plan's domains, -1: none of them).
struct Face {
    int domain = -1;
    bool report = false;
    bool operator==(const Face&) const = default;
};

// A letter that lies somewhere.
struct Resting {
    LetterId letter;
    Face face;
    bool operator==(const Resting&) const = default;
};

// An office, or the directory.
struct OfficeScene {
    bool up = true;
    double shutter = 1;         // of a shut one: how far it is down, 0 … 1
    std::vector<Resting> shelf; // the one whose turn is next first; at most three
    std::size_t waiting = 0;    // all of them
    Time next = never;          // when the first one's next try is due
    double left = 1;            // the share of its wait that is left
    std::vector<Resting> boxes; // the newest first; at most four
    std::size_t kept = 0;       // all of them
};

struct HomeScene {
    std::optional<Resting> shown;  // on its screen: the newest letter it has fetched
    bool copy = false;             // … which also lies in its box at the office
    std::optional<Resting> unsent; // before the door: written, and not yet taken by the office
    Time next = never;             // when it will be tried again
    double left = 1;               // the share of that wait that is left
};

// The hero while it does not move.
struct HeroRest {
    HostId host;
    QPointF slot; // from the middle of the host's front, in map units
    double scale = 1;
    Face face;
    art::Sprite sprite = art::Sprite::Letter;
};

// Where the letters of a town stand still.
struct Standstill {
    std::vector<OfficeScene> offices; // by host; the homes' are empty
    std::vector<HomeScene> homes;     // by client
    std::vector<std::pair<HostId, HostId>> cutLinks;
    std::optional<HeroRest> hero;
};

// A letter or slip on the road; several alike that are near one another are one.
struct Mover {
    QPointF at;
    LetterId letter;
    Face face;
    art::Sprite sprite = art::Sprite::Letter;
    int count = 1;
    const Movement* movement = nullptr;
};

// So many letters on one road that they flow.
struct Stream {
    QPainterPath path;
    int domain = -1;
    int count = 0;
};

// A try that has failed, before the door.
struct Failure {
    QPointF at;
    double age = 1; // 0 … 1 while it appears
    Outcome outcome = Outcome::Refused;
    bool hero = false;
};

// The letter the narration is about.
struct HeroScene {
    const Movement* movement = nullptr;
    StoryMoment moment;
    Mover mover;
    bool moves = false;            // else it rests where its last movement ended
    QPainterPath gone, ahead;      // the road behind it and before it
    std::vector<QPointF> chevrons; // on its way back
    std::vector<QPointF> headings; // … and where they point
};

struct Scene {
    Time now = 0;
    std::vector<Mover> movers; // without the hero
    std::vector<Stream> streams;
    std::vector<Failure> failures;
    HeroScene hero;
};

// What moves at `now`. `linger`: the least town time a movement stays in sight. `still`: reduced motion,
// letters stand at the end of their way.
struct SceneRequest {
    const Plan& plan;
    const Movements& movements;
    const Roads& roads;
    const std::vector<Face>& faces; // by letter
    Time now = 0;
    Duration linger = 0;
    LetterId followed;
    bool still = false;
    double size = 1;         // of letters, in map units a unit of their drawing: they halt clear of the door
    bool passesOver = false; // slips that have been seen before are left out
};
Scene sceneAt(const SceneRequest& request);

// What stands in the town as shown. `movements` tells since when the front letters wait, `scene` what is on
// the road and so rests nowhere. A shutter takes `falls` to come down; 0: it is down at once.
Standstill standstillOf(const Town& town, const Movements& movements, const Scene& scene,
                        const std::vector<Face>& faces, Duration falls);

// Appends the faces of letters the town knows and `faces` does not hold yet.
void meetLetters(const Town& town, const Movements& movements, std::vector<Face>& faces);

} // namespace mailtown
