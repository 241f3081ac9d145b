#include "town/apply_input.h"

#include "town/delivery_queue.h"
#include "town/directory.h"
#include "town/mail_checking.h"
#include "town/mail_posting.h"
#include "town/network.h"
#include "town/receiving_server.h"
#include "town/sending_server.h"

#include <variant>

namespace mailtown {
namespace {

void note(Turn& turn, Kind kind, HostId host, HostId peer = {}) {
    Record record;
    record.kind = kind;
    record.host = host;
    record.peer = peer;
    turn.record(record);
}

bool isHome(const Turn& turn, HostId id) {
    return id.index < turn.plan().hostCount() && turn.plan().isClient(id);
}
bool isHost(const Turn& turn, HostId id) { return id.index < turn.plan().hosts.size(); }

void act(Turn& turn, const input::Send& send) {
    if (isHome(turn, send.client) && !send.to.empty()) writeLetter(turn, send);
}

void act(Turn& turn, const input::CheckMail& check) {
    if (!isHome(turn, check.client)) return;
    postAgain(turn, check.client);
    checkMail(turn, check.client);
}

void act(Turn& turn, const input::SwitchOff& off) {
    if (!isHost(turn, off.host) || !turn.state.hosts[off.host.index].up) return;
    turn.state.hosts.edit(off.host.index).up = false;
    note(turn, Kind::HostDown, off.host);
    dropAttempts(turn, off.host);
    forgetNotes(turn, off.host);
    loseOfHost(turn, off.host);
}

void act(Turn& turn, const input::SwitchOn& on) {
    if (!isHost(turn, on.host) || turn.state.hosts[on.host.index].up) return;
    turn.state.hosts.edit(on.host.index).up = true;
    note(turn, Kind::HostUp, on.host);
    resumeQueue(turn, on.host);
}

void setLink(Turn& turn, HostId a, HostId b, bool up) {
    const auto link = turn.state.layout->link(a, b);
    if (!link || (turn.state.linkUp[*link] != 0) == up) return;
    turn.state.linkUp.edit(*link) = up;
    note(turn, up ? Kind::LinkMended : Kind::LinkCut, a, b);
    if (up) return;
    loseOnLink(turn, *link);
    loseDatagrams(turn, *link);
}

void act(Turn& turn, const input::CutLink& cut) { setLink(turn, cut.a, cut.b, false); }
void act(Turn& turn, const input::MendLink& mend) { setLink(turn, mend.a, mend.b, true); }

void act(Turn& turn, const input::AcceptLetter& accept) {
    if (!isHost(turn, accept.host)) return;
    Record origin;
    origin.service = Service::Smtp;
    acceptLetter(turn, accept.host, {}, accept.envelope, accept.message, origin);
}

void act(Turn& turn, const input::RenewUidValidity& renew) {
    for (std::uint32_t host = 0; host < turn.state.stores.size(); ++host)
        turn.state.stores.edit(host).renewUidValidities(renew.uidValidity);
}

template <class MailboxChange> void act(Turn& turn, const MailboxChange& mailbox) { change(turn, mailbox); }

} // namespace

void applyInput(Turn& turn, const Input& input) {
    std::visit([&](const auto& what) { act(turn, what); }, input);
}

} // namespace mailtown
