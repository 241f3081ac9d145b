// A mail program looks for mail: fetches by POP3 or reads by IMAP, by the clock and when a person asks.
#pragma once

#include "town/turn.h"

#include <string_view>

namespace mailtown {

void startMailProgram(Turn& turn, HostId client); // when the town begins

// An entry in the town's queue for whatever the program wants to do next: posting or looking for mail.
void scheduleMailProgram(Turn& turn, HostId client);
void mailProgramDue(Turn& turn, HostId client);

void checkMail(Turn& turn, HostId client); // now, unless it is at it already

void readDue(Turn& turn, HostId client, std::uint32_t letter); // the person opens a letter that was fetched

} // namespace mailtown
