// The keys a scenario file may use, one table a kind of map. The reader takes them from here; a test holds
// them against scenarios/mailtown.schema.json, whose $defs bear the tables' names.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace mailtown {

struct KeyTable {
    std::string name;                  // "host"; the file's own map is "scenario"
    std::vector<std::string> required; // in the order a person would write them
    std::vector<std::string> optional;

    bool has(std::string_view key) const;
    std::vector<std::string> all() const;
};

namespace keys {
extern const KeyTable scenario, host, domain, user, client, link, zone, record, retry, entry, letter;
const std::vector<const KeyTable*>& tables();
} // namespace keys

// Words a value may be, for messages, reading and the schema alike.
namespace words {
extern const std::vector<std::string> roles, colours, emblems, readers, devices, recordTypes;
}

} // namespace mailtown
