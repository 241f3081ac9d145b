// What strangers may take of this machine. Every figure is far above what a class or a load test needs, and
// below what would hurt.
#pragma once

#include "base/time.h"
#include "town/input.h"

#include <cstddef>

namespace mailtown {

struct Limits {
    // Connections; one more is told so (SMTP 421, POP3 -ERR, IMAP BYE) and closed.
    int connections = 500; // in all: descriptors run out at 1024 by default
    int connectionsPerHost = 250;
    int connectionsPerPeer = 50; // from one address that is not this machine's own
    int beingRefused = 50; // at once, beyond those; to more, one line is said and nothing is kept of them

    // Octets.
    std::size_t readBuffer = 64 << 10; // of one connection: what the peer sends beyond waits in the network
    std::size_t backlog = 256 << 10;   // answers not yet taken by a slow reader: it is not heard until then
    std::size_t unfinished =
        256 << 20;                   // content under way, all connections: the one that holds most gives way
    std::size_t stored = 1 << 30;    // of what real clients added to a session, since its beginning
    std::size_t inputOverhead = 256; // what the least of inputs counts for

    // Real time. The machines bring their own time-outs for commands and transfers.
    Duration turn =
        10 * millisecond; // that one connection keeps the others waiting, if what it asks takes long
    Duration handshake = 30 * second;
    Duration stall = minute;           // a reader takes nothing of what waits for it
    Duration farewell = 2 * second;    // from the last answer until the peer closes
    Duration acceptPause = 1 * second; // when the system gives no more descriptors
};

// What an input counts for under `stored`, in octets.
std::size_t weight(const Input& input, const Limits& limits);

} // namespace mailtown
