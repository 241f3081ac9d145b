// Town time: a 64-bit count of microseconds since the scenario's start. No wall clock is ever read in the
// town.
#pragma once

#include "base/result.h"

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>

namespace mailtown {

using Time = std::int64_t;     // µs since the scenario's start
using Duration = std::int64_t; // µs

inline constexpr Duration microsecond = 1;
inline constexpr Duration millisecond = 1000 * microsecond;
inline constexpr Duration second = 1000 * millisecond;
inline constexpr Duration minute = 60 * second;
inline constexpr Duration hour = 60 * minute;
inline constexpr Duration day = 24 * hour;
inline constexpr Time never = std::numeric_limits<Time>::max();

// "2d", "1h30m", "90s", "250ms", "10us"; units in falling order, each at most once; not negative.
Result<Duration> parseDuration(std::string_view text);

// The shortest spelling that parseDuration reads back as the same value: "1h30m", "0s".
std::string formatDuration(Duration duration);

} // namespace mailtown
