#include "support/town_builder.h"

#include "base/text.h"

#include <algorithm>

namespace mailtown::test {

Address address(std::string_view text) { return Address::parse(text).value(); }

TownBuilder::TownBuilder() {
    plan_.startUnixSeconds = 1'796'000'000; // 2026-11-30
    plan_.utcOffsetMinutes = 540;
}

ZonePlan& TownBuilder::zone(std::string_view name) {
    for (ZonePlan& known : plan_.zones)
        if (name == known.name || name.ends_with("." + known.name)) return known;
    plan_.zones.push_back({std::string(name), {}});
    return plan_.zones.back();
}

TownBuilder& TownBuilder::office(std::string_view key, std::vector<std::string> domains, Roles roles,
                                 std::string hostname) {
    HostPlan host;
    host.key = key;
    host.label = Text{{{"en", std::string(key)}}};
    host.hostname = hostname.empty() ? "mail." + std::string(key) + ".example" : std::move(hostname);
    host.address = "10." + std::to_string(plan_.hosts.size() + 1) + ".0.25";
    host.roles = roles;
    host.domains = std::move(domains);
    host.retry = *RetryPolicy::preset("postfix");
    for (const std::string& domain : host.domains) {
        if (!plan_.domain(domain)) plan_.domains.push_back({domain, {}, "blue", "drop"});
        zone(domain);
        if (has(roles, Role::Mx)) mx(domain, 10, host.hostname);
    }
    record(host.hostname, "A", host.address);
    plan_.hosts.push_back(std::move(host));
    return *this;
}

TownBuilder& TownBuilder::account(std::string_view user, std::string_view office) {
    const HostPlan& host = plan_.host(plan_.find(office));
    UserPlan person;
    person.address = address(std::string(user) + "@" + host.domains.front());
    person.password = std::string(user) + "-secret";
    person.label = Text{{{"en", std::string(user)}}};
    person.mailboxHost = office;
    if (!plan_.user(person.address)) plan_.users.push_back(person);
    return *this;
}

TownBuilder& TownBuilder::home(std::string_view key, std::string_view user, std::string_view office,
                               ReadBy readBy, Duration checkEvery) {
    account(user, office);
    ClientPlan client;
    client.key = key;
    client.user = address(std::string(user) + "@" + plan_.host(plan_.find(office)).domains.front());
    client.hostname = "pc." + client.user.domain();
    client.address = "10.100.0." + std::to_string(plan_.clients.size() + 1);
    client.outgoing = client.incoming = office;
    client.readBy = readBy;
    client.checkEvery = checkEvery;
    plan_.clients.push_back(std::move(client));
    return *this;
}

TownBuilder& TownBuilder::mx(std::string_view domain, int preference, std::string_view exchange) {
    return record(domain, "MX", std::to_string(preference) + " " + std::string(exchange));
}

TownBuilder& TownBuilder::record(std::string_view name, std::string_view type, std::string_view data,
                                 std::uint32_t ttl) {
    zone(name).records.push_back({std::string(name), std::string(type), ttl, std::string(data)});
    return *this;
}

TownBuilder& TownBuilder::withoutRecords(std::string_view name, std::string_view type) {
    std::erase_if(zone(name).records, [&](const ZoneRecord& r) { return r.name == name && r.type == type; });
    return *this;
}

TownBuilder& TownBuilder::retry(RetryPolicy policy) {
    for (HostPlan& host : plan_.hosts) host.retry = policy;
    return *this;
}

TownBuilder& TownBuilder::seed(std::uint64_t value) {
    plan_.seed = value;
    return *this;
}

std::shared_ptr<const Plan> TownBuilder::build() const {
    auto plan = std::make_shared<Plan>(plan_);
    HostPlan directory;
    directory.key = "directory";
    directory.hostname = "ns.example";
    directory.address = "10.0.0.53";
    directory.roles = std::uint8_t(Role::Directory);
    plan->hosts.push_back(directory);
    for (std::size_t i = 0; i < plan->hosts.size(); ++i)
        for (std::size_t j = i + 1; j < plan->hosts.size(); ++j)
            plan->links.push_back({plan->hosts[i].key, plan->hosts[j].key, 20 * millisecond});
    for (const ClientPlan& client : plan->clients) {
        plan->links.push_back({client.key, client.outgoing, 10 * millisecond});
        if (client.incoming != client.outgoing)
            plan->links.push_back({client.key, client.incoming, 10 * millisecond});
    }
    return plan;
}

LetterId Story::send(std::string_view home, std::vector<std::string> to, std::string subject,
                     std::string body) {
    input::Send send{host(home), {}, std::move(subject), std::move(body)};
    for (const std::string& one : to) send.to.push_back(address(one));
    apply(send);
    return LetterId{std::uint32_t(town.letterCount() - 1)};
}

std::vector<Record> Story::records(Kind kind) const {
    std::vector<Record> found;
    for (std::size_t i = 0; i < trace.size(); ++i)
        if (trace[i].kind == kind) found.push_back(trace[i]);
    return found;
}

std::vector<std::string> Story::lines(std::string_view client, std::string_view server,
                                      Service service) const {
    const HostId c = host(client), s = host(server);
    std::vector<std::string> found;
    for (std::size_t i = 0; i < trace.size(); ++i) {
        const Record& r = trace[i];
        if (r.service != service) continue;
        if (r.kind == Kind::LineClient && r.host == c && r.peer == s) found.push_back("C: " + text(r));
        if (r.kind == Kind::LineServer && r.host == s && r.peer == c) found.push_back("S: " + text(r));
    }
    return found;
}

std::size_t Story::inboxSize(std::string_view user) const {
    const UserPlan* person = town.layout().user(user);
    return town.mailStore(town.layout().mailboxHost(*person))
        .mailbox(person->address, "INBOX")
        ->messages.size();
}

Message Story::inboxMessage(std::string_view user, std::size_t index) const {
    const UserPlan* person = town.layout().user(user);
    return town.mailStore(town.layout().mailboxHost(*person))
        .mailbox(person->address, "INBOX")
        ->messages[index]
        .message;
}

std::string Story::all() const {
    std::string out;
    for (std::size_t i = 0; i < trace.size(); ++i) {
        const Record& r = trace[i];
        out += formatDuration(r.at) + " " + std::string(kindName(r.kind));
        if (r.host) out += " " + town.plan().key(r.host);
        if (r.peer) out += " > " + town.plan().key(r.peer);
        if (r.letter) out += " letter " + std::to_string(r.letter.index);
        if (r.connection) out += " #" + std::to_string(r.connection.index);
        if (r.recipient) out += " <" + std::string(town.name(r.recipient)) + ">";
        if (r.code) out += " " + std::to_string(r.code);
        out += " " + text(r) + "\n";
    }
    return out;
}

} // namespace mailtown::test
