// What must fit together for a town to stand: names that mean something, once each.
#pragma once

#include "scenario/written.h"

namespace mailtown {

namespace limits {
inline constexpr std::size_t offices = 200; // every pair of them is linked
inline constexpr std::size_t homes = 20'000;
} // namespace limits

// Of what is complete (complete.h): reports names that are used twice or mean nothing, roles that nobody
// plays, and towns that are too big.
void checkWritten(const Written& written, Report& report);

// Of the plan that was made of it: reports host names and addresses that two share, and mail exchanges that
// the directory has no address of, where they are written.
void checkPlan(const Plan& plan, const Written& written, Report& report);

} // namespace mailtown
