#include "ui/wording/narration.h"

#include "ui/wording/language.h"
#include "ui/wording/names.h"
#include "ui/wording/reasons.h"
#include "ui/wording/when.h"

#include <QCoreApplication>

#include <algorithm>

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
          told_(playback.told()) {}

    // What befell a host or road, at the moment told of or before it when nothing else has happened since.
    const Beat* lastBeat() const {
        const Beat* last = nullptr;
        for (const Beat& beat : playback_.movements().beats()) {
            if (beat.at > told_.at) break;
            last = &beat;
        }
        if (!last || last->at == told_.at || !told_.moment.movement || phase() == Phase::Before) return last;
        const bool moves = phase() != Phase::Waiting && phase() != Phase::Arrived;
        return moves || last->at < move().end ? nullptr : last;
    }

    QString tell() const {
        if (const Beat* beat = lastBeat()) return beatSentence(*beat);
        if (!told_.moment.movement) return Say::tr("<b>The town is quiet.</b> No letter is under way.");
        switch (move().purpose) {
        case Purpose::Post:
            return posting();
        case Purpose::Relay:
            return relaying();
        case Purpose::Keep:
            return keeping();
        case Purpose::Ask:
            return asking();
        case Purpose::Answer:
            return answering();
        case Purpose::Fetch:
        case Purpose::Copy:
            return move().report ? returned() : fetching();
        case Purpose::Look:
            return looking();
        }
        return {};
    }

    const StoryMoment& moment() const { return told_.moment; }

private:
    Phase phase() const { return told_.moment.phase; }
    const Movement& move() const { return *told_.moment.movement; }
    QString from() const { return safe(names_.host(move().from)); }
    QString to() const { return safe(names_.host(move().to)); }
    QString letter() const { return safe(names_.letter(move().letter)); }
    QString recipient() const { return safe(addressees(names_, move())); }
    QString why() const { return safe(reason(move().code, playback_.text(move().lastRecord))); }
    static QString safe(const QString& text) { return text.toHtmlEscaped(); }

    // A sentence may begin with what is written small in the middle of one; a host's name or an address stays
    // as it is.
    static QString begin(QString text) {
        const QString word = text.section(u' ', 0, 0);
        if (!text.isEmpty() && !word.contains(u'.') && !word.contains(u'@')) text[0] = text[0].toUpper();
        return text;
    }

    Duration left() const { return move().next - told_.clock; }
    QString nextTry() const {
        if (left() < second) return Say::tr("The next try follows at once.");
        return Say::tr("The next try is %1.").arg(inSpan(left()));
    }

    QString beatSentence(const Beat& beat) const {
        const QString host = safe(names_.host(beat.host)), peer = safe(names_.host(beat.peer));
        switch (beat.kind) {
        case Kind::HostDown:
            if (beat.at == 0) // it has not been open
                return either(Say::tr("<b>%1 is closed.</b> Nobody can hand in or fetch letters there."),
                              Say::tr("<b>%1 is down.</b> It refuses every connection."))
                    .arg(begin(host));
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
        switch (phase()) {
        case Phase::Before:
            return quiet();
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
            if (move().gaveUp())
                return Say::tr("<b>%1 does not take the letter:</b> %2.").arg(begin(to()), why());
            return Say::tr("<b>%1 keeps the letter for now:</b> %2. %3").arg(begin(from()), why(), nextTry());
        }
    }

    // Before the first letter. Within the minute a clock would say that it is now.
    QString quiet() const {
        const Duration wait = move().start - told_.clock;
        if (wait < second) return Say::tr("<b>The town is quiet.</b> %1 is about to write.").arg(from());
        const QString when = calendar_.moment(move().start, told_.clock);
        if (wait < minute || when == calendar_.moment(told_.clock, told_.clock))
            return Say::tr("<b>The town is quiet.</b> %1 writes a letter %2.", "%2: in 2 s")
                .arg(from(), inSpan(wait));
        return Say::tr("<b>The town is quiet.</b> At %1 %2 writes a letter.").arg(when, from());
    }

    // What the carrier finds before the door, or the server's answer.
    QString onTheSpotOrAnswer() const {
        if (vocabulary() == Vocabulary::Protocol) return why();
        return onTheSpot(reasonOf(move().code, playback_.text(move().lastRecord)));
    }

    // The same, as a sentence that names the office.
    QString found() const {
        if (vocabulary() == Vocabulary::Everyday && move().outcome == Outcome::Refused)
            return Say::tr("The door of %1 was shut.").arg(to());
        return Say::tr("%1: %2.", "a host and what it answered").arg(begin(to()), onTheSpotOrAnswer());
    }

    QString stands() const {
        if (move().alike >= Telling::again) return again();
        return either(Say::tr("<b>%1 comes to %2 in vain:</b> %3."),
                      Say::tr("<b>%1 does not reach %2:</b> %3."))
            .arg(begin(letter()), to(), onTheSpotOrAnswer());
    }

    // After the third try that ended alike, each is one of many.
    QString again() const {
        const QString number = nthTry(move().tryNumber);
        if (move().outcome == Outcome::Refused)
            return either(
                       Say::tr("<b>Again and again:</b> the %1 for %3, and %2 is still closed."),
                       Say::tr("<b>Again and again:</b> the %1 for %3, and %2 still refuses the connection."))
                .arg(number, to(), letter());
        return Say::tr("<b>Again and again:</b> the %1 for %4 ends at %2 like the one before. %3.")
            .arg(number, to(), begin(onTheSpotOrAnswer()), letter());
    }

    // ---- from office to office ----

    QString relaying() const {
        const Movement& m = move();
        switch (phase()) {
        case Phase::Before:
        case Phase::OnTheRoad:
            return carries();
        case Phase::Standing:
            return stands();
        case Phase::Returning:
            if (m.gaveUp()) return givesUp();
            return either(Say::tr("<b>%1 comes back to %2</b> and goes onto the shelf. %3"),
                          Say::tr("<b>%1 stays in the queue of %2.</b> %3"))
                .arg(begin(letter()), from(), nextTry());
        case Phase::Waiting:
            if (m.gaveUp()) return givesUp();
            return either(Say::tr("<b>%1 waits at %2.</b> %3 %4"),
                          Say::tr("<b>%1 is deferred at %2.</b> %3 %4"))
                .arg(begin(letter()), from(), found(), nextTry());
        default:
            return liesInItsBox();
        }
    }

    QString givesUp() const {
        if (move().outcome == Outcome::Rejected)
            return Say::tr("<b>%1 does not take %2:</b> %3.").arg(begin(to()), letter(), why());
        const bool known = move().letter.index < town_.letterCount();
        const Duration tried = known ? move().turn - town_.letter(move().letter).composed : 0;
        return either(
                   Say::tr("<b>%1 gives up after %2.</b> It could not deliver %3 and writes to the sender."),
                   Say::tr("<b>%1 gives up after %2.</b> It sends a delivery report about %3 to the return "
                           "path."))
            .arg(begin(from()), span(tried), letter());
    }

    QString liesInItsBox() const {
        if (move().report)
            return either(Say::tr("<b>The report lies in %1’s letter box</b> at %2: the letter could not be "
                                  "delivered."),
                          Say::tr("<b>The delivery report is in the mailbox of %1</b> on %2."))
                .arg(recipient(), to());
        if (move().others > 0)
            return either(Say::tr("<b>%1 lies in the letter boxes</b> of %2 at %3."),
                          Say::tr("<b>%1 is stored in the mailboxes</b> of %2 on %3."))
                .arg(begin(letter()), recipient(), to());
        return either(Say::tr("<b>%1 lies in %2’s letter box</b> at %3."),
                      Say::tr("<b>%1 is stored in the mailbox of %2</b> on %3."))
            .arg(begin(letter()), recipient(), to());
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

    // ---- into a letter box of the same office ----

    QString keeping() const {
        if (phase() == Phase::Arrived) return liesInItsBox();
        if (move().report)
            return either(Say::tr("<b>%1 writes to %2</b> that the letter could not be delivered."),
                          Say::tr("<b>%1 writes a delivery report</b> to %2."))
                .arg(begin(from()), recipient());
        return either(Say::tr("<b>%1 puts %2</b> into %3’s letter box."),
                      Say::tr("<b>%1 delivers %2</b> to the mailbox of %3."))
            .arg(begin(from()), letter(), recipient());
    }

    // ---- the directory ----

    QString asking() const {
        const QString asked = fromUtf8(playback_.text(move().firstRecord)); // "fuji.example MX"
        const QString name = safe(asked.section(u' ', 0, 0));
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
        const bool arrived = phase() == Phase::Arrived, pop3 = move().purpose == Purpose::Fetch;
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

    // A report reaches the sender.
    QString returned() const {
        const QString device = safe(names_.device(move().to));
        if (phase() != Phase::Arrived)
            return either(Say::tr("<b>%1 looks into the letter box</b> at %2: the letter has come back."),
                          Say::tr("<b>%1 fetches the delivery report</b> from %2."))
                .arg(begin(device), from());
        if (move().read > told_.at)
            return either(Say::tr("<b>%1 shows the report:</b> the letter could not be delivered."),
                          Say::tr("<b>%1 shows the delivery report.</b>"))
                .arg(begin(device));
        const ClientPlan& client = town_.plan().client(move().to);
        return either(Say::tr("<b>%1 reads</b> that the letter did not arrive."),
                      Say::tr("<b>%1 reads the delivery report.</b>"))
            .arg(safe(names_.person(client.user.text())));
    }

    QString looking() const {
        const QString device = safe(names_.device(move().from));
        if (phase() == Phase::OnTheRoad || phase() == Phase::Before)
            return either(Say::tr("<b>%1 goes to the letter box</b> at %2."),
                          Say::tr("<b>%1 asks %2</b> for new messages (POP3)."))
                .arg(begin(device), to());
        return either(Say::tr("<b>%1 finds the letter box empty:</b> %2 took the letter home."),
                      Say::tr("<b>%1 finds no message:</b> %2 has downloaded and deleted it (POP3)."))
            .arg(begin(device), safe(names_.device(move().takenBy)));
    }

    const Playback& playback_;
    const Town& town_;
    Names names_;
    Calendar calendar_;
    Told told_;
};

} // namespace

QString narrate(const Playback& playback) { return Narrator(playback).tell(); }

Subject subjectOf(const Playback& playback) {
    const Narrator narrator(playback);
    if (const Beat* beat = narrator.lastBeat()) {
        switch (beat->kind) {
        case Kind::HostDown:
            return Subject::HostDown;
        case Kind::HostUp:
            return Subject::HostUp;
        case Kind::LinkCut:
            return Subject::LinkCut;
        default:
            return Subject::LinkMended;
        }
    }
    const StoryMoment& moment = narrator.moment();
    return !moment.movement || moment.phase == Phase::Before ? Subject::Quiet : Subject::Movement;
}

QString addressees(const Names& names, const Movement& m) {
    const Town& town = names.town();
    if (!m.recipient && m.letter && m.letter.index < town.letterCount())
        return names.people(town.recipients(m.letter));
    std::vector<NameId> people;
    if (m.recipient) people.push_back(m.recipient);
    if (m.other) people.push_back(m.other);
    people.resize(people.size() + std::size_t(std::max(0, m.others - 1)));
    return people.empty() ? names.host(m.to) : names.people(people);
}

} // namespace mailtown::wording
