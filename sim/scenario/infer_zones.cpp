#include "scenario/complete.h"
#include "scenario/infer.h"

#include <algorithm>
#include <map>
#include <set>

namespace mailtown {
namespace {

constexpr std::uint32_t usualTtl = 3600; // seconds

// The zone that `name` lies in: the longest suffix that is one.
std::string zoneOf(const std::string& name, const std::map<std::string, ZonePlan*>& zones) {
    for (std::size_t at = 0; at != std::string::npos; at = name.find('.', at)) {
        if (at > 0) ++at;
        if (const std::string suffix = name.substr(at); zones.contains(suffix)) return suffix;
    }
    return {};
}

// A zone for a name that lies in none: its parent's, but never a top-level domain's.
std::string newZoneFor(const std::string& name) {
    const std::size_t dot = name.find('.');
    const std::string parent = name.substr(dot + 1);
    return parent.find('.') == std::string::npos ? name : parent;
}

constexpr const char* reverseZone = "in-addr.arpa";

// "25.0.1.10.in-addr.arpa" for 10.1.0.25 (RFC 1035 §3.5).
std::string reverseName(std::string_view address) {
    std::string name = reverseZone;
    for (std::size_t at = 0; at <= address.size();) {
        const std::size_t dot = std::min(address.find('.', at), address.size());
        name = std::string(address.substr(at, dot - at)) + "." + name;
        at = dot + 1;
    }
    return name;
}

struct Exchange {
    bool keepsMail = false;
    std::string hostname;
};

// Hosts that take each domain's mail in, those that keep it first.
std::map<std::string, std::vector<Exchange>> exchangesOf(const Plan& plan) {
    std::map<std::string, std::vector<Exchange>> out;
    for (const HostPlan& host : plan.hosts)
        if (has(host.roles, Role::Mx))
            for (const std::string& domain : host.domains)
                out[domain].push_back({has(host.roles, Role::Mailbox), host.hostname});
    for (auto& [domain, exchanges] : out)
        std::stable_sort(exchanges.begin(), exchanges.end(),
                         [](const Exchange& a, const Exchange& b) { return a.keepsMail > b.keepsMail; });
    return out;
}

} // namespace

std::vector<ZonePlan> inferZones(const Written& written, const Plan& plan) {
    // Every zone there will be, in order of the domains, then of what else is written or needed.
    std::vector<std::string> names;
    std::map<std::string, ZonePlan*> zones;
    const auto want = [&](const std::string& name) {
        if (zones.emplace(name, nullptr).second) names.push_back(name);
    };
    for (const DomainPlan& domain : plan.domains) want(domain.name);
    for (const WrittenZone& zone : written.zones) want(zone.name.value);
    for (const HostPlan& host : plan.hosts)
        if (zoneOf(host.hostname, zones).empty()) want(newZoneFor(host.hostname));
    want(reverseZone);

    std::vector<ZonePlan> out(names.size());
    std::map<std::string, const WrittenZone*> writtenOf;
    for (const WrittenZone& zone : written.zones) writtenOf[zone.name.value] = &zone;
    std::set<std::pair<std::string, std::string>> there; // name and type, by hand
    for (std::size_t i = 0; i < names.size(); ++i) {
        out[i].name = names[i];
        zones[names[i]] = &out[i];
        if (const auto found = writtenOf.find(names[i]); found != writtenOf.end())
            for (const Located<ZoneRecord>& record : found->second->records)
                there.emplace(record.value.name, record.value.type);
    }
    const auto ttl = [&](const std::string& zone) {
        const auto found = writtenOf.find(zone);
        return found == writtenOf.end() ? usualTtl : found->second->ttl;
    };
    const auto infers = [&](const std::string& zone) {
        const auto found = writtenOf.find(zone);
        return found == writtenOf.end() || found->second->infer;
    };

    const auto exchanges = exchangesOf(plan);
    const std::string server = plan.host(plan.directory()).hostname;
    for (const std::string& name : names) {
        ZonePlan& zone = *zones[name];
        // RFC 2308 §5: the last number is how long "there is no such name" is remembered.
        zone.records.push_back(
            {name, "SOA", ttl(name), server + " hostmaster." + name + " 1 3600 600 604800 300"});
        if (!there.contains({name, "NS"})) zone.records.push_back({name, "NS", ttl(name), server});
        const auto takers = exchanges.find(name);
        if (takers != exchanges.end() && infers(name) && !there.contains({name, "MX"}) &&
            !there.contains({name, "CNAME"})) {
            int preference = 10;
            for (const Exchange& exchange : takers->second) {
                zone.records.push_back(
                    {name, "MX", ttl(name), std::to_string(preference) + " " + exchange.hostname});
                preference += 10;
            }
        }
    }
    const auto infer = [&](const std::string& name, const char* type, const std::string& data) {
        const std::string zone = zoneOf(name, zones);
        if (infers(zone) && !there.contains({name, type}) && !there.contains({name, "CNAME"}))
            zones[zone]->records.push_back({name, type, ttl(zone), data});
    };
    for (const HostPlan& host : plan.hosts) {
        infer(host.hostname, "A", host.address);
        infer(reverseName(host.address), "PTR", host.hostname);
    }
    for (const WrittenZone& zone : written.zones) {
        std::vector<ZoneRecord>& records = zones[zone.name.value]->records;
        for (const Located<ZoneRecord>& record : zone.records) records.push_back(record.value);
    }
    return out;
}

} // namespace mailtown
