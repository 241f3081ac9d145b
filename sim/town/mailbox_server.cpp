#include "town/mailbox_server.h"

#include "town/apply_input.h"
#include "town/desk_pop3.h"

#include <variant>

namespace mailtown {

void serve(Turn& turn, std::uint32_t slot, pop3::Server& server, const pop3::ServerEvent& event) {
    if (std::holds_alternative<pop3::TlsAsked>(event)) return; // the network brings the handshake
    const HostId host = turn.state.connections[slot].server;
    if (const auto input = desk::change(turn.town, host, server, event)) applyInput(turn, *input);
    desk::answer(turn.town, host, server, event);
}

} // namespace mailtown
