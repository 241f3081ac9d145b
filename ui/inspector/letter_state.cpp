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

QString becauseOf(const Waiting& waiting) {
    const QString why = wording::reason(waiting.code, waiting.lastAnswer);
    return Say::tr("%1.", "a clause that becomes a sentence").arg(capital(why)).toHtmlEscaped();
}

QString held(const Session& session, const Letter& letter, const Held& held) {
    const Waiting& w = held.waiting;
    const wording::Names names(session.town());
    const Time now = session.now();
    QString line;
    if (w.underWay && w.tries > 0)
        line = Say::tr("<b>On the road, %1.</b>").arg(wording::nthTry(w.tries + 1));
    else if (w.underWay || w.next <= now)
        line = Say::tr("<b>Leaving %1.</b>").arg(names.host(held.host).toHtmlEscaped());
    else
        line = either(Say::tr("<b>Waits on the shelf of %1.</b> Next try %2."),
                      Say::tr("<b>Deferred in the queue of %1.</b> Next retry %2."))
                   .arg(names.host(held.host).toHtmlEscaped(), wording::inSpan(w.next - now));
    if (w.tries == 0) return line;
    const Time end = w.queued + session.town().plan().host(held.host).retry.giveUpAfter;
    const QString ends =
        letter.returnPath
            ? Say::tr("%1 the letter goes back to %2.", "in 4 d 10 h, Aoki")
                  .arg(capital(wording::inSpan(end - now)), names.person(letter.returnPath).toHtmlEscaped())
            : Say::tr("%1 it is thrown away.", "in 4 d 10 h").arg(capital(wording::inSpan(end - now)));
    return Say::tr("%1 %2 %3", "three sentences").arg(line, becauseOf(w), ends);
}

} // namespace

QString stateOf(const Session& session, LetterId id, std::span<const std::size_t> records) {
    const Town& town = session.town();
    const Letter& letter = town.letter(id);
    if (const auto where = heldAt(session, id, records)) return held(session, letter, *where);
    const wording::Names names(town);
    const wording::Calendar calendar(town.plan());
    for (auto each = records.rbegin(); each != records.rend(); ++each) {
        const Record& r = session.trace()[*each];
        const QString when = calendar.moment(r.at, session.now());
        const QString host = names.host(r.host).toHtmlEscaped();
        const QString device = names.device(r.host).toHtmlEscaped();
        switch (r.kind) {
        case Kind::LetterRead:
            return Say::tr("<b>Read.</b> %1, %2.", "where and when").arg(device, when);
        case Kind::LetterFetched:
            return r.service == Service::Pop3
                       ? Say::tr("<b>Fetched home.</b> %1, %2.").arg(device, when)
                       : Say::tr("<b>Seen, and still at the office.</b> %1, %2.", "an IMAP copy at a device")
                             .arg(device, when);
        case Kind::LetterDelivered:
            return either(Say::tr("<b>In the letter box of %1</b> at %2 since %3."),
                          Say::tr("<b>In the mailbox of %1</b> at %2 since %3."))
                .arg(names.person(r.recipient).toHtmlEscaped(), host, when);
        case Kind::LetterBounced: {
            const QString why = wording::reason(r.code, session.trace().text(r)).toHtmlEscaped();
            return either(Say::tr("<b>Not delivered.</b> %1 gave it back: %2."),
                          Say::tr("<b>Bounced.</b> %1: %2."))
                .arg(host, why);
        }
        case Kind::LetterDeferred: {
            const QString why = wording::reason(r.code, session.trace().text(r)).toHtmlEscaped();
            return Say::tr("<b>Still on %1.</b> It could not be handed in: %2.").arg(device, why);
        }
        case Kind::LetterComposed:
            return Say::tr("<b>On the way to the counter.</b> Written on %1.").arg(device);
        default:
            break;
        }
    }
    return Say::tr("<b>Not written yet.</b>");
}

} // namespace mailtown
