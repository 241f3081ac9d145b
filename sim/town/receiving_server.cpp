#include "town/receiving_server.h"

#include "mail/trace_header.h"
#include "store/mailbox_name.h"
#include "town/apply_input.h"
#include "town/delivery_queue.h"
#include "town/desk_smtp.h"
#include "town/letters.h"
#include "town/route.h"

#include <utility>
#include <variant>

namespace mailtown {
namespace {

// The last office of the way writes down the return path (RFC 5321 §4.4) and puts the letter into the box.
void store(Turn& turn, Record record, const UserPlan& user, const std::optional<Address>& returnPath,
           const Message& message) {
    StoredMessage stored;
    stored.letter = record.letter;
    stored.internalDate = turn.town.unixSeconds();
    stored.message = message.withPrepended(returnPathField(returnPath));
    turn.state.stores.edit(record.host.index).add(user.address, inboxName, std::move(stored));
    record.kind = Kind::LetterDelivered;
    turn.record(record);
}

} // namespace

void serve(Turn& turn, std::uint32_t slot, smtp::Server& server, const smtp::ServerEvent& event) {
    if (std::holds_alternative<smtp::TlsAsked>(event)) return; // the network brings the handshake
    const Connection& connection = turn.state.connections[slot];
    const HostId host = connection.server;
    if (const auto input = desk::change(turn.town, host, server, event)) {
        if (const auto* accepted = std::get_if<input::AcceptLetter>(&*input)) {
            Record origin;
            origin.peer = connection.client;
            origin.connection = connection.id;
            origin.service = connection.service;
            acceptLetter(turn, host, connection.letter, accepted->envelope, accepted->message, origin);
        } else {
            applyInput(turn, *input);
        }
    }
    desk::answer(turn.town, host, server, event);
}

LetterId acceptLetter(Turn& turn, HostId host, LetterId letter, const Envelope& envelope,
                      const Message& message, const Record& origin) {
    if (!letter) letter = addLetter(turn, envelope, message);
    std::vector<NameId> others;
    for (const Address& recipient : envelope.recipients) {
        Record record = origin;
        record.kind = Kind::LetterQueued;
        record.host = host;
        record.letter = letter;
        record.recipient = turn.state.names.intern(recipient.text());
        turn.record(record);
        const std::string_view address = turn.state.names.text(record.recipient);
        if (routeOf(*turn.state.layout, host, address).kind == Route::Kind::Mailbox)
            store(turn, record, *turn.state.layout->user(address), envelope.returnPath, message);
        else
            others.push_back(record.recipient);
    }
    enqueue(turn, host, letter, envelope.returnPath, others, message);
    return letter;
}

} // namespace mailtown
