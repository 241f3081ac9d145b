// The records of a post office's queue: the letters it holds, one delivery for each recipient, and the tries
// under way.
#pragma once

#include "base/id.h"
#include "base/time.h"
#include "mail/message.h"
#include "town/route.h"

#include <cstdint>
#include <vector>

namespace mailtown {

inline constexpr std::uint32_t noDelivery = 0xFFFFFFFFu;
inline constexpr std::uint32_t noAttempt = 0xFFFFFFFFu;

// A letter as it lies in one host's queue: with the trace headers of its way so far. Shared by its deliveries
// there.
struct HeldLetter {
    Message message;
    LetterId letter;
    NameId returnPath; // invalid: null reverse-path
    std::uint32_t deliveries = 0;
    bool operator==(const HeldLetter&) const = default;
};

// 72 octets: a million of them wait in the benchmark.
struct Delivery {
    Time queued = 0;
    Time next = never; // when the next try is due; `never` while one is under way
    std::uint32_t serial = 0;
    std::uint32_t held = 0; // the letter
    NameId recipient;
    NameId destination; // where it goes (Route::name): never another while the plan stands
    NameId answer;      // to the last try; invalid before the first
    HostId host;
    std::uint32_t before = noDelivery, after = noDelivery; // in the host's queue
    std::uint32_t ahead = noDelivery, behind = noDelivery; // in line for its destination (town/concurrency)
    std::uint32_t number = 0;                              // there
    std::uint32_t attempt = noAttempt;                     // under way
    std::uint16_t tries = 0;
    std::int16_t code = 0; // of the last answer
    Route::Kind route = Route::Kind::Exchange;
    bool inLine = false;
    bool armed = false; // an event for `next` or earlier waits in the town's queue
    bool operator==(const Delivery&) const = default;
};

// One try to bring a letter to the recipients of one destination: from the question for the MX to the last
// answer.
struct Attempt {
    enum class Stage : std::uint8_t {
        AskingExchanges,
        AskingAddresses,
        Talking,
        Leaving, // all is settled; its connection says goodbye
    };

    HostId host; // invalid in a free slot
    std::uint32_t serial = 0;
    std::uint32_t held = 0;
    std::uint16_t number = 0; // the how manyth of the recipient that has waited for most, 1-based
    NameId domain;            // whose exchanges are sought
    Stage stage = Stage::AskingExchanges;
    bool onlyItself =
        false; // the domain is its own and only exchange: no MX records (RFC 5321 §5.1), or a fixed route
    bool mayComeRight = false;             // one of the failures was of the kind that passes
    std::uint8_t addressesTried = 0;       // of all exchanges
    std::uint32_t exchangesTried = 0;      // how many of `exchanges` are spent
    std::vector<std::uint32_t> deliveries; // not settled yet, in order of queueing
    std::vector<NameId> exchanges;         // in order of trying
    std::vector<HostId> addresses;         // of the exchange under way, those left
    // The last failure.
    std::int16_t code = 0;
    NameId failure;
    HostId peer;
    ConnectionId connection;
    bool operator==(const Attempt&) const = default;
};

} // namespace mailtown
