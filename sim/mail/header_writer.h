// Fields of a header as they go over the wire (RFC 5322 §2.2, §3): folded, encoded where they are not ASCII
// (RFC 2047), and never with a line end that the caller's text smuggled in.
#pragma once

#include "mail/address.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace mailtown {

// An address with its display name (UTF-8, may be empty).
struct NamedAddress {
    std::string name;
    Address address;
    bool operator==(const NamedAddress&) const = default;
};

// RFC 5322 §3.3: "Wed, 25 Nov 2026 09:30:00 +0900".
std::string formatDate(std::int64_t unixSeconds, int utcOffsetMinutes);

// Each returns one whole field with its CRLF.
std::string textField(std::string_view name, std::string_view text); // Subject and the like
std::string addressField(std::string_view name, const std::vector<NamedAddress>& addresses); // From, To, Cc
std::string plainField(std::string_view name,
                       std::string_view value); // ASCII words, folded at spaces, never encoded

// Encoded words (RFC 2047) in order, each fit for a line of its own; the first for one where `firstColumn`
// characters stand already.
std::vector<std::string> encodedWords(std::string_view utf8, std::size_t firstColumn = 1);

// Without control characters and with U+FFFD for what is not UTF-8: fit for one line.
std::string oneLine(std::string_view text);

// Bodies (RFC 2045 §6): `text` has CRLF line ends.
std::string quotedPrintable(std::string_view text);
std::string base64Lines(std::string_view octets); // lines of 76 characters with CRLF

} // namespace mailtown
