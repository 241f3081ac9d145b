#include "town/names.h"

namespace mailtown {
namespace {

std::uint32_t hashOf(std::string_view text) { // FNV-1a: the same on every platform
    std::uint32_t hash = 2166136261u;
    for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
    return hash ^ (hash >> 15);
}

} // namespace

std::size_t Names::placeOf(std::string_view text, std::uint32_t hash) const {
    const std::size_t mask = places_.size() - 1;
    for (std::size_t place = hash & mask;; place = (place + 1) & mask) {
        if (places_[place] == 0) return place;
        const Entry& entry = entries_[places_[place] - 1];
        if (entry.hash == hash && entry.size == text.size() && texts_.at(entry.at, entry.size) == text)
            return place;
    }
}

NameId Names::find(std::string_view text) const {
    if (places_.empty()) return {};
    text = text.substr(0, TextStore::blockSize);
    const std::uint32_t found = places_[placeOf(text, hashOf(text))];
    return found == 0 ? NameId{} : NameId{found - 1};
}

NameId Names::intern(std::string_view text) {
    text = text.substr(0, TextStore::blockSize);
    if (entries_.size() * 2 >= places_.size()) grow();
    const std::uint32_t hash = hashOf(text);
    const std::size_t place = placeOf(text, hash);
    if (places_[place] != 0) return NameId{places_[place] - 1};
    entries_.push_back({texts_.add(text), std::uint32_t(text.size()), hash});
    places_.edit(place) = std::uint32_t(entries_.size());
    return NameId{std::uint32_t(entries_.size() - 1)};
}

std::string_view Names::text(NameId id) const {
    if (!id) return {};
    const Entry& entry = entries_[id.index];
    return texts_.at(entry.at, entry.size);
}

void Names::grow() {
    const std::size_t places = places_.empty() ? 64 : places_.size() * 2;
    places_.clear();
    for (std::size_t i = 0; i < places; ++i) places_.push_back(0);
    for (std::size_t i = 0; i < entries_.size(); ++i) {
        std::size_t place = entries_[i].hash & (places - 1);
        while (places_[place] != 0) place = (place + 1) & (places - 1);
        places_.edit(place) = std::uint32_t(i + 1);
    }
}

bool Names::operator==(const Names& other) const {
    if (entries_.size() != other.entries_.size()) return false;
    // Where a text lies may differ between copies that went different ways and came to the same.
    for (std::uint32_t i = 0; i < entries_.size(); ++i)
        if (entries_[i].hash != other.entries_[i].hash || text(NameId{i}) != other.text(NameId{i}))
            return false;
    return true;
}

} // namespace mailtown
