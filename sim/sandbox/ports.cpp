#include "sandbox/ports.h"

#include "town/doors.h"

namespace mailtown {

Result<std::vector<ServerPorts>> serverPorts(const Plan& plan, int firstPort) {
    std::vector<ServerPorts> servers;
    for (std::size_t i = 0; i < plan.hosts.size(); ++i) {
        if (plan.hosts[i].roles == Roles(Role::Directory)) continue; // it answers DNS alone
        const int base = firstPort + int(servers.size()) * portsPerServer;
        if (firstPort < 1 || base + int(doors.back().offset) + 2 > 0xFFFF)
            return problem("there are not enough ports for " + std::to_string(plan.hosts.size()) +
                               " post offices from " + std::to_string(firstPort) + " on",
                           "the sandbox has room for 63 post offices from port 2000 on");
        ServerPorts server{HostId{std::uint32_t(i)}, {}};
        for (std::size_t d = 0; d < doors.size(); ++d)
            if (listens(plan, server.host, doors[d].service))
                server.ports[d] = std::uint16_t(base + doors[d].offset);
        servers.push_back(server);
    }
    return servers;
}

} // namespace mailtown
