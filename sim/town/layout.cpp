#include "town/layout.h"

#include "base/text.h"

#include <algorithm>
#include <cassert>

namespace mailtown {
namespace {

std::uint64_t pairOf(HostId a, HostId b) {
    const auto [low, high] = std::minmax(a.index, b.index);
    return (std::uint64_t(low) << 32) | high;
}

template <class Map> HostId lookUp(const Map& map, const std::string& key) {
    const auto found = map.find(key);
    return found == map.end() ? HostId{} : found->second;
}

dns::Server serverOver(const std::vector<ZonePlan>& plans) {
    std::vector<dns::Zone> zones;
    for (const ZonePlan& plan : plans) {
        std::vector<dns::RecordText> records;
        for (const ZoneRecord& record : plan.records)
            records.push_back({record.name, record.type, record.ttl, record.data});
        auto zone = dns::Zone::build(plan.name, records);
        assert(zone.ok()); // scenario/check looked at every record
        if (zone.ok()) zones.push_back(std::move(zone).value());
    }
    return dns::Server(std::move(zones));
}

} // namespace

Layout::Layout(std::shared_ptr<const Plan> plan)
    : plan_(std::move(plan)), directory_(plan_->directory()), directoryServer_(serverOver(plan_->zones)) {
    for (std::uint32_t i = 0; i < plan_->hostCount(); ++i) {
        const HostId id{i};
        keys_.emplace(plan_->key(id), id);
        hostnames_.emplace(toLower(plan_->hostname(id)), id);
        addresses_.emplace(address(id), id);
    }
    for (const ClientPlan& client : plan_->clients) {
        outgoing_.push_back(lookUp(keys_, client.outgoing));
        incoming_.push_back(lookUp(keys_, client.incoming));
    }
    for (std::size_t i = 0; i < plan_->users.size(); ++i)
        users_.emplace(toLower(plan_->users[i].address.text()), i);
    for (std::uint32_t i = 0; i < plan_->links.size(); ++i) {
        const HostId a = lookUp(keys_, plan_->links[i].a), b = lookUp(keys_, plan_->links[i].b);
        if (a && b) links_.emplace(pairOf(a, b), i);
    }
}

HostId Layout::hostByAddress(std::string_view ip) const { return lookUp(addresses_, std::string(ip)); }

HostId Layout::hostByHostname(std::string_view name) const { return lookUp(hostnames_, toLower(name)); }

const std::string& Layout::address(HostId id) const {
    return plan_->isClient(id) ? plan_->client(id).address : plan_->host(id).address;
}

bool Layout::serves(HostId host, std::string_view domain) const {
    if (plan_->isClient(host)) return false;
    const auto& domains = plan_->host(host).domains;
    return std::any_of(domains.begin(), domains.end(),
                       [&](const std::string& own) { return equalIgnoringCase(own, domain); });
}

const UserPlan* Layout::user(std::string_view address) const {
    const auto found = users_.find(toLower(address));
    return found == users_.end() ? nullptr : &plan_->users[found->second];
}

HostId Layout::mailboxHost(const UserPlan& user) const { return lookUp(keys_, user.mailboxHost); }

std::optional<std::uint32_t> Layout::link(HostId a, HostId b) const {
    const auto found = links_.find(pairOf(a, b));
    if (found == links_.end()) return std::nullopt;
    return found->second;
}

} // namespace mailtown
