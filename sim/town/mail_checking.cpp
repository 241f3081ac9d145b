#include "town/mail_checking.h"

#include "store/mailbox_name.h"
#include "town/desk_pop3.h"
#include "town/mail_posting.h"
#include "town/network.h"

#include <algorithm>
#include <utility>
#include <variant>
#include <vector>

namespace mailtown {
namespace {

constexpr Duration soonestRead = 20 * second;
constexpr Duration latestRead = 90 * second;

Time later(Time now, Duration wait) { return wait >= never - now ? never : now + wait; }

// Which letter of the town this is, as the mailbox at the office knows it; invalid for what a real mail
// program put there.
LetterId letterOf(const Turn& turn, const Connection& connection, std::string_view uniqueId) {
    const Address& user = turn.plan().client(connection.client).user;
    const Mailbox* inbox = turn.state.stores[connection.server.index].mailbox(user, inboxName);
    const StoredMessage* stored = inbox ? desk::messageOf(*inbox, uniqueId) : nullptr;
    return stored ? stored->letter : LetterId();
}

// Those of what this device has, in order.
std::vector<NameId> keptUniqueIds(const MailProgram& program) {
    std::vector<NameId> kept;
    kept.reserve(program.letters.size());
    for (std::size_t i = 0; i < program.letters.size(); ++i)
        if (const NameId uniqueId = program.letters[i].uniqueId) kept.push_back(uniqueId);
    std::sort(kept.begin(), kept.end());
    return kept;
}

// A letter has come to this device; some moments later its person opens it.
void keep(Turn& turn, const Connection& connection, KeptLetter kept) {
    const HostId home = connection.client;
    kept.fetched = turn.now();
    const bool readElsewhere = kept.read != never;
    Record record;
    record.kind = Kind::LetterFetched;
    record.host = home;
    record.peer = connection.server;
    record.connection = connection.id;
    record.letter = kept.letter;
    record.recipient = turn.state.names.intern(turn.plan().client(home).user.text());
    record.service = connection.service;
    MailProgram& program = turn.state.program(home);
    const std::uint32_t number = std::uint32_t(program.letters.size());
    program.letters.push_back(std::move(kept));
    turn.record(record);
    if (readElsewhere) return;
    const Duration wait =
        soonestRead + Duration(turn.state.random.below(std::uint64_t(latestRead - soonestRead)));
    turn.schedule(turn.now() + wait, EventKind::ReadDue, home.index, number);
}

void checkFailed(Turn& turn, HostId home, std::string_view why) {
    MailProgram& program = turn.state.program(home);
    program.checking = false;
    program.checkAnswer = turn.state.names.intern(why);
    scheduleMailProgram(turn, home);
}

void checkDone(Turn& turn, HostId home) {
    MailProgram& program = turn.state.program(home);
    program.checking = false;
    program.checkAnswer = {};
    program.lastCheck = turn.now();
    if (turn.plan().client(home).readBy == ReadBy::Pop3 && !turn.plan().client(home).leaveOnServer)
        for (std::size_t i = 0; i < program.letters.size(); ++i)
            if (program.letters[i].onServer) program.letters.edit(i).onServer = false;
    scheduleMailProgram(turn, home);
}

void visit(Turn& turn, HostId home) {
    MailProgram& program = turn.state.program(home);
    if (program.checking) return;
    program.checking = true;
    const bool pop3 = turn.plan().client(home).readBy == ReadBy::Pop3;
    connect(turn, home, turn.state.layout->incoming(home), pop3 ? Service::Pop3 : Service::Imap, {});
}

// ---- IMAP ----
// The uids of INBOX stay as they are whatever becomes of its validity: at its own office nobody renumbers.
std::uint32_t nextUid(const MailProgram& program) {
    return program.letters.empty() ? 1 : program.letters.back().uid + 1;
}

void keepFetched(Turn& turn, const Connection& connection, const imap::Fetched& fetched) {
    if (fetched.uid < nextUid(turn.state.program(connection.client))) return;
    KeptLetter kept;
    kept.uid = fetched.uid;
    kept.message = fetched.message;
    if (fetched.seen) kept.read = turn.now(); // on another device
    const Address& user = turn.plan().client(connection.client).user;
    const Mailbox* inbox = turn.state.stores[connection.server.index].mailbox(user, inboxName);
    if (const StoredMessage* stored = inbox ? inbox->find(fetched.uid) : nullptr)
        kept.letter = stored->letter;
    keep(turn, connection, std::move(kept));
}

// What was read since the last time is marked; then there is nothing left to do.
void markOrLeave(Turn& turn, HostId home, imap::Client& client) {
    MailProgram& program = turn.state.program(home);
    if (program.unmarked.empty()) {
        client.logout(turn.now());
        return;
    }
    std::vector<std::uint32_t> uids;
    for (const std::uint32_t number : program.unmarked) uids.push_back(program.letters[number].uid);
    program.marking = std::uint32_t(uids.size());
    client.markSeen(turn.now(), uids);
}

} // namespace

void startMailProgram(Turn& turn, HostId client) {
    turn.state.program(client).nextCheck = later(turn.now(), turn.plan().client(client).checkEvery);
    scheduleMailProgram(turn, client);
}

void scheduleMailProgram(Turn& turn, HostId client) {
    MailProgram& program = turn.state.program(client);
    const Time due = std::max(turn.now(), std::min(program.nextCheck, postingDueAt(program)));
    if (due >= program.timer) return; // re-armed when the earlier entry surfaces
    program.timer = due;
    turn.schedule(due, EventKind::MailProgramDue, client.index);
}

void mailProgramDue(Turn& turn, HostId client) {
    if (turn.state.program(client).timer != turn.now()) return; // replaced by an earlier entry
    turn.state.program(client).timer = never;
    postDue(turn, client);
    if (turn.state.program(client).nextCheck <= turn.now()) checkMail(turn, client);
    scheduleMailProgram(turn, client);
}

void checkMail(Turn& turn, HostId client) {
    turn.state.program(client).nextCheck = later(turn.now(), turn.plan().client(client).checkEvery);
    visit(turn, client);
}

void checkingUnconnected(Turn& turn, const Connection& connection, std::string_view why) {
    checkFailed(turn, connection.client, why);
}

void checkingHears(Turn& turn, std::uint32_t slot, pop3::Client& client, const pop3::ClientEvent& event) {
    const Connection connection = turn.state.connections[slot];
    const HostId home = connection.client;
    if (const auto* failed = std::get_if<pop3::Failed>(&event)) {
        checkFailed(turn, home, failed->reason);
    } else if (const auto* listed = std::get_if<pop3::MaildropListed>(&event)) {
        const bool leave = turn.plan().client(home).leaveOnServer;
        const std::vector<NameId> kept = keptUniqueIds(turn.state.program(home));
        std::vector<pop3::Offered> wanted, remove;
        for (const pop3::Offered& offered : listed->messages) {
            const NameId uniqueId = turn.state.names.find(offered.uniqueId);
            if (!uniqueId || !std::binary_search(kept.begin(), kept.end(), uniqueId))
                wanted.push_back(offered);
            else if (!leave)
                remove.push_back(offered); // fetched before, but the good-bye was lost
        }
        client.fetch(turn.now(), std::move(wanted), leave, std::move(remove));
    } else if (const auto* retrieved = std::get_if<pop3::Retrieved>(&event)) {
        KeptLetter kept;
        kept.uniqueId = turn.state.names.intern(retrieved->which.uniqueId);
        kept.message = retrieved->message;
        kept.letter = letterOf(turn, connection, retrieved->which.uniqueId);
        keep(turn, connection, std::move(kept));
    } else if (std::holds_alternative<pop3::Finished>(event)) {
        checkDone(turn, home);
    }
}

void checkingHears(Turn& turn, std::uint32_t slot, imap::Client& client, const imap::ClientEvent& event) {
    const Connection connection = turn.state.connections[slot];
    const HostId home = connection.client;
    MailProgram& program = turn.state.program(home);
    if (const auto* failed = std::get_if<imap::Failed>(&event)) {
        checkFailed(turn, home, failed->reason);
    } else if (const auto* opened = std::get_if<imap::InboxOpened>(&event)) {
        program.marking = 0; // of a visit that was cut short
        if (nextUid(program) < opened->uidNext)
            client.fetch(turn.now(), nextUid(program));
        else
            markOrLeave(turn, home, client);
    } else if (const auto* fetched = std::get_if<imap::Fetched>(&event)) {
        keepFetched(turn, connection, *fetched);
    } else if (std::holds_alternative<imap::CommandDone>(event)) {
        program.unmarked.erase(program.unmarked.begin(), program.unmarked.begin() + program.marking);
        program.marking = 0;
        markOrLeave(turn, home, client);
    } else if (std::holds_alternative<imap::Finished>(event)) {
        checkDone(turn, home);
    }
}

void readDue(Turn& turn, HostId client, std::uint32_t number) {
    MailProgram& program = turn.state.program(client);
    if (number >= program.letters.size() || program.letters[number].read != never) return;
    KeptLetter& kept = program.letters.edit(number);
    kept.read = turn.now();
    const LetterId letter = kept.letter;
    if (turn.plan().client(client).readBy == ReadBy::Imap) {
        program.unmarked.push_back(number);
        visit(turn, client);
    }
    if (!letter) return;
    Record record;
    record.kind = Kind::LetterRead;
    record.host = client;
    record.letter = letter;
    record.recipient = turn.state.names.intern(turn.plan().client(client).user.text());
    turn.record(record);
}

} // namespace mailtown
