#include "ui/wording/narration.h"

#include "ui/wording/language.h"
#include "ui/wording/names.h"
#include "ui/wording/reasons.h"
#include "ui/wording/when.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace mailtown::wording {
namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(Narration)
};

class Narrator {
public:
    explicit Narrator(const Playback& playback)
        : playback_(playback), town_(playback.session().town()), names_(town_), calendar_(town_.plan()),
          moment_(playback.moment()) {}

    QString tell() const {
        if (const Beat* beat = lastBeat()) return beatSentence(*beat);
        if (!moment_.movement) return Say::tr("<b>The town is quiet.</b> No letter is under way.");
        switch (moment_.movement->purpose) {
        case Purpose::Post:
            return posting();
        case Purpose::Relay:
            return relaying();
        case Purpose::Ask:
            return asking();
        case Purpose::Answer:
            return answering();
        case Purpose::Fetch:
        case Purpose::Copy:
            return fetching();
        }
        return {};
    }

private:
    const Movement& move() const { return *moment_.movement; }
    QString from() const { return safe(names_.host(move().from)); }
    QString to() const { return safe(names_.host(move().to)); }
    QString letter() const { return safe(names_.letter(move().letter)); }
    QString why() const { return safe(reason(move().code, playback_.text(move().lastRecord))); }
    static QString safe(const QString& text) { return text.toHtmlEscaped(); }

    // A sentence may begin with what is written small in the middle of one.
    static QString begin(QString text) {
        if (!text.isEmpty()) text[0] = text[0].toUpper();
        return text;
    }

    QString recipient() const {
        if (move().recipient) return safe(names_.person(move().recipient));
        const auto known = town_.letterCount() > move().letter.index && move().letter
                               ? town_.recipients(move().letter)
                               : std::vector<NameId>{};
        return known.empty() ? to() : safe(names_.person(known.front()));
    }

    QString nextTry() const {
        return move().next == never
                   ? Say::tr("There will be no other try.")
                   : Say::tr("The next try is %1.").arg(inSpan(move().next - playback_.now()));
    }

    // The last thing that befell a host or road, when nothing else has happened since.
    const Beat* lastBeat() const {
        const Beat* last = nullptr;
        for (const Beat& beat : playback_.movements().beats()) {
            if (beat.at > playback_.now()) break;
            last = &beat;
        }
        if (!last || !moment_.movement || moment_.phase == Phase::Before) return last;
        const bool moves = moment_.phase != Phase::Waiting && moment_.phase != Phase::Arrived;
        return moves || last->at < move().end ? nullptr : last;
    }

    QString beatSentence(const Beat& beat) const {
        const QString host = safe(names_.host(beat.host)), peer = safe(names_.host(beat.peer));
        switch (beat.kind) {
        case Kind::HostDown:
            return either(Say::tr("<b>%1 closes.</b> Nobody can hand in or fetch letters there."),
                          Say::tr("<b>%1 goes down.</b> It refuses every connection."))
                .arg(begin(host));
        case Kind::HostUp:
            return either(
                       Say::tr("<b>%1 opens again.</b> Letters that wait for it come with their next try."),
                       Say::tr("<b>%1 is up again.</b> Deferred messages arrive with their next retry."))
                .arg(begin(host));
        case Kind::LinkCut:
            return either(Say::tr("<b>The road between %1 and %2 is closed.</b>"),
                          Say::tr("<b>The link between %1 and %2 is cut.</b>"))
                .arg(host, peer);
        default:
            return either(Say::tr("<b>The road between %1 and %2 is open again.</b>"),
                          Say::tr("<b>The link between %1 and %2 is mended.</b>"))
                .arg(host, peer);
        }
    }

    // ---- from a home to its office ----

    QString posting() const {
        switch (moment_.phase) {
        case Phase::Before:
            return Say::tr("<b>The town is quiet.</b> At %1 %2 writes a letter.")
                .arg(calendar_.moment(move().start, playback_.now()), from());
        case Phase::OnTheRoad:
            if (move().tryNumber > 1)
                return either(Say::tr("<b>%1 tries again</b> to hand in the letter at %2."),
                              Say::tr("<b>%1 tries again</b> to submit the message to %2 (SMTP)."))
                    .arg(begin(from()), to());
            return either(Say::tr("<b>%1 takes a letter to the counter</b> of %2."),
                          Say::tr("<b>%1 submits a message</b> to %2 (SMTP)."))
                .arg(begin(from()), to());
        case Phase::Standing:
            return stands();
        case Phase::Arrived:
            return either(Say::tr("<b>%1 has taken %2.</b> From here it is responsible for it."),
                          Say::tr("<b>%1 answers 250 and queues %2.</b> From here it is responsible for it."))
                .arg(begin(to()), letter());
        default:
            if (move().outcome == Outcome::Rejected)
                return Say::tr("<b>%1 does not take the letter:</b> %2.").arg(begin(to()), why());
            return Say::tr("<b>%1 keeps the letter for now:</b> %2. %3").arg(begin(from()), why(), nextTry());
        }
    }

    // What the carrier finds before the door, or the server's answer.
    QString onTheSpotOrAnswer() const {
        if (vocabulary() == Vocabulary::Protocol) return why();
        return onTheSpot(reasonOf(move().code, playback_.text(move().lastRecord)));
    }

    QString stands() const {
        return either(Say::tr("<b>%1 stands before %2:</b> %3."), Say::tr("<b>%1 does not reach %2:</b> %3."))
            .arg(begin(letter()), to(), onTheSpotOrAnswer());
    }

    // ---- from office to office ----

    QString relaying() const {
        const Movement& m = move();
        switch (moment_.phase) {
        case Phase::Before:
        case Phase::OnTheRoad:
            return carries();
        case Phase::Standing:
            return stands();
        case Phase::Returning:
            if (m.outcome == Outcome::Rejected)
                return Say::tr("<b>%1 does not take %2:</b> %3.").arg(begin(to()), letter(), why());
            return either(Say::tr("<b>%1 comes back to %2</b> and goes onto the shelf. %3"),
                          Say::tr("<b>%1 stays in the queue of %2.</b> %3"))
                .arg(begin(letter()), from(), nextTry());
        case Phase::Waiting:
            if (m.next == never)
                return either(
                           Say::tr("<b>%1 gives up:</b> %2. It sends word back to the sender."),
                           Say::tr("<b>%1 gives up:</b> %2. It sends a delivery report to the return path."))
                    .arg(begin(from()), why());
            return either(Say::tr("<b>%1 waits at %2.</b> %3: %4. %5"),
                          Say::tr("<b>%1 is deferred at %2.</b> %3: %4. %5"))
                .arg(begin(letter()), from(), to(), onTheSpotOrAnswer(), nextTry());
        default:
            return either(Say::tr("<b>%1 lies in %2’s letter box</b> at %3."),
                          Say::tr("<b>%1 is stored in the mailbox of %2</b> on %3."))
                .arg(begin(letter()), recipient(), to());
        }
    }

    QString carries() const {
        const Movement& m = move();
        if (m.tryNumber < 2)
            return either(Say::tr("<b>%1 carries %2</b> to %3."),
                          Say::tr("<b>%1 relays %2</b> to %3 (SMTP)."))
                .arg(begin(from()), letter(), to());
        const QString sentence = either(Say::tr("<b>%1 tries again</b> to bring %2 to %3: the %4."),
                                        Say::tr("<b>%1 retries</b> to relay %2 to %3, the %4."))
                                     .arg(begin(from()), letter(), to(), nthTry(m.tryNumber));
        return town_.up(m.to)
                   ? sentence
                   : sentence + u' ' + either(Say::tr("It is still closed."), Say::tr("It is still down."));
    }

    // ---- the directory ----

    QString asking() const {
        const QString asked = fromUtf8(playback_.text(move().firstRecord)); // "fuji.example MX"
        const QString name = safe(asked.section(u' ', 0, 0));
        if (moment_.phase != Phase::Before && moment_.phase != Phase::OnTheRoad && move().failed())
            return either(Say::tr("<b>The directory office does not answer</b> %1."),
                          Say::tr("<b>The DNS server does not answer</b> %1."))
                .arg(from());
        if (vocabulary() == Vocabulary::Protocol)
            return Say::tr("<b>%1 asks DNS</b> for %2.").arg(begin(from()), safe(asked));
        if (asked.section(u' ', 1, 1) == u"MX")
            return Say::tr("<b>%1 asks the directory office:</b> which office takes letters for %2?")
                .arg(begin(from()), name);
        return Say::tr("<b>%1 asks the directory office:</b> where is %2?").arg(begin(from()), name);
    }

    QString answering() const {
        const QString asked = fromUtf8(playback_.text(move().firstRecord));
        const QString said = fromUtf8(playback_.text(move().lastRecord)); // "10 mail.fuji.example"
        const QString name = safe(asked.section(u' ', 0, 0));
        if (vocabulary() == Vocabulary::Protocol)
            return Say::tr("<b>DNS answers %1:</b> %2 → %3.").arg(to(), safe(asked), safe(said));
        if (said == u"timeout" || said == u"SERVFAIL")
            return Say::tr("<b>The directory office does not answer</b> %1.").arg(to());
        if (said == u"NXDOMAIN")
            return Say::tr("<b>The directory office answers:</b> there is no %1.").arg(name);
        if (asked.section(u' ', 1, 1) != u"MX")
            return Say::tr("<b>The directory office answers:</b> %1 is at number %2.").arg(name, safe(said));
        const QString hostname = said.section(u' ', -1);
        const HostId office = names_.hostNamed(hostname);
        return Say::tr("<b>The directory office answers:</b> letters for %1 go to %2.")
            .arg(name, safe(office ? names_.host(office) : hostname));
    }

    // ---- from the letter box to a home ----

    QString fetching() const {
        const bool arrived = moment_.phase == Phase::Arrived, pop3 = move().purpose == Purpose::Fetch;
        const QString device = safe(names_.device(move().to));
        if (pop3 && arrived && town_.plan().client(move().to).leaveOnServer)
            return either(Say::tr("<b>%1 is on %2 now.</b> A copy stays in the letter box at %3."),
                          Say::tr("<b>%1 is on %2 now.</b> A copy stays on %3 (POP3)."))
                .arg(begin(letter()), device, from());
        if (pop3)
            return arrived ? either(Say::tr("<b>%1 is on %2 now,</b> and no longer in the letter box."),
                                    Say::tr("<b>%1 is on %2 now</b> and deleted from the mailbox (POP3)."))
                                 .arg(begin(letter()), device)
                           : either(Say::tr("<b>%1 fetches %2</b> from the letter box at %3."),
                                    Say::tr("<b>%1 downloads %2</b> from %3 (POP3)."))
                                 .arg(begin(device), letter(), from());
        return arrived ? either(Say::tr("<b>%1 shows %2.</b> The letter itself stays in the box at %3."),
                                Say::tr("<b>%1 shows %2.</b> The message itself stays on %3 (IMAP)."))
                             .arg(begin(device), letter(), from())
                       : either(Say::tr("<b>%1 looks into the letter box</b> at %3 and sees %2."),
                                Say::tr("<b>%1 reads %2</b> on %3 (IMAP)."))
                             .arg(begin(device), letter(), from());
    }

    const Playback& playback_;
    const Town& town_;
    Names names_;
    Calendar calendar_;
    StoryMoment moment_;
};

} // namespace

QString narrate(const Playback& playback) { return Narrator(playback).tell(); }

} // namespace mailtown::wording
