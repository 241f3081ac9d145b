#include "town/sending_server.h"

#include "town/concurrency.h"
#include "town/delivery_queue.h"
#include "town/directory.h"
#include "town/exchange_choice.h"
#include "town/letters.h"
#include "town/network.h"
#include "town/returns.h"

#include <algorithm>
#include <utility>

namespace mailtown {
namespace {

constexpr std::uint8_t mostAddresses = 5; // in one try (Postfix: smtp_mx_address_limit)

void remember(Turn& turn, Attempt& attempt, int code, std::string_view text, bool mayComeRight,
              HostId peer = {}, ConnectionId connection = {}) {
    if (attempt.mayComeRight && !mayComeRight) return; // a failure that may pass decides
    attempt.mayComeRight = mayComeRight;
    attempt.code = std::int16_t(code);
    attempt.failure = turn.state.names.intern(text);
    attempt.peer = peer;
    attempt.connection = connection;
}

void settled(Turn& turn, std::uint32_t delivery, const smtp::RecipientOutcome& outcome,
             const Connection& connection) {
    const Delivery& done = turn.state.deliveries[delivery];
    Record record;
    record.kind = Kind::LetterRelayed;
    record.host = connection.client;
    record.peer = connection.server;
    record.letter = turn.state.held[done.held].letter;
    record.connection = connection.id;
    record.recipient = done.recipient;
    record.code = std::int16_t(outcome.code);
    record.attempt = std::uint16_t(done.tries + 1);
    record.service = Service::Smtp;
    turn.record(record, outcome.text);
    deliveryDone(turn, delivery);
}

// The try is over for all that are left of it.
void endAttempt(Turn& turn, std::uint32_t index) {
    const Attempt attempt = std::move(turn.state.attempts.edit(index));
    turn.state.attempts.remove(index);
    freePlace(turn, attempt.host, attempt.domain);
    std::vector<Undeliverable> failures;
    for (const std::uint32_t delivery : attempt.deliveries) {
        const bool waits =
            attempt.mayComeRight &&
            deliveryDeferred(turn, delivery, attempt.code, attempt.failure, attempt.peer, attempt.connection);
        if (!waits)
            failures.push_back({delivery, attempt.code, std::string(turn.state.names.text(attempt.failure)),
                                attempt.mayComeRight, attempt.peer, attempt.connection});
    }
    returnToSender(turn, failures);
}

// ---- the stages; each returns false when it has to wait for an answer, or the try is over ----

bool takeExchanges(Turn& turn, std::uint32_t index, const Looked& looked) {
    Attempt& attempt = turn.state.attempts.edit(index);
    const auto domain = [&] { return std::string(turn.state.names.text(attempt.domain)); };
    switch (looked.outcome) {
    case Looked::Outcome::NoAnswer:
        remember(turn, attempt, 0, "4.4.3 DNS lookup of MX for " + domain() + " failed: " + looked.text,
                 true);
        break;
    case Looked::Outcome::NoSuchName:
        remember(turn, attempt, 0, "5.1.2 no such domain: " + domain() + " (" + looked.text + ")", false);
        break;
    case Looked::Outcome::NoData: // RFC 5321 §5.1: the implicit MX
        attempt.onlyItself = true;
        attempt.exchanges = {attempt.domain};
        break;
    case Looked::Outcome::Found: {
        ExchangeChoice choice = chooseExchanges(looked.exchanges, attempt.host, turn.state.random);
        attempt.exchanges = std::move(choice.names);
        if (choice.refusesMail)
            remember(turn, attempt, 556, "5.1.10 " + domain() + " takes no mail (null MX)",
                     false); // RFC 7505 §4
        else if (attempt.exchanges.empty())
            remember(turn, attempt, 554, "5.4.6 mail for " + domain() + " loops back to this host", false);
        break;
    }
    }
    if (attempt.exchanges.empty()) {
        endAttempt(turn, index);
        return false;
    }
    attempt.stage = Attempt::Stage::AskingAddresses;
    return true;
}

bool takeAddresses(Turn& turn, std::uint32_t index, const Looked& looked) {
    Attempt& attempt = turn.state.attempts.edit(index);
    const NameId exchange = attempt.exchanges[attempt.exchangesTried++];
    const auto name = [&] { return std::string(turn.state.names.text(exchange)); };
    if (looked.outcome == Looked::Outcome::NoAnswer)
        remember(turn, attempt, 0, "4.4.3 DNS lookup of the address of " + name() + " failed: " + looked.text,
                 true);
    else if (looked.outcome != Looked::Outcome::Found)
        remember(turn, attempt, 0,
                 attempt.onlyItself ? "5.1.2 no mail exchange and no address: " + name()
                                    : "5.4.4 the mail exchange has no address: " + name(),
                 false);
    attempt.addresses = looked.addresses;
    attempt.stage = Attempt::Stage::Talking;
    return true;
}

// RFC 5321 §5.1: each address in order until one succeeds.
bool callNext(Turn& turn, std::uint32_t index) {
    Attempt& attempt = turn.state.attempts.edit(index);
    while (!attempt.addresses.empty() && attempt.addressesTried < mostAddresses) {
        const HostId peer = attempt.addresses.front();
        attempt.addresses.erase(attempt.addresses.begin());
        if (peer == attempt.host) {
            remember(turn, attempt, 554, "5.4.6 the mail exchange is this host itself", false);
            continue;
        }
        ++attempt.addressesTried;
        connect(turn, attempt.host, peer, Service::Smtp, turn.state.held[attempt.held].letter, index,
                attempt.number);
        return false;
    }
    attempt.stage = Attempt::Stage::AskingAddresses;
    return true;
}

bool seekExchanges(Turn& turn, std::uint32_t index) {
    const Attempt& attempt = turn.state.attempts[index];
    const Looked* looked = askForExchanges(turn, attempt.host, attempt.domain, index);
    return looked && takeExchanges(turn, index, *looked);
}

bool seekAddresses(Turn& turn, std::uint32_t index) {
    const Attempt& attempt = turn.state.attempts[index];
    if (attempt.exchangesTried == attempt.exchanges.size() || attempt.addressesTried == mostAddresses) {
        endAttempt(turn, index);
        return false;
    }
    const NameId exchange = attempt.exchanges[attempt.exchangesTried];
    const Looked* looked = askForAddresses(turn, attempt.host, exchange, index);
    return looked && takeAddresses(turn, index, *looked);
}

void goOn(Turn& turn, std::uint32_t index) {
    for (bool more = true; more;) {
        switch (turn.state.attempts[index].stage) {
        case Attempt::Stage::AskingExchanges:
            more = seekExchanges(turn, index);
            break;
        case Attempt::Stage::AskingAddresses:
            more = seekAddresses(turn, index);
            break;
        case Attempt::Stage::Talking:
            more = callNext(turn, index);
            break;
        case Attempt::Stage::Leaving:
            return;
        }
    }
}

void transactionDone(Turn& turn, std::uint32_t index, Connection& connection,
                     const std::vector<smtp::RecipientOutcome>& outcomes) {
    const std::vector<std::uint32_t> asked = turn.state.attempts[index].deliveries;
    std::vector<std::uint32_t> left;
    std::vector<Undeliverable> failures;
    Attempt& attempt = turn.state.attempts.edit(index);
    for (std::size_t i = 0; i < asked.size() && i < outcomes.size(); ++i) {
        const smtp::RecipientOutcome& outcome = outcomes[i];
        if (outcome.accepted()) {
            settled(turn, asked[i], outcome, connection);
        } else if (outcome.permanent()) {
            failures.push_back(
                {asked[i], outcome.code, outcome.text, false, connection.server, connection.id});
        } else {
            left.push_back(asked[i]);
            remember(turn, attempt, outcome.code, outcome.text, true, connection.server, connection.id);
        }
    }
    attempt.deliveries = std::move(left);
    const bool over = attempt.deliveries.empty();
    // The place is free when the goodbye has been said; another exchange is called meanwhile.
    if (over)
        attempt.stage = Attempt::Stage::Leaving;
    else
        connection.owner = nowhere;
    returnToSender(turn, failures);
    if (!over) goOn(turn, index);
}

Envelope envelopeOf(const TownState& state, const Attempt& attempt) {
    Envelope envelope;
    const HeldLetter& held = state.held[attempt.held];
    if (held.returnPath) envelope.returnPath = addressOf(state, held.returnPath);
    for (const std::uint32_t delivery : attempt.deliveries)
        envelope.recipients.push_back(addressOf(state, state.deliveries[delivery].recipient));
    return envelope;
}

} // namespace

void startAttempt(Turn& turn, std::vector<std::uint32_t> deliveries) {
    const Delivery first = turn.state.deliveries[deliveries.front()];
    Attempt attempt;
    attempt.host = first.host;
    attempt.serial = turn.state.nextSerial++;
    attempt.held = first.held;
    attempt.domain = first.destination;
    for (const std::uint32_t delivery : deliveries)
        attempt.number = std::max(attempt.number, std::uint16_t(turn.state.deliveries[delivery].tries + 1));
    attempt.deliveries = std::move(deliveries);
    if (first.route == Route::Kind::Forward) {
        attempt.stage = Attempt::Stage::AskingAddresses;
        attempt.onlyItself = true;
        attempt.exchanges = {attempt.domain};
    }
    const std::uint32_t index = turn.state.attempts.add(std::move(attempt));
    for (const std::uint32_t delivery : turn.state.attempts[index].deliveries) {
        Delivery& one = turn.state.deliveries.edit(delivery);
        one.attempt = index;
        one.next = never;
    }
    if (first.route == Route::Kind::Unknown) {
        remember(turn, turn.state.attempts.edit(index), 550, "5.1.1 no such user here", false);
        return endAttempt(turn, index);
    }
    goOn(turn, index);
}

void attemptAnswered(Turn& turn, std::uint32_t index, std::uint32_t serial, const Looked& looked) {
    const Attempt& attempt = turn.state.attempts[index];
    if (!attempt.host || attempt.serial != serial) return; // it ended meanwhile
    const bool more = attempt.stage == Attempt::Stage::AskingExchanges ? takeExchanges(turn, index, looked)
                                                                       : takeAddresses(turn, index, looked);
    if (more) goOn(turn, index);
}

void attemptUnconnected(Turn& turn, const Connection& connection, std::string_view why) {
    if (connection.owner == nowhere) return;
    remember(turn, turn.state.attempts.edit(connection.owner), 0, why, true, connection.server,
             connection.id);
    goOn(turn, connection.owner);
}

void attemptHears(Turn& turn, std::uint32_t slot, smtp::Client& client, const smtp::ClientEvent& event) {
    const std::uint32_t index = turn.state.connections[slot].owner;
    if (index == nowhere || turn.state.attempts[index].stage == Attempt::Stage::Leaving)
        return; // its work is done; it only says goodbye
    if (std::holds_alternative<smtp::Ready>(event)) {
        const Attempt& attempt = turn.state.attempts[index];
        client.send(turn.now(), envelopeOf(turn.state, attempt), turn.state.held[attempt.held].message);
        return;
    }
    Connection& connection = turn.state.connections.edit(slot);
    if (const auto* done = std::get_if<smtp::TransactionDone>(&event)) {
        client.quit(turn.now());
        transactionDone(turn, index, connection, done->outcomes);
    } else if (const auto* failed = std::get_if<smtp::Failed>(&event)) {
        connection.owner = nowhere;
        // Not even greeted: whatever the code, the next exchange may take it (Postfix:
        // smtp_skip_5xx_greeting).
        remember(turn, turn.state.attempts.edit(index), failed->reason.code, failed->reason.text, true,
                 connection.server, connection.id);
        goOn(turn, index);
    }
}

void attemptLeft(Turn& turn, std::uint32_t index) {
    const Attempt& attempt = turn.state.attempts[index];
    if (attempt.stage != Attempt::Stage::Leaving) return;
    const HostId host = attempt.host;
    const NameId domain = attempt.domain;
    turn.state.attempts.remove(index);
    freePlace(turn, host, domain);
}

void dropAttempts(Turn& turn, HostId host) {
    forgetPlaces(turn, host);
    for (std::uint32_t index = 0; index < turn.state.attempts.slots(); ++index) {
        if (turn.state.attempts[index].host != host) continue;
        for (const std::uint32_t delivery : turn.state.attempts[index].deliveries)
            deliveryInterrupted(turn, delivery);
        turn.state.attempts.remove(index);
    }
}

} // namespace mailtown
