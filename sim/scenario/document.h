// A scenario file's text as a small tree, read within bounds: whatever the text is, this ends quickly.
#pragma once

#include "scenario/report.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mailtown {

struct Node;
using NodePtr = std::shared_ptr<const Node>; // shared where the text uses an alias

struct Node {
    enum class Kind : std::uint8_t { Null, Scalar, Sequence, Map };
    struct Member {
        Name key;
        NodePtr value;
    };

    Kind kind = Kind::Null;
    bool plain = false; // a scalar without quotes: may be a number, true or false
    Where where;
    std::string scalar;
    std::vector<NodePtr> items;  // Sequence
    std::vector<Member> members; // Map; keys differ
    std::size_t size = 1;        // nodes, aliases expanded
    std::size_t octets = 0;      // of all scalars, aliases expanded
    int height = 1;

    // "a list", "a map", "nothing", "'text'"
    std::string described() const;
};

namespace limits {
inline constexpr std::size_t fileSize = 1024 * 1024; // octets
inline constexpr std::size_t lineSize = 64 * 1024;   // octets
inline constexpr int nesting = 32;
inline constexpr std::size_t nodes = 100'000;          // aliases expanded
inline constexpr std::size_t octets = 8 * 1024 * 1024; // of text, aliases expanded
} // namespace limits

// The one YAML document in `text`; none when the report has got an error that leaves nothing to read.
std::optional<NodePtr> parseDocument(std::string_view text, Report& report);

} // namespace mailtown
