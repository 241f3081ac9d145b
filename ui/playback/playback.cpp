#include "ui/playback/playback.h"

#include "ui/playback/horizon.h"

#include <algorithm>

namespace mailtown {
namespace {

constexpr int frame = 16; // ms
// Away from story speed a movement stays in sight this long on the screen.
constexpr double lingerSeconds = 0.9;

// How far an open-ended town is looked into at a time.
constexpr Duration lookAhead = 10 * minute;

bool worthAStep(Kind kind) {
    switch (kind) {
    case Kind::LetterComposed:
    case Kind::LetterQueued:
    case Kind::LetterDeferred:
    case Kind::LetterRelayed:
    case Kind::LetterDelivered:
    case Kind::LetterBounced:
    case Kind::LetterFetched:
    case Kind::LetterRead:
    case Kind::ConnectionRefused:
    case Kind::ConnectionTimeout:
    case Kind::DnsAnswer:
    case Kind::HostDown:
    case Kind::HostUp:
    case Kind::LinkCut:
    case Kind::LinkMended:
        return true;
    default:
        return false;
    }
}

} // namespace

Playback::Playback(Session& session, QObject* parent) : QObject(parent), session_(&session) {
    timer_.setInterval(frame);
    timer_.setTimerType(Qt::PreciseTimer);
    connect(&timer_, &QTimer::timeout, this, &Playback::tick);
    readAhead();
}

Playback::~Playback() = default;

Time Playback::length() const { return std::max(end_, session_->present().now()); }

double Playback::townSecondsASecond() const { return story_ ? storyline_.townSecondsASecond(now()) : speed_; }

Duration Playback::linger() const { return story_ ? 0 : Duration(speed_ * lingerSeconds * double(second)); }

StoryMoment Playback::moment() const { return momentAt(*movements_, now(), following_, !passesOver()); }

Told Playback::told() const {
    if (!playing_) return {moment(), now(), now()};
    Told told;
    told.at = told.clock = telling_.toldAt(now());
    told.moment = momentAt(*movements_, told.at, following_, false);
    if (story_) return told;
    // A long wait is counted down in steps that can be read.
    const auto step = std::max<Duration>(second, Duration(speed_ * Telling::hold * millisecond));
    told.clock = std::max(told.at, now() - now() % step);
    return told;
}

LetterId Playback::hero() const {
    const StoryMoment m = moment();
    return m.movement ? m.movement->letter : LetterId{};
}

// ---- records: what has happened, and after it what will ----

bool Playback::stale() const {
    return generation_ != session_->generation() || inputs_ != session_->inputs().size() ||
           session_->trace().size() < traceAtRead_;
}

void Playback::readAhead() {
    const Plan& plan = session_->town().plan();
    const Trace& trace = session_->trace();
    if (!settled_ || generation_ != session_->generation() || trace.size() < settledRecords_) {
        settled_ = std::make_unique<Movements>(&plan);
        settledRecords_ = 0;
    }
    settled_->read(trace, settledRecords_, trace.size());
    settledRecords_ = trace.size();
    generation_ = session_->generation();
    inputs_ = session_->inputs().size();
    traceAtRead_ = trace.size();
    end_ = storyEnd(*session_);
    readUntil_ = openEnded_ ? std::max(length(), now() + lookAhead) : length();
    movements_ = std::make_unique<Movements>(*settled_);
    const Trace& ahead = session_->forecast(readUntil_);
    movements_->read(ahead, 0, ahead.size(), trace.size());
    storyline_ = Story(plan, *movements_, readUntil_);
    retell();
}

void Playback::retell() {
    if (story_) {
        telling_ = Telling(
            *movements_, following_, [this](Time t) { return storyline_.screenAt(t); },
            [this](double ms) { return storyline_.townAt(ms); });
        return;
    }
    const double pace = speed_ * double(millisecond); // town time in a ms of the screen
    telling_ = Telling(
        *movements_, following_, [pace](Time t) { return double(t) / pace; },
        [pace](double ms) { return Time(ms * pace); });
}

std::size_t Playback::records() const {
    return session_->trace().size() + session_->forecast(readUntil_).size();
}

const Record& Playback::record(std::size_t index) const {
    const Trace& trace = session_->trace();
    return index < trace.size() ? trace[index] : session_->forecast(readUntil_)[index - trace.size()];
}

std::string_view Playback::text(std::size_t index) const {
    const Trace& trace = session_->trace();
    if (index < trace.size()) return trace.text(trace[index]);
    const Trace& ahead = session_->forecast(readUntil_);
    return ahead.text(ahead[index - trace.size()]);
}

void Playback::enter(Input input) {
    session_->enter(std::move(input));
    refresh();
}

void Playback::refresh() {
    readAhead();
    anchor();
    Q_EMIT changed();
    Q_EMIT moved();
}

// ---- time ----

void Playback::anchor() {
    anchorTown_ = now();
    anchorScreen_ = storyline_.screenAt(anchorTown_);
    clock_.start();
}

void Playback::go(Time to) {
    to = std::max<Time>(to, 0);
    if (to != now()) session_->seek(to);
    if (stale() || to > readUntil_) readAhead();
    Q_EMIT moved();
}

void Playback::tick() {
    if (stale()) {
        refresh();
        return;
    }
    const double elapsed = double(clock_.nsecsElapsed()) / 1e6; // ms
    const Time to =
        story_ ? storyline_.townAt(anchorScreen_ + elapsed) : anchorTown_ + Time(elapsed * 1000 * speed_);
    const Time end = length();
    if (to >= end && !openEnded_) {
        go(end);
        lookFarther();
        if (length() == end) pause();
        return;
    }
    go(to);
}

// At the end of the axis: what still waits then makes it longer.
void Playback::lookFarther() {
    if (now() < length()) return;
    readAhead();
    anchor();
    Q_EMIT changed();
}

void Playback::play() {
    if (playing_) return;
    lookFarther();
    if (now() >= length() && !openEnded_) go(0); // played out: again from the start
    playing_ = true;
    anchor();
    timer_.start();
    Q_EMIT changed();
}

void Playback::pause() {
    if (!playing_) return;
    playing_ = false;
    timer_.stop();
    Q_EMIT changed();
}

void Playback::toggle() { playing_ ? pause() : play(); }

void Playback::setSpeed(double townSecondsASecond) {
    speed_ = std::clamp(townSecondsASecond, 1e-3, 30 * 86400.0);
    story_ = false;
    retell();
    anchor();
    Q_EMIT changed();
    Q_EMIT moved();
}

void Playback::setStory(bool on) {
    if (on == story_) return;
    story_ = on;
    retell();
    anchor();
    Q_EMIT changed();
    Q_EMIT moved();
}

void Playback::seek(Time to) {
    go(std::clamp<Time>(to, 0, std::max(length(), session_->present().now())));
    anchor();
}

void Playback::stepEvent() {
    lookFarther();
    const Time from = now();
    for (std::size_t i = session_->shown(), count = records(); i < count; ++i) {
        const Record r = record(i);
        if (r.at > from && worthAStep(r.kind)) {
            go(r.at);
            anchor();
            return;
        }
    }
    toEnd();
}

void Playback::stepBack() {
    const Time from = now();
    for (std::size_t i = session_->shown(); i-- > 0;) {
        const Record r = record(i);
        if (r.at < from && worthAStep(r.kind)) {
            seek(r.at);
            return;
        }
    }
    toStart();
}

void Playback::nextTry() {
    lookFarther();
    const Time from = now();
    for (const Movement& m : movements_->all()) {
        const bool tries = m.purpose == Purpose::Relay || (m.purpose == Purpose::Post && m.failed());
        const Time shown = playing_ ? m.start : m.start + (m.turn - m.start) / 2;
        if (!tries || shown <= from) continue;
        seek(shown);
        return;
    }
    toEnd();
}

void Playback::toStart() { seek(0); }

void Playback::toEnd() {
    pause();
    lookFarther();
    seek(length());
}

void Playback::toPresent() { seek(session_->present().now()); }

void Playback::follow(LetterId letter) {
    if (following_ == letter) return;
    following_ = letter;
    retell();
    Q_EMIT changed();
    Q_EMIT moved();
}

void Playback::setOpenEnded(bool on) {
    openEnded_ = on;
    refresh();
}

void Playback::setReducedMotion(bool on) {
    if (on == reducedMotion_) return;
    reducedMotion_ = on;
    Q_EMIT changed();
    Q_EMIT moved();
}

} // namespace mailtown
