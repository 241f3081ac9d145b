// What a resolver remembers, while it holds (RFC 1035 §7.4, negative answers: RFC 2308).
#pragma once

#include "base/time.h"
#include "protocol/dns/record.h"

#include <cstddef>
#include <map>
#include <utility>
#include <vector>

namespace mailtown::dns {

class Cache {
public:
    struct Entry {
        enum class Kind : std::uint8_t { Records, NoData, NoName };
        Kind kind = Kind::Records;
        Time expires = 0;
        std::vector<Record> records; // Kind::Records: with the TTL as it came
        bool operator==(const Entry&) const = default;
    };
    using Key = std::pair<Name, Type>;

    // Null when there is none that holds at `now`. A name known not to be there is found for every type.
    const Entry* find(Time now, const Name& name, Type type) const;

    // One record set; a TTL of 0 is for the asker alone (RFC 1035 §3.2.1).
    void keep(Time now, const std::vector<Record>& set);
    // `kind`: NoData or NoName. `ttl` in seconds.
    void keepNegative(Time now, Entry::Kind kind, const Name& name, Type type, std::uint32_t ttl);

    // By name and type; what is held no longer may still be among them. Type 0: the name is not there.
    const std::map<Key, Entry>& entries() const { return entries_; }

    bool operator==(const Cache&) const = default;

private:
    void put(Time now, const Key& key, Entry entry);

    std::map<Key, Entry> entries_;
};

// The records with what is left of their TTL at `now`, in whole seconds.
std::vector<Record> countedDown(const Cache::Entry& entry, Time now);

} // namespace mailtown::dns
