// The directory office as the post offices see it: questions for exchanges (MX) and addresses (A), answered
// from a host's own notes while they hold, or by datagrams to and from the directory, which may be lost on
// their way.
#pragma once

#include "town/turn.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mailtown {

struct Exchange {
    std::uint16_t preference = 0;
    std::string name; // empty: the null MX (RFC 7505)
};

struct Looked {
    enum class Outcome : std::uint8_t { Found, NoData, NoSuchName, NoAnswer };
    Outcome outcome = Outcome::NoAnswer; // NoAnswer: for now; it may come right
    std::vector<Exchange> exchanges;
    std::vector<std::string> addresses;
    std::string text; // what was wrong: "NXDOMAIN", "timeout"
};

// What the host knows already; else the question goes out for that attempt, which is told (attemptAnswered).
std::optional<Looked> askForExchanges(Turn& turn, HostId host, std::string_view domain,
                                      std::uint32_t attempt);
std::optional<Looked> askForAddresses(Turn& turn, HostId host, std::string_view name, std::uint32_t attempt);

void forgetNotes(Turn& turn, HostId host);          // it was switched off: what it knew and asked is gone
void loseDatagrams(Turn& turn, std::uint32_t link); // it was cut

// ---- events ----
void datagramArrives(Turn& turn, std::uint32_t datagram, std::uint32_t serial);
void resolverTimer(Turn& turn, HostId host);

} // namespace mailtown
