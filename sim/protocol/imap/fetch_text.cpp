#include "protocol/imap/fetch_text.h"

#include "base/calendar.h"
#include "base/text.h"
#include "mail/header_field.h"
#include "mail/mime.h"
#include "protocol/imap/body_structure.h"
#include "protocol/imap/quoting.h"

#include <algorithm>
#include <cstdio>
#include <optional>
#include <set>
#include <utility>

namespace mailtown::imap {
namespace {

// Where something lies in a message.
struct Range {
    std::size_t begin = 0, end = 0;
};

// The octets of a message and its parts, looked at only when an item needs them.
class Content {
public:
    Content(const Message& message, std::size_t& work) : message_(message), work_(work) {}
    std::size_t size() const { return message_.size(); }
    std::size_t headerSize() {
        if (!headerSize_) {
            headerSize_ = message_.headerSize();
            work_ += *headerSize_;
        }
        return *headerSize_;
    }
    std::string header(Range where) {
        std::string header = headerRead(message_, where.begin, where.end);
        work_ += header.size() * headerCost;
        return header;
    }
    const std::string& octets() {
        if (!octets_) {
            octets_ = message_.octets();
            work_ += octets_->size();
        }
        return *octets_;
    }
    const MimePart& root() {
        if (!root_) {
            root_ = parseMime(octets());
            work_ += octets().size();
        }
        return *root_;
    }

private:
    const Message& message_;
    std::size_t& work_;
    std::optional<std::size_t> headerSize_;
    std::optional<std::string> octets_;
    std::optional<MimePart> root_;
};

// The lines of those fields (or of all others), then the empty line (RFC 9051 §6.4.5.1).
std::string chosenFields(std::string_view header, const Section& section) {
    std::set<std::string> names;
    for (const std::string& field : section.fields) names.insert(toLower(field));
    std::string chosen;
    bool keeping = false;
    while (!header.empty()) {
        const std::size_t end = std::min(header.find('\n'), header.size() - 1) + 1;
        const std::string_view line = header.substr(0, end);
        header.remove_prefix(end);
        if (trimmed(line).empty()) break;
        if (line.front() != ' ' && line.front() != '\t') { // else folded: goes with its field
            const std::string_view name = trimmed(line.substr(0, std::min(line.find(':'), line.size())));
            keeping = names.contains(toLower(name)) == (section.kind == Section::Kind::HeaderFields);
        }
        if (keeping) chosen += line;
    }
    return chosen + "\r\n";
}

// None: the message has no such part.
std::optional<Range> sectionRange(Content& content, const Section& section) {
    const auto header = [&] { return Range{0, content.headerSize()}; };
    const auto headerOf = [](const MimePart& part) { return Range{part.headerBegin, part.bodyBegin}; };
    const auto bodyOf = [](const MimePart& part) { return Range{part.bodyBegin, part.bodyEnd}; };
    if (section.path.empty()) { // nothing needs to be taken apart
        if (section.kind == Section::Kind::Whole) return Range{0, content.size()};
        return section.kind == Section::Kind::Text ? Range{content.headerSize(), content.size()} : header();
    }
    const MimePart* part = mimePartAt(content.root(), section.path);
    if (!part) return std::nullopt;
    if (section.kind == Section::Kind::Whole) return bodyOf(*part);
    if (section.kind == Section::Kind::Mime) return headerOf(*part);
    // RFC 9051 §6.4.5.1: HEADER and TEXT of a part are those of the message that is embedded in it.
    if (!part->isMessage()) return std::nullopt;
    const MimePart& embedded = part->children.front();
    return section.kind == Section::Kind::Text ? bodyOf(embedded) : headerOf(embedded);
}

// Appends the section's value as far as it is not in the message as it stands; what of the message follows.
Range appendSection(std::string& out, Content& content, const Section& section) {
    auto range = sectionRange(content, section);
    if (!range) {
        out += "NIL";
        return {};
    }
    const auto partOf = [&](Range whole) {
        if (!section.partial) return whole;
        const std::size_t size = whole.end - whole.begin;
        const std::size_t first = std::min<std::size_t>(section.partial->first, size);
        const std::size_t count = std::min<std::size_t>(section.partial->second, size - first);
        return Range{whole.begin + first, whole.begin + first + count};
    };
    if (section.kind == Section::Kind::HeaderFields || section.kind == Section::Kind::HeaderFieldsNot) {
        const std::string chosen = chosenFields(content.header(*range), section);
        const Range part = partOf({0, chosen.size()});
        appendLiteral(out, std::string_view(chosen).substr(part.begin, part.end - part.begin));
        return {};
    }
    range = partOf(*range);
    out += '{' + std::to_string(range->end - range->begin) + "}\r\n";
    return *range;
}

// Appends the item; what of the message follows, as a literal's octets.
Range appendItem(std::string& out, const FetchItem& item, const MessageData& data, Content& content,
                 int utcOffsetMinutes) {
    out += item.label;
    out += ' ';
    switch (item.kind) {
    case FetchItem::Kind::Uid:
        out += std::to_string(data.uid);
        break;
    case FetchItem::Kind::Flags:
        out += '(' + flagsText(data.flags) + ')';
        break;
    case FetchItem::Kind::InternalDate:
        out += internalDateText(data.internalDate, utcOffsetMinutes);
        break;
    case FetchItem::Kind::Size:
        out += std::to_string(data.message.size());
        break;
    case FetchItem::Kind::Envelope:
        appendEnvelope(out, content.header({0, content.size()}));
        break;
    case FetchItem::Kind::Body:
    case FetchItem::Kind::BodyStructure:
        appendBodyStructure(out, content.root(), content.octets(),
                            item.kind == FetchItem::Kind::BodyStructure);
        break;
    case FetchItem::Kind::Section:
        return appendSection(out, content, item.section);
    }
    return {};
}

} // namespace

std::string flagsText(const MessageFlags& flags) {
    std::string text;
    const auto add = [&](std::string_view name) {
        if (!text.empty()) text += ' ';
        text += name;
    };
    if (flags.system & answeredBit) add("\\Answered");
    if (flags.system & flaggedBit) add("\\Flagged");
    if (flags.system & deletedBit) add("\\Deleted");
    if (flags.system & seenBit) add("\\Seen");
    if (flags.system & draftBit) add("\\Draft");
    for (const std::string& keyword : flags.keywords) add(keyword);
    return text;
}

std::string headerRead(const Message& message, std::size_t begin, std::size_t end) {
    std::string header;
    message.appendOctets(header, begin, std::min(end - begin, longestHeaderRead));
    if (header.size() == longestHeaderRead) header.resize(header.rfind('\n') + 1);
    return header;
}

bool appendFetch(std::string& out, std::size_t limit, FetchUnderWay& fetch,
                 const std::vector<FetchItem>& items, int utcOffsetMinutes, std::size_t& work) {
    Content content(fetch.data.message, work);
    if (!std::exchange(fetch.begun, true)) out += "* " + std::to_string(fetch.number) + " FETCH (";
    while (fetch.item < items.size() || fetch.literalAt < fetch.literalEnd) {
        if (out.size() >= limit || work >= workLimit) return false;
        if (fetch.literalAt < fetch.literalEnd) {
            const std::size_t count = std::min(fetch.literalEnd - fetch.literalAt, limit - out.size());
            fetch.data.message.appendOctets(out, fetch.literalAt, count);
            fetch.literalAt += count;
            continue;
        }
        std::string text = fetch.item > 0 ? " " : "";
        const Range literal = appendItem(text, items[fetch.item], fetch.data, content, utcOffsetMinutes);
        const std::size_t count = std::min(text.size() - fetch.told, limit);
        out.append(text, fetch.told, count);
        fetch.told += count;
        if (fetch.told < text.size()) return false;
        fetch.told = 0;
        ++fetch.item;
        fetch.literalAt = literal.begin;
        fetch.literalEnd = literal.end;
    }
    out += ")\r\n";
    return true;
}

void appendFlagsFetch(std::string& out, std::uint32_t number, const MessageFlags& flags, std::uint32_t uid) {
    out += "* " + std::to_string(number) + " FETCH (";
    if (uid) out += "UID " + std::to_string(uid) + ' ';
    out += "FLAGS (" + flagsText(flags) + "))\r\n";
}

std::string internalDateText(std::int64_t unixSeconds, int utcOffsetMinutes) {
    const Calendar date = toCalendar(unixSeconds, utcOffsetMinutes);
    char text[80];
    std::snprintf(text, sizeof text, "\"%02d-%.3s-%04d %02d:%02d:%02d ", date.day,
                  englishMonth(date.month).data(), date.year, date.hour, date.minute, date.second);
    return text + formatUtcOffset(utcOffsetMinutes) + '"';
}

} // namespace mailtown::imap
