// The reading room: every policy decision about IMAP, for the simulated network and for real sockets alike.
// Two steps for each event of the machine: `change` says what it does to the town, if anything; the wire
// applies that (or writes it to disk first); then `answer` speaks. Where `change` finds that it may not be,
// it refuses by itself, and `answer` has nothing left to say.
#pragma once

#include "protocol/imap/server.h"
#include "town/input.h"
#include "town/town.h"

#include <optional>

namespace mailtown::desk {

std::optional<Input> change(const Town& town, HostId host, imap::Server& server,
                            const imap::ServerEvent& event);
void answer(const Town& town, HostId host, imap::Server& server, const imap::ServerEvent& event);

// Tells a client that idles what is new in its mailbox. To be called whenever the town may have changed;
// costs next to nothing when there is nothing to tell.
void refresh(const Town& town, HostId host, imap::Server& server);

} // namespace mailtown::desk
