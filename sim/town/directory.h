// The directory office as the post offices see it: questions for exchanges (MX) and addresses (A), answered
// from a host's own notes while they hold, or by datagrams to and from the directory, which may be lost on
// their way.
#pragma once

#include "town/turn.h"

namespace mailtown {

// What the host knows already, to be read at once; else null, and the question goes out for that attempt,
// which is told (attemptAnswered).
const Looked* askForExchanges(Turn& turn, HostId host, NameId domain, std::uint32_t attempt);
const Looked* askForAddresses(Turn& turn, HostId host, NameId name, std::uint32_t attempt);

void forgetNotes(Turn& turn, HostId host);          // it was switched off: what it knew and asked is gone
void loseDatagrams(Turn& turn, std::uint32_t link); // it was cut

// ---- events ----
void datagramArrives(Turn& turn, std::uint32_t datagram, std::uint32_t serial);
void resolverTimer(Turn& turn, HostId host);

} // namespace mailtown
