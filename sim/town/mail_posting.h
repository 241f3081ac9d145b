// A mail program's outbox: writes letters and hands them to its post office (RFC 6409), again and again until
// it takes them.
#pragma once

#include "protocol/smtp/client.h"
#include "town/input.h"
#include "town/turn.h"

#include <string_view>

namespace mailtown {

LetterId writeLetter(Turn& turn, const input::Send& send);
void postDue(Turn& turn,
             HostId client); // opens a connection for the first letter that is due, unless one is open
void postAgain(Turn& turn, HostId client); // a person asked: whatever waits is due now

void postingUnconnected(Turn& turn, const Connection& connection, std::string_view why);
void postingHears(Turn& turn, std::uint32_t slot, smtp::Client& client, const smtp::ClientEvent& event);

// When the outbox wants to be looked at; `never` when nothing in it waits for a time.
Time postingDueAt(const MailProgram& program);

} // namespace mailtown
