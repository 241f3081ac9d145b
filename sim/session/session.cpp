#include "session/session.h"

#include "session/checkpoints.h"
#include "session/input_code.h"
#include "session/journal.h"
#include "session/moment.h"

#include <algorithm>
#include <cassert>
#include <limits>
#include <optional>

namespace mailtown {

namespace {
// More than the mailboxes a host makes in one future; small beside the seconds that tell sessions apart.
constexpr std::uint32_t uidValidityStep = 4096;
// How much is run again, at most, to take back what the disk refused.
constexpr std::uint64_t retreatSteps = 4096;

// What a replay may take at most: another engine may do more for the same than the one that wrote the file,
// but a present that is far from what had happened is no present.
std::uint64_t mostSteps(const JournalContents& contents, const InputLists& inputs) {
    if (contents.state.events < 0) return std::numeric_limits<std::uint64_t>::max();
    return 100'000 + 2 * std::uint64_t(contents.state.events) + inputs.timeline.size() +
           inputs.entered.size();
}

// From where the town can be run again without an input.
struct Retreat {
    Moment moment;
    Trace trace;
};
} // namespace

struct Session::State {
    Scenario scenario;
    std::shared_ptr<const Plan> plan;
    Memory memory;
    InputLists inputs;
    Moment present;
    Trace trace;
    Checkpoints checkpoints;
    std::optional<Moment> past; // what is shown, when that is not the present
    int generation = 0;
    std::uint32_t uidValidity = 1; // the highest any future was told to begin with
    std::unique_ptr<Journal> journal;
    std::string caveat;

    // Until the disk has them, inputs can be taken back.
    std::vector<std::size_t> unkept; // which of the entered ones, in order
    std::optional<Retreat> retreat;  // before the first of them
    std::uint64_t keptSteps = 0;     // of the present, at the last commit

    // The future as it will be if nobody acts: a copy of the present that ran ahead, and what it recorded.
    std::optional<Moment> ahead;
    Trace forecast;

    State(Scenario s, Memory m)
        : scenario(std::move(s)), plan(std::make_shared<const Plan>(scenario.plan)), memory(m), present(plan),
          trace(m == Memory::All ? Trace::Keep::All : Trace::Keep::Nothing) {
        inputs.timeline = scenario.timeline;
        std::stable_sort(inputs.timeline.begin(), inputs.timeline.end(),
                         [](const TimedInput& a, const TimedInput& b) { return a.at < b.at; });
        remember();
        advance(0);
    }

    const Moment& shown() const { return past ? *past : present; }

    void remember() {
        if (memory == Memory::All) checkpoints.offer(present);
    }

    // False: the steps were not enough.
    bool advance(Time to, std::uint64_t steps = std::numeric_limits<std::uint64_t>::max()) {
        for (; present.nextAt(inputs) <= to; --steps) {
            if (steps == 0) return false;
            if (!present.stepUntil(to, inputs, trace)) break;
            remember();
        }
        if (to > present.town.now()) present.town.runUntil(to, trace);
        return true;
    }

    void showPast(Time to) {
        Trace scratch(Trace::Keep::Nothing); // what happened is in `trace` already
        const Moment* nearest = checkpoints.before(to);
        const bool go = past && past->town.now() <= to && past->steps() >= nearest->steps();
        if (!go) past = *nearest;
        past->runUntil(to, inputs, scratch);
    }

    // One step further within what has happened; false when the shown moment is the last of it.
    bool stepPast() {
        if (!past || past->steps() >= present.steps()) return false;
        Trace scratch(Trace::Keep::Nothing);
        past->step(inputs, scratch);
        return true;
    }

    // Acts at the present, now.
    void enter(Input input, Origin origin) {
        const Time now = present.town.now();
        if (const auto* renewal = std::get_if<input::RenewUidValidity>(&input))
            uidValidity = std::max(uidValidity, renewal->uidValidity);
        advance(now); // first what is due at this very moment: the order is canonical
        forgetForecast();
        if (journal) {
            prepareRetreat();
            unkept.push_back(present.enteredDone);
            journal->add({now, origin, encodeInput(*plan, input)});
        }
        // Everything at or before now has acted, so this one comes next.
        const auto place = inputs.entered.begin() + std::ptrdiff_t(present.enteredDone);
        inputs.entered.insert(place, TimedInput{now, std::move(input), origin});
        advance(now);
    }

    // The shown moment of the past becomes the present of a new future.
    void branch() {
        Trace scratch(Trace::Keep::Nothing);
        past->runUntil(past->town.now(), inputs, scratch);
        present = std::move(*past);
        past.reset();
        trace.truncate(present.records);
        checkpoints.dropAfter(present);
        const Time now = present.town.now();
        // A real client's letter has got its 250: no rewinding takes that back.
        std::erase_if(inputs.entered,
                      [now](const TimedInput& i) { return i.at > now && i.origin == Origin::Person; });
        ++generation;
        if (journal) journal->takeBackAfter(now);
        // What other futures gave out must not come again: mail programs would take one letter for another.
        enter(input::RenewUidValidity{uidValidity + uidValidityStep}, Origin::Person);
        // The old future is gone: there is no way back across this moment.
        unkept.clear();
        retreat.reset();
    }

    // Copied now and then only: a copy costs what changes after it.
    void prepareRetreat() {
        if (!unkept.empty()) return;
        if (!retreat || present.steps() > retreat->moment.steps() + retreatSteps)
            retreat.emplace(Retreat{present, trace});
    }

    // What was entered since the last commit never happened.
    void takeBack() {
        if (unkept.empty()) return;
        const Time now = present.town.now();
        const std::optional<Time> shownPast = past ? std::optional(past->town.now()) : std::nullopt;
        journal->dropAdded(unkept.size());
        for (; !unkept.empty(); unkept.pop_back())
            inputs.entered.erase(inputs.entered.begin() + std::ptrdiff_t(unkept.back()));
        forgetForecast();
        past.reset();
        present = retreat->moment;
        trace = retreat->trace;
        checkpoints.dropAfter(present);
        advance(now);
        retreat.emplace(Retreat{present, trace}); // the disk may refuse the next one, too
        if (shownPast) showPast(*shownPast);
    }

    void markKept() {
        unkept.clear();
        keptSteps = present.steps();
    }

    void forgetForecast() {
        ahead.reset();
        forecast = Trace();
    }

    void extendForecast(Time until) {
        // What the present has caught up with is no longer ahead.
        if (ahead && ahead->steps() < present.steps()) forgetForecast();
        if (!ahead) ahead = present;
        const std::size_t overtaken = present.records - (ahead->records - forecast.size());
        if (overtaken > 0) {
            Trace rest;
            for (std::size_t i = overtaken; i < forecast.size(); ++i)
                rest.add(forecast[i], forecast.text(forecast[i]));
            forecast = std::move(rest);
        }
        if (until > ahead->town.now()) ahead->runUntil(until, inputs, forecast);
    }

    JournalState journalState() const {
        JournalState state{present.town.now(), generation, uidValidity};
        if (present.nextAt(inputs) > state.present) { // else a replay would go on to the end of this moment
            state.events = std::int64_t(present.town.eventsDone());
            state.records = std::int64_t(present.records);
        }
        return state;
    }
};

Session::Session(Scenario scenario, Memory memory)
    : state_(std::make_unique<State>(std::move(scenario), memory)) {}
Session::~Session() = default;
Session::Session(Session&&) noexcept = default;
Session& Session::operator=(Session&&) noexcept = default;

const Scenario& Session::scenario() const { return state_->scenario; }
const Town& Session::town() const { return state_->shown().town; }
Time Session::now() const { return town().now(); }
bool Session::inPast() const { return state_->past.has_value(); }
const Town& Session::present() const { return state_->present.town; }
const Trace& Session::trace() const { return state_->trace; }
std::size_t Session::shown() const { return state_->shown().records; }
int Session::generation() const { return state_->generation; }
const std::vector<TimedInput>& Session::inputs() const { return state_->inputs.entered; }

const Trace& Session::forecast(Time until) {
    state_->extendForecast(until);
    return state_->forecast;
}

void Session::seek(Time to) {
    State& s = *state_;
    to = std::max<Time>(to, 0);
    if (to >= s.present.town.now()) {
        s.past.reset();
        s.advance(to);
    } else if (s.memory == Memory::All) {
        s.showPast(to);
    }
}

bool Session::advance(Time to, std::uint64_t steps) {
    state_->past.reset();
    return state_->advance(to, steps);
}

bool Session::stepEvent() {
    State& s = *state_;
    if (s.stepPast()) return true;
    s.past.reset();
    const bool stepped = s.present.step(s.inputs, s.trace);
    if (stepped) s.remember();
    return stepped;
}

void Session::enter(Input input, Origin origin) {
    State& s = *state_;
    assert(origin != Origin::Timeline);
    if (s.past && origin == Origin::Person) s.branch();
    s.enter(std::move(input), origin);
}

Result<bool> Session::keepIn(const std::filesystem::path& file) {
    State& s = *state_;
    JournalContents contents;
    contents.scenario = s.scenario.source;
    contents.language = s.scenario.language;
    contents.seed = s.scenario.plan.seed;
    contents.state = s.journalState();
    for (const TimedInput& input : s.inputs.entered)
        contents.inputs.push_back({input.at, input.origin, encodeInput(*s.plan, input.input)});
    std::error_code none;
    if (s.journal && std::filesystem::equivalent(s.journal->file(), file, none))
        s.journal.reset(); // unlocks it
    auto journal = Journal::create(file, contents);
    if (!journal) return journal.problems();
    s.journal = std::move(journal).value();
    s.markKept();
    return true;
}

Result<Session> Session::open(const std::filesystem::path& file, Memory memory) {
    auto opened = Journal::open(file);
    if (!opened) return opened.problems();
    JournalContents& contents = opened->contents;
    auto scenario = readScenario(contents.scenario, file.string(), contents.language);
    if (!scenario) return scenario.problems();
    scenario->plan.seed = contents.seed;
    Session session(std::move(scenario).value(), memory);
    State& s = *session.state_;
    for (const JournalInput& input : contents.inputs) {
        auto decoded = decodeInput(*s.plan, input.octets);
        if (!decoded) {
            Problem wrong = decoded.problem();
            wrong.file = file.string();
            return wrong;
        }
        s.inputs.entered.push_back({input.at, std::move(decoded).value(), input.origin});
    }
    s.generation = contents.state.generation;
    s.uidValidity = contents.state.uidValidity;
    if (!s.advance(contents.state.present, mostSteps(contents, s.inputs))) {
        Problem wrong = problem("is a damaged Mailtown session: more would happen in it than it says did",
                                "it was left as it is");
        wrong.file = file.string();
        return wrong;
    }
    if (const JournalState replayed = s.journalState();
        contents.state.events >= 0 &&
        (replayed.events != contents.state.events || replayed.records != contents.state.records))
        s.caveat = file.string() + ": this session was last kept by Mailtown " + contents.engine +
                   ", and what happened in it comes out otherwise in Mailtown " MAILTOWN_VERSION
                   "; all that was entered is there, but the past may differ";
    if (!contents.lost.empty()) s.caveat = contents.lost + (s.caveat.empty() ? "" : "\n" + s.caveat);
    opened->journal->accept();
    s.journal = std::move(opened->journal);
    s.markKept();
    return session;
}

const std::string& Session::caveat() const { return state_->caveat; }

std::string Session::trouble() const { return state_->journal ? state_->journal->trouble() : std::string(); }

bool Session::commit() {
    State& s = *state_;
    if (!s.journal) return true;
    const bool done = s.journal->commit(s.journalState());
    if (done)
        s.markKept();
    else
        s.takeBack();
    return done;
}

bool Session::kept() const {
    const State& s = *state_;
    return !s.journal || (!s.journal->hasPending() && s.keptSteps == s.present.steps());
}

} // namespace mailtown
