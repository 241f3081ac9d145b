#include "protocol/dns/server.h"

#include <algorithm>

namespace mailtown::dns {
namespace {

constexpr std::uint16_t mostUdpSize = 1232; // fits every path without fragments (DNS flag day 2020)
constexpr int mostAliases = 16;

Message replyTo(const Message& query) {
    Message reply;
    reply.id = query.id;
    reply.response = true;
    reply.opcode = query.opcode;
    reply.recursionDesired = query.recursionDesired;
    reply.checkingDisabled = query.checkingDisabled;
    // RFC 6891 §6.1.1: OPT is answered with OPT; RFC 3225 §3: DO is copied.
    if (query.edns) reply.edns = Edns{mostUdpSize, 0, query.edns->dnssecOk};
    return reply;
}

void addSoa(const Zone& zone, Message& reply) {
    Record soa = zone.soa();
    soa.ttl = std::min(soa.ttl, std::get<Soa>(soa.data).minimum); // RFC 2308 §3
    reply.authority.push_back(std::move(soa));
}

// The host that a record sends to, if it does.
const Name* hostOf(const Record& record) {
    if (const auto* mx = std::get_if<Mx>(&record.data)) return &mx->exchange;
    if (const auto* srv = std::get_if<Srv>(&record.data)) return &srv->target;
    return record.type == Type::NS ? std::get_if<Name>(&record.data) : nullptr;
}

// Types that are not data of a name (RFC 6895 §3.1). Whole zones are given to nobody.
std::optional<Rcode> refusalOf(Type type) {
    if (type == Type::OPT) return Rcode::FormErr;
    if (type == Type::AXFR || type == Type::IXFR) return Rcode::Refused;
    const auto number = std::uint16_t(type);
    return number >= 128 && number < 255 ? std::optional(Rcode::NotImp) : std::nullopt;
}

bool holds(const std::vector<Record>& section, const Record& record) {
    return std::any_of(section.begin(), section.end(), [&](const Record& other) {
        return other.type == record.type && other.name == record.name && other.data == record.data;
    });
}

} // namespace

Server::Server(std::vector<Zone> zones) {
    for (Zone& zone : zones) {
        const Name origin = zone.origin();
        zones_.insert_or_assign(origin, std::move(zone));
    }
}

const Zone* Server::zoneOf(const Name& name) const {
    for (Name up = name;; up = up.parent()) {
        const auto found = zones_.find(up);
        if (found != zones_.end()) return &found->second;
        if (up.isRoot()) return nullptr;
    }
}

std::string Server::answer(std::string_view query, Transport transport) const {
    const auto header = decodeHeader(query);
    if (!header || header->response) return {}; // answering an answer would never end
    const auto message = decode(query);
    Message reply = replyTo(*header);
    if (message)
        reply = answer(*message);
    else
        reply.rcode = header->opcode == Opcode::Query ? Rcode::FormErr : Rcode::NotImp;
    std::size_t limit = longestMessage;
    if (transport == Transport::Udp) {
        // RFC 6891 §6.2.3: less than 512 counts as 512.
        const std::uint16_t taken = message && message->edns ? message->edns->udpSize : std::uint16_t(0);
        limit = std::clamp<std::size_t>(taken, plainUdpSize, mostUdpSize);
    }
    return encode(reply, limit);
}

Message Server::answer(const Message& query) const {
    Message reply = replyTo(query);
    if (query.questions.size() == 1) reply.questions = query.questions;
    if (query.opcode != Opcode::Query) {
        reply.rcode = Rcode::NotImp;
    } else if (query.edns && query.edns->version != 0) {
        reply.rcode = Rcode::BadVers; // RFC 6891 §6.1.3
    } else if (query.questions.size() != 1) {
        reply.rcode = Rcode::FormErr;
    } else {
        answerQuestion(query.questions.front(), reply);
        addAddresses(reply);
    }
    return reply;
}

void Server::answerQuestion(const Question& question, Message& reply) const {
    if (const auto refusal = refusalOf(question.type)) {
        reply.rcode = *refusal;
        return;
    }
    const Zone* zone = zoneOf(question.name);
    if (!zone || (question.questionClass != Class::IN && question.questionClass != Class::ANY)) {
        reply.rcode = Rcode::Refused;
        return;
    }
    reply.authoritative = true;

    // RFC 1034 §4.3.2, with aliases followed from zone to zone.
    Name name = question.name;
    for (int aliases = 0; zone && aliases <= mostAliases; ++aliases) {
        Zone::Found found = zone->lookup(name, question.type);
        switch (found.kind) {
        case Zone::Found::Kind::Records:
            reply.answers.insert(reply.answers.end(), found.records.begin(), found.records.end());
            return;
        case Zone::Found::Kind::NoName:
            reply.rcode = Rcode::NxDomain; // RFC 6604 §3: of the last name in the chain
            addSoa(*zone, reply);
            return;
        case Zone::Found::Kind::NoData:
            addSoa(*zone, reply);
            return;
        case Zone::Found::Kind::Elsewhere:
            // AA speaks of the first name: only an alias was answered by this zone.
            reply.authoritative = !reply.answers.empty();
            reply.authority = std::move(found.records);
            return;
        case Zone::Found::Kind::Alias:
            if (holds(reply.answers, found.records.front())) return; // a loop: say what there is
            reply.answers.push_back(found.records.front());
            name = std::get<Name>(found.records.front().data);
            zone = zoneOf(name);
            break;
        }
    }
}

void Server::addAddresses(Message& reply) const {
    for (const std::vector<Record>* section : {&reply.answers, &reply.authority}) {
        for (const Record& record : *section) {
            const Name* const host = hostOf(record);
            const Zone* const zone = host ? zoneOf(*host) : nullptr;
            if (!zone) continue;
            for (Record& address : zone->addresses(*host))
                if (!holds(reply.additional, address) && !holds(reply.answers, address))
                    reply.additional.push_back(std::move(address));
        }
    }
}

} // namespace mailtown::dns
