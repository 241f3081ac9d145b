// A town with as many letters in its queues as a benchmark wants.
#pragma once

#include "town/town.h"
#include "trace/trace.h"

#include <cstddef>

namespace mailtown::bench {

// Eight offices post to a ninth that is closed; their letters wait and are tried by Postfix's schedule. They
// came in over an hour, evenly.
struct WaitingTown {
    explicit WaitingTown(std::size_t letters);

    Town town;
    Trace trace{Trace::Keep::Nothing};
    std::size_t letters;

    HostId closed() const;
    std::size_t waiting() const;
};

std::size_t heapOctets(); // of this process in use, as the C library counts them; 0 where it does not tell

} // namespace mailtown::bench
