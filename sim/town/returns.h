// What cannot be delivered goes back to its sender as a delivery report (RFC 3464).
#pragma once

#include "town/turn.h"

#include <string>
#include <vector>

namespace mailtown {

struct Undeliverable {
    std::uint32_t delivery = 0;
    int code = 0;         // of the reply that decided it; 0 when there was none
    std::string text;     // "5.1.1 no such user"; of the last try when it has expired
    bool expired = false; // tried until its time was over (RFC 5321 §4.5.4.1)
    HostId peer;          // who said so; invalid when it was nobody else
    ConnectionId connection;
};

// All of one letter in one host's queue, which they leave. A letter with the null reverse-path vanishes: a
// report is never reported on (RFC 5321 §4.5.5).
void returnToSender(Turn& turn, const std::vector<Undeliverable>& failures);

} // namespace mailtown
