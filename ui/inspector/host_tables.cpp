#include "ui/inspector/host_tables.h"

#include "mail/charset.h"
#include "ui/wording/language.h"
#include "ui/wording/names.h"
#include "ui/wording/reasons.h"
#include "ui/wording/when.h"

#include <QCoreApplication>

namespace mailtown {
namespace {

using wording::either;

struct Say {
    Q_DECLARE_TR_FUNCTIONS(Inspector)
};

void addRest(HostTable& table, std::size_t left) {
    if (left == 0) return;
    HostRow row;
    row.cells.append(Say::tr("… and %n more", nullptr, int(left)));
    table.rows.push_back(std::move(row));
}

QString subjectOf(const Message& message) {
    const QString subject = wording::fromUtf8(decodeHeaderText(message.field("Subject")));
    return subject.isEmpty() ? Say::tr("Without a subject") : subject;
}

QString nextTry(Time next, bool underWay, Time now) {
    if (underWay) return either(Say::tr("on the road"), Say::tr("under way"));
    return next == never ? Say::tr("none") : wording::inSpan(next - now);
}

QString fromOf(const Session& session, LetterId letter, const Message& message) {
    if (letter && letter.index < session.town().letterCount())
        return wording::Names(session.town()).person(session.town().letter(letter).returnPath);
    return wording::fromUtf8(decodeHeaderText(message.field("From")));
}

HostTable outboxOf(const Session& session, HostId home) {
    const Town& town = session.town();
    const wording::Names names(town);
    HostTable table;
    table.columns = {Say::tr("Letter"), Say::tr("Next try"), Say::tr("Last answer")};
    for (const OutboxLetter& each : town.mailProgram(home).outbox) {
        HostRow row;
        row.letter = each.letter;
        row.cells = {
            subjectOf(town.letter(each.letter).message), nextTry(each.next, each.underWay, session.now()),
            each.tries > 0 && each.answer ? wording::reason(each.code, town.name(each.answer)) : QString()};
        table.rows.push_back(std::move(row));
    }
    return table;
}

HostTable zoneRecords(const Plan& plan) {
    HostTable table;
    table.columns = {Say::tr("Name"), Say::tr("Type"), Say::tr("Record")};
    for (const ZonePlan& zone : plan.zones)
        for (const ZoneRecord& record : zone.records) {
            HostRow row;
            row.cells = {wording::fromUtf8(record.name), wording::fromUtf8(record.type),
                         wording::fromUtf8(record.data)};
            table.rows.push_back(std::move(row));
        }
    return table;
}

HostTable lettersAt(const Session& session, HostId home, std::size_t most) {
    const auto& letters = session.town().mailProgram(home).letters;
    HostTable table;
    table.columns = {Say::tr("Letter"), Say::tr("From"), Say::tr("Where it is")};
    for (std::size_t i = letters.size(); i-- > 0 && table.rows.size() < most;) {
        const KeptLetter& each = letters[i];
        HostRow row;
        row.letter = each.letter;
        row.bold = each.read == never;
        row.cells = {subjectOf(each.message), fromOf(session, each.letter, each.message),
                     each.onServer ? Say::tr("here, and at the office") : Say::tr("only here")};
        table.rows.push_back(std::move(row));
    }
    addRest(table, letters.size() - table.rows.size());
    return table;
}

} // namespace

HostTable queueOf(const Session& session, HostId host, std::size_t most) {
    const Town& town = session.town();
    if (town.plan().isClient(host)) return outboxOf(session, host);
    const wording::Names names(town);
    HostTable table;
    table.columns = {Say::tr("To"), Say::tr("Tries"), Say::tr("Next try"), Say::tr("Last answer")};
    const std::vector<Waiting> waiting = town.waiting(host);
    for (const Waiting& each : waiting) {
        if (table.rows.size() == most) break;
        HostRow row;
        row.letter = each.letter;
        row.cells = {names.person(each.recipient), wording::count(each.tries),
                     nextTry(each.next, each.underWay, session.now()),
                     each.tries > 0 ? wording::reason(each.code, each.lastAnswer) : QString()};
        table.rows.push_back(std::move(row));
    }
    addRest(table, waiting.size() - table.rows.size());
    return table;
}

HostTable holdingsOf(const Session& session, HostId host, std::size_t most) {
    const Town& town = session.town();
    if (host == town.plan().directory()) return zoneRecords(town.plan());
    if (town.plan().isClient(host)) return lettersAt(session, host, most);
    const wording::Names names(town);
    const MailStore& store = town.mailStore(host);
    HostTable table;
    std::size_t left = 0;
    bool letters = false;
    for (const Address& user : store.accounts())
        for (const std::string& name : store.mailboxNames(user)) {
            const Mailbox* mailbox = store.mailbox(user, name);
            if (!mailbox || (mailbox->messages.empty() && name != "INBOX")) continue;
            HostRow head;
            head.bold = !mailbox->messages.empty();
            letters = letters || head.bold;
            const QString who = names.person(user.text());
            head.cells = {name == "INBOX"
                              ? who
                              : Say::tr("%1, %2", "person and mailbox").arg(who, wording::fromUtf8(name)),
                          QString(),
                          Say::tr("%1, %2 new", "letters in a mailbox, unread ones")
                              .arg(wording::count(qint64(mailbox->messages.size())),
                                   wording::count(qint64(mailbox->unseenCount())))};
            table.rows.push_back(std::move(head));
            for (std::size_t i = mailbox->messages.size(); i-- > 0;) {
                if (table.rows.size() >= most) {
                    left += i + 1;
                    break;
                }
                const StoredMessage& message = mailbox->messages[i];
                HostRow row;
                row.letter = message.letter;
                row.cells = {QStringLiteral("    ") + subjectOf(message.message),
                             fromOf(session, message.letter, message.message),
                             message.flags & seenFlag ? Say::tr("read") : Say::tr("new")};
                table.rows.push_back(std::move(row));
            }
        }
    table.columns = {Say::tr("Mailbox"), Say::tr("From"), Say::tr("Letters")};
    if (!letters) { // from nobody
        table.columns.removeAt(1);
        for (HostRow& row : table.rows) row.cells.removeAt(1);
    }
    addRest(table, left);
    return table;
}

QString hostStateOf(const Session& session, HostId host) {
    const Town& town = session.town();
    const wording::Names names(town);
    if (host == town.plan().directory())
        return town.up(host) ? either(Say::tr("<b>Open.</b> It tells which office takes a town’s letters."),
                                      Say::tr("<b>Up.</b> It answers for every zone of the town."))
                             : either(Say::tr("<b>Closed.</b> Nobody can ask the way."),
                                      Say::tr("<b>Down.</b> No query is answered."));
    if (town.plan().isClient(host)) {
        const ClientPlan& client = town.plan().client(host);
        const QString address = wording::fromUtf8(client.user.text());
        return (client.readBy == ReadBy::Pop3
                    ? either(Say::tr("<b>%1</b> fetches letters home (POP3)."), Say::tr("<b>%1</b>, POP3."))
                    : either(Say::tr("<b>%1</b> reads letters at the office (IMAP)."),
                             Say::tr("<b>%1</b>, IMAP.")))
            .arg(address.toHtmlEscaped());
    }
    const int count = int(town.waitingCount(host));
    Time next = never;
    if (count > 0)
        for (const Waiting& each : town.waiting(host)) next = std::min(next, each.next);
    QString waiting = count == 0 ? either(Say::tr("Nothing waits."), Say::tr("The queue is empty."))
                                 : either(Say::tr("%n letters wait.", nullptr, count),
                                          Say::tr("%n in the queue.", nullptr, count));
    if (next != never && next > session.now())
        waiting = Say::tr("%1 Next try %2.", "letters wait; in 5 min")
                      .arg(waiting, wording::inSpan(next - session.now()));
    return (town.up(host) ? either(Say::tr("<b>Open.</b> %1"), Say::tr("<b>Up.</b> %1"))
                          : either(Say::tr("<b>Closed.</b> %1"), Say::tr("<b>Down.</b> %1")))
        .arg(waiting);
}

} // namespace mailtown
