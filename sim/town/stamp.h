// What an office writes on top of a letter that it takes in by SMTP.
#pragma once

#include "protocol/smtp/server.h"
#include "town/town.h"

#include <string>

namespace mailtown::desk {

// To go in front of the message that the server holds, while its MessageGiven is unanswered: the Received
// line (RFC 5321 §4.4); on submission Date and Message-ID, where they are missing (RFC 6409 §8.2, §8.3); and
// an empty line when the message has no header at all, so that its first words do not become one.
std::string stampFor(const Town& town, HostId host, const smtp::Server& server);

} // namespace mailtown::desk
