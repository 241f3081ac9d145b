#include "scenario/complete.h"

#include "base/text.h"

#include <algorithm>
#include <map>
#include <set>

namespace mailtown {
namespace {

constexpr std::string_view directoryKey = "directory";

// "aoki-pc", "aoki-pc-2", …
class Keys {
public:
    void take(const std::string& key) { numbers_.emplace(key, 2); }
    std::string unused(const std::string& wanted) {
        std::string key = wanted;
        int& number = numbers_.try_emplace(wanted, 1).first->second; // the next to try
        while (number++ > 1 &&
               !numbers_.try_emplace(key = wanted + "-" + std::to_string(number - 1), 2).second) {
        }
        return key;
    }

private:
    std::map<std::string, int> numbers_;
};

// "aoki-pc"
std::string homeKey(const Address& user) {
    std::string key;
    for (const char c : user.local())
        if (isLetter(c) || isDigit(c) || c == '-' || c == '_') key += toLower(c);
    if (key.empty() || !isLetter(key[0])) key = "home-" + key;
    return key.substr(0, 30) + "-pc";
}

} // namespace

void complete(Written& written) {
    const auto found = std::find_if(written.hosts.begin(), written.hosts.end(),
                                    [](const WrittenHost& host) { return host.isDirectory(); });
    if (found != written.hosts.end()) {
        std::rotate(found, found + 1, written.hosts.end());
    } else {
        WrittenHost directory;
        directory.key.value = directoryKey;
        directory.roles = std::uint8_t(Role::Directory);
        written.hosts.push_back(std::move(directory));
    }

    Keys keys;
    std::set<std::string> users;
    for (const WrittenHost& host : written.hosts) keys.take(host.key.value);
    for (const WrittenClient& client : written.clients) {
        keys.take(client.key.value);
        if (client.user) users.insert(toLower(client.user->value));
    }
    for (const WrittenUser& user : written.users) {
        if (!users.insert(toLower(user.name.value)).second) continue;
        WrittenClient home;
        home.key = {keys.unused(homeKey(user.address)), user.name.where};
        home.user = user.name;
        written.clients.push_back(std::move(home));
    }
}

Roles rolesOf(const WrittenHost& host) {
    if (host.roles) return *host.roles;
    const Roles sending = std::uint8_t(Role::Submission) | std::uint8_t(Role::Relay);
    return host.domains.empty() ? sending
                                : Roles(sending | std::uint8_t(Role::Mx) | std::uint8_t(Role::Mailbox));
}

Serving::Serving(const Written& written) {
    for (const WrittenHost& host : written.hosts) {
        byKey_.emplace(host.key.value, &host);
        for (const Name& domain : host.domains) {
            std::vector<const WrittenHost*>& hosts = byDomain_[domain.value];
            if (hosts.empty() || hosts.back() != &host) hosts.push_back(&host);
        }
    }
}

const WrittenHost* Serving::host(std::string_view key) const {
    const auto found = byKey_.find(key);
    return found == byKey_.end() ? nullptr : found->second;
}

const std::vector<const WrittenHost*>& Serving::hostsOf(std::string_view domain) const {
    static const std::vector<const WrittenHost*> none;
    const auto found = byDomain_.find(domain);
    return found == byDomain_.end() ? none : found->second;
}

const WrittenHost* Serving::first(std::string_view domain, Role role) const {
    for (const WrittenHost* host : hostsOf(domain))
        if (has(rolesOf(*host), role)) return host;
    return nullptr;
}

const WrittenHost* Serving::mailboxOf(const WrittenUser& user) const {
    return user.host ? host(user.host->value) : first(user.address.domain(), Role::Mailbox);
}

const WrittenHost* Serving::counterOf(const WrittenUser& user) const {
    const WrittenHost* const own = mailboxOf(user);
    return own && has(rolesOf(*own), Role::Submission) ? own : first(user.address.domain(), Role::Submission);
}

} // namespace mailtown
