#include "protocol/dns/cache.h"

#include <algorithm>

namespace mailtown::dns {
namespace {

constexpr std::size_t mostEntries = 10'000;
constexpr std::uint32_t longestKept = 7 * 24 * 3600;    // a week, whatever a zone asks for
constexpr std::uint32_t longestNegativeKept = 3 * 3600; // RFC 2308 §5
constexpr Type everyType = Type(0);

Time expiry(Time now, std::uint32_t ttl, std::uint32_t longest) {
    return now + std::min(ttl, longest) * second;
}

} // namespace

const Cache::Entry* Cache::find(Time now, const Name& name, Type type) const {
    for (const Type of : {everyType, type}) {
        const auto found = entries_.find({name, of});
        if (found != entries_.end() && found->second.expires > now) return &found->second;
    }
    return nullptr;
}

void Cache::keep(Time now, const std::vector<Record>& set) {
    if (set.empty()) return;
    const auto shortest = std::min_element(set.begin(), set.end(),
                                           [](const Record& a, const Record& b) { return a.ttl < b.ttl; });
    const Record& first = set.front();
    entries_.erase({first.name, everyType});
    put(now, {first.name, first.type}, {Entry::Kind::Records, expiry(now, shortest->ttl, longestKept), set});
}

void Cache::keepNegative(Time now, Entry::Kind kind, const Name& name, Type type, std::uint32_t ttl) {
    put(now, {name, kind == Entry::Kind::NoName ? everyType : type},
        {kind, expiry(now, ttl, longestNegativeKept), {}});
}

void Cache::put(Time now, const Key& key, Entry entry) {
    if (entry.expires <= now) {
        entries_.erase(key); // what was there is no longer true
        return;
    }
    if (entries_.size() >= mostEntries && !entries_.contains(key)) {
        std::erase_if(entries_, [now](const auto& old) { return old.second.expires <= now; });
        if (entries_.size() >= mostEntries)
            entries_.erase(
                std::min_element(entries_.begin(), entries_.end(), [](const auto& a, const auto& b) {
                    return a.second.expires < b.second.expires;
                }));
    }
    entries_.insert_or_assign(key, std::move(entry));
}

std::vector<Record> countedDown(const Cache::Entry& entry, Time now) {
    std::vector<Record> records = entry.records;
    const auto left = std::uint32_t(std::max<Duration>(entry.expires - now, 0) / second);
    for (Record& record : records) record.ttl = std::min(record.ttl, left);
    return records;
}

} // namespace mailtown::dns
