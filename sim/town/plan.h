// What a town is made of, before anything moves: what the editor edits, a scenario file spells, a town is
// built from. Everything a scenario may leave out has been filled in here (scenario/infer): a Plan is
// complete and consistent.
#pragma once

#include "base/id.h"
#include "base/time.h"
#include "mail/address.h"
#include "town/retry.h"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace mailtown {

// A text in several languages, by BCP 47 tag ("en", "ja").
struct Text {
    std::map<std::string, std::string> byLanguage;

    // That language's, else English, else any, else "".
    const std::string& in(std::string_view language) const;
    bool empty() const { return byLanguage.empty(); }
    bool operator==(const Text&) const = default;
};

// A place on the map, in map units (pixels at 100 % of a 1380 × 702 map), x to the right, y down.
struct Place {
    double x = 0;
    double y = 0;
    bool operator==(const Place&) const = default;
};

enum class Role : std::uint8_t { Submission = 1, Relay = 2, Mx = 4, Mailbox = 8, Directory = 16 };
using Roles = std::uint8_t; // set of Role
constexpr bool has(Roles roles, Role role) { return (roles & std::uint8_t(role)) != 0; }

struct HostPlan {
    std::string key;      // its name in the file, in the command line and in traces: "fuji"
    Text label;           // "Fuji office" / "富士局"
    std::string hostname; // "mail.fuji.example": what EHLO, Received and MX say
    std::string address;  // "10.1.0.25", IPv4, of the simulated network
    Place place;
    Roles roles = 0;
    std::vector<std::string> domains; // it keeps or receives mail for
    RetryPolicy retry;
    bool up = true; // at the start
    bool operator==(const HostPlan&) const = default;
};

// A domain is a district of the map.
struct DomainPlan {
    std::string name; // "fuji.example"
    Text label;
    std::string colour; // "blue" "green" "purple" "ochre" "graphite" "sky"
    std::string emblem; // "mountain" "star" "flower" "square" "hexagon" "drop"
    bool operator==(const DomainPlan&) const = default;
};

struct UserPlan {
    Address address;
    std::string password;
    Text label;              // "Sato" / "佐藤さん"
    std::string mailboxHost; // key of the host that keeps the mailbox
    bool operator==(const UserPlan&) const = default;
};

enum class ReadBy : std::uint8_t { Pop3, Imap };
enum class Device : std::uint8_t { Pc, Phone };

struct ClientPlan {
    std::string key; // "aoki-pc"
    Text label;      // of the home: usually its user's
    Address user;
    std::string hostname; // what it says in EHLO: "pc.sakura.example"
    std::string address;  // IPv4
    std::string outgoing; // key of its submission host
    std::string incoming; // key of its mailbox host
    ReadBy readBy = ReadBy::Imap;
    Device device = Device::Pc;
    bool leaveOnServer = false;       // POP3 only
    bool tls = true;                  // STARTTLS to both servers
    Duration checkEvery = 5 * minute; // looks for mail that often; `never` only when told
    Place place;
    bool operator==(const ClientPlan&) const = default;
};

struct LinkPlan {
    std::string a, b;                    // keys of hosts, clients or the directory
    Duration latency = 20 * millisecond; // one way
    bool operator==(const LinkPlan&) const = default;
};

// One resource record of a zone (RFC 1035 §3.2.1), data in presentation form: "10 mail.fuji.example".
struct ZoneRecord {
    std::string name;         // absolute, lower case, without the final dot
    std::string type;         // "MX" "A" "AAAA" "TXT" "CNAME" "NS" "SOA" "PTR" "SRV"
    std::uint32_t ttl = 3600; // seconds
    std::string data;
    bool operator==(const ZoneRecord&) const = default;
};

struct ZonePlan {
    std::string name; // origin: "fuji.example"
    std::vector<ZoneRecord> records;
    bool operator==(const ZonePlan&) const = default;
};

struct Plan {
    std::vector<HostPlan> hosts; // post offices, then the directory (always one host with Role::Directory)
    std::vector<ClientPlan> clients; // homes
    std::vector<DomainPlan> domains;
    std::vector<UserPlan> users;
    std::vector<LinkPlan> links; // one for every pair that talks
    std::vector<ZonePlan> zones;
    std::uint64_t seed = 1;
    std::string language = "en";       // of the letters and of the names in them (BCP 47)
    std::int64_t startUnixSeconds = 0; // the calendar date and hour of town time 0 (UTC)
    int utcOffsetMinutes = 0;          // of the town's own clock: what Date headers and the window show

    // Ids: hosts first, in order; then clients. The town uses the same numbers.
    std::size_t hostCount() const { return hosts.size() + clients.size(); }
    HostId find(std::string_view key) const; // of a host or client; invalid when there is none
    bool isClient(HostId id) const { return id.index >= hosts.size(); }
    const std::string& key(HostId id) const;
    const std::string& hostname(HostId id) const;
    const Text& label(HostId id) const;
    Place place(HostId id) const;
    const HostPlan& host(HostId id) const { return hosts[id.index]; }
    const ClientPlan& client(HostId id) const { return clients[id.index - hosts.size()]; }
    HostId directory() const;
    const UserPlan* user(const Address& address) const; // domain and local part compared without case
    const DomainPlan* domain(std::string_view name) const;
    // The domain whose district the host stands in: a host's first, a client's user's; null for the
    // directory.
    const DomainPlan* districtOf(HostId id) const;

    bool operator==(const Plan&) const = default;
};

} // namespace mailtown
