#include "town/step.h"

#include "town/delivery_queue.h"
#include "town/directory.h"
#include "town/mail_checking.h"
#include "town/network.h"

namespace mailtown {

void step(Turn& turn, const Event& event) {
    const std::uint32_t subject = event.subject, argument = event.argument;
    const auto stands = [&] { return turn.state.connections[subject].id == ConnectionId{argument}; };
    switch (EventKind(event.kind())) {
    case EventKind::DeliveryDue:
        return deliveryDue(turn, subject, argument);
    case EventKind::ConnectArrives:
        return stands() ? connectArrives(turn, subject) : void();
    case EventKind::ConnectAnswered:
        return stands() ? connectAnswered(turn, subject) : void();
    case EventKind::ArrivesAtServer:
        return stands() ? pieceArrives(turn, subject, Side::Server) : void();
    case EventKind::ArrivesAtClient:
        return stands() ? pieceArrives(turn, subject, Side::Client) : void();
    case EventKind::ConnectionTimer:
        return stands() ? connectionTimer(turn, subject) : void();
    case EventKind::MailProgramDue:
        return mailProgramDue(turn, HostId{subject});
    case EventKind::ReadDue:
        return readDue(turn, HostId{subject}, argument);
    case EventKind::DatagramArrives:
        return datagramArrives(turn, subject, argument);
    case EventKind::ResolverTimer:
        return resolverTimer(turn, HostId{subject});
    case EventKind::PlaceFree:
        return callUp(turn, HostId{subject});
    case EventKind::FoundDown: {
        Record record;
        record.kind = Kind::HostDown;
        record.host = HostId{subject};
        return turn.record(record);
    }
    }
}

} // namespace mailtown
