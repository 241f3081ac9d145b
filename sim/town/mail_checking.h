// A mail program looks for mail: fetches by POP3 or reads by IMAP, by the clock and when a person asks.
#pragma once

#include "protocol/imap/client.h"
#include "protocol/pop3/client.h"
#include "town/turn.h"

#include <string_view>

namespace mailtown {

void startMailProgram(Turn& turn, HostId client); // when the town begins

// An entry in the town's queue for whatever the program wants to do next: posting or looking for mail.
void scheduleMailProgram(Turn& turn, HostId client);
void mailProgramDue(Turn& turn, HostId client);

void checkMail(Turn& turn, HostId client); // now, unless it is at it already

// What comes back.
void checkingUnconnected(Turn& turn, const Connection& connection, std::string_view why);
void checkingHears(Turn& turn, std::uint32_t slot, pop3::Client& client, const pop3::ClientEvent& event);
void checkingHears(Turn& turn, std::uint32_t slot, imap::Client& client, const imap::ClientEvent& event);

void readDue(Turn& turn, HostId client, std::uint32_t letter); // the person opens a letter that was fetched

} // namespace mailtown
