#include "town/talk.h"

#include "town/doors.h"
#include "town/layout.h"
#include "town/mail_checking.h"
#include "town/mail_posting.h"
#include "town/mailbox_server.h"
#include "town/network.h"
#include "town/receiving_server.h"
#include "town/sending_server.h"
#include "town/transcript.h"

#include <algorithm>
#include <cassert>

namespace mailtown {
namespace {

// ---- what an event means, by protocol; each machine's events are some of these ----
bool asksForTls(const smtp::ClientEvent& event) { return std::holds_alternative<smtp::StartTls>(event); }
bool asksForTls(const pop3::ClientEvent& event) { return std::holds_alternative<pop3::StartTls>(event); }
bool asksForTls(const imap::ClientEvent& event) { return std::holds_alternative<imap::StartTls>(event); }

void heard(Turn& turn, std::uint32_t slot, smtp::Client& client, const smtp::ClientEvent& event) {
    if (turn.state.connections[slot].service == Service::Submission)
        postingHears(turn, slot, client, event);
    else
        attemptHears(turn, slot, client, event);
}

void heard(Turn& turn, std::uint32_t slot, pop3::Client& client, const pop3::ClientEvent& event) {
    checkingHears(turn, slot, client, event);
}

void heard(Turn& turn, std::uint32_t slot, imap::Client& client, const imap::ClientEvent& event) {
    checkingHears(turn, slot, client, event);
}

// Brings the talk of the connection, of whatever protocol, to `use`.
template <class Use> void withTalk(Turn& turn, const Connection& connection, const Use& use) {
    if (connection.talk == nowhere) return;
    switch (connection.service) {
    case Service::Smtp:
    case Service::Submission:
        return use(turn.state.smtpTalks.edit(connection.talk));
    case Service::Pop3:
        return use(turn.state.pop3Talks.edit(connection.talk));
    case Service::Imap:
        return use(turn.state.imapTalks.edit(connection.talk));
    case Service::Dns:
    case Service::None:
        break;
    }
    assert(false); // no talk was opened for it
}

template <class Machine> void flush(Turn& turn, std::uint32_t slot, Side side, Machine& machine) {
    if (machine.hasOutput()) {
        writeDown(turn, turn.state.connections.edit(slot), side, machine.output());
        transmit(turn, slot, side, Parcel::Bytes, machine.output());
        machine.clearOutput();
    }
    const Time deadline = machine.deadline();
    if (machine.closing())
        closeSide(turn, slot, side);
    else if (deadline != never)
        armTimer(turn, slot, deadline);
}

template <class Client> void runClient(Turn& turn, std::uint32_t slot, Client& client) {
    while (const auto event = client.next()) {
        if (asksForTls(*event))
            transmit(turn, slot, Side::Client, Parcel::ClientHello);
        else
            heard(turn, slot, client, *event);
    }
    flush(turn, slot, Side::Client, client);
}

template <class Server> bool isPaused(const Server&) { return false; }
bool isPaused(const imap::Server& server) { return server.paused(); }
bool isPaused(const pop3::Server& server) { return server.paused(); }

template <class Server> void runServer(Turn& turn, std::uint32_t slot, Server& server) {
    for (bool more = true; more;) {
        while (const auto event = server.next()) serve(turn, slot, server, *event);
        more = isPaused(server); // seen before the flush, which may end the talk
        flush(turn, slot, Side::Server, server);
    }
}

// Does `act` to the machine of that side, then lets it run.
template <class Act> void atSide(Turn& turn, std::uint32_t slot, Side side, const Act& act) {
    withTalk(turn, turn.state.connections[slot], [&](auto& talk) {
        if (side == Side::Client) {
            act(talk.client);
            runClient(turn, slot, talk.client);
        } else {
            act(talk.server);
            runServer(turn, slot, talk.server);
        }
    });
}

std::string passwordOf(const Plan& plan, const ClientPlan& home) {
    const UserPlan* user = plan.user(home.user);
    return user ? user->password : std::string();
}

smtp::ClientOptions clientOptions(const Plan& plan, const Connection& connection) {
    smtp::ClientOptions options;
    options.hostname = plan.hostname(connection.client);
    if (connection.service == Service::Submission) {
        const ClientPlan& home = plan.client(connection.client);
        options.useTls = home.tls;
        options.user = home.user.text();
        options.password = passwordOf(plan, home);
    }
    return options;
}

} // namespace

void openTalk(Turn& turn, std::uint32_t slot) {
    TownState& state = turn.state;
    const Plan& plan = turn.plan();
    Connection& connection = state.connections.edit(slot);
    switch (connection.service) {
    case Service::Smtp:
    case Service::Submission: {
        connection.talk =
            state.smtpTalks.add({smtp::Client(clientOptions(plan, connection), turn.now()),
                                 smtp::Server(smtpDoor(plan, connection.server, connection.service,
                                                       state.layout->address(connection.client)),
                                              turn.now())});
        break;
    }
    case Service::Pop3: {
        const ClientPlan& home = plan.client(connection.client);
        pop3::ClientOptions options{home.tls, home.user.text(), passwordOf(plan, home)};
        connection.talk = state.pop3Talks.add(
            {pop3::Client(std::move(options), turn.now()), pop3::Server(pop3Door(), turn.now())});
        break;
    }
    case Service::Imap: {
        const ClientPlan& home = plan.client(connection.client);
        imap::ClientOptions options{home.tls, home.user.text(), passwordOf(plan, home)};
        connection.talk = state.imapTalks.add(
            {imap::Client(std::move(options), turn.now()), imap::Server(imapDoor(plan), turn.now())});
        break;
    }
    case Service::Dns:
    case Service::None:
        break;
    }
    atSide(turn, slot, Side::Server, [](auto&) {}); // the greeting
}

void closeTalk(Turn& turn, std::uint32_t slot) {
    const Connection& connection = turn.state.connections[slot];
    if (connection.talk == nowhere) return;
    switch (connection.service) {
    case Service::Smtp:
    case Service::Submission:
        turn.state.smtpTalks.remove(connection.talk);
        break;
    case Service::Pop3:
        turn.state.pop3Talks.remove(connection.talk);
        break;
    case Service::Imap:
        turn.state.imapTalks.remove(connection.talk);
        break;
    case Service::Dns:
    case Service::None:
        break;
    }
}

void talkReceives(Turn& turn, std::uint32_t slot, Side side, std::string_view bytes) {
    atSide(turn, slot, side, [&](auto& machine) { machine.receive(turn.now(), bytes); });
}

void talkSecured(Turn& turn, std::uint32_t slot, Side side) {
    atSide(turn, slot, side, [&](auto& machine) { machine.tlsStarted(turn.now()); });
}

void talkEnded(Turn& turn, std::uint32_t slot, Side side) {
    const ConnectionId id = turn.state.connections[slot].id;
    if (side == Side::Client)
        withTalk(turn, turn.state.connections[slot], [&](auto& talk) {
            talk.client.disconnected(turn.now());
            runClient(turn, slot, talk.client);
        });
    // Freed by now, perhaps, and its slot in use by another.
    if (turn.state.connections[slot].id == id) closeSide(turn, slot, side);
}

void talkTimer(Turn& turn, std::uint32_t slot) {
    const Connection connection = turn.state.connections[slot];
    const auto overdue = [&](Time deadline, Side side) {
        return deadline <= turn.now() && !connection.isClosed(side);
    };
    Time client = never, server = never;
    withTalk(turn, connection, [&](auto& talk) {
        client = talk.client.deadline();
        server = talk.server.deadline();
    });
    if (overdue(client, Side::Client)) {
        Record record;
        record.kind = Kind::ConnectionTimeout;
        record.host = connection.client;
        record.peer = connection.server;
        record.connection = connection.id;
        record.letter = connection.letter;
        record.service = connection.service;
        turn.record(record);
        atSide(turn, slot, Side::Client, [&](auto& machine) { machine.timeout(turn.now()); });
    }
    const auto stillThere = [&] { return turn.state.connections[slot].id == connection.id; };
    if (stillThere() && overdue(server, Side::Server))
        atSide(turn, slot, Side::Server, [&](auto& machine) { machine.timeout(turn.now()); });
    if (!stillThere()) return;
    if (!turn.state.connections[slot].isClosed(Side::Client) && client != never && client > turn.now())
        armTimer(turn, slot, client);
    if (!turn.state.connections[slot].isClosed(Side::Server) && server != never && server > turn.now())
        armTimer(turn, slot, server);
}

void clientLeft(Turn& turn, std::uint32_t owner) { attemptLeft(turn, owner); }

void connectionFailed(Turn& turn, std::uint32_t slot, std::string_view why) {
    const Connection& connection = turn.state.connections[slot];
    switch (connection.service) {
    case Service::Smtp:
        attemptUnconnected(turn, connection, why);
        break;
    case Service::Submission:
        postingUnconnected(turn, connection, why);
        break;
    case Service::Pop3:
    case Service::Imap:
        checkingUnconnected(turn, connection, why);
        break;
    case Service::Dns:
    case Service::None:
        break;
    }
}

} // namespace mailtown
