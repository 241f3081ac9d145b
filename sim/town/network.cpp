#include "town/network.h"

#include "town/doors.h"
#include "town/talk.h"

#include <algorithm>

namespace mailtown {
namespace {

bool passable(const Turn& turn, const Connection& connection) {
    return connection.link != nowhere && turn.state.linkUp[connection.link] != 0;
}

Duration latency(const Turn& turn, const Connection& connection) {
    return turn.state.layout->latency(connection.link);
}

Record about(const Connection& connection, Kind kind) {
    Record record;
    record.kind = kind;
    record.host = connection.client;
    record.peer = connection.server;
    record.connection = connection.id;
    record.letter = connection.letter;
    record.attempt = connection.attempt;
    record.service = connection.service;
    return record;
}

EventKind arrivalAt(Side side) {
    return side == Side::Server ? EventKind::ArrivesAtServer : EventKind::ArrivesAtClient;
}

void release(Turn& turn, std::uint32_t slot) {
    closeTalk(turn, slot);
    turn.state.connections.remove(slot);
}

// Nothing of what is under way arrives.
void forget(Flight& flight) {
    flight.bytes.clear();
    flight.first = Piece{};
    flight.more.clear();
}

} // namespace

std::uint32_t connect(Turn& turn, HostId client, HostId server, Service service, LetterId letter,
                      std::uint32_t owner, int attempt) {
    Connection connection;
    connection.id = ConnectionId{turn.state.nextConnection++};
    connection.client = client;
    connection.server = server;
    connection.service = service;
    connection.letter = letter;
    connection.owner = owner;
    connection.attempt = std::uint16_t(attempt);
    connection.phase = Connection::Phase::Asking;
    if (server) connection.link = turn.state.layout->link(client, server).value_or(nowhere);
    const bool passes = passable(turn, connection);
    connection.severed = !passes;
    const ConnectionId id = connection.id;
    const Duration way = passes ? latency(turn, connection) : 0;
    const std::uint32_t slot = turn.state.connections.add(std::move(connection));
    if (passes) turn.schedule(turn.now() + way, EventKind::ConnectArrives, slot, id.index);
    armTimer(turn, slot, turn.now() + connectTimeout);
    return slot;
}

void connectArrives(Turn& turn, std::uint32_t slot) {
    Connection& connection = turn.state.connections.edit(slot);
    if (connection.severed) return; // the client's timer will tell
    if (!turn.town.up(connection.server) || !listens(turn.plan(), connection.server, connection.service)) {
        turn.schedule(turn.now() + latency(turn, connection), EventKind::ConnectAnswered, slot,
                      connection.id.index);
        return;
    }
    connection.phase = Connection::Phase::Open;
    turn.record(about(connection, Kind::ConnectionOpened));
    openTalk(turn, slot);
}

void connectAnswered(Turn& turn, std::uint32_t slot) {
    const Connection& connection = turn.state.connections[slot];
    if (connection.severed) return;
    turn.record(about(connection, Kind::ConnectionRefused));
    connectionFailed(turn, slot, "connection refused");
    release(turn, slot);
}

void transmit(Turn& turn, std::uint32_t slot, Side from, Parcel what, std::string_view bytes) {
    Connection& connection = turn.state.connections.edit(slot);
    if (!passable(turn, connection)) connection.severed = true;
    if (connection.severed || connection.isClosed(other(from))) return;
    Flight& flight = connection.to(other(from));
    flight.bytes.append(bytes);
    const Piece piece{turn.now() + latency(turn, connection), std::uint32_t(bytes.size()), what};
    if (flight.first.at != never) {
        flight.more.push_back(piece);
        return;
    }
    flight.first = piece;
    turn.schedule(piece.at, arrivalAt(other(from)), slot, connection.id.index);
}

void pieceArrives(Turn& turn, std::uint32_t slot, Side at) {
    Connection& connection = turn.state.connections.edit(slot);
    Flight& flight = connection.to(at);
    if (flight.first.at != turn.now()) return; // lost on its way
    const Piece piece = flight.first;
    flight.first = Piece{};
    if (!flight.more.empty()) {
        flight.first = flight.more.front();
        flight.more.erase(flight.more.begin());
        turn.schedule(flight.first.at, arrivalAt(at), slot, connection.id.index);
    }
    if (connection.isClosed(at)) {
        flight.bytes.erase(0, piece.size);
        return;
    }
    switch (piece.what) {
    case Parcel::Bytes:
        talkReceives(turn, slot, at, std::string_view(flight.bytes).substr(0, piece.size));
        // The answer may have closed this side, and with it the connection.
        if (Flight& rest = turn.state.connections.edit(slot).to(at); rest.bytes.size() == piece.size)
            rest.bytes.clear();
        else
            rest.bytes.erase(0, std::min<std::size_t>(piece.size, rest.bytes.size()));
        break;
    case Parcel::ClientHello:
        transmit(turn, slot, at, Parcel::ServerHello);
        talkSecured(turn, slot, at);
        break;
    case Parcel::ServerHello:
        connection.tls = true;
        talkSecured(turn, slot, at);
        break;
    case Parcel::Fin:
    case Parcel::Reset:
        talkEnded(turn, slot, at);
        break;
    }
}

void closeSide(Turn& turn, std::uint32_t slot, Side side) {
    Connection& connection = turn.state.connections.edit(slot);
    if (!connection.id || connection.isClosed(side)) return;
    const std::uint32_t left = side == Side::Client ? connection.owner : nowhere;
    if (!connection.isClosed(other(side))) {
        transmit(turn, slot, side, Parcel::Fin);
        connection.closed[std::size_t(side)] = true;
    } else {
        turn.record(about(connection, Kind::ConnectionClosed));
        release(turn, slot);
    }
    if (left != nowhere) clientLeft(turn, left); // last: the slot may be another's now
}

void armTimer(Turn& turn, std::uint32_t slot, Time deadline) {
    if (deadline >= turn.state.connections[slot].timer) return; // re-armed when the earlier entry surfaces
    Connection& connection = turn.state.connections.edit(slot);
    connection.timer = deadline;
    turn.schedule(deadline, EventKind::ConnectionTimer, slot, connection.id.index);
}

void connectionTimer(Turn& turn, std::uint32_t slot) {
    Connection& connection = turn.state.connections.edit(slot);
    if (connection.timer != turn.now()) return; // a later entry that an earlier one has replaced
    connection.timer = never;
    if (connection.phase == Connection::Phase::Asking) {
        turn.record(about(connection, Kind::ConnectionTimeout));
        connectionFailed(turn, slot, "connection timed out");
        release(turn, slot);
        return;
    }
    talkTimer(turn, slot);
}

void loseOnLink(Turn& turn, std::uint32_t link) {
    for (std::uint32_t slot = 0; slot < turn.state.connections.slots(); ++slot) {
        const Connection& seen = turn.state.connections[slot];
        if (!seen.id || seen.link != link) continue;
        const bool underWay = seen.phase == Connection::Phase::Asking || seen.flights[0].first.at != never ||
                              seen.flights[1].first.at != never;
        if (!underWay) continue; // silent: it survives a short cut, as TCP does
        Connection& connection = turn.state.connections.edit(slot);
        connection.severed = true;
        for (Flight& flight : connection.flights) forget(flight);
    }
}

void loseOfHost(Turn& turn, HostId host) {
    for (std::uint32_t slot = 0; slot < turn.state.connections.slots(); ++slot) {
        const Connection& seen = turn.state.connections[slot];
        if (!seen.id || (seen.client != host && seen.server != host)) continue;
        const Side here = seen.client == host ? Side::Client : Side::Server;
        if (here == Side::Client) turn.state.connections.edit(slot).owner = nowhere; // dropAttempts
        if (seen.phase == Connection::Phase::Asking) {
            if (here == Side::Client) release(turn, slot);
            continue; // the server's refusal meets the request when it arrives
        }
        Connection& connection = turn.state.connections.edit(slot);
        for (Flight& flight : connection.flights) forget(flight);
        if (!connection.isClosed(here) && !connection.isClosed(other(here)))
            transmit(turn, slot, here,
                     Parcel::Reset); // RFC 9293 §3.10.7.1: what comes for a dead connection is reset
        if (connection.isClosed(other(here))) {
            turn.record(about(connection, Kind::ConnectionClosed));
            release(turn, slot);
        } else {
            connection.closed[std::size_t(here)] = true;
        }
    }
}

} // namespace mailtown
