#include "town/directory.h"

#include "town/sending_server.h"

#include <algorithm>
#include <utility>
#include <variant>

namespace mailtown {
namespace {

Looked lookedOf(Turn& turn, const dns::Answer& answer) {
    Looked looked;
    switch (answer.outcome) {
    case dns::Answer::Outcome::Records:
        looked.outcome = Looked::Outcome::Found;
        break;
    case dns::Answer::Outcome::NoData:
        looked.outcome = Looked::Outcome::NoData;
        break;
    case dns::Answer::Outcome::NoName:
        looked.outcome = Looked::Outcome::NoSuchName;
        break;
    case dns::Answer::Outcome::Failed:
    case dns::Answer::Outcome::TimedOut:
        break;
    }
    if (looked.outcome != Looked::Outcome::Found) looked.text = answer.text();
    const Layout& layout = *turn.state.layout;
    for (const dns::Record& record : answer.records) {
        if (const auto* mx = std::get_if<dns::Mx>(&record.data)) {
            Exchange exchange{mx->preference, {}, {}};
            if (!mx->exchange.isRoot()) {
                const std::string name = mx->exchange.text();
                exchange.name = turn.state.names.intern(name);
                exchange.host = layout.hostByHostname(name);
            }
            looked.exchanges.push_back(exchange);
        } else if (std::holds_alternative<Ipv4>(record.data)) {
            looked.addresses.push_back(layout.hostByAddress(dns::dataText(record.data)));
        }
    }
    return looked;
}

void send(Turn& turn, HostId from, HostId to, bool tcp, std::string octets) {
    const auto link = turn.state.layout->link(from, to);
    if (!link || turn.state.linkUp[*link] == 0) return; // lost
    Datagram datagram{from, to, turn.state.nextSerial++, *link, tcp, std::move(octets)};
    const std::uint32_t serial = datagram.serial;
    const std::uint32_t slot = turn.state.datagrams.add(std::move(datagram));
    turn.schedule(turn.now() + turn.state.layout->latency(*link), EventKind::DatagramArrives, slot, serial);
}

// The resolver has been asked, told or woken: sends what it has to say and sets its timer. False when it had
// nothing.
bool flush(Turn& turn, HostId host) {
    Notes& notes = turn.state.notes.edit(host.index);
    const HostId directory = turn.state.layout->directory();
    bool any = false;
    while (auto out = notes.resolver.takeOutput()) {
        any = true;
        if (directory) send(turn, host, directory, out->tcp, std::move(out->octets));
    }
    const Time deadline = notes.resolver.deadline();
    if (deadline >= notes.timer) return any; // re-armed when the earlier entry surfaces
    notes.timer = deadline;
    turn.schedule(deadline, EventKind::ResolverTimer, host.index);
    return any;
}

Record about(const Turn& turn, Kind kind, HostId host, const Asking& asking) {
    Record record;
    record.kind = kind;
    record.host = host;
    record.peer = turn.state.layout->directory();
    record.connection = asking.question;
    record.letter = asking.letter;
    record.attempt = asking.number;
    record.service = Service::Dns;
    return record;
}

// Tells those who wanted to know. They may ask the next question at once.
void handOut(Turn& turn, HostId host) {
    while (const auto answered = turn.state.notes.edit(host.index).resolver.next()) {
        std::vector<Asking>& asking = turn.state.notes.edit(host.index).asking;
        const auto found = std::find_if(asking.begin(), asking.end(),
                                        [&](const Asking& a) { return a.ticket == answered->ticket; });
        if (found == asking.end()) continue;
        const Asking asker = *found;
        asking.erase(found);
        if (asker.question) turn.record(about(turn, Kind::DnsAnswer, host, asker), answered->answer.text());
        attemptAnswered(turn, asker.attempt, asker.serial, lookedOf(turn, answered->answer));
    }
}

const Looked* ask(Turn& turn, HostId host, NameId id, dns::Type type, std::uint32_t attempt) {
    const auto& seen = turn.state.notes[host.index].known;
    if (const auto found = seen.find({id, type}); found != seen.end() && turn.now() < found->second.until)
        return &found->second.looked;

    Notes& notes = turn.state.notes.edit(host.index);
    const auto know = [&](Looked looked, Time until) {
        Notes::Known& known = notes.known[{id, type}];
        known = {std::move(looked), until};
        return &known.looked;
    };
    const std::string_view text = turn.state.names.text(id);
    const auto name = dns::Name::parse(text);
    if (!name) return know({Looked::Outcome::NoSuchName, {}, {}, "not a domain name"}, never);
    if (const auto answer = notes.resolver.lookup(turn.now(), *name, type))
        return know(lookedOf(turn, *answer), answer->until);
    const Attempt& asker = turn.state.attempts[attempt];
    Asking asking;
    asking.ticket = notes.resolver.ask(turn.now(), *name, type);
    asking.attempt = attempt;
    asking.serial = asker.serial;
    asking.letter = turn.state.held[asker.held].letter;
    asking.number = asker.number;
    if (flush(turn, host)) { // the question went out; else it joins one that is under way
        asking.question = ConnectionId{turn.state.nextConnection++};
        turn.record(about(turn, Kind::DnsQuery, host, asking), std::string(text) + ' ' + dns::typeName(type));
    }
    notes.asking.push_back(asking);
    return nullptr;
}

} // namespace

const Looked* askForExchanges(Turn& turn, HostId host, NameId domain, std::uint32_t attempt) {
    return ask(turn, host, domain, dns::Type::MX, attempt);
}

const Looked* askForAddresses(Turn& turn, HostId host, NameId name, std::uint32_t attempt) {
    return ask(turn, host, name, dns::Type::A, attempt);
}

void datagramArrives(Turn& turn, std::uint32_t slot, std::uint32_t serial) {
    if (!turn.state.datagrams[slot].to || turn.state.datagrams[slot].serial != serial)
        return; // lost with its link
    const Datagram datagram = std::exchange(turn.state.datagrams.edit(slot), Datagram{});
    turn.state.datagrams.remove(slot);
    if (!turn.state.hosts[datagram.to.index].up) return; // nobody hears it
    if (datagram.to == turn.state.layout->directory()) {
        std::string answer = turn.state.layout->directoryServer().answer(
            datagram.octets, datagram.tcp ? dns::Transport::Tcp : dns::Transport::Udp);
        if (!answer.empty()) send(turn, datagram.to, datagram.from, datagram.tcp, std::move(answer));
        return;
    }
    Notes& notes = turn.state.notes.edit(datagram.to.index);
    notes.known.clear();
    notes.resolver.receive(turn.now(), datagram.octets);
    handOut(turn, datagram.to);
    flush(turn, datagram.to);
}

void resolverTimer(Turn& turn, HostId host) {
    Notes& notes = turn.state.notes.edit(host.index);
    if (notes.timer != turn.now()) return; // replaced by an earlier entry
    notes.timer = never;
    if (notes.resolver.deadline() <= turn.now()) notes.resolver.timeout(turn.now());
    handOut(turn, host);
    flush(turn, host);
}

void forgetNotes(Turn& turn, HostId host) {
    Notes& notes = turn.state.notes.edit(host.index);
    notes.resolver.clear();
    notes.known.clear();
    notes.asking.clear();
}

void loseDatagrams(Turn& turn, std::uint32_t link) {
    for (std::uint32_t slot = 0; slot < turn.state.datagrams.slots(); ++slot)
        if (turn.state.datagrams[slot].to && turn.state.datagrams[slot].link == link)
            turn.state.datagrams.remove(slot);
}

} // namespace mailtown
