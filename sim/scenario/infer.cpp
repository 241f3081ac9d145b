#include "scenario/infer.h"

#include "base/text.h"
#include "scenario/complete.h"
#include "scenario/keys.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

namespace mailtown {
namespace {

std::string firstLabel(const std::string& domain) { return domain.substr(0, domain.find('.')); }

std::string capitalised(std::string text) {
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = char(text[0] - 'a' + 'A');
    return text;
}

// "Fuji" → "Fuji office", 「富士」→「富士局」
Text officeLabel(const Text& place) {
    Text label;
    for (const auto& [language, text] : place.byLanguage)
        label.byLanguage[language] = language == "ja" ? text + "局" : text + " office";
    if (!label.byLanguage.contains("ja") && !place.byLanguage.empty())
        label.byLanguage["ja"] = place.in("en") + "局";
    return label;
}

std::vector<DomainPlan> inferDomains(const Written& written) {
    std::map<std::string, const WrittenDomain*> described;
    std::set<std::string> colours, emblems;
    for (const WrittenDomain& domain : written.domains) {
        described[domain.name.value] = &domain;
        colours.insert(domain.colour);
        emblems.insert(domain.emblem);
    }
    // The first one that nobody has, else in turn.
    const auto choose = [](const std::vector<std::string>& known, std::set<std::string>& taken,
                           std::size_t number) {
        for (const std::string& word : known)
            if (taken.insert(word).second) return word;
        return known[number % known.size()];
    };
    std::vector<DomainPlan> domains;
    std::set<std::string> seen;
    for (const WrittenHost& host : written.hosts)
        for (const Name& name : host.domains) {
            if (!seen.insert(name.value).second) continue;
            DomainPlan domain;
            domain.name = name.value;
            if (const auto found = described.find(name.value); found != described.end()) {
                domain.label = found->second->label;
                domain.colour = found->second->colour;
                domain.emblem = found->second->emblem;
            }
            if (domain.label.empty()) domain.label.byLanguage["en"] = capitalised(firstLabel(domain.name));
            if (domain.colour.empty()) domain.colour = choose(words::colours, colours, domains.size());
            if (domain.emblem.empty()) domain.emblem = choose(words::emblems, emblems, domains.size());
            domains.push_back(std::move(domain));
        }
    return domains;
}

// Addresses of the simulated network: a block for each post office, its homes in the same block.
class Addresses {
public:
    explicit Addresses(const Written& written) {
        for (const WrittenHost& host : written.hosts)
            if (host.address) taken_.insert(host.address->value);
        for (const WrittenClient& client : written.clients)
            if (client.address) taken_.insert(client.address->value);
    }
    std::string ofHost(std::size_t index) { return free(index + 1, 0, 25); }
    std::string ofDirectory() { return free(0, 0, 53); }
    std::string ofHome(std::size_t office) {
        for (std::uint32_t& count = homes_[office];;) { // so many were looked at
            const std::uint32_t number = count++;
            if (auto address = take(office + 1, 1 + number / 240, 10 + number % 240)) return *address;
        }
    }

private:
    // 10.BLOCK.PART.LAST, or the next one that nobody has.
    std::string free(std::size_t block, std::uint32_t part, std::uint32_t last) {
        for (;; ++last) {
            if (last > 254) ++part, last = 1;
            if (auto address = take(block, part, last)) return *address;
        }
    }
    // None when somebody has it.
    std::optional<std::string> take(std::size_t block, std::uint32_t part, std::uint32_t last) {
        std::string address =
            "10." + std::to_string(block) + "." + std::to_string(part) + "." + std::to_string(last);
        return taken_.insert(address).second ? std::optional(std::move(address)) : std::nullopt;
    }

    std::set<std::string> taken_;
    std::map<std::size_t, std::uint32_t> homes_;
};

std::string inferHostname(const WrittenHost& host, std::set<std::string>& taken) {
    std::string own = toLower(host.key.value);
    std::replace(own.begin(), own.end(), '_', '-');
    if (host.isDirectory()) return "ns.town.example";
    const std::string domain = host.domains.empty() ? "town.example" : host.domains[0].value;
    const std::string usual = host.domains.empty() ? own + "." + domain : "mail." + domain;
    return taken.insert(usual).second ? usual : own + "." + domain;
}

std::vector<HostPlan> inferHosts(const Written& written, const std::vector<DomainPlan>& domains,
                                 Addresses& addresses) {
    std::vector<HostPlan> hosts;
    std::set<std::string> hostnames, labelled;
    for (const WrittenHost& host : written.hosts)
        if (host.hostname) hostnames.insert(host.hostname->value);
    for (const WrittenHost& from : written.hosts) {
        HostPlan host;
        host.key = from.key.value;
        host.roles = rolesOf(from);
        for (const Name& domain : from.domains) host.domains.push_back(domain.value);
        host.hostname = from.hostname ? from.hostname->value : inferHostname(from, hostnames);
        host.address = from.address         ? from.address->value
                       : from.isDirectory() ? addresses.ofDirectory()
                                            : addresses.ofHost(hosts.size());
        host.retry = from.retry.value_or(written.retry);
        host.up = from.up;
        host.label = from.label;
        if (host.label.empty() && from.isDirectory())
            host.label.byLanguage = {{"en", "Directory office"}, {"ja", "案内所"}};
        // Named after its town when it is the first one there.
        if (host.label.empty() && !host.domains.empty() && labelled.insert(host.domains[0]).second) {
            const auto domain = std::find_if(domains.begin(), domains.end(),
                                             [&](const DomainPlan& d) { return d.name == host.domains[0]; });
            host.label = officeLabel(domain->label);
        }
        if (host.label.empty()) host.label = officeLabel(Text{{{"en", capitalised(host.key)}}});
        hosts.push_back(std::move(host));
    }
    return hosts;
}

std::vector<UserPlan> inferUsers(const Written& written, const Serving& serving) {
    std::vector<UserPlan> users;
    for (const WrittenUser& from : written.users) {
        UserPlan user;
        user.address = from.address;
        user.password =
            from.password.value_or(firstLabel(from.address.domain()) + "-" + from.address.local());
        user.label = from.label;
        if (user.label.empty()) user.label.byLanguage["en"] = capitalised(from.address.local());
        user.mailboxHost = serving.mailboxOf(from)->key.value;
        users.push_back(std::move(user));
    }
    return users;
}

std::vector<ClientPlan> inferClients(const Written& written, const Serving& serving,
                                     const std::vector<UserPlan>& users, Addresses& addresses) {
    std::map<std::string, std::size_t> userNumbers, hostNumbers;
    for (std::size_t i = 0; i < users.size(); ++i) userNumbers[toLower(written.users[i].name.value)] = i;
    for (std::size_t i = 0; i < written.hosts.size(); ++i) hostNumbers[written.hosts[i].key.value] = i;
    std::vector<ClientPlan> clients;
    for (const WrittenClient& from : written.clients) {
        const std::size_t number = userNumbers.at(toLower(from.user->value));
        const UserPlan& user = users[number];
        ClientPlan client;
        client.key = from.key.value;
        client.label = from.label.empty() ? user.label : from.label;
        client.user = user.address;
        client.incoming = from.incoming ? from.incoming->value : user.mailboxHost;
        client.outgoing =
            from.outgoing ? from.outgoing->value : serving.counterOf(written.users[number])->key.value;
        std::string own = toLower(client.key);
        std::replace(own.begin(), own.end(), '_', '-');
        client.hostname = from.hostname ? from.hostname->value : own + "." + user.address.domain();
        client.address =
            from.address ? from.address->value : addresses.ofHome(hostNumbers.at(client.incoming));
        client.readBy = from.readBy;
        client.device = from.device;
        client.leaveOnServer = from.leaveOnServer;
        client.tls = from.tls;
        client.checkEvery = from.checkEvery;
        clients.push_back(std::move(client));
    }
    return clients;
}

// Every post office with every other and with the directory, each home with its servers, and what is written.
std::vector<LinkPlan> inferLinks(const Written& written, const Plan& plan) {
    std::vector<LinkPlan> links;
    std::map<std::pair<std::string, std::string>, std::size_t> numbers;
    const auto add = [&](const std::string& a, const std::string& b, std::optional<Duration> latency) {
        const auto [at, fresh] = numbers.emplace(std::minmax(a, b), links.size());
        if (fresh) links.push_back({a, b, written.latency});
        if (latency) links[at->second].latency = *latency;
    };
    for (std::size_t i = 0; i < plan.hosts.size(); ++i)
        for (std::size_t k = i + 1; k < plan.hosts.size(); ++k)
            add(plan.hosts[i].key, plan.hosts[k].key, std::nullopt);
    for (const ClientPlan& client : plan.clients) {
        add(client.key, client.outgoing, std::nullopt);
        add(client.key, client.incoming, std::nullopt);
    }
    for (const WrittenLink& link : written.links) add(link.a.value, link.b.value, link.latency);
    return links;
}

} // namespace

Plan inferPlan(const Written& written) {
    Plan plan;
    plan.seed = written.seed;
    plan.startUnixSeconds = written.startUnixSeconds;
    plan.utcOffsetMinutes = written.utcOffsetMinutes;
    const Serving serving(written);
    Addresses addresses(written);
    plan.domains = inferDomains(written);
    plan.hosts = inferHosts(written, plan.domains, addresses);
    plan.users = inferUsers(written, serving);
    plan.clients = inferClients(written, serving, plan.users, addresses);
    plan.links = inferLinks(written, plan);
    plan.zones = inferZones(written, plan);
    const Places places = inferPlaces(written, plan);
    for (std::size_t i = 0; i < plan.hosts.size(); ++i) plan.hosts[i].place = places.hosts[i];
    for (std::size_t i = 0; i < plan.clients.size(); ++i) plan.clients[i].place = places.clients[i];
    return plan;
}

} // namespace mailtown
