#include "town/mail_checking.h"

#include "store/mailbox_name.h"
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

// Which letter of the town these octets are, as the mailbox at the office knows it; invalid for what a real
// mail program put there.
LetterId letterOf(const Turn& turn, const Connection& connection, const Message& message) {
    const Address& user = turn.plan().client(connection.client).user;
    const Mailbox* inbox = turn.state.stores[connection.server.index].mailbox(user, inboxName);
    if (!inbox) return {};
    for (std::size_t i = 0; i < inbox->messages.size(); ++i) {
        const StoredMessage& stored = inbox->messages[i];
        if (stored.message.size() == message.size() && stored.message == message) return stored.letter;
    }
    return {};
}

bool keeps(TownState& state, HostId home, NameId uniqueId) {
    if (!uniqueId) return false;
    const auto& letters = state.program(home).letters;
    for (std::size_t i = 0; i < letters.size(); ++i)
        if (letters[i].uniqueId == uniqueId) return true;
    return false;
}

// A letter has come to this device; some moments later its person opens it.
void keep(Turn& turn, const Connection& connection, KeptLetter kept) {
    const HostId home = connection.client;
    kept.letter = letterOf(turn, connection, kept.message);
    kept.fetched = turn.now();
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
    const ClientPlan& home = turn.plan().client(client);
    MailProgram& program = turn.state.program(client);
    program.nextCheck = later(turn.now(), home.checkEvery);
    if (program.checking || home.readBy != ReadBy::Pop3) return;
    program.checking = true;
    connect(turn, client, turn.state.layout->incoming(client), Service::Pop3, {});
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
        std::vector<pop3::Offered> wanted, remove;
        for (const pop3::Offered& offered : listed->messages) {
            if (!keeps(turn.state, home, turn.state.names.find(offered.uniqueId)))
                wanted.push_back(offered);
            else if (!leave)
                remove.push_back(offered); // fetched before, but the good-bye was lost
        }
        client.fetch(turn.now(), std::move(wanted), leave, std::move(remove));
    } else if (const auto* retrieved = std::get_if<pop3::Retrieved>(&event)) {
        KeptLetter kept;
        kept.uniqueId = turn.state.names.intern(retrieved->which.uniqueId);
        kept.message = retrieved->message;
        keep(turn, connection, std::move(kept));
    } else if (std::holds_alternative<pop3::Finished>(event)) {
        checkDone(turn, home);
    }
}

void readDue(Turn& turn, HostId client, std::uint32_t number) {
    MailProgram& program = turn.state.program(client);
    if (number >= program.letters.size() || program.letters[number].read != never) return;
    KeptLetter& kept = program.letters.edit(number);
    kept.read = turn.now();
    if (!kept.letter) return;
    Record record;
    record.kind = Kind::LetterRead;
    record.host = client;
    record.letter = kept.letter;
    record.recipient = turn.state.names.intern(turn.plan().client(client).user.text());
    turn.record(record);
}

} // namespace mailtown
