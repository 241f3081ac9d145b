// What a host knows of the directory and is asking it, and the datagrams between them.
#pragma once

#include "base/id.h"
#include "base/time.h"
#include "protocol/dns/resolver.h"

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace mailtown {

struct Exchange {
    std::uint16_t preference = 0;
    NameId name; // invalid: the null MX (RFC 7505)
    HostId host; // who bears that name, whatever its addresses; invalid: nobody in the town
    bool operator==(const Exchange&) const = default;
};

// An answer of the directory's, in the town's own numbers.
struct Looked {
    enum class Outcome : std::uint8_t { Found, NoData, NoSuchName, NoAnswer };
    Outcome outcome = Outcome::NoAnswer; // NoAnswer: for now; it may come right
    std::vector<Exchange> exchanges;
    std::vector<HostId> addresses; // the hosts behind them; invalid: the address is nobody's
    std::string text;              // what was wrong: "NXDOMAIN", "timeout"
    bool operator==(const Looked&) const = default;
};

struct Asking {
    dns::Ticket ticket = 0;
    std::uint32_t attempt = 0; // who wants to know, by slot and serial
    std::uint32_t serial = 0;
    ConnectionId question; // as the trace numbers it; invalid when it only joined another's question
    LetterId letter;
    std::uint16_t number = 0; // of the attempt (Attempt::number)
    bool operator==(const Asking&) const = default;
};

struct Notes {
    // What the resolver's cache says, read once for all the tries that want to know. It is forgotten
    // whenever the resolver hears of something new.
    struct Known {
        Looked looked;
        Time until = 0; // it holds before that
        bool operator==(const Known&) const = default;
    };

    dns::Resolver resolver{dns::ResolverOptions{}};
    std::map<std::pair<NameId, dns::Type>, Known> known;
    std::vector<Asking> asking; // in order of asking
    Time timer = never;         // when its entry in the town's queue surfaces
    bool operator==(const Notes&) const = default;
};

struct Datagram {
    HostId from, to; // invalid in a free slot
    std::uint32_t serial = 0;
    std::uint32_t link = 0;
    bool tcp = false; // a whole conversation over TCP, in truth (RFC 7766)
    std::string octets;
    bool operator==(const Datagram&) const = default;
};

} // namespace mailtown
