#include "scenario/complete.h"

#include "base/text.h"

#include <algorithm>
#include <set>

namespace mailtown {
namespace {

constexpr std::string_view directoryKey = "directory";

bool serves(const WrittenHost& host, std::string_view domain) {
    return std::any_of(host.domains.begin(), host.domains.end(),
                       [&](const Name& name) { return name.value == domain; });
}

std::string uniqueKey(const std::string& wanted, std::set<std::string>& taken) {
    std::string key = wanted;
    for (int number = 2; !taken.insert(key).second; ++number) key = wanted + "-" + std::to_string(number);
    return key;
}

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

    std::set<std::string> keys, users;
    for (const WrittenHost& host : written.hosts) keys.insert(host.key.value);
    for (const WrittenClient& client : written.clients) {
        keys.insert(client.key.value);
        if (client.user) users.insert(toLower(client.user->value));
    }
    for (const WrittenUser& user : written.users) {
        if (!users.insert(toLower(user.name.value)).second) continue;
        WrittenClient home;
        home.key = {uniqueKey(homeKey(user.address), keys), user.name.where};
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

const WrittenHost* findServing(const Written& written, std::string_view domain, Role role) {
    for (const WrittenHost& host : written.hosts)
        if (has(rolesOf(host), role) && serves(host, domain)) return &host;
    return nullptr;
}

const WrittenHost* mailboxOf(const Written& written, const WrittenUser& user) {
    if (!user.host) return findServing(written, user.address.domain(), Role::Mailbox);
    for (const WrittenHost& host : written.hosts)
        if (host.key.value == user.host->value) return &host;
    return nullptr;
}

const WrittenHost* counterOf(const Written& written, const WrittenUser& user) {
    const WrittenHost* const own = mailboxOf(written, user);
    if (own && has(rolesOf(*own), Role::Submission)) return own;
    return findServing(written, user.address.domain(), Role::Submission);
}

} // namespace mailtown
