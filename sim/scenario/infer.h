// From what a file says to a whole plan: what can be inferred need not be written.
#pragma once

#include "scenario/written.h"

namespace mailtown {

// Of what is complete (complete.h) and has no error (check.h).
Plan inferPlan(const Written& written);

// ---- its parts ----
// Places on the map for those that have none: each host in a district, homes below their post office.
struct Places {
    std::vector<Place> hosts, clients;
};
Places inferPlaces(const Written& written, const Plan& plan);
// The zones of the served domains, of the host names that lie in none, and of the hosts' addresses: SOA, NS,
// MX, A and PTR, where the file says nothing else.
std::vector<ZonePlan> inferZones(const Written& written, const Plan& plan);

} // namespace mailtown
