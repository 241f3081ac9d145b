#include "scenario/check.h"

#include "base/text.h"
#include "scenario/complete.h"

#include <algorithm>
#include <map>
#include <set>

namespace mailtown {
namespace {

// Names seen so far, and where.
class Once {
public:
    explicit Once(Report& report) : report_(report) {}
    void add(const std::string& name, Where where, std::string_view what) {
        const auto [first, fresh] = seen_.emplace(toLower(name), where);
        if (fresh) return;
        report_.error(where, std::string(what) + " '" + name + "' is there twice",
                      first->second.line > 0
                          ? "the first one stands on line " + std::to_string(first->second.line)
                          : "choose another");
    }
    void add(const Name& name, std::string_view what) { add(name.value, name.where, what); }

private:
    Report& report_;
    std::map<std::string, Where> seen_;
};

struct Known {
    Serving serving;
    std::set<std::string, std::less<>> clients;
    std::map<std::string, const WrittenUser*, std::less<>> users; // in lower case
    std::set<std::string, std::less<>> unreadableUsers;           // in lower case
    std::vector<std::string> hostKeys, clientKeys, userNames, domains;
    bool allHostsReadable = true; // false: some serve domains that we do not know
};

Known learn(const Written& written) {
    Known known{Serving(written), {}, {}, {}, {}, {}, {}, {}};
    std::set<std::string_view> domains;
    for (const WrittenHost& host : written.hosts) {
        known.hostKeys.push_back(host.key.value);
        for (const Name& domain : host.domains)
            if (domains.insert(domain.value).second) known.domains.push_back(domain.value);
        known.allHostsReadable = known.allHostsReadable && (host.readable || !host.domains.empty());
    }
    for (const WrittenClient& client : written.clients) {
        known.clients.insert(client.key.value);
        known.clientKeys.push_back(client.key.value);
    }
    for (const WrittenUser& user : written.users) {
        known.users.emplace(toLower(user.name.value), &user);
        known.userNames.push_back(user.name.value);
    }
    for (const std::string& name : written.unreadableUsers) known.unreadableUsers.insert(toLower(name));
    return known;
}

bool isTooBig(const Written& written, Report& report) {
    const auto tell = [&](std::size_t most, std::string_view what, Where where) {
        report.error(where, "more than " + std::to_string(most) + " " + std::string(what),
                     "make the town smaller");
    };
    const bool offices = written.hosts.size() - 1 > limits::offices; // the last one is the directory
    const bool homes = std::max(written.clients.size(), written.users.size()) > limits::homes;
    if (offices) tell(limits::offices, "post offices", written.hosts[limits::offices].key.where);
    if (homes)
        tell(limits::homes, "homes",
             written.clients.empty() ? Where{1, 1} : written.clients.back().key.where);
    return offices || homes;
}

void checkHosts(const Written& written, Report& report) {
    Once keys(report);
    for (const WrittenHost& host : written.hosts) {
        keys.add(host.key, "the name");
        Once domains(report);
        for (const Name& domain : host.domains) domains.add(domain, "domain");
        if (!host.isDirectory()) continue;
        if (*host.roles != std::uint8_t(Role::Directory) || !host.domains.empty())
            report.error(host.key.where, "the directory '" + host.key.value + "' cannot be a post office too",
                         "give the other roles and the domains to a host of their own");
        if (&host != &written.hosts.back())
            report.error(host.key.where, "a second directory", "one answers for the whole town");
    }
    if (written.hosts.size() == 1 && written.hosts[0].key.where.line > 0)
        report.error(written.hosts[0].key.where, "the town has no post office", "add a host with a domain");
    for (const WrittenClient& client : written.clients) keys.add(client.key, "the name");
}

// A host that is named where one with a role is needed.
void checkRole(const std::optional<Name>& name, Role role, std::string_view roleName, const Known& known,
               Report& report) {
    if (!name) return;
    const WrittenHost* const host = known.serving.host(name->value);
    if (!host)
        report.error(name->where, "there is no host '" + name->value + "'",
                     report.suggest(name->value, known.hostKeys));
    else if (!has(rolesOf(*host), role))
        report.error(name->where,
                     "host '" + name->value + "' has not the role '" + std::string(roleName) + "'",
                     "add it to the host's 'roles'");
}

void checkUsers(const Written& written, const Known& known, Report& report) {
    Once users(report);
    for (const WrittenUser& user : written.users) {
        users.add(user.name, "user");
        checkRole(user.host, Role::Mailbox, "mailbox", known, report);
        if (user.host || known.serving.mailboxOf(user) || !known.allHostsReadable) continue;
        const std::string& domain = user.address.domain();
        const std::vector<const WrittenHost*>& hosts = known.serving.hostsOf(domain);
        report.error(user.name.where, "no host keeps mailboxes for '" + domain + "'",
                     hosts.empty() ? report.suggest(domain, known.domains)
                                   : "give '" + hosts.front()->key.value + "' the role 'mailbox'");
    }
}

void checkClients(const Written& written, const Known& known, Report& report) {
    for (const WrittenClient& client : written.clients) {
        checkRole(client.outgoing, Role::Submission, "submission", known, report);
        checkRole(client.incoming, Role::Mailbox, "mailbox", known, report);
        if (!client.user) continue; // reported
        const auto user = known.users.find(toLower(client.user->value));
        if (user == known.users.end()) {
            if (known.unreadableUsers.contains(toLower(client.user->value))) continue;
            report.error(client.user->where, "there is no user '" + client.user->value + "'",
                         report.suggest(client.user->value, known.userNames));
            continue;
        }
        const WrittenHost* const box = known.serving.mailboxOf(*user->second);
        if (!client.outgoing && box && !known.serving.counterOf(*user->second))
            report.error(client.key.where, "no host takes letters from '" + client.user->value + "'",
                         "give a host of its domain the role 'submission', or write the client's 'outgoing'");
        if (client.incoming && box && known.serving.host(client.incoming->value) &&
            client.incoming->value != box->key.value)
            report.error(client.incoming->where,
                         "the mailbox of '" + client.user->value + "' is not at '" + client.incoming->value +
                             "'",
                         "it is at '" + box->key.value + "'");
    }
}

void checkLinks(const Written& written, const Known& known, Report& report) {
    std::vector<std::string> ends = known.hostKeys;
    ends.insert(ends.end(), known.clientKeys.begin(), known.clientKeys.end());
    Once pairs(report);
    for (const WrittenLink& link : written.links) {
        for (const Name* end : {&link.a, &link.b})
            if (!known.serving.host(end->value) && !known.clients.contains(end->value))
                report.error(end->where, "there is no host or client '" + end->value + "'",
                             report.suggest(end->value, ends));
        pairs.add(std::min(link.a.value, link.b.value) + " – " + std::max(link.a.value, link.b.value),
                  link.a.where, "the link");
    }
}

void checkTimeline(const Written& written, const Known& known, Report& report) {
    std::vector<std::string> senders = known.userNames;
    senders.insert(senders.end(), known.clientKeys.begin(), known.clientKeys.end());
    std::vector<std::string> ends = known.hostKeys;
    ends.insert(ends.end(), known.clientKeys.begin(), known.clientKeys.end());
    const auto end = [&](const Name& name) {
        if (!known.serving.host(name.value) && !known.clients.contains(name.value))
            report.error(name.where, "there is no host or client '" + name.value + "'",
                         report.suggest(name.value, ends));
    };
    for (const WrittenAction& action : written.timeline) {
        const std::string& who = action.who.value;
        switch (action.kind) {
        case WrittenAction::Kind::Send:
        case WrittenAction::Kind::CheckMail:
            if (!who.empty() && !known.clients.contains(who) && !known.users.contains(toLower(who)) &&
                !known.unreadableUsers.contains(toLower(who)))
                report.error(action.who.where, "there is no user or client '" + who + "'",
                             report.suggest(who, senders));
            break;
        case WrittenAction::Kind::Down:
        case WrittenAction::Kind::Up:
            if (!known.serving.host(who))
                report.error(action.who.where, "there is no host '" + who + "'",
                             report.suggest(who, known.hostKeys));
            break;
        case WrittenAction::Kind::Cut:
        case WrittenAction::Kind::Mend:
            end(action.who);
            end(action.other);
            break;
        }
    }
}

// The town's directory is all the DNS there is: an exchange without an address in it will never take mail.
void checkExchanges(const Plan& plan, const Written& written, Report& report) {
    std::set<std::string> reachable; // with an address, or an alias
    for (const ZonePlan& zone : plan.zones)
        for (const ZoneRecord& record : zone.records)
            if (record.type == "A" || record.type == "AAAA" || record.type == "CNAME")
                reachable.insert(record.name);
    std::vector<std::string> exchanges;
    for (const HostPlan& host : plan.hosts)
        if (has(host.roles, Role::Mx)) exchanges.push_back(host.hostname);
    const auto isReachable = [&](const std::string& name) {
        if (reachable.contains(name)) return true;
        for (std::size_t dot = name.find('.'); dot != name.npos; dot = name.find('.', dot + 1))
            if (reachable.contains("*" + name.substr(dot))) return true;
        return false;
    };
    for (const WrittenZone& zone : written.zones)
        for (const auto& [record, place] : zone.records) {
            if (record.type != "MX") continue;
            const std::string name = toLower(record.data.substr(record.data.find(' ') + 1));
            if (name == "." || isReachable(name)) continue; // "." takes no mail (RFC 7505)
            report.error(place, "the MX record names '" + name + "', which has no address",
                         report.suggest(name, exchanges));
        }
}

} // namespace

void checkWritten(const Written& written, Report& report) {
    if (isTooBig(written, report)) return;
    const Known known = learn(written);
    checkHosts(written, report);
    checkUsers(written, known, report);
    checkClients(written, known, report);
    checkLinks(written, known, report);
    checkTimeline(written, known, report);
    for (const WrittenDomain& domain : written.domains)
        if (known.allHostsReadable && known.serving.hostsOf(domain.name.value).empty())
            report.error(domain.name.where, "no host serves the domain '" + domain.name.value + "'",
                         report.suggest(domain.name.value, known.domains));
}

void checkPlan(const Plan& plan, const Written& written, Report& report) {
    Once hostnames(report), addresses(report);
    const auto check = [&](const auto& item, const std::string& hostname, const std::string& address) {
        hostnames.add(hostname, item.hostname ? item.hostname->where : item.key.where, "the host name");
        addresses.add(address, item.address ? item.address->where : item.key.where, "the address");
    };
    for (std::size_t i = 0; i < plan.hosts.size(); ++i)
        check(written.hosts[i], plan.hosts[i].hostname, plan.hosts[i].address);
    for (std::size_t i = 0; i < plan.clients.size(); ++i)
        check(written.clients[i], plan.clients[i].hostname, plan.clients[i].address);
    checkExchanges(plan, written, report);
}

} // namespace mailtown
