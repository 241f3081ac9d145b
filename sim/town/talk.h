// What is said over connections: brings bytes, ends and time-outs to the protocol machines of both sides,
// carries their output to the network and their events to the actors.
#pragma once

#include "town/turn.h"

#include <string_view>

namespace mailtown {

void openTalk(Turn& turn, std::uint32_t slot);  // the server has accepted: it greets
void closeTalk(Turn& turn, std::uint32_t slot); // the connection is being freed

void talkReceives(Turn& turn, std::uint32_t slot, Side side, std::string_view bytes);
void talkSecured(Turn& turn, std::uint32_t slot, Side side); // TLS stands, as that side sees it
void talkEnded(Turn& turn, std::uint32_t slot, Side side);   // its peer has closed, or is gone
void talkTimer(Turn& turn, std::uint32_t slot);

// The client has closed its side of an SMTP connection between offices that worked for `owner`.
void clientLeft(Turn& turn, std::uint32_t owner);

// The connection never came about; tells the actor that asked for it.
void connectionFailed(Turn& turn, std::uint32_t slot, std::string_view why);

} // namespace mailtown
