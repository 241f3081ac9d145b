#include "town/returns.h"

#include "mail/delivery_report.h"
#include "town/delivery_queue.h"
#include "town/letters.h"
#include "town/receiving_server.h"

#include <algorithm>
#include <utility>

namespace mailtown {
namespace {

void tell(Turn& turn, HostId host, const HeldLetter& held, const Undeliverable& failure) {
    Record record;
    record.kind = Kind::LetterBounced;
    record.host = host;
    record.peer = failure.peer;
    record.letter = held.letter;
    record.connection = failure.connection;
    const Delivery& delivery = turn.state.deliveries[failure.delivery];
    record.recipient = delivery.recipient;
    record.attempt = std::uint16_t(failure.expired ? delivery.tries : delivery.tries + 1);
    record.code = std::int16_t(failure.code);
    record.service = Service::Smtp;
    if (!failure.expired) return turn.record(record, failure.text);
    std::string text = "5.4.7 delivery time expired; last try: "; // RFC 3463 §3.5
    if (failure.code != 0) text += std::to_string(failure.code) + ' ';
    turn.record(record, text + failure.text);
}

ReportedRecipient reported(const Turn& turn, const Undeliverable& failure) {
    ReportedRecipient recipient;
    recipient.address = addressOf(turn.state, turn.state.deliveries[failure.delivery].recipient);
    recipient.code = failure.code;
    recipient.answer = failure.text;
    if (failure.peer) {
        recipient.remoteHost = turn.plan().hostname(failure.peer);
        recipient.lastTried = turn.town.unixSeconds();
    }
    return recipient;
}

void report(Turn& turn, HostId host, const HeldLetter& held, Time queued, DeliveryReport::Kind kind,
            std::vector<ReportedRecipient> recipients) {
    if (recipients.empty() || !held.returnPath) return;
    DeliveryReport written;
    written.kind = kind;
    written.hostname = turn.plan().hostname(host);
    written.sender = addressOf(turn.state, held.returnPath);
    written.recipients = std::move(recipients);
    written.original = held.message;
    written.arrived = turn.plan().startUnixSeconds + queued / second;
    written.unixSeconds = turn.town.unixSeconds();
    written.utcOffsetMinutes = turn.plan().utcOffsetMinutes;
    written.messageId = "report." + std::to_string(turn.state.letters.size() + 1) + "@" + written.hostname;
    const Message message = writeReport(written);
    const LetterId letter = addReport(turn, held.letter, written.sender, message);
    acceptLetter(turn, host, letter, Envelope{std::nullopt, {written.sender}}, message, Record{});
}

} // namespace

void returnToSender(Turn& turn, const std::vector<Undeliverable>& failures) {
    if (failures.empty()) return;
    const Delivery first = turn.state.deliveries[failures.front().delivery];
    const HeldLetter held = turn.state.held[first.held];
    std::vector<ReportedRecipient> refused, expired;
    for (const Undeliverable& failure : failures) {
        tell(turn, first.host, held, failure);
        (failure.expired ? expired : refused).push_back(reported(turn, failure));
        deliveryDone(turn, failure.delivery);
    }
    report(turn, first.host, held, first.queued, DeliveryReport::Kind::Refused, std::move(refused));
    report(turn, first.host, held, first.queued, DeliveryReport::Kind::Expired, std::move(expired));
}

} // namespace mailtown
