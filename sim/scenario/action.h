// The timeline's actions: from names in the file to inputs of the town. Its spelling in the file is read by
// readTimeline (written.h).
#pragma once

#include "scenario/report.h"
#include "scenario/written.h"
#include "town/input.h"

#include <string_view>
#include <vector>

namespace mailtown {

namespace limits {
inline constexpr std::size_t subject = 900;      // octets: one line of a message, encoded
inline constexpr Duration townTime = 3650 * day; // from the start: far from overflow
} // namespace limits

// One line, of at most limits::subject octets.
bool isSubject(std::string_view text);

// The town's inputs, in order of time, with the letters in `language`. Names that are unknown, and links that
// are not there, are reported.
std::vector<TimedInput> toInputs(const std::vector<WrittenAction>& timeline, const Plan& plan,
                                 std::string_view language, Report& report);

} // namespace mailtown
