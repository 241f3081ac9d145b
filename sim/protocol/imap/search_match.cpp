// Whether a message is what a SEARCH looks for.
#include "protocol/imap/search_key.h"

#include "base/calendar.h"
#include "base/text.h"
#include "mail/charset.h"
#include "mail/header_field.h"
#include "mail/mime.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace mailtown::imap {
namespace {

using Kind = SearchKey::Kind;

constexpr std::int64_t day = 86'400;

std::int64_t daysOf(std::int64_t seconds) { return seconds >= 0 ? seconds / day : (seconds - day + 1) / day; }

// What a message says, decoded and with ASCII letters in lower case (RFC 9051 §6.4.4: substrings, in any
// case). Read once, however many keys ask.
class Words {
public:
    explicit Words(const Message& message) : message_(message) {}

    bool headerHolds(std::string_view name, std::string_view wanted) { // no name: any field
        if (!header_) header_ = fieldsOf(message_.header());
        const std::string word = toLower(wanted);
        return std::any_of(header_->begin(), header_->end(), [&](const Field& field) {
            if (name.empty()) return field.line.find(word) != std::string::npos;
            return equalIgnoringCase(field.name, name) &&
                   field.line.find(word, field.name.size() + 2) != std::string::npos;
        });
    }

    bool bodyHolds(std::string_view wanted) {
        if (!body_) {
            const std::string octets = message_.octets();
            body_.emplace();
            addPart(parseMime(octets), octets);
        }
        const std::string word = toLower(wanted);
        return std::any_of(body_->begin(), body_->end(),
                           [&](const std::string& text) { return text.find(word) != std::string::npos; });
    }

private:
    struct Field {
        std::string name;
        std::string line; // "name: value"
    };

    static std::vector<Field> fieldsOf(std::string_view header) {
        std::vector<Field> fields;
        for (const HeaderField& field : headerFields(header)) {
            std::string name(field.name);
            std::string line = toLower(name + ": " + decodeHeaderText(field.value));
            fields.push_back({std::move(name), std::move(line)});
        }
        return fields;
    }

    void addPart(const MimePart& part, std::string_view octets) {
        if (part.isText()) body_->push_back(toLower(part.decodedText(octets)));
        for (const MimePart& child : part.children) {
            if (part.isMessage())
                for (Field& field : fieldsOf(child.header(octets))) body_->push_back(std::move(field.line));
            addPart(child, octets);
        }
    }

    const Message& message_;
    std::optional<std::vector<Field>> header_;
    std::optional<std::vector<std::string>> body_;
};

// "Wed, 25 Nov 2026 09:30:00 +0900": the day as written, without its zone (RFC 9051 §6.4.4).
std::optional<std::int64_t> sentDay(const Message& message) {
    const std::string date = message.field("Date");
    std::string_view text = date;
    if (const std::size_t comma = text.find(','); comma != text.npos) text.remove_prefix(comma + 1);
    text = trimmed(text);
    std::string_view words[3];
    for (std::string_view& word : words) {
        word = text.substr(0, std::min(text.find_first_of(" \t"), text.size()));
        text = trimmed(text.substr(word.size()));
    }
    Parser parser(words[0]);
    const auto dayOfMonth = parser.number();
    const auto month = monthNumber(words[1]);
    Parser yearParser(words[2]);
    auto year = yearParser.number();
    if (!dayOfMonth || !month || !year || *dayOfMonth < 1 || *dayOfMonth > 31 || *year > 9999)
        return std::nullopt;
    if (*year < 100) *year += *year < 50 ? 2000 : 1900; // RFC 5322 §4.3
    Calendar calendar;
    calendar.year = int(*year);
    calendar.month = *month;
    calendar.day = int(*dayOfMonth);
    return daysOf(toUnixSeconds(calendar));
}

bool holds(const SearchKey& key, const MessageData& data, const SearchPlace& place, Words& words) {
    const auto partMatches = [&](const SearchKey& part) { return holds(part, data, place, words); };
    switch (key.kind) {
    case Kind::And:
        return std::all_of(key.parts.begin(), key.parts.end(), partMatches);
    case Kind::Or:
        return std::any_of(key.parts.begin(), key.parts.end(), partMatches);
    case Kind::Not:
        return std::none_of(key.parts.begin(), key.parts.end(), partMatches);
    case Kind::Numbers:
        return key.set.contains(place.number, place.lastNumber);
    case Kind::Uids:
        return key.set.contains(data.uid, place.lastUid);
    case Kind::Flag:
        return (data.flags.system & key.bit) != 0;
    case Kind::Keyword:
        return std::any_of(data.flags.keywords.begin(), data.flags.keywords.end(),
                           [&](const std::string& word) { return equalIgnoringCase(word, key.text); });
    case Kind::Nothing:
        return false;
    case Kind::Header:
        return words.headerHolds(key.name, key.text);
    case Kind::Body:
        return words.bodyHolds(key.text);
    case Kind::Text:
        return words.headerHolds({}, key.text) || words.bodyHolds(key.text);
    case Kind::Larger:
        return std::int64_t(data.message.size()) > key.number;
    case Kind::Smaller:
        return std::int64_t(data.message.size()) < key.number;
    case Kind::Before:
    case Kind::On:
    case Kind::Since: {
        const std::int64_t received = daysOf(data.internalDate + place.utcOffsetMinutes * 60);
        return key.kind == Kind::Before ? received < key.number
               : key.kind == Kind::On   ? received == key.number
                                        : received >= key.number;
    }
    case Kind::SentBefore:
    case Kind::SentOn:
    case Kind::SentSince: {
        const auto sent = sentDay(data.message);
        if (!sent) return false;
        return key.kind == Kind::SentBefore ? *sent < key.number
               : key.kind == Kind::SentOn   ? *sent == key.number
                                            : *sent >= key.number;
    }
    }
    return false;
}

} // namespace

bool matches(const SearchKey& key, const MessageData& data, const SearchPlace& place) {
    Words words(data.message);
    return holds(key, data, place, words);
}

} // namespace mailtown::imap
