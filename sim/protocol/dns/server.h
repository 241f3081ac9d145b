// The directory office: answers for its zones alone (RFC 1034 §4.3.1, without recursion). It keeps nothing
// from one question to the next, so that one server serves any number of wires at once.
#pragma once

#include "protocol/dns/wire.h"
#include "protocol/dns/zone.h"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace mailtown::dns {

enum class Transport : std::uint8_t { Udp, Tcp };

class Server {
public:
    Server() = default;
    explicit Server(std::vector<Zone> zones);

    // The octets of the answer; without TCP's length in front (RFC 1035 §4.2.2). Empty: none is due, to what
    // is too short or an answer itself.
    std::string answer(std::string_view query, Transport transport) const;
    // `query` is a question.
    Message answer(const Message& query) const;

    bool operator==(const Server&) const = default;

private:
    const Zone* zoneOf(const Name& name) const;
    void answerQuestion(const Question& question, Message& reply) const;
    void addAddresses(Message& reply) const;

    std::map<Name, Zone> zones_; // by origin
};

} // namespace mailtown::dns
