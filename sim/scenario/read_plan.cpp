#include "base/calendar.h"
#include "base/text.h"
#include "scenario/action.h"
#include "scenario/fields.h"
#include "scenario/written.h"

#include <algorithm>
#include <array>

namespace mailtown {
namespace {

constexpr std::uint64_t formatVersion = 1;
constexpr std::size_t mostIntervals = 100;

std::string named(std::string_view what, const std::string& name) {
    return std::string(what) + " '" + name + "'";
}

std::optional<Duration> readReach(const Node& node, std::string_view key, Report& report) {
    const auto value = readDuration(node, key, report);
    if (!value || *value <= limits::townTime) return value;
    report.error(node.where, "'" + std::string(key) + "' is " + node.described(),
                 "expected at most " + formatDuration(limits::townTime));
    return std::nullopt;
}

// A gap between two looks or tries: never 0, or the town would stand still for ever.
std::optional<Duration> readGap(const Node& node, std::string_view key, Report& report) {
    const auto value = readReach(node, key, report);
    if (!value || *value >= second) return value;
    report.error(node.where, "'" + std::string(key) + "' is " + node.described(), "expected at least 1s");
    return std::nullopt;
}

std::optional<Duration> readCheckEvery(const Node& node, std::string_view key, Report& report) {
    if (node.kind == Node::Kind::Scalar && node.scalar == "never") return never;
    return readGap(node, key, report);
}

std::optional<RetryPolicy> readRetry(const Node& node, std::string_view key, Report& report) {
    const std::vector<std::string>& presets = RetryPolicy::presetNames();
    if (node.kind == Node::Kind::Scalar) {
        const auto index = readWord(node, key, presets, report);
        return index ? RetryPolicy::preset(presets[*index]) : std::nullopt;
    }
    const Fields fields(node, keys::retry, "retry", report);
    RetryPolicy policy;
    const Node* const preset = fields.find("preset");
    const Node* const intervals = fields.find("intervals");
    if (preset && intervals) {
        report.error(intervals->where, "'preset' and 'intervals' contradict each other", "keep one of them");
        return std::nullopt;
    }
    if (preset)
        if (const auto index = readWord(*preset, "preset", presets, report))
            policy = *RetryPolicy::preset(presets[*index]);
    if (intervals) {
        policy.name = "explicit";
        if (intervals->kind != Node::Kind::Sequence || intervals->items.empty())
            report.error(intervals->where, "'intervals' is " + intervals->described(),
                         "expected a list of durations like [5m, 10m, 1h]; the last one repeats");
        if (intervals->items.size() > mostIntervals)
            report.error(intervals->where,
                         "'intervals' has more than " + std::to_string(mostIntervals) + " entries",
                         "the last one repeats");
        else
            for (const NodePtr& item : intervals->items)
                if (const auto gap = readGap(*item, "intervals", report)) policy.intervals.push_back(*gap);
        if (policy.intervals.empty()) policy.intervals.push_back(hour); // reported above
    }
    fields.read("give-up-after", policy.giveUpAfter, readGap);
    return policy;
}

std::optional<Roles> readRoles(const Node& node, std::string_view key, Report& report) {
    constexpr std::array<Role, 5> all{Role::Submission, Role::Relay, Role::Mx, Role::Mailbox,
                                      Role::Directory};
    constexpr Roles anyOffice = std::uint8_t(Role::Submission) | std::uint8_t(Role::Relay) |
                                std::uint8_t(Role::Mx) | std::uint8_t(Role::Mailbox);
    Roles roles = 0;
    for (const Name& name : readNames(node, key, report)) {
        const auto found = std::find(words::roles.begin(), words::roles.end(), name.value);
        if (found != words::roles.end()) {
            roles |= std::uint8_t(all[std::size_t(found - words::roles.begin())]);
            continue;
        }
        report.error(name.where, "unknown role '" + name.value + "'",
                     report.suggest(name.value, words::roles));
        roles |= anyOffice; // it may stand for any of them
    }
    return roles;
}

WrittenHost readHost(const Node::Member& member, Report& report) {
    WrittenHost host;
    const std::size_t before = report.count();
    host.key = member.key;
    checkKey(host.key, "host", report);
    const Fields fields(*member.value, keys::host, named("host", host.key.value), report);
    fields.read("label", host.label, readText);
    if (const Node* node = fields.find("domains"))
        for (const Name& name : readNames(*node, "domains", report))
            host.domains.push_back(hostnameOf(name, "domains", report).value_or(name));
    fields.read("roles", host.roles, readRoles);
    fields.read("hostname", host.hostname, readHostname);
    fields.read("address", host.address, readIpv4);
    fields.read("place", host.place, readPlace);
    fields.read("retry", host.retry, readRetry);
    fields.read("up", host.up, readBool);
    host.readable = report.count() == before;
    return host;
}

WrittenDomain readDomain(const Node::Member& member, Report& report) {
    WrittenDomain domain;
    domain.name = hostnameOf(member.key, "domains", report).value_or(member.key);
    const Fields fields(*member.value, keys::domain, named("domain", domain.name.value), report);
    fields.read("label", domain.label, readText);
    const auto word = [&](std::string_view key, const std::vector<std::string>& known, std::string& into) {
        if (const Node* node = fields.find(key))
            if (const auto index = readWord(*node, key, known, report)) into = known[*index];
    };
    word("colour", words::colours, domain.colour);
    word("emblem", words::emblems, domain.emblem);
    return domain;
}

std::optional<std::string> readPassword(const Node& node, std::string_view key, Report& report) {
    if (node.kind == Node::Kind::Scalar && !node.scalar.empty() && node.scalar.size() <= 255 &&
        std::none_of(node.scalar.begin(), node.scalar.end(), [](char c) { return isControl(c); }))
        return node.scalar;
    // Not shown: it may be one that is used elsewhere.
    report.error(node.where, "'" + std::string(key) + "' cannot be used",
                 "expected one line of 1 to 255 octets");
    return std::nullopt;
}

std::optional<WrittenUser> readUser(const Name& name, const Node& node, Report& report) {
    const Result<Address> address = Address::parse(name.value);
    if (!address) {
        report.error(name.where, "'" + name.value + "' is not a mail address",
                     "expected one like aoki@sakura.example");
        return std::nullopt;
    }
    WrittenUser user;
    user.name = name;
    user.address = *address;
    const Fields fields(node, keys::user, named("user", name.value), report);
    fields.read("label", user.label, readText);
    fields.read("password", user.password, readPassword);
    fields.read("host", user.host, readName);
    return user;
}

// A list of addresses, or a map of them with more about each.
void readUsers(const Node& node, Written& written, Report& report) {
    static const Node nothing;
    const auto add = [&](const Name& name, const Node& more) {
        if (auto user = readUser(name, more, report))
            written.users.push_back(std::move(*user));
        else
            written.unreadableUsers.push_back(name.value);
    };
    if (node.kind == Node::Kind::Map) {
        for (const Node::Member& member : node.members) add(member.key, *member.value);
    } else {
        for (const Name& name : readNames(node, "users", report)) add(name, nothing);
    }
}

WrittenClient readClient(const Node::Member& member, Report& report) {
    WrittenClient client;
    client.key = member.key;
    checkKey(client.key, "client", report);
    const Fields fields(*member.value, keys::client, named("client", client.key.value), report);
    fields.read("user", client.user, readName);
    fields.read("label", client.label, readText);
    if (const Node* node = fields.find("device"))
        if (const auto index = readWord(*node, "device", words::devices, report))
            client.device = *index == 0 ? Device::Pc : Device::Phone;
    if (const Node* node = fields.find("reads"))
        if (const auto index = readWord(*node, "reads", words::readers, report))
            client.readBy = *index == 0 ? ReadBy::Pop3 : ReadBy::Imap;
    if (const Node* node = fields.find("leave-on-server")) {
        fields.read("leave-on-server", client.leaveOnServer, readBool);
        if (client.readBy != ReadBy::Pop3)
            report.error(node->where, "'leave-on-server' without 'reads: pop3'",
                         "IMAP always leaves letters there");
    }
    fields.read("tls", client.tls, readBool);
    fields.read("check-every", client.checkEvery, readCheckEvery);
    fields.read("outgoing", client.outgoing, readName);
    fields.read("incoming", client.incoming, readName);
    fields.read("hostname", client.hostname, readHostname);
    fields.read("address", client.address, readIpv4);
    fields.read("place", client.place, readPlace);
    return client;
}

std::optional<WrittenLink> readLink(const Node& node, Report& report) {
    const Fields fields(node, keys::link, "link", report);
    WrittenLink link;
    fields.read("latency", link.latency, readReach);
    const Node* const between = fields.find("between");
    if (!between) return std::nullopt;
    const std::vector<Name> ends = readNames(*between, "between", report);
    if (ends.size() == 2 && ends[0].value != ends[1].value) {
        link.a = ends[0];
        link.b = ends[1];
        return link;
    }
    report.error(between->where, "'between' needs two different ends",
                 "expected two names like [sakura, fuji]");
    return std::nullopt;
}

void readHead(const Fields& fields, Written& written, Report& report) {
    if (const Node* node = fields.find("mailtown"))
        if (const auto version = readNumber(*node, "mailtown", 1'000'000, report))
            if (*version != formatVersion)
                report.error(node->where, "the file is of version " + std::to_string(*version),
                             *version > formatVersion ? "it needs a newer Mailtown; this one reads version 1"
                                                      : "expected 1");
    fields.read("title", written.title, readText);
    fields.read("description", written.description, readText);
    // A Monday morning; without a place in the world, so without summer time.
    Calendar start{2026, 6, 1, 9, 0, 0, 1, 0};
    if (const Node* node = fields.find("start")) {
        const auto read =
            node->kind == Node::Kind::Scalar ? parseCalendar(node->scalar, 0) : std::optional<Calendar>();
        if (read && read->year >= 1970 && read->year < 2200)
            start = *read;
        else
            report.error(node->where, "'start' is " + node->described(),
                         "expected a date and hour like 2026-06-01 19:50 +0900");
    }
    written.startUnixSeconds = toUnixSeconds(start);
    written.utcOffsetMinutes = start.utcOffsetMinutes;
    fields.read("length", written.length, readReach);
    fields.read("seed", written.seed, readNumber, std::uint64_t(INT64_MAX));
    written.retry = *RetryPolicy::preset("postfix");
    fields.read("retry", written.retry, readRetry);
    fields.read("latency", written.latency, readReach);
}

} // namespace

Written readWritten(const Node& root, Report& report) {
    Written written;
    const Fields fields(root, keys::scenario, "the scenario", report);
    if (root.kind != Node::Kind::Map) return written;
    readHead(fields, written, report);
    const auto members = [&](std::string_view key, auto read) {
        if (const Node* node = fields.find(key))
            for (const Node::Member& member : readMap(*node, key, report)) read(member);
    };
    members("hosts", [&](const Node::Member& m) { written.hosts.push_back(readHost(m, report)); });
    if (const Node* node = fields.find("hosts");
        node && node->members.empty() && (node->kind == Node::Kind::Map || node->kind == Node::Kind::Null))
        report.error(node->where, "'hosts' is empty", "expected at least one host");
    members("domains", [&](const Node::Member& m) { written.domains.push_back(readDomain(m, report)); });
    if (const Node* node = fields.find("users")) readUsers(*node, written, report);
    members("clients", [&](const Node::Member& m) { written.clients.push_back(readClient(m, report)); });
    if (const Node* node = fields.find("links"))
        for (const NodePtr& item : readList(*node, "links", report))
            if (auto link = readLink(*item, report)) written.links.push_back(std::move(*link));
    if (const Node* node = fields.find("dns")) written.zones = readZones(*node, report);
    if (const Node* node = fields.find("timeline")) written.timeline = readTimeline(*node, written, report);
    return written;
}

} // namespace mailtown
