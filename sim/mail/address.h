// A mail address that cannot be wrong: past Address::parse nobody looks for "@" again.
#pragma once

#include "base/result.h"

#include <compare>
#include <string>
#include <string_view>

namespace mailtown {

// local-part@domain (RFC 5321 §4.1.2, with UTF-8 as RFC 6531 allows). The local part is kept as written
// (without the quotes of a quoted string), the domain in lower case. A domain literal keeps its brackets.
class Address {
public:
    Address() = default;
    // Refuses: no or empty local part or domain, control characters, spaces outside quotes, bytes that are
    // not UTF-8, a local part over 64 or a path over 254 octets (RFC 5321 §4.5.3.1).
    static Result<Address> parse(std::string_view text);

    const std::string& local() const { return local_; }
    const std::string& domain() const { return domain_; }
    std::string text() const; // as the wire spells it; the local part is quoted where it must be

    auto operator<=>(const Address&) const = default;

private:
    std::string local_;
    std::string domain_;
};

} // namespace mailtown
