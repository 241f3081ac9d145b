// Mailbox names: UTF-8, "/" between levels, INBOX in any case (RFC 9051 §5.1).
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace mailtown {

inline constexpr std::string_view inboxName = "INBOX";

// The name as the store keeps it: INBOX in capitals (also as the first level of others) and without one
// separator at the end. Nothing when it cannot be a name: empty, an empty level, "." or ".." as a level,
// control characters, "%" or "*", not UTF-8 or not in normalization form C, over 255 octets a level, 1000 in
// all or 32 levels.
std::optional<std::string> mailboxName(std::string_view text);

std::string_view parentName(std::string_view name);          // "a/b" of "a/b/c"; empty at the top
bool isBelow(std::string_view name, std::string_view above); // "a/b" is below "a"

// Hierarchical order: INBOX and what is below it first, a level before those below it.
bool mailboxNameBefore(std::string_view a, std::string_view b);

} // namespace mailtown
