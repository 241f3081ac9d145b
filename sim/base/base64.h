// Base64 (RFC 4648 §4), read strictly as SASL exchanges need it: one credential has one spelling.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace mailtown {

std::string toBase64(std::string_view octets);

// None: a character outside the alphabet, wrong padding, or bits set beyond the last octet.
std::optional<std::string> fromBase64(std::string_view text);

} // namespace mailtown
