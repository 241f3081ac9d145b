// Whether a message is what a SEARCH looks for.
#include "protocol/imap/search_key.h"

#include "base/calendar.h"
#include "base/text.h"
#include "mail/charset.h"
#include "mail/header_field.h"
#include "mail/mime.h"
#include "protocol/imap/word_finder.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace mailtown::imap {
namespace {

using Kind = SearchKey::Kind;

constexpr std::int64_t day = 86'400;

std::int64_t daysOf(std::int64_t seconds) { return seconds >= 0 ? seconds / day : (seconds - day + 1) / day; }

// What is ASCII all through needs no decoding then.
bool readsAsAscii(std::string_view charset) {
    return charset.empty() || equalIgnoringCase(charset, "utf-8") || equalIgnoringCase(charset, "us-ascii");
}

// "Wed, 25 Nov 2026 09:30:00 +0900": the day as written, without its zone (RFC 9051 §6.4.4).
std::optional<std::int64_t> dayIn(std::string_view text) {
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

// What the words are looked for in: all fields, those of one name (in lower case), the body.
struct Search::Finders {
    WordFinder anyField, body;
    std::map<std::string, WordFinder> fields;

    explicit Finders(const SearchKey& key) {
        Collected words;
        collect(key, words);
        anyField = WordFinder(words.anyField);
        body = WordFinder(words.body);
        for (const auto& [name, ofField] : words.fields) fields.emplace(name, WordFinder(ofField));
    }

    bool tooLarge() const {
        std::size_t entries = anyField.entries() + body.entries();
        bool large = anyField.tooLarge() || body.tooLarge();
        for (const auto& [name, finder] : fields) {
            entries += finder.entries();
            large = large || finder.tooLarge();
        }
        return large || entries > WordFinder::mostEntries;
    }

private:
    struct Collected {
        std::vector<std::string_view> anyField, body;
        std::map<std::string, std::vector<std::string_view>> fields;
    };
    static void collect(const SearchKey& key, Collected& words) {
        for (const SearchKey& part : key.parts) collect(part, words);
        if (key.kind == Kind::Header && !key.name.empty())
            words.fields[toLower(key.name)].push_back(key.text);
        if (key.kind == Kind::Text || (key.kind == Kind::Header && key.name.empty()))
            words.anyField.push_back(key.text);
        if (key.kind == Kind::Text || key.kind == Kind::Body) words.body.push_back(key.text);
    }
};

// What one message says of the words looked for (RFC 9051 §6.4.4: substrings, in any case). Read once,
// however many keys ask.
class Search::Words {
public:
    Words(const Message& message, Search& search, std::size_t& work)
        : message_(message), search_(search), work_(work) {}

    bool headerHolds(std::string_view name, std::string_view wanted) { // no name: any field
        const Finders& finders = search_.finders();
        if (!inAnyField_) readHeader(finders);
        if (name.empty()) return finders.anyField.holds(*inAnyField_, wanted);
        const std::string key = toLower(name);
        return finders.fields.at(key).holds(inFields_.at(key), wanted);
    }

    bool bodyHolds(std::string_view wanted) {
        const WordFinder& finder = search_.finders().body;
        if (!inBody_) {
            inBody_ = finder.nothingFound();
            const std::string octets = message_.octets();
            readPart(parseMime(octets), octets);
            work_ += octets.size();
        }
        return finder.holds(*inBody_, wanted);
    }

    std::optional<std::int64_t> sentDay() {
        if (!sentDay_) {
            sentDay_.emplace();
            const auto fields = headerFields(header());
            const auto date = std::find_if(fields.begin(), fields.end(), [](const HeaderField& field) {
                return equalIgnoringCase(field.name, "Date");
            });
            if (date != fields.end()) *sentDay_ = dayIn(unfolded(date->value));
        }
        return *sentDay_;
    }

private:
    const std::string& header() {
        if (!header_) {
            header_ = headerRead(message_);
            work_ += header_->size() * headerCost;
        }
        return *header_;
    }

    void readHeader(const Finders& finders) {
        inAnyField_ = finders.anyField.nothingFound();
        for (const auto& [name, finder] : finders.fields) inFields_[name] = finder.nothingFound();
        for (const HeaderField& field : headerFields(header())) {
            const std::string value = decodeHeaderText(field.value);
            finders.anyField.look(std::string(field.name) + ": " + value, *inAnyField_);
            const std::string name = toLower(field.name);
            if (const auto named = finders.fields.find(name); named != finders.fields.end())
                named->second.look(value, inFields_[name]);
        }
    }

    void readPart(const MimePart& part, std::string_view octets) {
        const WordFinder& finder = search_.finders().body;
        if (part.isText()) {
            const bool encoded = part.encoding == "base64" || part.encoding == "quoted-printable";
            const std::string_view body = part.body(octets);
            if (!encoded && isAscii(body) && readsAsAscii(part.parameter("charset"))) {
                finder.look(body, *inBody_);
            } else {
                MimePart beginning = part;
                beginning.children.clear();
                beginning.bodyEnd = part.bodyBegin + std::min(body.size(), decodedLeft_);
                decodedLeft_ -= beginning.size();
                finder.look(beginning.decodedText(octets), *inBody_);
            }
        }
        for (const MimePart& child : part.children) {
            if (part.isMessage()) {
                const std::string_view header = child.header(octets).substr(0, headerLeft_);
                headerLeft_ -= header.size();
                for (const HeaderField& field : headerFields(header))
                    finder.look(std::string(field.name) + ": " + decodeHeaderText(field.value), *inBody_);
            }
            readPart(child, octets);
        }
    }

    // Octets of the body that are decoded to look through them, and of headers of embedded messages: decoding
    // costs much, and text of more than that is no letter's. Plain text is read to its end.
    std::size_t decodedLeft_ = 2 << 20;
    std::size_t headerLeft_ = 1 << 20;

    const Message& message_;
    Search& search_;
    std::size_t& work_;
    std::optional<std::string> header_;
    std::optional<WordFinder::Found> inAnyField_, inBody_;
    std::map<std::string, WordFinder::Found> inFields_;
    std::optional<std::optional<std::int64_t>> sentDay_;
};

bool Search::holds(const SearchKey& key, const MessageData& data, const SearchPlace& place, Words& words) {
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
        const auto sent = words.sentDay();
        if (!sent) return false;
        return key.kind == Kind::SentBefore ? *sent < key.number
               : key.kind == Kind::SentOn   ? *sent == key.number
                                            : *sent >= key.number;
    }
    }
    return false;
}

const Search::Finders& Search::finders() {
    if (!finders_) finders_ = std::make_shared<const Finders>(key_);
    return *finders_;
}

bool Search::tooLarge() { return finders().tooLarge(); }

bool Search::matches(const MessageData& data, const SearchPlace& place, std::size_t& work) {
    Words words(data.message, *this, work);
    return holds(key_, data, place, words);
}

} // namespace mailtown::imap
