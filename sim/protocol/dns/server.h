// The directory office: the whole DNS of a town, resolver and all authoritative servers in one. So a name
// that no zone holds does not exist (NXDOMAIN), and recursion is always available: there is nobody else to
// ask. It keeps nothing from one question to the next, so that one server serves any number of wires at once.
#pragma once

#include "protocol/dns/wire.h"
#include "protocol/dns/zone.h"

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace mailtown::dns {

enum class Transport : std::uint8_t { Udp, Tcp };

class Server {
public:
    Server() : Server(std::vector<Zone>{}) {}
    // Without a zone for the root among them, the server has one of its own, with nothing in it.
    explicit Server(std::vector<Zone> zones);

    // The octets of the answer; without TCP's length in front (RFC 1035 §4.2.2). Empty: none is due, to what
    // is too short or an answer itself.
    std::string answer(std::string_view query, Transport transport) const;
    // `query` is a question.
    Message answer(const Message& query) const;

    bool operator==(const Server&) const = default;

private:
    const Zone& zoneOf(const Name& name) const;
    void answerQuestion(const Question& question, Message& reply) const;
    void addAddresses(Message& reply) const;

    std::map<Name, Zone> zones_; // by origin
    std::set<Name> above_;       // the names above the origins: there, though no zone may hold them
};

} // namespace mailtown::dns
