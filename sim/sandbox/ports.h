// Which port is whose. The thousands digit is the server's place in the scenario: the first has smtp 2025,
// the second 3025; DNS is 2053. A host without the role for a service leaves its ports closed.
#pragma once

#include "base/result.h"
#include "town/plan.h"
#include "trace/record.h"

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace mailtown {

struct Door { // one of the ways into a post office
    std::string_view name;
    Service service = Service::None;
    std::uint16_t offset = 0; // the well-known port
    bool tls = false;         // from the first octet (RFC 8314)
};

inline constexpr std::array<Door, 7> doors{{{"smtp", Service::Smtp, 25, false},
                                            {"submission", Service::Submission, 587, false},
                                            {"smtps", Service::Submission, 465, true},
                                            {"pop3", Service::Pop3, 110, false},
                                            {"pop3s", Service::Pop3, 995, true},
                                            {"imap", Service::Imap, 143, false},
                                            {"imaps", Service::Imap, 993, true}}};
inline constexpr std::uint16_t dnsOffset = 53;
inline constexpr int standardFirstPort = 2000;
inline constexpr int portsPerServer = 1000;

struct ServerPorts {
    HostId host;
    std::array<std::uint16_t, doors.size()> ports{}; // as in `doors`; 0 where the host has no such door
};

// Of every post office of the plan, in its order. Error: there are not enough ports above `firstPort`.
Result<std::vector<ServerPorts>> serverPorts(const Plan& plan, int firstPort);

} // namespace mailtown
