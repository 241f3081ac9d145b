// Strings as they go over the wire (RFC 9051 §4.3).
#pragma once

#include <string>
#include <string_view>

namespace mailtown::imap {

// As an atom where it can be one, else as appendString.
void appendAstring(std::string& out, std::string_view text);
// Quoted; as a literal when it holds what a quoted string may not: line ends, octets over 0x7F.
void appendString(std::string& out, std::string_view text);
void appendNstring(std::string& out, std::string_view text); // NIL when empty
void appendLiteral(std::string& out, std::string_view octets);

} // namespace mailtown::imap
