// An SMTP client and a server joined by a wire that cuts the bytes as a seed tells; a small post office
// answers.
#pragma once

#include "protocol/smtp/client.h"
#include "protocol/smtp/server.h"
#include "support/cuts.h"

#include <string>
#include <vector>

namespace mailtown::test {

struct Pair {
    smtp::Client client;
    smtp::Server server;
    std::uint64_t seed = 1;
    std::string transcript; // both directions, as the bytes went
    std::vector<smtp::ClientEvent> events;
    std::vector<std::string> received; // contents accepted
    std::vector<Envelope> envelopes;

    Pair(const smtp::ClientOptions& clientOptions, const smtp::ServerOptions& serverOptions,
         std::uint64_t cutSeed)
        : client(clientOptions, 0), server(serverOptions, 0), seed(cutSeed) {}

    // Until both fall silent.
    void run() {
        bool tlsAsked = false, tlsWanted = false;
        for (bool moved = true; moved;) {
            moved = false;
            const std::string fromServer = server.takeOutput();
            for (const auto piece : cut(fromServer, seed)) {
                client.receive(0, piece);
                while (auto event = client.next()) {
                    tlsWanted |= std::holds_alternative<smtp::StartTls>(*event);
                    events.push_back(std::move(*event));
                }
            }
            if (tlsAsked && tlsWanted) {
                server.tlsStarted(0);
                client.tlsStarted(0);
                tlsAsked = tlsWanted = false;
            }
            const std::string fromClient = client.takeOutput();
            for (const auto piece : cut(fromClient, seed)) {
                server.receive(0, piece);
                while (auto event = server.next()) {
                    if (std::holds_alternative<smtp::TlsAsked>(*event)) {
                        tlsAsked = true;
                        break;
                    }
                    server.answer(replyTo(*event));
                }
            }
            transcript += fromServer + fromClient;
            moved = !fromServer.empty() || !fromClient.empty();
        }
    }

    Reply replyTo(const smtp::ServerEvent& event) {
        if (const auto* login = std::get_if<smtp::LoginAsked>(&event))
            return login->identity == "sato" && login->password == "hana" ? Reply{235, "2.7.0", "Welcome"}
                                                                          : Reply{535, "5.7.8", "No"};
        if (const auto* recipient = std::get_if<smtp::RecipientAsked>(&event)) {
            if (recipient->recipient.local() == "nobody") return {550, "5.1.1", "No such user"};
            if (recipient->recipient.local() == "later") return {450, "4.2.0", "Come again"};
        }
        if (std::holds_alternative<smtp::MessageGiven>(event)) {
            envelopes.push_back(server.envelope());
            received.push_back(server.takeMessage());
            if (received.back().find("virus") != std::string::npos) return {554, "5.7.1", "Content refused"};
        }
        return {250, "2.0.0", "Ok"};
    }

    const smtp::TransactionDone* done() const {
        return events.empty() ? nullptr : std::get_if<smtp::TransactionDone>(&events.back());
    }
};

inline Envelope envelope(const char* from, const std::vector<const char*>& to) {
    Envelope made;
    if (*from) made.returnPath = Address::parse(from).value();
    for (const char* one : to) made.recipients.push_back(Address::parse(one).value());
    return made;
}

} // namespace mailtown::test
