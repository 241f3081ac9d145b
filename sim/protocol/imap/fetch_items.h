// What a FETCH asks for (RFC 9051 §6.4.5).
#pragma once

#include "protocol/imap/parser.h"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace mailtown::imap {

// BODY[section]<partial>.
struct Section {
    enum class Kind : std::uint8_t { Whole, Header, HeaderFields, HeaderFieldsNot, Text, Mime };
    std::vector<std::uint32_t> path; // part numbers; empty: the message
    Kind kind = Kind::Whole;
    std::vector<std::string> fields;                                // of HeaderFields…
    std::optional<std::pair<std::uint32_t, std::uint32_t>> partial; // first octet and count

    bool operator==(const Section&) const = default;
};

struct FetchItem {
    enum class Kind : std::uint8_t {
        Uid,
        Flags,
        InternalDate,
        Size,
        Envelope,
        Body, // BODYSTRUCTURE without its extension data
        BodyStructure,
        Section
    };
    Kind kind = Kind::Uid;
    mailtown::imap::Section section; // of Kind::Section
    bool peek = true;                // false: fetching it makes the message \Seen
    std::string label;               // as the response names it: "BODY[1.MIME]", "RFC822.TEXT"

    bool operator==(const FetchItem&) const = default;
};

// One item, a macro, or a list in parentheses. None: none of these, or more than 200 items.
std::optional<std::vector<FetchItem>> parseFetchItems(Parser& parser);

} // namespace mailtown::imap
