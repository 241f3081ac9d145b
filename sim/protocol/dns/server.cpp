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
    reply.recursionAvailable = true;
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

// What ends where the zones do: a root that holds nothing. Its SOA says for how long a name does not exist
// (RFC 2308 §3), and names the same server as the zones do.
Zone emptyRoot(const std::vector<Zone>& zones) {
    std::vector<RecordText> records;
    if (!zones.empty())
        records.push_back({".", "NS", 3600, std::get<Soa>(zones.front().soa().data).primary.text()});
    return Zone::build(".", records).value();
}

bool holds(const std::vector<Record>& section, const Record& record) {
    return std::any_of(section.begin(), section.end(), [&](const Record& other) {
        return other.type == record.type && other.name == record.name && other.data == record.data;
    });
}

} // namespace

Server::Server(std::vector<Zone> zones) {
    zones_.emplace(Name(), emptyRoot(zones));
    for (Zone& zone : zones) {
        const Name origin = zone.origin();
        for (Name up = origin; !up.isRoot();) above_.insert(up = up.parent());
        zones_.insert_or_assign(origin, std::move(zone));
    }
}

const Zone& Server::zoneOf(const Name& name) const {
    for (Name up = name;; up = up.parent()) // ends at the root, which is always there
        if (const auto found = zones_.find(up); found != zones_.end()) return found->second;
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
    if (question.questionClass != Class::IN && question.questionClass != Class::ANY) {
        reply.rcode = Rcode::Refused;
        return;
    }
    reply.authoritative = true;

    // RFC 1034 §4.3.2, with aliases followed from zone to zone.
    Name name = question.name;
    for (int aliases = 0; aliases <= mostAliases; ++aliases) {
        const Zone& zone = zoneOf(name);
        Zone::Found found = zone.lookup(name, question.type);
        switch (found.kind) {
        case Zone::Found::Kind::Records:
            reply.answers.insert(reply.answers.end(), found.records.begin(), found.records.end());
            return;
        case Zone::Found::Kind::NoName:
            // RFC 8020 §2: NXDOMAIN would deny the zones below as well. RFC 6604 §3: of the last name in the
            // chain.
            if (!above_.contains(name)) reply.rcode = Rcode::NxDomain;
            addSoa(zone, reply);
            return;
        case Zone::Found::Kind::NoData:
            addSoa(zone, reply);
            return;
        case Zone::Found::Kind::Elsewhere:
            // AA speaks of the first name: only an alias was answered by this zone.
            reply.authoritative = !reply.answers.empty();
            // Who leaves the asking to us hears that nobody there answers; who asks on is told whom.
            if (reply.recursionDesired)
                reply.rcode = Rcode::ServFail;
            else
                reply.authority = std::move(found.records);
            return;
        case Zone::Found::Kind::Alias:
            if (holds(reply.answers, found.records.front())) return; // a loop: say what there is
            reply.answers.push_back(found.records.front());
            name = std::get<Name>(found.records.front().data);
            break;
        }
    }
}

void Server::addAddresses(Message& reply) const {
    for (const std::vector<Record>* section : {&reply.answers, &reply.authority}) {
        for (const Record& record : *section) {
            const Name* const host = hostOf(record);
            if (!host) continue;
            for (Record& address : zoneOf(*host).addresses(*host))
                if (!holds(reply.additional, address) && !holds(reply.answers, address))
                    reply.additional.push_back(std::move(address));
        }
    }
}

} // namespace mailtown::dns
