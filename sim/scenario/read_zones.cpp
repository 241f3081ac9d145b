#include "base/text.h"
#include "protocol/dns/record.h"
#include "scenario/fields.h"
#include "scenario/written.h"

#include <algorithm>
#include <map>

namespace mailtown {
namespace {

constexpr std::uint64_t longestTtl = 0x7FFFFFFF; // RFC 2181 §8

bool within(std::string_view name, std::string_view zone) {
    return name == zone ||
           (name.size() > zone.size() && name.ends_with(zone) && name[name.size() - zone.size() - 1] == '.');
}

// "@" is the zone itself; a name that ends with the zone's is taken as whole, any other as below the zone.
std::optional<std::string> ownerName(const Name& written, const std::string& zone, Report& report) {
    if (written.value == "@") return zone;
    std::string name = toLower(written.value);
    const bool absolute = name.ends_with('.');
    if (absolute) name.pop_back();
    const bool wildcard = name == "*" || name.starts_with("*."); // RFC 4592
    std::string whole = absolute || within(name, zone) ? name : name + "." + zone;
    const Name tested{wildcard ? whole.substr(2) : whole, written.where};
    if (!hostnameOf(tested, "name", report)) return std::nullopt;
    if (within(whole, zone)) return whole;
    report.error(written.where, "'" + written.value + "' is not within " + zone,
                 "write it in the zone it belongs to");
    return std::nullopt;
}

std::optional<Located<ZoneRecord>> readRecord(const Node& node, const WrittenZone& zone, Report& report) {
    const Fields fields(node, keys::record, "a record of " + zone.name.value, report);
    ZoneRecord record;
    record.name = zone.name.value;
    record.ttl = zone.ttl;
    bool good = true;
    if (const Node* name = fields.find("name")) {
        const auto written = readName(*name, "name", report);
        const auto owner = written ? ownerName(*written, zone.name.value, report) : std::nullopt;
        good = owner.has_value();
        if (owner) record.name = *owner;
    }
    if (const Node* ttl = fields.find("ttl")) {
        if (const auto seconds = readNumber(*ttl, "ttl", longestTtl, report))
            record.ttl = std::uint32_t(*seconds);
    }
    const Node* const type = fields.find("type");
    const Node* const data = fields.find("data");
    if (!type || !data) return std::nullopt;
    const auto index = readWord(*type, "type", words::recordTypes, report);
    const auto text = readString(*data, "data", report);
    if (!index || !text) return std::nullopt;
    record.type = words::recordTypes[*index];
    const dns::Type number = *dns::typeNamed(record.type);
    const auto value = dns::parseData(number, *text);
    if (!value)
        report.error(data->where, "the data of this " + record.type + " record is " + data->described(),
                     "expected one like '" + std::string(dns::dataExample(number)) + "'");
    if (!value || !good) return std::nullopt;
    record.data = dns::dataText(*value);
    return Located<ZoneRecord>{std::move(record), data->where};
}

// RFC 2181 §10.1: a name with a CNAME has nothing else, and a zone's own name has a SOA (RFC 1034 §3.6.2).
void checkAliases(const WrittenZone& zone, Where where, Report& report) {
    std::map<std::string_view, std::size_t> count;
    for (const auto& [record, place] : zone.records) ++count[record.name];
    for (const auto& [alias, place] : zone.records)
        if (alias.type == "CNAME" && (count[alias.name] > 1 || alias.name == zone.name.value)) {
            report.error(where, alias.name + " has a CNAME and other records",
                         "a CNAME stands alone at its name");
            return;
        }
}

} // namespace

std::vector<WrittenZone> readZones(const Node& node, Report& report) {
    std::vector<WrittenZone> zones;
    for (const Node::Member& member : readMap(node, "dns", report)) {
        const auto name = hostnameOf(member.key, "dns", report);
        if (!name) continue;
        WrittenZone zone;
        zone.name = *name;
        const Fields fields(*member.value, keys::zone, "zone '" + name->value + "'", report);
        fields.read("infer", zone.infer, readBool);
        std::uint64_t ttl = zone.ttl;
        fields.read("ttl", ttl, readNumber, longestTtl);
        zone.ttl = std::uint32_t(ttl);
        if (const Node* records = fields.find("records"))
            for (const NodePtr& item : readList(*records, "records", report))
                if (auto record = readRecord(*item, zone, report)) zone.records.push_back(std::move(*record));
        checkAliases(zone, member.key.where, report);
        zones.push_back(std::move(zone));
    }
    return zones;
}

} // namespace mailtown
