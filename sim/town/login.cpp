#include "town/login.h"

#include "base/text.h"
#include "town/layout.h"

#include <algorithm>
#include <string>

namespace mailtown::desk {

const UserPlan* userNamed(const Town& town, HostId host, std::string_view identity) {
    if (const UserPlan* user = town.layout().user(identity)) return user;
    for (const std::string& domain : town.plan().host(host).domains)
        if (const UserPlan* user = town.layout().user(std::string(identity) + "@" + domain)) return user;
    return nullptr;
}

const UserPlan* userWithPassword(const Town& town, HostId host, std::string_view identity,
                                 std::string_view password) {
    const UserPlan* user = userNamed(town, host, identity);
    return user && user->password == password ? user : nullptr;
}

bool keepsMailboxOf(const Town& town, HostId host, const UserPlan& user) {
    return town.layout().mailboxHost(user) == host;
}

bool mayPostAt(const Town& town, HostId host, const UserPlan& user) {
    if (keepsMailboxOf(town, host, user) || town.layout().serves(host, user.address.domain())) return true;
    const auto& clients = town.plan().clients;
    return std::any_of(clients.begin(), clients.end(), [&](const ClientPlan& client) {
        return client.outgoing == town.plan().key(host) && client.user == user.address;
    });
}

const UserPlan* postmasterOf(const Town& town, HostId host, const Address& recipient) {
    if (!equalIgnoringCase(recipient.local(), "postmaster")) return nullptr;
    if (!town.layout().serves(host, recipient.domain()) &&
        !equalIgnoringCase(recipient.domain(), town.plan().hostname(host)))
        return nullptr;
    const auto& users = town.plan().users;
    const auto first = std::find_if(users.begin(), users.end(),
                                    [&](const UserPlan& user) { return keepsMailboxOf(town, host, user); });
    return first == users.end() ? nullptr : &*first;
}

} // namespace mailtown::desk
