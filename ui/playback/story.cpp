#include "ui/playback/story.h"

#include "ui/playback/telling.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace mailtown {
namespace {

// Screen milliseconds.
constexpr double shortHop = 1200, longHop = 1600;
constexpr double crossAppears = 120, stillness = 400, ontoTheShelf = 160;
constexpr double leastTry = 380, readLength = 1500;
constexpr double leastWait = 90;
constexpr double farApart = 1100; // map units that take a long hop
// A fourth try like the three before it need not be watched as long as the first.
constexpr double triesFade = 0.5, waitsFade = 0.7;

// A stretch of town time that must not take less than so long on the screen.
struct Stretch {
    Time from, to;
    double screen;
    int alike;
};

double waitOnScreen(Duration wait, int alike) {
    const double seconds = double(wait) / second;
    const double full = alike < 2 ? Telling::hold : std::min(900., 300 + 150 * std::log10(1 + seconds));
    // A wait shorter than that is simply lived through.
    return std::min(seconds * 1000, std::max(leastWait, full * std::pow(waitsFade, alike < 2 ? 0 : alike)));
}

std::vector<Stretch> stretchesOf(const Plan& plan, const Movements& movements) {
    std::vector<Stretch> stretches;
    for (const Movement& m : movements.all()) {
        const Place a = plan.place(m.from), b = plan.place(m.to);
        if (m.passing()) continue; // seen before: it goes by with the wait it is in
        const Pace pace = paceOf(m, std::hypot(a.x - b.x, a.y - b.y));
        stretches.push_back({m.start, m.turn, pace.out, m.alike});
        if (m.end > m.turn) stretches.push_back({m.turn, m.end, pace.back, m.alike});
        if (m.report && m.read != never) stretches.push_back({m.read, m.read + millisecond, readLength, 0});
    }
    for (const Beat& beat : movements.beats())
        stretches.push_back({beat.at, beat.at + millisecond, Telling::hold, 0});
    return stretches;
}

} // namespace

Pace paceOf(const Movement& m, double distance) {
    if (m.isSlip()) return {Telling::hold, 0};
    const double hop = shortHop + (longHop - shortHop) * std::clamp(distance / farApart, 0.0, 1.0);
    if (!m.failed()) return {hop, 0};
    Pace pace{hop + crossAppears + stillness, m.end > m.turn ? hop * 0.8 + ontoTheShelf : 0};
    const double whole = pace.out + pace.back, least = m.alike < Telling::again ? Telling::hold : leastTry,
                 faded = m.gaveUp() ? whole : std::max(least, whole * std::pow(triesFade, m.alike));
    return {pace.out * faded / whole, pace.back * faded / whole};
}

Story::Story(const Plan& plan, const Movements& movements, Time until) {
    struct Edge {
        Time at;
        double density; // screen ms a µs of the town
        bool opens;
        int alike;
    };
    std::vector<Edge> edges;
    for (const Stretch& s : stretchesOf(plan, movements)) {
        if (s.to <= s.from) continue;
        const double density = s.screen / double(s.to - s.from);
        edges.push_back({s.from, density, true, s.alike});
        edges.push_back({s.to, density, false, s.alike});
    }
    std::stable_sort(edges.begin(), edges.end(), [](const Edge& a, const Edge& b) { return a.at < b.at; });

    knots_.push_back({0, 0});
    std::multiset<double> under; // the densities asked for at this time: the slowest is heeded
    const auto goTo = [&](Time at, int alike) {
        const Knot& last = knots_.back();
        if (at <= last.town) return;
        const double screen =
            under.empty() ? waitOnScreen(at - last.town, alike) : *under.rbegin() * double(at - last.town);
        knots_.push_back({at, last.screen + screen});
    };
    for (const Edge& edge : edges) {
        goTo(edge.at, edge.alike);
        if (edge.opens)
            under.insert(edge.density);
        else
            under.erase(under.find(edge.density));
    }
    goTo(until, 0);
}

double Story::screenAt(Time town) const {
    if (knots_.empty()) return double(town) / millisecond;
    if (town >= knots_.back().town)
        return knots_.back().screen + double(town - knots_.back().town) / millisecond;
    const auto after = std::upper_bound(knots_.begin(), knots_.end(), town,
                                        [](Time t, const Knot& k) { return t < k.town; });
    if (after == knots_.begin()) return 0;
    const Knot &a = *(after - 1), &b = *after;
    return a.screen + (b.screen - a.screen) * double(town - a.town) / double(b.town - a.town);
}

Time Story::townAt(double screen) const {
    if (knots_.empty()) return Time(screen * millisecond);
    if (screen >= knots_.back().screen)
        return knots_.back().town + Time((screen - knots_.back().screen) * millisecond);
    const auto after = std::upper_bound(knots_.begin(), knots_.end(), screen,
                                        [](double s, const Knot& k) { return s < k.screen; });
    if (after == knots_.begin()) return 0;
    const Knot &a = *(after - 1), &b = *after;
    return a.town + Time(std::llround(double(b.town - a.town) * (screen - a.screen) / (b.screen - a.screen)));
}

double Story::townSecondsASecond(Time town) const {
    const auto after = std::upper_bound(knots_.begin(), knots_.end(), town,
                                        [](Time t, const Knot& k) { return t < k.town; });
    if (after == knots_.begin() || after == knots_.end()) return 1;
    const Knot &a = *(after - 1), &b = *after;
    return b.screen > a.screen ? double(b.town - a.town) / (b.screen - a.screen) / millisecond : 1;
}

} // namespace mailtown
