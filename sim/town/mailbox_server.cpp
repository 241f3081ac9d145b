#include "town/mailbox_server.h"

#include "town/apply_input.h"
#include "town/desk_imap.h"
#include "town/desk_pop3.h"

#include <variant>

namespace mailtown {

void serve(Turn& turn, std::uint32_t slot, pop3::Server& server, const pop3::ServerEvent& event) {
    if (std::holds_alternative<pop3::TlsAsked>(event)) return; // the network brings the handshake
    const HostId host = turn.state.connections[slot].server;
    if (const auto input = desk::change(turn.town, host, server, event)) applyInput(turn, *input);
    desk::answer(turn.town, host, server, event);
}

void serve(Turn& turn, std::uint32_t slot, imap::Server& server, const imap::ServerEvent& event) {
    if (std::holds_alternative<imap::TlsAsked>(event)) return; // the network brings the handshake
    const HostId host = turn.state.connections[slot].server;
    const HostId home = turn.state.connections[slot].client;
    if (const auto input = desk::change(turn.town, host, server, event)) {
        if (const auto* store = std::get_if<input::StoreFlags>(&*input))
            change(turn, *store, home);
        else
            applyInput(turn, *input);
    }
    desk::answer(turn.town, host, server, event);
}

} // namespace mailtown
