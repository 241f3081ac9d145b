// Where a post office sends what is addressed to a recipient.
#pragma once

#include "base/id.h"

#include <cstdint>
#include <string_view>

namespace mailtown {

class Layout;

struct Route {
    enum class Kind : std::uint8_t {
        Mailbox,  // here
        Unknown,  // the domain is ours, and nobody of that name lives there
        Forward,  // the domain is ours, the mailbox on another of our hosts: `name` is that host
        Exchange, // the domain is others': `name` is the domain whose MX is to be asked for
    };
    Kind kind = Kind::Exchange;
    std::string_view name; // lives as long as the plan, or as `recipient`
    bool operator==(const Route&) const = default;
};

Route routeOf(const Layout& layout, HostId host, std::string_view recipient);

// The domain of an address's text.
std::string_view domainOf(std::string_view address);

} // namespace mailtown
