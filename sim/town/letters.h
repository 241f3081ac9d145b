// The letter table: one entry for each message ever composed in the town or accepted from a real client.
#pragma once

#include "mail/envelope.h"
#include "town/turn.h"

#include <vector>

namespace mailtown {

LetterId addLetter(Turn& turn, const Envelope& envelope, const Message& message);
// A delivery report on letter `about`.
LetterId addReport(Turn& turn, LetterId about, const Address& recipient, const Message& message);

// An interned address, parsed again.
Address addressOf(const TownState& state, NameId name);

} // namespace mailtown
