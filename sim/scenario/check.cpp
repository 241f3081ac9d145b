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
    std::map<std::string, const WrittenHost*, std::less<>> hosts; // post offices and the directory
    std::set<std::string, std::less<>> clients;
    std::map<std::string, const WrittenUser*, std::less<>> users; // in lower case
    std::vector<std::string> hostKeys, clientKeys, userNames, domains;
};

Known learn(const Written& written) {
    Known known;
    for (const WrittenHost& host : written.hosts) {
        known.hosts.emplace(host.key.value, &host);
        known.hostKeys.push_back(host.key.value);
        for (const Name& domain : host.domains) known.domains.push_back(domain.value);
    }
    for (const WrittenClient& client : written.clients) {
        known.clients.insert(client.key.value);
        known.clientKeys.push_back(client.key.value);
    }
    for (const WrittenUser& user : written.users) {
        known.users.emplace(toLower(user.name.value), &user);
        known.userNames.push_back(user.name.value);
    }
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
    const auto found = known.hosts.find(name->value);
    if (found == known.hosts.end())
        report.error(name->where, "there is no host '" + name->value + "'",
                     report.suggest(name->value, known.hostKeys));
    else if (!has(rolesOf(*found->second), role))
        report.error(name->where,
                     "host '" + name->value + "' has not the role '" + std::string(roleName) + "'",
                     "add it to the host's 'roles'");
}

void checkUsers(const Written& written, const Known& known, Report& report) {
    Once users(report);
    for (const WrittenUser& user : written.users) {
        users.add(user.name, "user");
        checkRole(user.host, Role::Mailbox, "mailbox", known, report);
        if (!user.host && !mailboxOf(written, user))
            report.error(user.name.where, "no host keeps mailboxes for '" + user.address.domain() + "'",
                         report.suggest(user.address.domain(), known.domains));
    }
}

void checkClients(const Written& written, const Known& known, Report& report) {
    for (const WrittenClient& client : written.clients) {
        checkRole(client.outgoing, Role::Submission, "submission", known, report);
        checkRole(client.incoming, Role::Mailbox, "mailbox", known, report);
        if (!client.user) continue; // reported
        const auto user = known.users.find(toLower(client.user->value));
        if (user == known.users.end()) {
            report.error(client.user->where, "there is no user '" + client.user->value + "'",
                         report.suggest(client.user->value, known.userNames));
            continue;
        }
        if (!client.outgoing && mailboxOf(written, *user->second) && !counterOf(written, *user->second))
            report.error(client.key.where, "no host takes letters from '" + client.user->value + "'",
                         "give a host of its domain the role 'submission', or write the client's 'outgoing'");
        const WrittenHost* const box = mailboxOf(written, *user->second);
        if (client.incoming && box && known.hosts.contains(client.incoming->value) &&
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
            if (!known.hosts.contains(end->value) && !known.clients.contains(end->value))
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
        if (!known.hosts.contains(name.value) && !known.clients.contains(name.value))
            report.error(name.where, "there is no host or client '" + name.value + "'",
                         report.suggest(name.value, ends));
    };
    for (const WrittenAction& action : written.timeline) {
        const std::string& who = action.who.value;
        switch (action.kind) {
        case WrittenAction::Kind::Send:
        case WrittenAction::Kind::CheckMail:
            if (!who.empty() && !known.clients.contains(who) && !known.users.contains(toLower(who)))
                report.error(action.who.where, "there is no user or client '" + who + "'",
                             report.suggest(who, senders));
            break;
        case WrittenAction::Kind::Down:
        case WrittenAction::Kind::Up:
            if (!known.hosts.contains(who))
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
        if (std::find(known.domains.begin(), known.domains.end(), domain.name.value) == known.domains.end())
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
}

} // namespace mailtown
