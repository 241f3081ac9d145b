// Which mailbox a conversation means. Used by desk_imap.cpp and desk_imap_change.cpp.
#pragma once

#include "protocol/imap/server.h"
#include "town/town.h"

#include <string_view>

namespace mailtown::desk {

// Of the user who is logged in; null when there is none of that name.
const Mailbox* mailboxNamed(const Town& town, HostId host, const imap::Server& server, std::string_view name);

// The one that is selected; null when it is not there any more, or not the same any more.
const Mailbox* selectedMailbox(const Town& town, HostId host, const imap::Server& server);

} // namespace mailtown::desk
