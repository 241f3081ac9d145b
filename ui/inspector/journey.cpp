#include "ui/inspector/journey.h"

#include "ui/wording/language.h"
#include "ui/wording/names.h"
#include "ui/wording/reasons.h"
#include "ui/wording/when.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>
#include <map>
#include <optional>
#include <set>
#include <tuple>
#include <utility>

namespace mailtown {
namespace {

using wording::either;

struct Say {
    Q_DECLARE_TR_FUNCTIONS(Inspector)
};

// As a try is told of that ends there.
constexpr std::string_view refused = "connection refused", timedOut = "connection timed out";

QString onTheSpot(int code, std::string_view answer) {
    return either(wording::onTheSpot(wording::reasonOf(code, answer)), wording::reason(code, answer));
}

class Teller {
public:
    Teller(const Playback& playback, LetterId letter)
        : playback_(playback), session_(playback.session()), town_(session_.town()), names_(town_),
          letter_(letter) {}

    std::vector<JourneyStep> tell(std::span<const std::size_t> records) {
        for (const std::size_t index : records) {
            const Record& record = session_.trace()[index];
            addLooks(record.at);
            if (record.attempt > 0) attempts_[record.connection] = record.attempt;
            // What happened for each of several recipients at once is told once.
            if (record.kind != Kind::LetterDelivered &&
                !told_.insert({record.kind, record.host, record.connection, record.at}).second)
                continue;
            add(record);
        }
        addLooks(session_.now() + 1);
        endFold();
        addPresent();
        addFuture();
        return std::move(steps_);
    }

private:
    std::string_view textOf(const Record& record) const { return session_.trace().text(record); }
    bool home(HostId host) const { return host && town_.plan().isClient(host); }

    JourneyStep& step(Time at, QString text, ConnectionId connection = {}) {
        JourneyStep step;
        step.at = at, step.text = std::move(text), step.connection = connection;
        steps_.push_back(std::move(step));
        return steps_.back();
    }
    void done(const Record& record, QString text) {
        endFold();
        step(record.at, std::move(text), record.connection);
    }

    void add(const Record& r) {
        switch (r.kind) {
        case Kind::LetterComposed:
            if (town_.letter(letter_).report)
                done(r, Say::tr("%1 writes the report").arg(names_.host(r.host)));
            else
                done(r, Say::tr("Written on %1").arg(names_.device(r.host)));
            break;
        case Kind::LetterQueued:
            holders_.insert(r.host);
            if (town_.letter(letter_).report && !r.peer)
                done(r, Say::tr("%1 writes the report").arg(names_.host(r.host)));
            else if (!r.peer || home(r.peer))
                done(r,
                     either(Say::tr("Handed in at the counter of %1"), Say::tr("Accepted and queued by %1"))
                         .arg(names_.host(r.host)));
            else
                taken(r, r.host);
            break;
        case Kind::DnsQuery:
            asked_[r.connection] = wording::fromUtf8(textOf(r));
            break;
        case Kind::DnsAnswer:
            answer(r);
            break;
        case Kind::ConnectionRefused:
        case Kind::ConnectionTimeout:
            turnedAway(r);
            break;
        case Kind::LetterDeferred:
            failed(r);
            break;
        case Kind::LetterRelayed: // an office of the town has said so itself already
            if (std::none_of(steps_.begin(), steps_.end(),
                             [&r](const JourneyStep& step) { return step.connection == r.connection; }))
                taken(r, r.peer);
            break;
        case Kind::LetterDelivered:
            done(r, either(Say::tr("In %1’s letter box at %2"), Say::tr("Stored in the mailbox of %1 at %2"))
                        .arg(names_.person(r.recipient), names_.host(r.host)));
            break;
        case Kind::LetterBounced:
            if (turnedAway_ && turnedAway_->at == r.at) turnedAway_.reset();
            done(r, either(Say::tr("Given up: %1"), Say::tr("Bounced: %1")).arg(why(r)));
            steps_.back().mark = JourneyStep::Mark::Failed;
            break;
        case Kind::LetterFetched:
            done(r, r.service == Service::Pop3
                        ? either(Say::tr("Fetched home to %1"), Say::tr("Downloaded by %1 with POP3"))
                              .arg(names_.device(r.host))
                        : either(Say::tr("A copy on %1"), Say::tr("Fetched by %1 with IMAP"))
                              .arg(names_.device(r.host)));
            break;
        case Kind::LetterRead:
            done(r, home(r.host) ? Say::tr("Read on %1").arg(names_.device(r.host))
                                 : either(Say::tr("Marked as read at %1"), Say::tr("Flagged \\Seen at %1"))
                                       .arg(names_.host(r.host)));
            break;
        default:
            break;
        }
    }

    QString why(const Record& r) const { return onTheSpot(r.code, textOf(r)); }

    // The receiving office does not know how often the letter has been tried; the connection was made by one
    // try.
    int attempt(const Record& r) const {
        if (r.attempt > 0) return r.attempt;
        const auto found = attempts_.find(r.connection);
        return found == attempts_.end() ? 1 : found->second;
    }

    void taken(const Record& r, HostId to) {
        tellTurnedAway();
        done(r, Say::tr("%1: taken by %2").arg(wording::nthTry(attempt(r)), names_.host(to)));
    }

    // A door that stays shut, or no answer. When the try ends there its LetterDeferred tells it; else it goes
    // on to the next mail exchanger.
    void turnedAway(const Record& r) {
        tellTurnedAway();
        if (r.peer && !home(r.host)) turnedAway_ = r;
    }
    void tellTurnedAway() {
        if (!turnedAway_) return;
        const Record r = *std::exchange(turnedAway_, {});
        if (fails_ > 0) return; // one try among many like it
        const QString reason = onTheSpot(0, r.kind == Kind::ConnectionRefused ? refused : timedOut);
        step(r.at,
             Say::tr("%1 at %2: %3", "1st try, Fuji office, the door was shut")
                 .arg(wording::nthTry(attempt(r)), names_.host(r.peer), reason),
             r.connection)
            .mark = JourneyStep::Mark::Failed;
    }

    // While tries fail, the directory's same old answers are no news.
    void answer(const Record& r) {
        const auto asked = asked_.find(r.connection);
        if (asked == asked_.end()) return;
        const QString name = asked->second.section(u' ', 0, 0), type = asked->second.section(u' ', 1, 1);
        const QString said = wording::fromUtf8(textOf(r));
        if (fails_ > 0) return;
        if (wording::vocabulary() == wording::Vocabulary::Protocol)
            done(r, Say::tr("DNS: %1 %2 → %3", "name, record type, answer").arg(name, type, said));
        else if (const HostId host = type == u"MX" ? names_.hostNamed(bestExchange(said)) : HostId{})
            done(r, Say::tr("Directory: mail for %1 goes to %2").arg(name, names_.host(host)));
        else if (said == u"NXDOMAIN")
            done(r, Say::tr("Directory: there is no %1").arg(name));
        else if (said == u"timeout" || said == u"SERVFAIL")
            done(r, Say::tr("The directory does not answer"));
    }

    // RFC 5321 §5.1: of "20 backup.fuji.example, 10 mail.fuji.example" the lowest preference is tried first.
    static QString bestExchange(const QString& answer) {
        QString best;
        int least = std::numeric_limits<int>::max();
        for (const QString& each : answer.split(QStringLiteral(", "), Qt::SkipEmptyParts)) {
            const int preference = each.section(u' ', 0, 0).toInt();
            if (preference < least) least = preference, best = each.section(u' ', 1);
        }
        return best;
    }

    void failed(const Record& r) {
        if (turnedAway_ && (!r.connection || turnedAway_->connection == r.connection)) turnedAway_.reset();
        tellTurnedAway();
        anyFailed_ = true;
        const bool writer = home(r.host);
        if (fails_ > 0 && lastFailed_.host != r.host) endFold();
        if (fails_ > 0) {
            const Duration apart = r.at - lastFailed_.at;
            shortest_ = fails_ == 1 ? apart : std::min(shortest_, apart);
            longest_ = fails_ == 1 ? apart : std::max(longest_, apart);
        }
        lastFailed_ = r;
        ++fails_;
        if (fails_ > 2) steps_.pop_back(); // the first and the last stay
        const QString what = writer ? either(Say::tr("%1 at the counter: %2"), Say::tr("%1, submission: %2"))
                                    : Say::tr("%1: %2", "17th try: the door was shut");
        JourneyStep& one = step(r.at, what.arg(wording::nthTry(attempt(r)), why(r)), r.connection);
        one.mark = JourneyStep::Mark::Failed;
        if (fails_ > 2) {
            const QString between = Say::tr("%n tries between", nullptr, fails_ - 2);
            const QString least = wording::span(shortest_), most = wording::span(longest_);
            one.more = least == most ? Say::tr("%1, %2 apart").arg(between, most)
                                     : Say::tr("%1, %2 to %3 apart").arg(between, least, most);
        }
    }
    void endFold() { fails_ = 0; }

    // Devices that have come in vain before `until`: the letter's records tell nothing of them.
    void addLooks(Time until) {
        const auto& all = playback_.movements().all();
        for (; lookedAt_ < all.size() && all[lookedAt_].start < until; ++lookedAt_) {
            const Movement& m = all[lookedAt_];
            if (m.letter != letter_ || m.purpose != Purpose::Look || m.turn > session_.now()) continue;
            endFold();
            step(m.turn, findsNothing(m), m.connection);
        }
    }
    QString findsNothing(const Movement& m) const {
        return either(Say::tr("%1 finds the letter box empty"), Say::tr("%1: no message in the mailbox"))
            .arg(names_.device(m.from));
    }

    // What the picture shows to be under way.
    void addPresent() {
        tellTurnedAway();
        for (const Movement* movement : playback_.movements().at(session_.now())) {
            if (movement->letter != letter_ || (movement->passing() && playback_.passesOver())) continue;
            const QString text = underWay(*movement);
            if (text.isEmpty()) continue;
            step(session_.now(), text, movement->connection).mark = JourneyStep::Mark::Now;
        }
    }

    QString underWay(const Movement& m) const {
        const Phase phase = mailtown::momentOf(m, session_.now()).phase;
        if (phase != Phase::OnTheRoad && phase != Phase::Standing) return {};
        if (m.purpose == Purpose::Look) // in vain; the letter is elsewhere
            return phase == Phase::Standing
                       ? findsNothing(m)
                       : either(Say::tr("%1 comes to the letter box"), Say::tr("%1 asks for messages"))
                             .arg(names_.device(m.from));
        const QString nth = wording::nthTry(m.tryNumber);
        if (phase == Phase::Standing) {
            return (m.purpose == Purpose::Post
                        ? either(Say::tr("%1 at the counter: %2"), Say::tr("%1, submission: %2"))
                        : Say::tr("%1: %2", "17th try: the door was shut"))
                .arg(nth, turnedAwayBy(playback_, m));
        }
        switch (m.purpose) {
        case Purpose::Post:
            return either(Say::tr("On the way to the counter"), Say::tr("Being submitted"));
        case Purpose::Relay:
            return either(Say::tr("%1: on the road"), Say::tr("%1: connected or connecting")).arg(nth);
        case Purpose::Keep:
            return either(Say::tr("Into a letter box of its own office"), Say::tr("Being stored"));
        case Purpose::Look:
            break;
        case Purpose::Ask:
            return either(Say::tr("Asking the directory for the way"), Say::tr("DNS query under way"));
        case Purpose::Answer:
            return either(Say::tr("The directory answers"), Say::tr("DNS answer under way"));
        case Purpose::Fetch:
            return either(Say::tr("On the way home to %1"), Say::tr("Being downloaded by %1 with POP3"))
                .arg(names_.device(m.to));
        case Purpose::Copy:
            return either(Say::tr("%1 looks into the letter box"), Say::tr("Being fetched by %1 with IMAP"))
                .arg(names_.device(m.to));
        }
        return {};
    }

    // What will be, if nothing changes.
    void addFuture() {
        Time next = never, givesUp = never;
        for (const HostId host : holders_)
            for (const Waiting& each : town_.waiting(host)) {
                if (each.letter != letter_) continue;
                if (each.tries > 0) next = std::min(next, each.next);
                givesUp = std::min(givesUp, givesUpAt(playback_, host, each));
            }
        if (next != never)
            step(next, either(Say::tr("next try"), Say::tr("next retry"))).mark = JourneyStep::Mark::Coming;
        if (givesUp == never || givesUp - session_.now() < second || !anyFailed_) return;
        const Letter& letter = town_.letter(letter_);
        const QString text =
            letter.returnPath
                ? Say::tr("goes back to %1, if nobody takes it").arg(names_.person(letter.returnPath))
                : Say::tr("is thrown away, if nobody takes it");
        step(givesUp, text).mark = JourneyStep::Mark::Coming;
    }
    const Playback& playback_;
    const Session& session_;
    const Town& town_;
    const wording::Names names_;
    const LetterId letter_;
    std::vector<JourneyStep> steps_;
    std::map<ConnectionId, int> attempts_; // the number of the try that made it
    bool anyFailed_ = false;
    std::map<ConnectionId, QString> asked_;
    std::set<std::tuple<Kind, HostId, ConnectionId, Time>> told_;
    std::optional<Record> turnedAway_;
    std::set<HostId> holders_; // whose queues it was in
    std::size_t lookedAt_ = 0; // of the movements
    int fails_ = 0;            // in a row
    Record lastFailed_;
    Duration shortest_ = 0, longest_ = 0;
};

} // namespace

bool tellsOf(const Record& record, LetterId letter) {
    return record.letter == letter && record.kind != Kind::LineClient && record.kind != Kind::LineServer;
}

StoryMoment momentOf(const Playback& playback, LetterId letter) {
    const StoryMoment moment = momentAt(playback.movements(), playback.now(), letter, !playback.passesOver());
    return moment.movement && moment.movement->letter == letter ? moment : StoryMoment{};
}

QString turnedAwayBy(const Playback& playback, const Movement& m) {
    // The last try's own record tells that all tries have failed, not what this one met.
    switch (m.outcome) {
    case Outcome::Refused:
        return onTheSpot(0, refused);
    case Outcome::TimedOut:
        return onTheSpot(0, timedOut);
    default:
        return onTheSpot(m.code, playback.text(m.lastRecord));
    }
}

Time givesUpAt(const Playback& playback, HostId office, const Waiting& waiting) {
    const RetryPolicy& retry = playback.session().town().plan().host(office).retry;
    const Time now = playback.now(), due = waiting.queued + retry.giveUpAfter;
    for (const Movement& m : playback.movements().all()) // if it comes to that
        if (m.letter == waiting.letter && m.from == office && m.purpose == Purpose::Relay && m.gaveUp() &&
            m.turn >= std::max(now, due))
            return m.turn;
    Time at = waiting.underWay || waiting.next == never ? now : std::max(now, waiting.next);
    for (int tries = waiting.tries; at < due;) at = retry.nextTry(waiting.queued, ++tries, at);
    return at;
}

std::vector<JourneyStep> journeyOf(const Playback& playback, LetterId letter,
                                   std::span<const std::size_t> records) {
    return Teller(playback, letter).tell(records);
}

int presentStep(const std::vector<JourneyStep>& steps) {
    int last = int(steps.size()) - 1;
    while (last >= 0 && steps[std::size_t(last)].mark == JourneyStep::Mark::Coming) --last;
    return last;
}

} // namespace mailtown
