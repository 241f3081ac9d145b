#include "town/concurrency.h"

#include "town/turn.h"

namespace mailtown {
namespace {

using Line = Concurrency::Line;

// Changes the destination's line by `act`, and keeps `ready` and the set of lines true.
template <class Act> void change(Turn& turn, Concurrency& of, NameId destination, const Act& act) {
    const auto place = of.lines.try_emplace(destination).first;
    Line& line = place->second;
    const auto key = [&] { return std::pair(turn.state.deliveries[line.first].number, destination); };
    const auto hasRoom = [&] { return line.first != noDelivery && line.tries < mostTriesToOneDestination; };
    if (hasRoom()) of.ready.erase(key());
    act(line);
    if (hasRoom())
        of.ready.insert(key());
    else if (line.first == noDelivery && line.tries == 0)
        of.lines.erase(place);
}

void append(TownState& state, Line& line, std::uint32_t index, std::uint32_t number) {
    Delivery& delivery = state.deliveries.edit(index);
    delivery.inLine = true;
    delivery.number = number;
    delivery.ahead = line.last;
    delivery.behind = noDelivery;
    (line.last == noDelivery ? line.first : state.deliveries.edit(line.last).behind) = index;
    line.last = index;
}

void takeOut(TownState& state, Line& line, std::uint32_t index) {
    Delivery& delivery = state.deliveries.edit(index);
    delivery.inLine = false;
    (delivery.ahead == noDelivery ? line.first : state.deliveries.edit(delivery.ahead).behind) =
        delivery.behind;
    (delivery.behind == noDelivery ? line.last : state.deliveries.edit(delivery.behind).ahead) =
        delivery.ahead;
}

} // namespace

bool takePlace(Turn& turn, std::uint32_t index) {
    const Delivery& delivery = turn.state.deliveries[index];
    Concurrency& of = turn.state.concurrency.edit(delivery.host.index);
    bool taken = false;
    change(turn, of, delivery.destination, [&](Line& line) {
        // Those in line come first.
        taken = of.tries < mostTries && line.tries < mostTriesToOneDestination && line.first == noDelivery &&
                of.ready.empty();
        if (taken) {
            ++line.tries;
            ++of.tries;
        } else {
            append(turn.state, line, index, of.nextNumber++);
        }
    });
    return taken;
}

void leaveLine(Turn& turn, std::uint32_t index) {
    const Delivery& delivery = turn.state.deliveries[index];
    if (!delivery.inLine) return;
    change(turn, turn.state.concurrency.edit(delivery.host.index), delivery.destination,
           [&](Line& line) { takeOut(turn.state, line, index); });
}

void freePlace(Turn& turn, HostId host, NameId destination) {
    Concurrency& of = turn.state.concurrency.edit(host.index);
    --of.tries;
    change(turn, of, destination, [](Line& line) { --line.tries; });
    // Called up by an event: a try that fails at once would otherwise start the next from within itself.
    if (of.armed || of.ready.empty()) return;
    of.armed = true;
    turn.schedule(turn.now(), EventKind::PlaceFree, host.index);
}

std::uint32_t nextInLine(Turn& turn, HostId host) {
    Concurrency& of = turn.state.concurrency.edit(host.index);
    of.armed = of.tries < mostTries && !of.ready.empty();
    if (!of.armed) return noDelivery;
    const NameId destination = of.ready.begin()->second;
    std::uint32_t next = noDelivery;
    change(turn, of, destination, [&](Line& line) {
        next = line.first;
        takeOut(turn.state, line, next);
        ++line.tries;
        ++of.tries;
    });
    return next;
}

void forgetPlaces(Turn& turn, HostId host) {
    for (const auto& [destination, line] : turn.state.concurrency[host.index].lines)
        for (std::uint32_t at = line.first; at != noDelivery; at = turn.state.deliveries[at].behind)
            turn.state.deliveries.edit(at).inLine = false;
    turn.state.concurrency.edit(host.index) = Concurrency{};
}

} // namespace mailtown
