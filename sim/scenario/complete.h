// Adds what every town has, so that from here on it stands beside what the file says: a directory, and a home
// for each user. And answers who serves whom.
#pragma once

#include "scenario/written.h"

#include <string_view>

namespace mailtown {

// A directory as the last host, if there is none (one that is written moves there); a home with a PC that
// reads by IMAP for each user without one. What is added bears the place of what it is added for.
void complete(Written& written);

// The host's roles: as written, else all four of a post office with domains, or submission and relay without.
Roles rolesOf(const WrittenHost& host);
// The first host with that role for the domain; null when there is none.
const WrittenHost* findServing(const Written& written, std::string_view domain, Role role);
// The host that keeps the user's mailbox, and the one that takes the user's letters: the same if it has the
// role. Null when there is none.
const WrittenHost* mailboxOf(const Written& written, const WrittenUser& user);
const WrittenHost* counterOf(const Written& written, const WrittenUser& user);

} // namespace mailtown
