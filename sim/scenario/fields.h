// Reads values out of a document's maps. Each reader reports what is wrong, with its place and what was
// expected, and then answers none: the caller goes on, so that a person hears of all errors at once.
#pragma once

#include "base/time.h"
#include "scenario/document.h"
#include "scenario/keys.h"
#include "town/plan.h"

#include <optional>

namespace mailtown {

class Fields {
public:
    // `what` names the map in messages: "host 'fuji'". Reports a value that is no map, unknown and missing
    // keys. Nothing at all stands for an empty map.
    Fields(const Node& node, const KeyTable& table, std::string what, Report& report);

    const Node* find(std::string_view key) const; // null when it is not written
    Where where() const { return node_.where; }
    const std::string& what() const { return what_; }

    // Into `target`, when the key is written and its value is one of the kind that `reader` reads.
    template <class Target, class Reader, class... More>
    void read(std::string_view key, Target& target, Reader reader, const More&... more) const {
        if (const Node* node = find(key))
            if (auto value = reader(*node, key, more..., report_)) target = std::move(*value);
    }

private:
    const Node& node_;
    std::string what_;
    Report& report_;
};

// `key` names the value in messages.
std::optional<Name> readName(const Node& node, std::string_view key,
                             Report& report); // not empty, no spaces at its ends
std::optional<std::string> readString(const Node& node, std::string_view key, Report& report); // any text
std::optional<bool> readBool(const Node& node, std::string_view key, Report& report);
std::optional<std::uint64_t> readNumber(const Node& node, std::string_view key, std::uint64_t most,
                                        Report& report);
std::optional<Duration> readDuration(const Node& node, std::string_view key, Report& report);
std::optional<std::size_t> readWord(const Node& node, std::string_view key,
                                    const std::vector<std::string>& words,
                                    Report& report); // index in `words`
std::optional<Text> readText(const Node& node, std::string_view key,
                             Report& report); // text, or texts by language
std::optional<Place> readPlace(const Node& node, std::string_view key, Report& report); // [x, y]
std::vector<Name> readNames(const Node& node, std::string_view key,
                            Report& report); // one name, or a list of them
// A key of ours for a host or client: a letter, then letters, digits, "-", "_"; at most 40.
bool checkKey(const Name& key, std::string_view what, Report& report);
// A host or domain name in lower case (RFC 1123 §2.1; "_" for RFC 8552), none with a report when it is not
// one.
std::optional<Name> hostnameOf(const Name& name, std::string_view key, Report& report);
std::optional<Name> readHostname(const Node& node, std::string_view key, Report& report);
std::optional<Name> readIpv4(const Node& node, std::string_view key, Report& report);

// The entries of a map, and of a list; a value that is none is reported, and has no entries.
const std::vector<Node::Member>& readMap(const Node& node, std::string_view key, Report& report);
const std::vector<NodePtr>& readList(const Node& node, std::string_view key, Report& report);

} // namespace mailtown
