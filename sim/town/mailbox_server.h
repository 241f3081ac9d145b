// The mailbox's keeper: serves what mail programs of the town ask about the letters in it.
#pragma once

#include "protocol/imap/server.h"
#include "protocol/pop3/server.h"
#include "town/turn.h"

namespace mailtown {

void serve(Turn& turn, std::uint32_t slot, pop3::Server& server, const pop3::ServerEvent& event);
void serve(Turn& turn, std::uint32_t slot, imap::Server& server, const imap::ServerEvent& event);

} // namespace mailtown
