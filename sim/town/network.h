// The simulated network: connections are asked for, refused or opened; bytes take their link's latency; what
// is under way is lost with the link or the host. What is said over a connection is town/talk's business.
#pragma once

#include "town/turn.h"

#include <string_view>

namespace mailtown {

inline constexpr Duration connectTimeout = 30 * second; // Postfix: smtp_connect_timeout

// Asks `server` (invalid: an address that is nobody's) for a connection. Its slot; how it went is told to the
// client's actor: Talk::opened, or connectionFailed.
std::uint32_t connect(Turn& turn, HostId client, HostId server, Service service, LetterId letter,
                      std::uint32_t owner = nowhere, int attempt = 0);

// Sends from one side to the other.
void transmit(Turn& turn, std::uint32_t slot, Side from, Parcel what, std::string_view bytes = {});

// That side is done: its end travels behind what it has sent. Frees the connection when both sides are.
void closeSide(Turn& turn, std::uint32_t slot, Side side);

// The timer of the connection must surface at `deadline` or earlier.
void armTimer(Turn& turn, std::uint32_t slot, Time deadline);

void loseOnLink(Turn& turn, std::uint32_t link); // it was cut
void loseOfHost(Turn& turn, HostId host);        // it was switched off

// ---- events ----
void connectArrives(Turn& turn, std::uint32_t slot);  // the request is at the server
void connectAnswered(Turn& turn, std::uint32_t slot); // the refusal is at the client
void pieceArrives(Turn& turn, std::uint32_t slot, Side at);
void connectionTimer(Turn& turn, std::uint32_t slot);

} // namespace mailtown
