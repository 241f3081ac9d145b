// Adds what every town has, so that from here on it stands beside what the file says: a directory, and a home
// for each user. And answers who serves whom.
#pragma once

#include "scenario/written.h"

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace mailtown {

// A directory as the last host, if there is none (one that is written moves there); a home with a PC that
// reads by IMAP for each user without one. What is added bears the place of what it is added for.
void complete(Written& written);

// The host's roles: as written, else all four of a post office with domains, or submission and relay without.
Roles rolesOf(const WrittenHost& host);

// Who serves whom, found fast; `written` must stand as long as this does, and stay as it is. Each answers
// null when there is none.
class Serving {
public:
    explicit Serving(const Written& written);

    const WrittenHost* host(std::string_view key) const;
    // In the order of the file.
    const std::vector<const WrittenHost*>& hostsOf(std::string_view domain) const;
    const WrittenHost* first(std::string_view domain, Role role) const;
    // The host that keeps the user's mailbox, and the one that takes the user's letters: the same if it has
    // the role.
    const WrittenHost* mailboxOf(const WrittenUser& user) const;
    const WrittenHost* counterOf(const WrittenUser& user) const;

private:
    std::map<std::string, const WrittenHost*, std::less<>> byKey_;
    std::map<std::string, std::vector<const WrittenHost*>, std::less<>> byDomain_;
};

} // namespace mailtown
