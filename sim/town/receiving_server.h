// The arrivals door of a post office: the server's side of conversations, asked of the desk, and letters it
// takes responsibility for.
#pragma once

#include "mail/envelope.h"
#include "protocol/smtp/server.h"
#include "town/turn.h"

namespace mailtown {

void serve(Turn& turn, std::uint32_t slot, smtp::Server& server, const smtp::ServerEvent& event);

// The letter is the host's from here on (RFC 5321 §4.2.5): what belongs into its own mailboxes is stored, the
// rest queued. `origin` tells by what way it came (peer, connection, service). An invalid `letter`: it is new
// to the town.
LetterId acceptLetter(Turn& turn, HostId host, LetterId letter, const Envelope& envelope,
                      const Message& message, const Record& origin);

} // namespace mailtown
