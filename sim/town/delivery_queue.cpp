#include "town/delivery_queue.h"

#include "town/concurrency.h"
#include "town/route.h"
#include "town/sending_server.h"

#include <algorithm>
#include <utility>

namespace mailtown {
namespace {

void arm(Turn& turn, std::uint32_t index) {
    Delivery& delivery = turn.state.deliveries.edit(index);
    if (delivery.armed || delivery.next == never) return;
    delivery.armed = true;
    turn.schedule(std::max(delivery.next, turn.now()), EventKind::DeliveryDue, index, delivery.serial);
}

void link(TownState& state, std::uint32_t index) {
    Delivery& delivery = state.deliveries.edit(index);
    HostState& host = state.hosts.edit(delivery.host.index);
    delivery.before = host.lastQueued;
    if (host.lastQueued == noDelivery)
        host.firstQueued = index;
    else
        state.deliveries.edit(host.lastQueued).after = index;
    host.lastQueued = index;
    ++host.waiting;
}

void unlink(TownState& state, const Delivery& delivery) {
    HostState& host = state.hosts.edit(delivery.host.index);
    (delivery.before == noDelivery ? host.firstQueued : state.deliveries.edit(delivery.before).after) =
        delivery.after;
    (delivery.after == noDelivery ? host.lastQueued : state.deliveries.edit(delivery.after).before) =
        delivery.before;
    --host.waiting;
}

void tryNow(Turn& turn, std::uint32_t index) {
    // Those of the same letter for the same destination go in one transaction (RFC 5321 §4.5.4.1).
    const Delivery delivery = turn.state.deliveries[index];
    std::vector<std::uint32_t> group;
    for (std::uint32_t at = index; at != noDelivery; at = turn.state.deliveries[at].after) {
        const Delivery& other = turn.state.deliveries[at];
        if (other.held != delivery.held) break; // a letter's deliveries lie together
        if (other.attempt == noAttempt && other.next <= turn.now() && other.route == delivery.route &&
            other.destination == delivery.destination)
            group.push_back(at);
    }
    for (const std::uint32_t one : group) leaveLine(turn, one);
    startAttempt(turn, std::move(group));
}

} // namespace

void enqueue(Turn& turn, HostId host, LetterId letter, const std::optional<Address>& returnPath,
             const std::vector<NameId>& recipients, const Message& message) {
    TownState& state = turn.state;
    if (recipients.empty()) return;
    HeldLetter held;
    held.message = message;
    held.letter = letter;
    if (returnPath) held.returnPath = state.names.intern(returnPath->text());
    held.deliveries = std::uint32_t(recipients.size());
    const std::uint32_t heldIndex = state.held.add(std::move(held));
    for (const NameId recipient : recipients) {
        Delivery delivery;
        delivery.queued = turn.now();
        delivery.next = turn.now();
        delivery.serial = state.nextSerial++;
        delivery.held = heldIndex;
        delivery.recipient = recipient;
        const Route route = routeOf(*state.layout, host, state.names.text(recipient));
        delivery.route = route.kind;
        delivery.destination = state.names.intern(route.name);
        delivery.host = host;
        const std::uint32_t index = state.deliveries.add(delivery);
        link(state, index);
        arm(turn, index);
    }
}

void deliveryDue(Turn& turn, std::uint32_t index, std::uint32_t serial) {
    if (turn.state.deliveries[index].serial != serial) return; // done meanwhile
    Delivery& delivery = turn.state.deliveries.edit(index);
    delivery.armed = false;
    if (!turn.state.hosts[delivery.host.index].up) return;        // resumeQueue arms it again
    if (delivery.attempt != noAttempt || delivery.inLine) return; // a neighbour's try took it along
    if (delivery.next > turn.now()) return arm(turn, index);

    if (takePlace(turn, index)) tryNow(turn, index);
}

void callUp(Turn& turn, HostId host) {
    for (std::uint32_t next = nextInLine(turn, host); next != noDelivery; next = nextInLine(turn, host))
        tryNow(turn, next);
}

void deliveryDone(Turn& turn, std::uint32_t index) {
    TownState& state = turn.state;
    const Delivery delivery = state.deliveries[index];
    HeldLetter& held = state.held.edit(delivery.held);
    if (--held.deliveries == 0) state.held.remove(delivery.held);
    unlink(state, delivery);
    state.deliveries.remove(index);
}

bool deliveryDeferred(Turn& turn, std::uint32_t index, int code, NameId answer, HostId peer,
                      ConnectionId connection) {
    TownState& state = turn.state;
    Delivery& delivery = state.deliveries.edit(index);
    delivery.attempt = noAttempt;
    ++delivery.tries;
    delivery.code = std::int16_t(code);
    delivery.answer = answer;
    const RetryPolicy& policy = turn.plan().host(delivery.host).retry;
    if (turn.now() - delivery.queued >= policy.giveUpAfter) return false; // RFC 5321 §4.5.4.1
    delivery.next = policy.nextTry(delivery.queued, delivery.tries, turn.now());
    Record record;
    record.kind = Kind::LetterDeferred;
    record.host = delivery.host;
    record.peer = peer;
    record.letter = state.held[delivery.held].letter;
    record.connection = connection;
    record.recipient = delivery.recipient;
    record.code = delivery.code;
    record.attempt = delivery.tries;
    record.next = delivery.next;
    record.service = Service::Smtp;
    turn.record(record, state.names.text(answer));
    arm(turn, index);
    return true;
}

void deliveryInterrupted(Turn& turn, std::uint32_t index) {
    Delivery& delivery = turn.state.deliveries.edit(index);
    delivery.attempt = noAttempt;
    delivery.next = turn.now();
}

void resumeQueue(Turn& turn, HostId host) {
    for (std::uint32_t at = turn.state.hosts[host.index].firstQueued; at != noDelivery;
         at = turn.state.deliveries[at].after)
        arm(turn, at);
}

} // namespace mailtown
