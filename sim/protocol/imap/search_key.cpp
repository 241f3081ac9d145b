#include "protocol/imap/search_key.h"

#include "base/text.h"
#include "mail/charset.h"

#include <algorithm>

namespace mailtown::imap {
namespace {

using Kind = SearchKey::Kind;

constexpr int deepest = 400; // clients look for one of many as OR a OR b OR c …
constexpr int mostKeys = 1000;

SearchKey flagKey(std::uint8_t bit) {
    SearchKey key;
    key.kind = Kind::Flag;
    key.bit = bit;
    return key;
}

SearchKey kindKey(Kind kind) {
    SearchKey key;
    key.kind = kind;
    return key;
}

SearchKey negated(SearchKey key) {
    SearchKey whole = kindKey(Kind::Not);
    whole.parts.push_back(std::move(key));
    return whole;
}

// Words that stand alone.
std::optional<SearchKey> plainKey(std::string_view word) {
    struct Row {
        std::string_view word;
        std::uint8_t bit;
        bool without;
    };
    static constexpr Row rows[] = {
        {"ANSWERED", answeredBit, false}, {"UNANSWERED", answeredBit, true}, {"DELETED", deletedBit, false},
        {"UNDELETED", deletedBit, true},  {"DRAFT", draftBit, false},        {"UNDRAFT", draftBit, true},
        {"FLAGGED", flaggedBit, false},   {"UNFLAGGED", flaggedBit, true},   {"SEEN", seenBit, false},
        {"UNSEEN", seenBit, true},
    };
    for (const Row& row : rows)
        if (equalIgnoringCase(row.word, word))
            return row.without ? negated(flagKey(row.bit)) : flagKey(row.bit);
    // Nothing is \Recent here, so everything is OLD and nothing NEW (RFC 3501 §6.4.4).
    if (equalIgnoringCase(word, "ALL") || equalIgnoringCase(word, "OLD")) return kindKey(Kind::And);
    if (equalIgnoringCase(word, "NEW") || equalIgnoringCase(word, "RECENT")) return kindKey(Kind::Nothing);
    return std::nullopt;
}

struct Argued {
    std::string_view word;
    Kind kind;
};
constexpr Argued fieldKeys[] = {{"BCC", Kind::Header},
                                {"CC", Kind::Header},
                                {"FROM", Kind::Header},
                                {"SUBJECT", Kind::Header},
                                {"TO", Kind::Header}};
constexpr Argued textKeys[] = {{"BODY", Kind::Body}, {"TEXT", Kind::Text}};
constexpr Argued sizeKeys[] = {{"LARGER", Kind::Larger}, {"SMALLER", Kind::Smaller}};
constexpr Argued dateKeys[] = {{"BEFORE", Kind::Before}, {"ON", Kind::On},
                               {"SINCE", Kind::Since},   {"SENTBEFORE", Kind::SentBefore},
                               {"SENTON", Kind::SentOn}, {"SENTSINCE", Kind::SentSince}};

template <std::size_t N> const Argued* find(const Argued (&rows)[N], std::string_view word) {
    const auto found =
        std::find_if(rows, rows + N, [&](const Argued& row) { return equalIgnoringCase(row.word, word); });
    return found == rows + N ? nullptr : found;
}

class Reader {
public:
    Reader(Parser& parser, std::string_view charset) : parser_(parser), charset_(charset) {}

    // One or more, up to the end or a ")".
    std::optional<SearchKey> all(int depth) {
        SearchKey key = kindKey(Kind::And);
        do {
            auto part = one(depth);
            if (!part) return std::nullopt;
            key.parts.push_back(std::move(*part));
        } while (parser_.space() && !parser_.atEnd() && parser_.peek() != ')');
        return key;
    }

private:
    std::optional<SearchKey> one(int depth) {
        if (depth > deepest || ++keys_ > mostKeys) return std::nullopt;
        if (parser_.take('(')) {
            auto key = all(depth + 1);
            return key && parser_.take(')') ? std::move(key) : std::nullopt;
        }
        if (isDigit(parser_.peek()) || parser_.peek() == '*') return set(Kind::Numbers);
        const auto word = parser_.atom();
        if (!word) return std::nullopt;
        if (auto key = plainKey(*word)) return key;
        if (!parser_.space()) return std::nullopt;
        return argued(*word, depth);
    }

    std::optional<SearchKey> argued(std::string_view word, int depth) {
        if (equalIgnoringCase(word, "UID")) return set(Kind::Uids);
        if (equalIgnoringCase(word, "NOT")) {
            auto part = one(depth + 1);
            return part ? std::optional(negated(std::move(*part))) : std::nullopt;
        }
        if (equalIgnoringCase(word, "OR")) {
            SearchKey key = kindKey(Kind::Or);
            auto first = one(depth + 1);
            auto second = first && parser_.space() ? one(depth + 1) : std::nullopt;
            if (!second) return std::nullopt;
            key.parts.push_back(std::move(*first));
            key.parts.push_back(std::move(*second));
            return key;
        }
        if (equalIgnoringCase(word, "KEYWORD") || equalIgnoringCase(word, "UNKEYWORD")) {
            const auto name = parser_.atom();
            if (!name) return std::nullopt;
            SearchKey key = kindKey(Kind::Keyword);
            key.text = *name;
            return equalIgnoringCase(word, "KEYWORD") ? key : negated(std::move(key));
        }
        if (equalIgnoringCase(word, "HEADER")) {
            auto name = parser_.astring();
            return name && parser_.space() ? text(Kind::Header, std::move(*name)) : std::nullopt;
        }
        if (const Argued* row = find(fieldKeys, word)) return text(row->kind, std::string(row->word));
        if (const Argued* row = find(textKeys, word)) return text(row->kind, {});
        SearchKey key;
        if (const Argued* row = find(sizeKeys, word)) {
            const auto octets = parser_.number();
            if (!octets) return std::nullopt;
            key.kind = row->kind;
            key.number = *octets;
            return key;
        }
        if (const Argued* row = find(dateKeys, word)) {
            const auto days = parser_.date();
            if (!days) return std::nullopt;
            key.kind = row->kind;
            key.number = *days;
            return key;
        }
        return std::nullopt;
    }

    std::optional<SearchKey> set(Kind kind) {
        auto set = parser_.sequenceSet();
        if (!set) return std::nullopt;
        SearchKey key = kindKey(kind);
        key.set = std::move(*set);
        return key;
    }

    std::optional<SearchKey> text(Kind kind, std::string name) {
        auto text = parser_.astring();
        if (!text) return std::nullopt;
        SearchKey key = kindKey(kind);
        key.name = std::move(name);
        key.text = toUtf8(*text, charset_);
        return key;
    }

    Parser& parser_;
    std::string_view charset_;
    int keys_ = 0;
};

} // namespace

std::optional<SearchKey> parseSearch(Parser& parser, std::string_view charset) {
    Reader reader(parser, charset);
    auto key = reader.all(0);
    return key && parser.atEnd() ? std::move(key) : std::nullopt;
}

} // namespace mailtown::imap
