// What a scenario file says, as written and where: each value is well formed, nothing is filled in, and names
// may still mean nothing. `check` looks for what does not fit together, `infer` makes the plan of it.
#pragma once

#include "scenario/document.h"
#include "scenario/report.h"
#include "town/plan.h"

#include <optional>
#include <string>
#include <vector>

namespace mailtown {

struct WrittenHost {
    Name key;
    Text label;
    std::vector<Name> domains;
    std::optional<Roles> roles;
    std::optional<Name> hostname, address;
    std::optional<Place> place;
    std::optional<RetryPolicy> retry;
    bool up = true;
    bool readable = true; // false: with errors, so that it may serve more than we know

    bool isDirectory() const { return roles && has(*roles, Role::Directory); }
};

struct WrittenDomain {
    Name name;
    Text label;
    std::string colour, emblem; // empty: not written
};

struct WrittenUser {
    Name name; // the address, and where it stands
    Address address;
    Text label;
    std::optional<std::string> password;
    std::optional<Name> host;
};

struct WrittenClient {
    Name key;
    std::optional<Name> user;
    Text label;
    Device device = Device::Pc;
    ReadBy readBy = ReadBy::Imap;
    bool leaveOnServer = false;
    bool tls = true;
    Duration checkEvery = 5 * minute;
    std::optional<Name> outgoing, incoming, hostname, address;
    std::optional<Place> place;
};

struct WrittenLink {
    Name a, b;
    std::optional<Duration> latency;
};

struct WrittenZone {
    Name name;
    std::vector<Located<ZoneRecord>> records; // and where their data stands
    std::uint32_t ttl = 3600;                 // of records that are inferred
    bool infer = true;
};

// One action of the timeline.
struct WrittenAction {
    enum class Kind : std::uint8_t { Send, CheckMail, Down, Up, Cut, Mend };
    Kind kind = Kind::Send;
    Time at = 0;
    Name who, other;         // the client, user, host or two ends of a link
    std::vector<Address> to; // Send
    Text subject, body;      // Send
};

struct Written {
    Text title, description;
    std::int64_t startUnixSeconds = 0;
    int utcOffsetMinutes = 0;
    std::optional<Duration> length;
    std::uint64_t seed = 1;
    RetryPolicy retry;
    Duration latency = 20 * millisecond;
    std::vector<WrittenHost> hosts;
    std::vector<WrittenDomain> domains;
    std::vector<WrittenUser> users;
    std::vector<std::string> unreadableUsers; // told about already
    std::vector<WrittenClient> clients;
    std::vector<WrittenLink> links;
    std::vector<WrittenZone> zones;
    std::vector<WrittenAction> timeline; // in order of time
};

// The whole document. What is wrong goes to the report; what could be read is there.
Written readWritten(const Node& root, Report& report);
// The timeline alone; `written` tells when the town starts.
std::vector<WrittenAction> readTimeline(const Node& node, const Written& written, Report& report);
// The zones of `dns`.
std::vector<WrittenZone> readZones(const Node& node, Report& report);

} // namespace mailtown
