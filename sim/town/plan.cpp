#include "town/plan.h"

#include <algorithm>

namespace mailtown {
namespace {

// ASCII only: other letters of an address (RFC 6531) are compared as written.
bool equalWithoutCase(std::string_view a, std::string_view b) {
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c; };
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [&](char x, char y) { return lower(x) == lower(y); });
}

} // namespace

const std::string& Text::in(std::string_view language) const {
    static const std::string none;
    if (const auto found = byLanguage.find(std::string(language)); found != byLanguage.end())
        return found->second;
    if (const auto english = byLanguage.find("en"); english != byLanguage.end()) return english->second;
    return byLanguage.empty() ? none : byLanguage.begin()->second;
}

HostId Plan::find(std::string_view wanted) const {
    for (std::size_t i = 0; i < hostCount(); ++i) {
        const HostId id{std::uint32_t(i)};
        if (key(id) == wanted) return id;
    }
    return {};
}

const std::string& Plan::key(HostId id) const { return isClient(id) ? client(id).key : host(id).key; }

const std::string& Plan::hostname(HostId id) const {
    return isClient(id) ? client(id).hostname : host(id).hostname;
}

const Text& Plan::label(HostId id) const { return isClient(id) ? client(id).label : host(id).label; }

Place Plan::place(HostId id) const { return isClient(id) ? client(id).place : host(id).place; }

HostId Plan::directory() const {
    for (std::size_t i = 0; i < hosts.size(); ++i)
        if (has(hosts[i].roles, Role::Directory)) return HostId{std::uint32_t(i)};
    return {};
}

const UserPlan* Plan::user(const Address& address) const {
    for (const UserPlan& user : users)
        if (equalWithoutCase(user.address.local(), address.local()) &&
            equalWithoutCase(user.address.domain(), address.domain()))
            return &user;
    return nullptr;
}

const DomainPlan* Plan::domain(std::string_view name) const {
    for (const DomainPlan& domain : domains)
        if (equalWithoutCase(domain.name, name)) return &domain;
    return nullptr;
}

const DomainPlan* Plan::districtOf(HostId id) const {
    if (isClient(id)) return domain(client(id).user.domain());
    if (has(host(id).roles, Role::Directory) || host(id).domains.empty()) return nullptr;
    return domain(host(id).domains.front());
}

} // namespace mailtown
