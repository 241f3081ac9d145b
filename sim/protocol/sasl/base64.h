// Base64 as SASL exchanges carry it (RFC 4648 §4): strict, so that one credential has one spelling.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace mailtown::sasl {

std::string toBase64(std::string_view octets);

// None: a character outside the alphabet, wrong padding, or bits set beyond the last octet.
std::optional<std::string> fromBase64(std::string_view text);

} // namespace mailtown::sasl
