// Which exchanges to try, and in what order (RFC 5321 §5.1).
#pragma once

#include "base/random.h"
#include "town/notes.h"

#include <vector>

namespace mailtown {

struct ExchangeChoice {
    bool refusesMail = false;  // null MX (RFC 7505)
    std::vector<NameId> names; // in order of trying; empty though not refused: all mail would come back to us
};

ExchangeChoice chooseExchanges(std::vector<Exchange> exchanges, HostId ourselves, Random& random);

} // namespace mailtown
