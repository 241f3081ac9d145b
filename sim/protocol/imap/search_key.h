// What a SEARCH looks for (RFC 9051 §6.4.4), as a tree.
#pragma once

#include "protocol/imap/message_data.h"
#include "protocol/imap/parser.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace mailtown::imap {

struct SearchKey {
    enum class Kind : std::uint8_t {
        And, // all of `parts`; none: every message
        Or,  // one of the two
        Not, // not the one
        Numbers,
        Uids,
        Flag,    // has `bit`
        Keyword, // has `text`
        Nothing, // never: NEW, RECENT
        Header,  // field `name` holds `text`; empty text: there is one
        Body,
        Text, // header or body
        Larger,
        Smaller,
        Before, // internal date, by `number` in days
        On,
        Since,
        SentBefore, // Date field
        SentOn,
        SentSince
    };
    Kind kind = Kind::And;
    std::vector<SearchKey> parts;
    SequenceSet set;
    std::uint8_t bit = 0;
    std::string name, text;
    std::int64_t number = 0; // octets, or days since 1970-01-01

    bool operator==(const SearchKey&) const = default;
};

// The keys to the end of the text, their words out of `charset` made UTF-8. None: not understood, or nested
// deeper than 400, or more than 1000.
std::optional<SearchKey> parseSearch(Parser& parser, std::string_view charset = "UTF-8");

// `lastNumber`, `lastUid`: what "*" stands for.
struct SearchPlace {
    std::uint32_t number = 0;
    std::uint32_t lastNumber = 0, lastUid = 0;
    int utcOffsetMinutes = 0;
};

// The keys made ready: whatever their number, no octet of a message is read more than a few times.
class Search {
public:
    Search() = default;
    explicit Search(SearchKey key) : key_(std::move(key)) {}

    bool tooLarge(); // more words than can be looked for at once
    // Adds to `work` what it read, in octets; those of a header count for more: they cost more.
    bool matches(const MessageData& data, const SearchPlace& place, std::size_t& work);
    void rest() { finders_.reset(); } // gives back what can be made again

    bool operator==(const Search& other) const { return key_ == other.key_; }

private:
    struct Finders;
    class Words;
    const Finders& finders();
    static bool holds(const SearchKey& key, const MessageData& data, const SearchPlace& place, Words& words);

    SearchKey key_;
    std::shared_ptr<const Finders> finders_; // made of the key alone
};

} // namespace mailtown::imap
