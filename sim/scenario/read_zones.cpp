#include "base/ip_address.h"
#include "base/text.h"
#include "scenario/fields.h"
#include "scenario/written.h"

#include <algorithm>
#include <charconv>
#include <map>

namespace mailtown {
namespace {

constexpr std::uint64_t longestTtl = 0x7FFFFFFF; // RFC 2181 §8

// "mail.fuji.example." → the same without the dot; none when it is no name. "." is the root.
std::optional<std::string> target(std::string_view text) {
    if (text == ".") return std::string(text);
    if (text.ends_with('.')) text.remove_suffix(1);
    Report ignored("");
    const auto name = hostnameOf({std::string(text), {}}, "data", ignored);
    return name ? std::optional(name->value) : std::nullopt;
}

// Numbers below 65536, as many as asked for, and what is left.
std::optional<std::string> numbersThenTarget(std::string_view text, int numbers) {
    std::string out;
    for (int i = 0; i < numbers; ++i) {
        text = trimmed(text);
        std::uint16_t value = 0;
        const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), value);
        if (error != std::errc() || stop == text.data() + text.size() || (*stop != ' ' && *stop != '\t'))
            return std::nullopt;
        text.remove_prefix(std::size_t(stop - text.data()));
        out += std::to_string(value) + " ";
    }
    const auto name = target(trimmed(text));
    return name ? std::optional(out + *name) : std::nullopt;
}

// RFC 1035 §3.3: the data in presentation form, names without the final dot; none when it is not of the type.
std::optional<std::string> recordData(std::string_view type, std::string_view data) {
    if (type == "A") return parseIpv4(data) ? std::optional(std::string(data)) : std::nullopt;
    if (type == "AAAA") {
        const auto address = parseIpv6(data);
        return address ? std::optional(formatIpv6(*address)) : std::nullopt;
    }
    if (type == "MX") return numbersThenTarget(data, 1);
    if (type == "SRV") return numbersThenTarget(data, 3);
    if (type == "TXT")
        return data.size() <= 4000 && std::none_of(data.begin(), data.end(), isControl)
                   ? std::optional(std::string(data))
                   : std::nullopt;
    const auto name = target(data);
    return name && *name != "." ? name : std::nullopt; // CNAME, NS, PTR
}

std::string_view recordExample(std::string_view type) {
    if (type == "A") return "an IPv4 address like 10.1.0.25";
    if (type == "AAAA") return "an IPv6 address like 2001:db8::25";
    if (type == "MX") return "a preference and a host like 10 mail.fuji.example, or 0 . for no mail at all";
    if (type == "SRV") return "priority, weight, port and host like 0 1 143 mail.fuji.example";
    if (type == "TXT") return "one line of text, at most 4000 octets";
    return "a name like mail.fuji.example";
}

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

std::optional<ZoneRecord> readRecord(const Node& node, const WrittenZone& zone, Report& report) {
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
    const auto value = recordData(record.type, *text);
    if (!value)
        report.error(data->where, "the data of this " + record.type + " record is " + data->described(),
                     "expected " + std::string(recordExample(record.type)));
    if (!value || !good) return std::nullopt;
    record.data = *value;
    return record;
}

// RFC 2181 §10.1: a name with a CNAME has nothing else, and a zone's own name has a SOA (RFC 1034 §3.6.2).
void checkAliases(const WrittenZone& zone, Where where, Report& report) {
    std::map<std::string_view, std::size_t> count;
    for (const ZoneRecord& record : zone.records) ++count[record.name];
    for (const ZoneRecord& alias : zone.records)
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
