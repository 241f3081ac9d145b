// Whether a message is what a SEARCH looks for.
#include "protocol/imap/search_key.h"

#include "base/calendar.h"
#include "base/text.h"
#include "mail/charset.h"
#include "mail/header_field.h"
#include "mail/mime.h"

#include <algorithm>

namespace mailtown::imap {
namespace {

using Kind = SearchKey::Kind;

constexpr std::int64_t day = 86'400;

std::int64_t daysOf(std::int64_t seconds) { return seconds >= 0 ? seconds / day : (seconds - day + 1) / day; }

// RFC 9051 §6.4.4: substrings, ASCII letters in any case.
bool holds(std::string_view text, std::string_view wanted) {
    const auto same = [](char a, char b) { return toLower(a) == toLower(b); };
    return std::search(text.begin(), text.end(), wanted.begin(), wanted.end(), same) != text.end() ||
           wanted.empty();
}

bool headerHolds(std::string_view header, std::string_view name, std::string_view wanted) {
    for (const HeaderField& field : headerFields(header)) {
        if (!name.empty() && !equalIgnoringCase(field.name, name)) continue;
        const std::string value = decodeHeaderText(field.value);
        if (holds(name.empty() ? std::string(field.name) + ": " + value : value, wanted)) return true;
    }
    return false;
}

bool partHolds(const MimePart& part, std::string_view message, std::string_view wanted) {
    if (part.isText() && holds(part.decodedText(message), wanted)) return true;
    return std::any_of(part.children.begin(), part.children.end(), [&](const MimePart& child) {
        return (part.isMessage() && headerHolds(child.header(message), {}, wanted)) ||
               partHolds(child, message, wanted);
    });
}

bool bodyHolds(const Message& message, std::string_view wanted) {
    const std::string octets = message.octets();
    return partHolds(parseMime(octets), octets, wanted);
}

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

} // namespace

bool matches(const SearchKey& key, const MessageData& data, const SearchPlace& place) {
    const auto partMatches = [&](const SearchKey& part) { return matches(part, data, place); };
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
        return headerHolds(data.message.header(), key.name, key.text);
    case Kind::Body:
        return bodyHolds(data.message, key.text);
    case Kind::Text:
        return headerHolds(data.message.header(), {}, key.text) || bodyHolds(data.message, key.text);
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

} // namespace mailtown::imap
