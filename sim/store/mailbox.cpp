#include "store/mailbox.h"

#include "base/text.h"

#include <algorithm>

namespace mailtown {
namespace {

struct NamedFlag {
    const char* name;
    SystemFlag flag;
};
constexpr NamedFlag systemFlags[] = {
    {"\\Answered", answeredFlag}, {"\\Flagged", flaggedFlag}, {"\\Deleted", deletedFlag},
    {"\\Seen", seenFlag},         {"\\Draft", draftFlag},
};
constexpr std::size_t keywordLimit = 64;       // a message
constexpr std::size_t keywordLengthLimit = 64; // octets

bool lessIgnoringCase(const std::string& a, const std::string& b) {
    return std::lexicographical_compare(a.begin(), a.end(), b.begin(), b.end(),
                                        [](char x, char y) { return toLower(x) < toLower(y); });
}

// RFC 9051 §9, flag-keyword is an atom.
bool isKeyword(std::string_view name) {
    if (name.empty() || name.size() > keywordLengthLimit) return false;
    return std::all_of(name.begin(), name.end(), [](char c) {
        return isAscii(c) && !isControl(c) &&
               std::string_view(" (){%*\"\\]").find(c) == std::string_view::npos;
    });
}

// False when there is no room for it.
bool addKeyword(std::vector<std::string>& keywords, const std::string& keyword) {
    const auto at = std::lower_bound(keywords.begin(), keywords.end(), keyword, lessIgnoringCase);
    if (at != keywords.end() && equalIgnoringCase(*at, keyword)) return true;
    if (keywords.size() >= keywordLimit) return false;
    keywords.insert(at, keyword);
    return true;
}

} // namespace

FlagSet FlagSet::parse(const std::vector<std::string>& names) {
    FlagSet set;
    for (const std::string& name : names) {
        for (const NamedFlag& known : systemFlags)
            if (equalIgnoringCase(name, known.name)) set.system |= known.flag;
        if (isKeyword(name)) addKeyword(set.keywords, name);
    }
    return set;
}

FlagFault FlagSet::fault(const std::vector<std::string>& names) {
    std::vector<std::string> keywords;
    for (const std::string& name : names) {
        if (name.starts_with('\\')) continue;
        if (name.size() > keywordLengthLimit) return FlagFault::KeywordTooLong;
        if (isKeyword(name) && !addKeyword(keywords, name)) return FlagFault::TooManyKeywords;
    }
    return FlagFault::None;
}

std::vector<std::string> FlagSet::names() const {
    std::vector<std::string> out;
    for (const NamedFlag& known : systemFlags)
        if (system & known.flag) out.emplace_back(known.name);
    out.insert(out.end(), keywords.begin(), keywords.end());
    return out;
}

bool FlagSet::add(const FlagSet& other) {
    system |= other.system;
    bool all = true;
    for (const std::string& keyword : other.keywords) all &= addKeyword(keywords, keyword);
    return all;
}

void FlagSet::remove(const FlagSet& other) {
    system &= std::uint8_t(~other.system);
    std::erase_if(keywords, [&](const std::string& keyword) {
        return std::binary_search(other.keywords.begin(), other.keywords.end(), keyword, lessIgnoringCase);
    });
}

std::size_t Mailbox::indexOf(std::uint32_t uid) const {
    std::size_t low = 0, high = messages.size();
    while (low < high) {
        const std::size_t middle = low + (high - low) / 2;
        if (messages[middle].uid < uid)
            low = middle + 1;
        else
            high = middle;
    }
    return low < messages.size() && messages[low].uid == uid ? low : none;
}

const StoredMessage* Mailbox::find(std::uint32_t uid) const {
    const std::size_t index = indexOf(uid);
    return index == none ? nullptr : &messages[index];
}

std::size_t Mailbox::unseenCount() const {
    std::size_t count = 0;
    for (const StoredMessage& message : messages) count += (message.flags & seenFlag) == 0;
    return count;
}

std::optional<std::size_t> Mailbox::firstUnseen() const {
    for (std::size_t i = 0; i < messages.size(); ++i)
        if ((messages[i].flags & seenFlag) == 0) return i;
    return std::nullopt;
}

std::uint32_t Mailbox::add(StoredMessage message) {
    if (uidNext == 0) return 0; // RFC 9051 §2.3.1.1: uids are 32 bits wide and never used again
    FlagSet flags;
    flags.add(message.flagSet()); // sorted, each once
    message.keywords = std::move(flags.keywords);
    message.uid = uidNext++;
    const std::uint32_t uid = message.uid;
    messages.push_back(std::move(message));
    ++change;
    return uid;
}

void Mailbox::putFlags(std::size_t index, FlagSet flags) {
    const StoredMessage& old = messages[index];
    if (old.flags == flags.system && old.keywords == flags.keywords) return; // a shared chunk stays shared
    StoredMessage& message = messages.edit(index);
    message.flags = flags.system;
    message.keywords = std::move(flags.keywords);
    ++change;
}

void Mailbox::changeFlags(const std::vector<std::uint32_t>& uids, const FlagSet& flags, bool adding) {
    for (const std::uint32_t uid : uids) {
        const std::size_t index = indexOf(uid);
        if (index == none) continue;
        FlagSet changed = messages[index].flagSet();
        if (adding)
            changed.add(flags);
        else
            changed.remove(flags);
        putFlags(index, std::move(changed));
    }
}

void Mailbox::setFlags(const std::vector<std::uint32_t>& uids, const FlagSet& flags) {
    for (const std::uint32_t uid : uids) {
        const std::size_t index = indexOf(uid);
        if (index != none) putFlags(index, flags);
    }
}

void Mailbox::expunge(const std::vector<std::uint32_t>& uids) {
    std::vector<std::size_t> gone;
    for (const std::uint32_t uid : uids)
        if (const std::size_t index = indexOf(uid); index != none) gone.push_back(index);
    if (gone.empty()) return;
    std::sort(gone.begin(), gone.end());
    gone.erase(std::unique(gone.begin(), gone.end()), gone.end());
    std::size_t to = gone.front(), next = 0;
    for (std::size_t from = to; from < messages.size(); ++from) {
        if (next < gone.size() && gone[next] == from) {
            ++next;
            continue;
        }
        StoredMessage kept = messages[from];
        messages.edit(to++) = std::move(kept);
    }
    messages.truncate(to);
    ++change;
}

} // namespace mailtown
