// Writes down what is said over a connection, a record a line, without the secrets.
#pragma once

#include "town/turn.h"

#include <string_view>

namespace mailtown {

// Of a letter's content, handed in or fetched, the first lines are written down, and how many octets
// followed: a letter of many megabytes is no reading matter.
inline constexpr std::uint32_t mostContentLines = 200;

void writeDown(Turn& turn, Connection& connection, Side from, std::string_view bytes);

} // namespace mailtown
