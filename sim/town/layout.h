// What follows from a plan and never changes: who is where, found without searching the plan. Copies of a
// town share it.
#pragma once

#include "protocol/dns/server.h"
#include "town/plan.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace mailtown {

class Layout {
public:
    explicit Layout(std::shared_ptr<const Plan> plan);

    const Plan& plan() const { return *plan_; }
    const std::shared_ptr<const Plan>& sharedPlan() const { return plan_; }

    HostId hostByAddress(std::string_view ip) const;    // "10.1.0.25"; invalid when it is nobody's
    HostId hostByHostname(std::string_view name) const; // without case
    const std::string& address(HostId id) const;        // of a host or home
    HostId directory() const { return directory_; }
    const dns::Server& directoryServer() const { return directoryServer_; } // over the plan's zones
    HostId outgoing(HostId client) const { return outgoing_[client.index - plan_->hosts.size()]; }
    HostId incoming(HostId client) const { return incoming_[client.index - plan_->hosts.size()]; }

    bool serves(HostId host, std::string_view domain) const; // one of the host's own domains, without case
    const UserPlan* user(std::string_view address) const;    // without case; null when there is none
    HostId mailboxHost(const UserPlan& user) const;          // invalid when the plan names none

    std::optional<std::uint32_t> link(HostId a, HostId b) const; // number in the plan's list
    Duration latency(std::uint32_t link) const { return plan_->links[link].latency; }

private:
    std::shared_ptr<const Plan> plan_;
    HostId directory_;
    dns::Server directoryServer_;
    std::vector<HostId> outgoing_, incoming_;
    std::unordered_map<std::string, HostId> addresses_, hostnames_, keys_; // looked up only, never walked
    std::unordered_map<std::string, std::size_t> users_;
    std::unordered_map<std::uint64_t, std::uint32_t> links_;
};

} // namespace mailtown
