#include "town/route.h"

#include "town/layout.h"

namespace mailtown {

std::string_view domainOf(std::string_view address) {
    return address.substr(address.rfind('@') + 1); // a quoted local part may hold another
}

Route routeOf(const Layout& layout, HostId host, std::string_view recipient) {
    const std::string_view domain = domainOf(recipient);
    if (!layout.serves(host, domain)) return {Route::Kind::Exchange, domain};
    const UserPlan* user = layout.user(recipient);
    if (!user) return {Route::Kind::Unknown, domain};
    const HostId keeper = layout.mailboxHost(*user);
    if (keeper == host) return {Route::Kind::Mailbox, {}};
    if (!keeper) return {Route::Kind::Unknown, domain};
    return {Route::Kind::Forward, layout.plan().hostname(keeper)};
}

} // namespace mailtown
