#include "protocol/dns/zone.h"

#include <algorithm>

namespace mailtown::dns {
namespace {

constexpr std::uint32_t longestTtl = 0x7FFFFFFF; // RFC 2181 §8
constexpr std::uint32_t apexTtl = 3600;

Result<Record> readRecord(const RecordText& text, const Name& origin) {
    const auto name = Name::parse(text.name);
    if (!name) return problem("'" + text.name + "' is no domain name");
    if (!name->isWithin(origin)) return problem(text.name + " is not within " + origin.text());
    const auto type = typeNamed(text.type);
    if (!type)
        return problem("record type '" + text.type + "' of " + text.name,
                       "known are A, AAAA, CNAME, MX, NS, PTR, SOA, SRV and TXT");
    auto data = parseData(*type, text.data);
    if (!data)
        return problem("cannot read the " + typeName(*type) + " data '" + text.data + "' of " + text.name,
                       "it reads like '" + std::string(dataExample(*type)) + "'");
    if (*type == Type::SOA && *name != origin)
        return problem("SOA at " + text.name, "a zone has one, at its origin " + origin.text());
    return Record{*name, *type, Class::IN, std::min(text.ttl, longestTtl), std::move(*data)};
}

std::vector<Record> ownedBy(const Name& name, std::vector<Record> records) {
    for (Record& record : records) record.name = name;
    return records;
}

} // namespace

Result<Zone> Zone::build(std::string_view origin, const std::vector<RecordText>& records) {
    Zone zone;
    const auto name = Name::parse(origin);
    if (!name) return problem("'" + std::string(origin) + "' is no domain name");
    zone.origin_ = *name;
    zone.names_[zone.origin_];
    Problems problems;
    for (const RecordText& text : records) {
        auto record = readRecord(text, zone.origin_);
        if (record)
            zone.add(std::move(*record));
        else
            problems.push_back(record.problem());
    }

    Sets& apex = zone.names_[zone.origin_];
    const auto primary = zone.origin_.below("ns"), responsible = zone.origin_.below("hostmaster");
    if (!primary || !responsible) return problem(std::string(origin) + " is too long for a zone");
    if (!apex.contains(Type::NS)) zone.add({zone.origin_, Type::NS, Class::IN, apexTtl, *primary});
    if (!apex.contains(Type::SOA)) {
        Soa soa;
        soa.primary = std::get<Name>(apex.at(Type::NS).front().data);
        soa.responsible = *responsible;
        zone.add({zone.origin_, Type::SOA, Class::IN, apexTtl, soa});
    }
    for (const auto& [owner, sets] : zone.names_) {
        const auto alias = sets.find(Type::CNAME);
        if (alias != sets.end() && (sets.size() > 1 || alias->second.size() > 1))
            problems.push_back(mailtown::problem(owner.text() + " has a CNAME and other records",
                                                 "a CNAME stands alone at its name"));
        if (sets.contains(Type::SOA) && sets.at(Type::SOA).size() > 1)
            problems.push_back(mailtown::problem(owner.text() + " has two SOA records", "keep one"));
    }
    if (!problems.empty()) return problems;
    return zone;
}

void Zone::add(Record record) {
    for (Name up = record.name; up != origin_;) {
        up = up.parent();
        names_[up];
    }
    std::vector<Record>& set = names_[record.name][record.type];
    // RFC 2181 §5, §5.2: a set holds no record twice, and has one TTL.
    const std::uint32_t ttl = set.empty() ? record.ttl : std::min(record.ttl, set.front().ttl);
    if (std::none_of(set.begin(), set.end(), [&](const Record& other) { return other.data == record.data; }))
        set.push_back(std::move(record));
    for (Record& each : set) each.ttl = ttl;
}

const Zone::Sets* Zone::sets(const Name& name) const {
    const auto found = names_.find(name);
    return found == names_.end() ? nullptr : &found->second;
}

// The highest name above or at `name`, below the origin, that has NS records.
const Zone::Sets* Zone::delegation(const Name& name) const {
    const Sets* highest = nullptr;
    for (Name up = name; up != origin_; up = up.parent()) {
        const Sets* const here = sets(up);
        if (here && here->contains(Type::NS)) highest = here;
    }
    return highest;
}

Zone::Found Zone::lookup(const Name& name, Type type) const {
    if (const Sets* cut = delegation(name)) return {Found::Kind::Elsewhere, cut->at(Type::NS)};
    const Sets* here = sets(name);
    if (!here) {
        // RFC 4592 §3.3.1: the wildcard below the closest name that exists.
        Name encloser = name.parent();
        while (!sets(encloser)) encloser = encloser.parent();
        const auto wildcard = encloser.below("*");
        here = wildcard ? sets(*wildcard) : nullptr;
        if (!here) return {Found::Kind::NoName, {}};
    }
    const auto answer = [&](Found::Kind kind, Type of) { return Found{kind, ownedBy(name, here->at(of))}; };
    if (here->contains(type)) return answer(Found::Kind::Records, type);
    if (type == Type::ANY && !here->empty()) {
        // RFC 8482 would let us show one set: a class wants to see what a name has.
        Found all{Found::Kind::Records, {}};
        for (const auto& [each, records] : *here)
            all.records.insert(all.records.end(), records.begin(), records.end());
        all.records = ownedBy(name, std::move(all.records));
        return all;
    }
    if (here->contains(Type::CNAME)) return answer(Found::Kind::Alias, Type::CNAME);
    return {Found::Kind::NoData, {}};
}

std::vector<Record> Zone::addresses(const Name& name) const {
    std::vector<Record> out;
    if (const Sets* here = sets(name))
        for (const Type type : {Type::A, Type::AAAA})
            if (const auto set = here->find(type); set != here->end())
                out.insert(out.end(), set->second.begin(), set->second.end());
    return out;
}

} // namespace mailtown::dns
