// A post office's queue: one delivery for each recipient of each letter it holds, in order of queueing. It
// survives a power failure, as on disk.
#pragma once

#include "mail/address.h"
#include "mail/message.h"
#include "town/turn.h"

#include <optional>
#include <vector>

namespace mailtown {

// A delivery for each recipient, due at once.
void enqueue(Turn& turn, HostId host, LetterId letter, const std::optional<Address>& returnPath,
             const std::vector<NameId>& recipients, const Message& message);

void deliveryDue(Turn& turn, std::uint32_t delivery, std::uint32_t serial);
void callUp(Turn& turn, HostId host); // of those in line, as many as there are places

// The outcome of a try.
void deliveryDone(Turn& turn, std::uint32_t delivery); // the letter is in other hands: forgets it
// Failed for now: waits for its next try. False when it has waited too long: the caller returns it.
bool deliveryDeferred(Turn& turn, std::uint32_t delivery, int code, NameId answer, HostId peer,
                      ConnectionId connection);
// The try came to nothing because the host itself stopped; due at once when it comes up again.
void deliveryInterrupted(Turn& turn, std::uint32_t delivery);

// The host is up again: what fell due meanwhile is due now (Postfix: a queue run at start).
void resumeQueue(Turn& turn, HostId host);

} // namespace mailtown
