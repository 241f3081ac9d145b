#include "ui/inspector/journey.h"

#include "ui/wording/language.h"
#include "ui/wording/names.h"
#include "ui/wording/reasons.h"
#include "ui/wording/when.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>
#include <set>

namespace mailtown {
namespace {

using wording::either;

struct Say {
    Q_DECLARE_TR_FUNCTIONS(Inspector)
};

class Teller {
public:
    Teller(const Session& session, LetterId letter)
        : session_(session), town_(session.town()), names_(town_), letter_(letter) {}

    std::vector<JourneyStep> tell(std::span<const std::size_t> records) {
        for (const std::size_t index : records) add(session_.trace()[index]);
        endFold();
        addPresent();
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
                taken(r, r.peer, r.host);
            break;
        case Kind::DnsQuery:
            asked_[r.connection] = wording::fromUtf8(textOf(r));
            break;
        case Kind::DnsAnswer:
            answer(r);
            break;
        case Kind::LetterDeferred:
            failed(r);
            break;
        case Kind::LetterRelayed: // an office of the town has said so itself already
            if (std::none_of(steps_.begin(), steps_.end(),
                             [&r](const JourneyStep& step) { return step.connection == r.connection; }))
                taken(r, r.host, r.peer);
            break;
        case Kind::LetterDelivered:
            done(r, either(Say::tr("In %1’s letter box at %2"), Say::tr("Stored in the mailbox of %1 at %2"))
                        .arg(names_.person(r.recipient), names_.host(r.host)));
            break;
        case Kind::LetterBounced:
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

    QString why(const Record& r) const {
        return either(wording::onTheSpot(wording::reasonOf(r.code, textOf(r))),
                      wording::reason(r.code, textOf(r)));
    }

    void taken(const Record& r, HostId from, HostId to) {
        int number = 1;
        for (const auto& [whose, count] : tries_)
            if (whose.first == from) number = std::max(number, count + 1);
        done(r, Say::tr("%1: taken by %2").arg(wording::nthTry(number), names_.host(to)));
    }

    int& tries(const Record& r) { return tries_[{r.host, r.recipient}]; }

    // While tries fail, the directory's same old answers are no news.
    void answer(const Record& r) {
        const auto asked = asked_.find(r.connection);
        if (asked == asked_.end()) return;
        const QString name = asked->second.section(u' ', 0, 0), type = asked->second.section(u' ', 1, 1);
        const QString said = wording::fromUtf8(textOf(r));
        if (fails_ > 0) return;
        const HostId host = names_.hostNamed(said.section(u' ', -1));
        if (wording::vocabulary() == wording::Vocabulary::Protocol)
            done(r, Say::tr("DNS: %1 %2 → %3", "name, record type, answer").arg(name, type, said));
        else if (type == u"MX" && host)
            done(r, Say::tr("Directory: mail for %1 goes to %2").arg(name, names_.host(host)));
        else if (said == u"NXDOMAIN")
            done(r, Say::tr("Directory: there is no %1").arg(name));
        else if (said == u"timeout")
            done(r, Say::tr("The directory does not answer"));
    }

    void failed(const Record& r) {
        const int number = ++tries(r);
        // Several recipients at one door are one try.
        if (fails_ > 0 && lastFailed_.at == r.at && lastFailed_.connection == r.connection &&
            lastFailed_.host == r.host)
            return;
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
                                    : Say::tr("%1: %2", "17th try: the door is shut");
        JourneyStep& one = step(r.at, what.arg(wording::nthTry(number), why(r)), r.connection);
        one.mark = JourneyStep::Mark::Failed;
        if (fails_ > 2) {
            const QString between = Say::tr("%n tries between", nullptr, fails_ - 2);
            const QString least = wording::span(shortest_), most = wording::span(longest_);
            one.more = least == most ? Say::tr("%1, %2 apart").arg(between, most)
                                     : Say::tr("%1, %2 to %3 apart").arg(between, least, most);
        }
    }
    void endFold() { fails_ = 0; }

    // What is under way now, and what will be.
    void addPresent() {
        for (const Connected& connected : town_.connections()) {
            if (connected.letter != letter_ || connected.service == Service::Dns) continue;
            QString text;
            if (connected.service == Service::Smtp) {
                int number = 1;
                for (const auto& [whose, count] : tries_)
                    if (whose.first == connected.client) number = std::max(number, count + 1);
                text = either(Say::tr("%1: on the road"), Say::tr("%1: connected or connecting"))
                           .arg(wording::nthTry(number));
            } else if (connected.service == Service::Submission) {
                text = Say::tr("On the way to the counter");
            } else {
                continue;
            }
            step(session_.now(), text, connected.id).mark = JourneyStep::Mark::Now;
        }
        Time next = never, givesUp = never;
        for (const HostId host : holders_)
            for (const Waiting& each : town_.waiting(host)) {
                if (each.letter != letter_) continue;
                if (each.tries > 0) next = std::min(next, each.next);
                givesUp = std::min(givesUp, each.queued + town_.plan().host(host).retry.giveUpAfter);
            }
        if (next != never)
            step(next, either(Say::tr("next try"), Say::tr("next retry"))).mark = JourneyStep::Mark::Coming;
        if (givesUp == never || fewTries()) return;
        const Letter& letter = town_.letter(letter_);
        const QString text =
            letter.returnPath
                ? Say::tr("goes back to %1, if nobody takes it").arg(names_.person(letter.returnPath))
                : Say::tr("is thrown away, if nobody takes it");
        step(givesUp, text).mark = JourneyStep::Mark::Coming;
    }
    bool fewTries() const {
        for (const auto& [whose, count] : tries_)
            if (count > 0) return false;
        return true;
    }

    const Session& session_;
    const Town& town_;
    const wording::Names names_;
    const LetterId letter_;
    std::vector<JourneyStep> steps_;
    std::map<std::pair<HostId, NameId>, int> tries_;
    std::map<ConnectionId, QString> asked_;
    std::set<HostId> holders_; // whose queues it was in
    int fails_ = 0;            // in a row
    Record lastFailed_;
    Duration shortest_ = 0, longest_ = 0;
};

} // namespace

bool tellsOf(const Record& record, LetterId letter) {
    return record.letter == letter && record.kind != Kind::LineClient && record.kind != Kind::LineServer;
}

std::vector<JourneyStep> journeyOf(const Session& session, LetterId letter,
                                   std::span<const std::size_t> records) {
    return Teller(session, letter).tell(records);
}

} // namespace mailtown
