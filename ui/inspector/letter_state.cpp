#include "ui/inspector/journey.h"

#include "ui/wording/language.h"
#include "ui/wording/names.h"
#include "ui/wording/reasons.h"
#include "ui/wording/when.h"

#include <QCoreApplication>

#include <optional>
#include <set>

namespace mailtown {
namespace {

using wording::either;

struct Say {
    Q_DECLARE_TR_FUNCTIONS(Inspector)
};

// The letter in a queue: of several recipients', the one that is tried soonest.
struct Held {
    HostId host;
    Waiting waiting;
};

std::optional<Held> heldAt(const Session& session, LetterId letter, std::span<const std::size_t> records) {
    std::set<HostId> holders;
    for (const std::size_t index : records)
        if (session.trace()[index].kind == Kind::LetterQueued) holders.insert(session.trace()[index].host);
    std::optional<Held> result;
    for (const HostId host : holders)
        for (const Waiting& each : session.town().waiting(host))
            if (each.letter == letter &&
                (!result || each.underWay > result->waiting.underWay || each.next < result->waiting.next))
                result = Held{host, each};
    return result;
}

QString capital(QString sentence) {
    if (!sentence.isEmpty()) sentence[0] = sentence[0].toUpper();
    return sentence;
}

class Teller {
public:
    Teller(const Playback& playback, LetterId id)
        : playback_(playback), session_(playback.session()), town_(session_.town()), names_(town_),
          calendar_(town_.plan()), id_(id), letter_(town_.letter(id)), moment_(momentOf(playback, id)) {}

    QString tell(std::span<const std::size_t> records) const {
        const auto where = heldAt(session_, id_, records);
        if (const QString moving = underWay(where); !moving.isEmpty()) return moving;
        return where ? held(*where) : last(records);
    }

private:
    static QString safe(const QString& text) { return text.toHtmlEscaped(); }
    QString host(HostId id) const { return safe(names_.host(id)); }
    QString device(HostId id) const { return safe(names_.device(id)); }

    // What the picture shows it to do; empty when it stands still.
    QString underWay(const std::optional<Held>& where) const {
        if (!moment_.movement) return {};
        const Movement& m = *moment_.movement;
        if (m.purpose == Purpose::Look) return {}; // a device comes for it in vain; the letter is elsewhere
        if (moment_.phase == Phase::Standing) {
            const QString line =
                either(Say::tr("<b>Stands before %1.</b> %2."), Say::tr("<b>Not taken by %1.</b> %2."))
                    .arg(host(m.to), safe(capital(turnedAwayBy(playback_, m))));
            return where ? withEnd(line, *where) : line;
        }
        if (moment_.phase == Phase::Returning) return comesBack(m, where);
        if (moment_.phase != Phase::OnTheRoad) return {};
        switch (m.purpose) {
        case Purpose::Post:
            return Say::tr("<b>On the way to the counter.</b> Written on %1.").arg(device(m.from));
        case Purpose::Ask:
        case Purpose::Answer:
            return either(Say::tr("<b>Waits at %1,</b> which asks the directory for the way."),
                          Say::tr("<b>In the queue of %1.</b> A DNS query is under way."))
                .arg(host(m.purpose == Purpose::Ask ? m.from : m.to));
        case Purpose::Keep:
            return either(Say::tr("<b>Into a letter box</b> of %1."), Say::tr("<b>Being stored</b> on %1."))
                .arg(host(m.to));
        case Purpose::Look:
            break;
        case Purpose::Relay: {
            const QString line =
                either(Say::tr("<b>On the road to %1, %2.</b>"), Say::tr("<b>Being relayed to %1, %2.</b>"))
                    .arg(host(m.to), wording::nthTry(m.tryNumber));
            return where && where->waiting.tries > 0 ? withReasonAndEnd(line, *where) : line;
        }
        case Purpose::Fetch:
            return either(Say::tr("<b>On the way home</b> to %1 (POP3)."),
                          Say::tr("<b>Being downloaded</b> by %1 (POP3)."))
                .arg(device(m.to));
        case Purpose::Copy:
            return either(Say::tr("<b>%1 looks into the letter box.</b> The letter stays at %2 (IMAP)."),
                          Say::tr("<b>%1 fetches it</b> from %2 (IMAP)."))
                .arg(device(m.to), host(m.from));
        }
        return {};
    }

    // The clock of its next try runs already, and it is not on the shelf yet.
    QString comesBack(const Movement& m, const std::optional<Held>& where) const {
        const QString line =
            either(Say::tr("<b>Comes back to %1.</b>"), Say::tr("<b>Not taken: back to %1.</b>"))
                .arg(device(m.from));
        if (!where || where->waiting.tries == 0 || where->waiting.next == never)
            return Say::tr("%1 %2", "two sentences")
                .arg(line, Say::tr("%1.", "a clause that becomes a sentence")
                               .arg(safe(capital(turnedAwayBy(playback_, m)))));
        const QString next = either(Say::tr("Next try %1."), Say::tr("Next retry %1."))
                                 .arg(wording::inSpan(where->waiting.next - session_.now()));
        return withReasonAndEnd(Say::tr("%1 %2", "two sentences").arg(line, next), *where);
    }

    // In a queue: of several recipients', the one that is tried soonest.
    QString held(const Held& held) const {
        const Waiting& w = held.waiting;
        const Time now = session_.now();
        if (w.underWay || w.next <= now) return Say::tr("<b>Leaving %1.</b>").arg(host(held.host));
        const QString line = either(Say::tr("<b>Waits on the shelf of %1.</b> Next try %2."),
                                    Say::tr("<b>Deferred in the queue of %1.</b> Next retry %2."))
                                 .arg(host(held.host), wording::inSpan(w.next - now));
        return w.tries > 0 ? withReasonAndEnd(line, held) : line;
    }

    // Why the last try failed, unless that has passed by now.
    QString because(const Waiting& w) const {
        const HostId door = moment_.movement ? moment_.movement->to : HostId{};
        const bool closed = wording::reasonOf(w.code, w.lastAnswer) == wording::Reason::Closed;
        if (closed && door && town_.up(door))
            return either(Say::tr("%1 has opened again."), Say::tr("%1 is up again.")).arg(host(door));
        return Say::tr("%1.", "a clause that becomes a sentence")
            .arg(safe(capital(wording::reason(w.code, w.lastAnswer))));
    }

    QString endOf(const Held& held) const {
        const Time now = session_.now();
        const Time end = givesUpAt(playback_, held.host, held.waiting);
        const QString sender = safe(names_.person(letter_.returnPath));
        if (end - now < second)
            return letter_.returnPath ? Say::tr("If this try fails, the letter goes back to %1.").arg(sender)
                                      : Say::tr("If this try fails, it is thrown away.");
        return letter_.returnPath
                   ? Say::tr("%1 the letter goes back to %2.", "in 4 d 10 h, Aoki")
                         .arg(capital(wording::inSpan(end - now)), sender)
                   : Say::tr("%1 it is thrown away.", "in 4 d 10 h").arg(capital(wording::inSpan(end - now)));
    }

    QString withEnd(const QString& line, const Held& held) const {
        return held.waiting.tries > 0 ? Say::tr("%1 %2", "two sentences").arg(line, endOf(held)) : line;
    }
    QString withReasonAndEnd(const QString& line, const Held& held) const {
        return Say::tr("%1 %2 %3", "three sentences").arg(line, because(held.waiting), endOf(held));
    }

    // What the picture shows last: not each device reads what it has fetched at once.
    bool isElsewhere(const Record& r) const {
        const Movement* m = moment_.movement;
        if (!m || moment_.phase != Phase::Arrived) return false;
        if (m->purpose != Purpose::Fetch && m->purpose != Purpose::Copy) return false;
        return r.host != m->to && (r.kind == Kind::LetterRead || r.kind == Kind::LetterFetched);
    }

    // Whose letter boxes at the office it lies in.
    QString owners(std::span<const std::size_t> records, HostId office) const {
        std::vector<NameId> people;
        for (const std::size_t index : records) {
            const Record& r = session_.trace()[index];
            if (r.kind == Kind::LetterDelivered && r.host == office && r.recipient)
                people.push_back(r.recipient);
        }
        return safe(names_.people(people));
    }

    QString last(std::span<const std::size_t> records) const {
        for (auto each = records.rbegin(); each != records.rend(); ++each) {
            const Record& r = session_.trace()[*each];
            if (isElsewhere(r)) continue;
            const QString when = calendar_.moment(r.at, session_.now());
            const QString why = safe(wording::reason(r.code, session_.trace().text(r)));
            switch (r.kind) {
            case Kind::LetterRead:
                return Say::tr("<b>Read.</b> %1, %2.", "where and when").arg(device(r.host), when);
            case Kind::LetterFetched:
                return r.service == Service::Pop3
                           ? Say::tr("<b>Fetched home.</b> %1, %2.").arg(device(r.host), when)
                           : Say::tr("<b>Seen, and still at the office.</b> %1, %2.",
                                     "an IMAP copy at a device")
                                 .arg(device(r.host), when);
            case Kind::LetterDelivered:
                return either(Say::tr("<b>In the letter box of %1</b> at %2 since %3."),
                              Say::tr("<b>In the mailbox of %1</b> at %2 since %3."))
                    .arg(owners(records, r.host), host(r.host), when);
            case Kind::LetterBounced:
                return either(Say::tr("<b>Not delivered.</b> %1 gave it back: %2."),
                              Say::tr("<b>Bounced.</b> %1: %2."))
                    .arg(host(r.host), why);
            case Kind::LetterDeferred:
                return Say::tr("<b>Still on %1.</b> It could not be handed in: %2.").arg(device(r.host), why);
            case Kind::LetterComposed:
                return either(Say::tr("<b>Written on %1.</b> Now it goes to the counter."),
                              Say::tr("<b>Composed on %1.</b> Its submission comes next."))
                    .arg(device(r.host));
            default:
                break;
            }
        }
        return Say::tr("<b>Not written yet.</b>");
    }

    const Playback& playback_;
    const Session& session_;
    const Town& town_;
    const wording::Names names_;
    const wording::Calendar calendar_;
    const LetterId id_;
    const Letter& letter_;
    const StoryMoment moment_;
};

} // namespace

QString stateOf(const Playback& playback, LetterId id, std::span<const std::size_t> records) {
    return Teller(playback, id).tell(records);
}

} // namespace mailtown
