// What a host knows of the directory and is asking it, and the datagrams between them.
#pragma once

#include "base/id.h"
#include "base/time.h"
#include "protocol/dns/resolver.h"

#include <cstdint>
#include <string>
#include <vector>

namespace mailtown {

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
    dns::Resolver resolver{dns::ResolverOptions{}};
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
