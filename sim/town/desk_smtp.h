// The counter where letters are handed in: every policy decision about SMTP, for the simulated network and
// for real sockets alike. Two steps for each event of the machine: `change` says what it does to the town, if
// anything; the wire applies that (or writes it to disk first); then `answer` speaks.
#pragma once

#include "protocol/smtp/server.h"
#include "town/input.h"
#include "town/town.h"

#include <optional>

namespace mailtown::desk {

std::optional<Input> change(const Town& town, HostId host, smtp::Server& server,
                            const smtp::ServerEvent& event);
void answer(const Town& town, HostId host, smtp::Server& server, const smtp::ServerEvent& event);

} // namespace mailtown::desk
