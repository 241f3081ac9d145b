// Mailbox names on the wire: modified UTF-7 (RFC 3501 §5.1.3).
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace mailtown::imap {

std::string encodeName(std::string_view utf8); // "~peter/mail/&ZeVnLIqe-"

// None for what encodeName would never write: a shift without an end, base64 that is none or stands for
// ASCII, half a surrogate pair, two shifts where one would do, octets over 0x7F.
std::optional<std::string> decodeName(std::string_view wire);

} // namespace mailtown::imap
