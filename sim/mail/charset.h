// Octets into text: character sets, transfer encodings (RFC 2045 §6) and encoded words (RFC 2047). All text
// that comes out is UTF-8; what cannot be decoded shows as U+FFFD, never as an error.
#pragma once

#include <string>
#include <string_view>

namespace mailtown {

// An unknown charset is read as UTF-8 where it is, else as windows-1252.
std::string toUtf8(std::string_view octets, std::string_view charset);

bool knowsCharset(std::string_view charset); // false: toUtf8 must guess

// Whether the text is in Unicode's normalization form C, as names on the net are (RFC 5198 §3).
bool isComposed(std::string_view utf8);

// `encoding`: "base64" or "quoted-printable", in any case; others leave the octets as they are.
std::string decodeTransfer(std::string_view octets, std::string_view encoding);

// An unstructured header value (Subject, a display name): unfolded, encoded words decoded, control characters
// made spaces, so that it can stand in one line on a screen.
std::string decodeHeaderText(std::string_view value);

} // namespace mailtown
