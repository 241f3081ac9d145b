// The sorting room of a post office: tries to bring queued letters to where they belong.
#pragma once

#include "protocol/smtp/client.h"
#include "town/directory.h"
#include "town/turn.h"

#include <string_view>
#include <vector>

namespace mailtown {

// One try for deliveries of one letter that go the same way.
void startAttempt(Turn& turn, std::vector<std::uint32_t> deliveries);
void attemptAnswered(Turn& turn, std::uint32_t attempt, std::uint32_t serial,
                     const Looked& looked); // by the directory

void attemptUnconnected(Turn& turn, const Connection& connection, std::string_view why);
void attemptHears(Turn& turn, std::uint32_t slot, smtp::Client& client, const smtp::ClientEvent& event);

// The connection of a try whose deliveries are settled is closed on our side.
void attemptLeft(Turn& turn, std::uint32_t attempt);

// The host was switched off in the middle of them.
void dropAttempts(Turn& turn, HostId host);

} // namespace mailtown
