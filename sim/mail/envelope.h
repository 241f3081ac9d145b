// What the post offices read (RFC 5321 §2.3.1): never taken from the header.
#pragma once

#include "mail/address.h"

#include <optional>
#include <vector>

namespace mailtown {

struct Envelope {
    std::optional<Address> returnPath; // none: the null reverse-path <> of a report (RFC 5321 §4.5.5)
    std::vector<Address> recipients;

    bool operator==(const Envelope&) const = default;
};

} // namespace mailtown
