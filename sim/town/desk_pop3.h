// The counter where letters are fetched by POP3: every decision about a maildrop, for the simulated network
// and for real sockets alike. Two steps for each event, as in desk_smtp.h.
//
// A maildrop is the user's INBOX as it stands at login. Several sessions may have it open at once, as a mail
// program on a computer and one on a telephone do (Dovecot's default; RFC 1939 §4's lock would keep one of
// them out): each keeps its own list, and what another took away meanwhile is told when it is asked for.
#pragma once

#include "protocol/pop3/server.h"
#include "town/input.h"
#include "town/town.h"

#include <optional>
#include <string_view>

namespace mailtown::desk {

// Expunge, for the deletions of a QUIT (RFC 1939 §6): nothing else changes a maildrop.
std::optional<Input> change(const Town& town, HostId host, pop3::Server& server,
                            const pop3::ServerEvent& event);
void answer(const Town& town, HostId host, pop3::Server& server, const pop3::ServerEvent& event);

// The message UIDL named so; null when it is not there any more.
const StoredMessage* messageOf(const Mailbox& inbox, std::string_view uniqueId);

} // namespace mailtown::desk
