// A domain name (RFC 1035 §3.1): absolute, labels of any octets, compared without case.
#pragma once

#include <compare>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace mailtown::dns {

class Name {
public:
    Name() = default; // the root
    // "fuji.example", with or without the final dot; "." is the root; "\." and "\046" as in zone files (RFC
    // 1035 §5.1). None: an empty label, one over 63 octets, a name over 255.
    static std::optional<Name> parse(std::string_view text);

    // False, and unchanged, when the name would be wrong.
    bool append(std::string_view label); // at the end, beside the root

    std::string text() const; // as written, without the final dot; the root is "."
    bool isRoot() const { return labels_.empty(); }
    Name parent() const;                                     // of the root: the root
    std::optional<Name> below(std::string_view label) const; // "*" below fuji.example: *.fuji.example
    bool isWithin(const Name& zone) const;                   // the zone itself, or below it
    std::string_view labels() const { return labels_; }      // as on the wire, without the root's zero octet

    bool operator==(const Name& other) const { return (*this <=> other) == 0; }
    std::strong_ordering operator<=>(const Name& other) const;

private:
    std::string labels_; // each label with its length in front
};

} // namespace mailtown::dns
