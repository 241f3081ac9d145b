// How many tries an office makes at the same time, and the lines in which deliveries that are due wait for
// theirs: one for each destination, first come, first served; between lines too, where one has room.
#pragma once

#include "base/id.h"
#include "town/delivery.h"

#include <cstdint>
#include <map>
#include <set>
#include <utility>

namespace mailtown {

struct Turn;

// As Postfix comes: default_process_limit, and default_destination_concurrency_limit.
inline constexpr std::uint32_t mostTries = 100;
inline constexpr std::uint32_t mostTriesToOneDestination = 20;

struct Concurrency { // of one host
    struct Line {
        std::uint32_t tries = 0;                             // under way to this destination
        std::uint32_t first = noDelivery, last = noDelivery; // in line for it, a list through `deliveries`
        bool operator==(const Line&) const = default;
    };
    std::map<NameId, Line> lines; // of the destinations with a try under way or a delivery in line
    std::set<std::pair<std::uint32_t, NameId>> ready; // lines with room: the first one's number, destination
    std::uint32_t tries = 0;                          // under way
    std::uint32_t nextNumber = 0;
    bool armed = false; // an event tells that a place has become free

    bool operator==(const Concurrency&) const = default;
};

// A place for one more try for that delivery. False: there is none; it stands in line now, and
// EventKind::PlaceFree calls it up.
bool takePlace(Turn& turn, std::uint32_t delivery);
// A neighbour's try takes it along. Nothing happens to one that is not in line.
void leaveLine(Turn& turn, std::uint32_t delivery);
void freePlace(Turn& turn, HostId host, NameId destination); // a try is over
// The next delivery that has a place now, taken out of its line; noDelivery when there is none.
std::uint32_t nextInLine(Turn& turn, HostId host);
void forgetPlaces(Turn& turn, HostId host); // it was switched off

} // namespace mailtown
