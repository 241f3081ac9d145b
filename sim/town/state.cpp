#include "town/state.h"

namespace mailtown {

std::size_t TownState::octets() const {
    return events.octets() + names.octets() + letters.octets() + letterRecipients.octets() + hosts.octets() +
           linkUp.octets() + stores.octets() + held.octets() + deliveries.octets() + attempts.octets() +
           concurrency.octets() + connections.octets() + smtpTalks.octets() + pop3Talks.octets() +
           imapTalks.octets() + notes.octets() + datagrams.octets() + programs.octets();
}

bool TownState::operator==(const TownState& other) const {
    return now == other.now && eventsDone == other.eventsDone && random == other.random &&
           (layout == other.layout || layout->plan() == other.layout->plan()) && events == other.events &&
           names == other.names && letters == other.letters && letterRecipients == other.letterRecipients &&
           hosts == other.hosts && linkUp == other.linkUp && stores == other.stores && held == other.held &&
           deliveries == other.deliveries && attempts == other.attempts && concurrency == other.concurrency &&
           nextSerial == other.nextSerial && connections == other.connections &&
           smtpTalks == other.smtpTalks && pop3Talks == other.pop3Talks && imapTalks == other.imapTalks &&
           nextConnection == other.nextConnection && notes == other.notes && datagrams == other.datagrams &&
           programs == other.programs;
}

} // namespace mailtown
