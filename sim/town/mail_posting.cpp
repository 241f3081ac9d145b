#include "town/mail_posting.h"

#include "base/calendar.h"
#include "mail/compose.h"
#include "town/letters.h"
#include "town/mail_checking.h"
#include "town/network.h"

#include <algorithm>
#include <cstdio>

namespace mailtown {
namespace {

// Mail programs try again when they look for mail; one that hardly ever looks should not sit on a letter.
constexpr Duration soonestRepost = minute;
constexpr Duration latestRepost = 5 * minute;

// As the address book has it, in the letters' language. A Japanese label is how others speak of the person;
// in a letterhead the name stands alone.
NamedAddress named(const Plan& plan, const Address& address) {
    const UserPlan* user = plan.user(address);
    std::string name = user ? user->label.in(plan.language) : std::string();
    constexpr std::string_view honorific = "さん";
    if (name.size() > honorific.size() && name.ends_with(honorific))
        name.resize(name.size() - honorific.size());
    return {std::move(name), address};
}

// "7.20261125101500@pc.sakura.example"
std::string messageId(const Turn& turn, LetterId letter, HostId client) {
    const Calendar now = toCalendar(turn.town.unixSeconds(), turn.plan().utcOffsetMinutes);
    char stamp[64];
    std::snprintf(stamp, sizeof stamp, "%u.%04d%02d%02d%02d%02d%02d@", letter.index + 1, now.year, now.month,
                  now.day, now.hour, now.minute, now.second);
    return stamp + turn.plan().hostname(client);
}

OutboxLetter* find(MailProgram& program, LetterId letter) {
    const auto found = std::find_if(program.outbox.begin(), program.outbox.end(),
                                    [&](const OutboxLetter& o) { return o.letter == letter; });
    return found == program.outbox.end() ? nullptr : &*found;
}

// The first that wants to go; null when none does, or one is being handed in.
OutboxLetter* firstDue(MailProgram& program, Time now) {
    OutboxLetter* due = nullptr;
    for (OutboxLetter& letter : program.outbox) {
        if (letter.underWay) return nullptr;
        if (!due && !letter.refused && letter.next <= now) due = &letter;
    }
    return due;
}

void start(OutboxLetter& letter) {
    letter.underWay = true;
    letter.next = never;
}

// Who has not been decided about yet, by number.
std::vector<std::uint32_t> unsettled(const TownState& state, const OutboxLetter& outgoing) {
    std::vector<std::uint32_t> numbers;
    for (std::uint32_t i = 0; i < state.letters[outgoing.letter.index].recipientCount; ++i)
        if (std::find(outgoing.settled.begin(), outgoing.settled.end(), i) == outgoing.settled.end())
            numbers.push_back(i);
    return numbers;
}

NameId recipientOf(const TownState& state, LetterId letter, std::uint32_t number) {
    return state.letterRecipients[state.letters[letter.index].recipientsAt + number];
}

void send(Turn& turn, smtp::Client& client, const OutboxLetter& outgoing) {
    const Letter& letter = turn.state.letters[outgoing.letter.index];
    Envelope envelope;
    if (letter.returnPath) envelope.returnPath = addressOf(turn.state, letter.returnPath);
    for (const std::uint32_t number : unsettled(turn.state, outgoing))
        envelope.recipients.push_back(
            addressOf(turn.state, recipientOf(turn.state, outgoing.letter, number)));
    client.send(turn.now(), envelope, letter.message);
}

// It did not go out, for now or for good: for one recipient, or (invalid) for all that are left.
void told(Turn& turn, const Connection& connection, OutboxLetter& letter, int code, std::string_view text,
          NameId recipient, bool forGood) {
    letter.code = code;
    letter.answer = turn.state.names.intern(text);
    Record record;
    record.kind = forGood ? Kind::LetterBounced : Kind::LetterDeferred;
    record.host = connection.client;
    record.peer = connection.server;
    record.letter = letter.letter;
    record.connection = connection.id;
    record.recipient = recipient;
    record.code = std::int16_t(code);
    record.attempt = std::uint16_t(letter.tries);
    record.next = forGood ? never : letter.next;
    record.service = Service::Submission;
    turn.record(record, text);
}

void waitForNextTry(Turn& turn, HostId client, OutboxLetter& letter) {
    letter.underWay = false;
    ++letter.tries;
    letter.next = turn.now() + std::clamp(turn.plan().client(client).checkEvery, soonestRepost, latestRepost);
}

// The connection came to nothing, or broke before the letter's turn.
void failed(Turn& turn, const Connection& connection, int code, std::string_view text, bool forGood) {
    OutboxLetter* letter = find(turn.state.program(connection.client), connection.letter);
    if (!letter || !letter->underWay) return;
    waitForNextTry(turn, connection.client, *letter);
    letter->refused = forGood;
    told(turn, connection, *letter, code, text, {}, forGood);
    scheduleMailProgram(turn, connection.client);
}

// RFC 5321 §3.3: each recipient has an answer. The letter stays in the outbox for those who were not
// accepted.
void handedIn(Turn& turn, const Connection& connection, const std::vector<smtp::RecipientOutcome>& outcomes) {
    MailProgram& program = turn.state.program(connection.client);
    OutboxLetter* letter = find(program, connection.letter);
    if (!letter || !letter->underWay) return;
    const std::vector<std::uint32_t> asked = unsettled(turn.state, *letter);
    waitForNextTry(turn, connection.client, *letter);
    bool refusedAny = letter->refused, left = false;
    for (std::size_t i = 0; i < asked.size() && i < outcomes.size(); ++i) {
        const smtp::RecipientOutcome& outcome = outcomes[i];
        if (outcome.accepted() || outcome.permanent()) letter->settled.push_back(asked[i]);
        if (outcome.accepted()) continue;
        (outcome.permanent() ? refusedAny : left) = true;
        told(turn, connection, *letter, outcome.code, outcome.text,
             recipientOf(turn.state, letter->letter, asked[i]), outcome.permanent());
    }
    letter->refused = refusedAny && !left;
    if (!left && !refusedAny) program.outbox.erase(program.outbox.begin() + (letter - program.outbox.data()));
    scheduleMailProgram(turn, connection.client);
}

} // namespace

LetterId writeLetter(Turn& turn, const input::Send& send) {
    const Plan& plan = turn.plan();
    const ClientPlan& home = plan.client(send.client);
    const LetterId next{std::uint32_t(turn.state.letters.size())};
    Composition composition;
    composition.from = named(plan, home.user);
    for (const Address& to : send.to) composition.to.push_back(named(plan, to));
    composition.subject = send.subject;
    composition.body = send.body;
    composition.unixSeconds = turn.town.unixSeconds();
    composition.utcOffsetMinutes = plan.utcOffsetMinutes;
    composition.messageId = messageId(turn, next, send.client);
    const LetterId letter = addLetter(turn, Envelope{home.user, send.to}, compose(composition));
    Record record;
    record.kind = Kind::LetterComposed;
    record.host = send.client;
    record.letter = letter;
    turn.record(record, send.subject);
    OutboxLetter outgoing;
    outgoing.letter = letter;
    outgoing.next = turn.now();
    turn.state.program(send.client).outbox.push_back(outgoing);
    postDue(turn, send.client);
    return letter;
}

void postDue(Turn& turn, HostId client) {
    OutboxLetter* due = firstDue(turn.state.program(client), turn.now());
    if (!due) return;
    start(*due);
    connect(turn, client, turn.state.layout->outgoing(client), Service::Submission, due->letter, nowhere,
            due->tries + 1);
}

void postAgain(Turn& turn, HostId client) {
    for (OutboxLetter& letter : turn.state.program(client).outbox)
        if (!letter.underWay && !letter.refused) letter.next = turn.now();
    postDue(turn, client);
}

void postingUnconnected(Turn& turn, const Connection& connection, std::string_view why) {
    failed(turn, connection, 0, why, false);
}

void postingHears(Turn& turn, std::uint32_t slot, smtp::Client& client, const smtp::ClientEvent& event) {
    Connection& connection = turn.state.connections.edit(slot);
    if (const auto* broken = std::get_if<smtp::Failed>(&event)) {
        // A refused login is refused until somebody mends the settings.
        failed(turn, connection, broken->reason.code, broken->reason.text, broken->reason.permanent());
        return;
    }
    if (const auto* done = std::get_if<smtp::TransactionDone>(&event)) {
        handedIn(turn, connection, done->outcomes);
        OutboxLetter* another =
            client.closing() ? nullptr : firstDue(turn.state.program(connection.client), turn.now());
        if (!another) {
            client.quit(turn.now());
            return;
        }
        start(*another);
        connection.letter = another->letter;
        connection.attempt = std::uint16_t(another->tries + 1);
    }
    if (const OutboxLetter* outgoing = find(turn.state.program(connection.client), connection.letter))
        send(turn, client, *outgoing);
    else
        client.quit(turn.now());
}

Time postingDueAt(const MailProgram& program) {
    Time due = never;
    for (const OutboxLetter& letter : program.outbox) {
        if (letter.underWay) return never; // its outcome looks after the others
        if (!letter.refused) due = std::min(due, letter.next);
    }
    return due;
}

} // namespace mailtown
