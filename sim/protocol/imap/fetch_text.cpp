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

namespace mailtown::imap {
namespace {

// The octets of a message and its parts, looked at only when an item needs them.
class Content {
public:
    explicit Content(const Message& message) : message_(message) {}
    const std::string& octets() {
        if (!octets_) octets_ = message_.octets();
        return *octets_;
    }
    const MimePart& root() {
        if (!root_) root_ = parseMime(octets());
        return *root_;
    }

private:
    const Message& message_;
    std::optional<std::string> octets_;
    std::optional<MimePart> root_;
};

// The lines of those fields (or of all others), then the empty line (RFC 9051 §6.4.5.1).
std::string chosenFields(std::string_view header, const Section& section) {
    std::string chosen;
    bool keeping = false;
    while (!header.empty()) {
        const std::size_t end = std::min(header.find('\n'), header.size() - 1) + 1;
        const std::string_view line = header.substr(0, end);
        header.remove_prefix(end);
        if (trimmed(line).empty()) break;
        if (line.front() != ' ' && line.front() != '\t') { // else folded: goes with its field
            const std::string_view name = trimmed(line.substr(0, std::min(line.find(':'), line.size())));
            const bool named =
                std::any_of(section.fields.begin(), section.fields.end(),
                            [&](const std::string& field) { return equalIgnoringCase(field, name); });
            keeping = named == (section.kind == Section::Kind::HeaderFields);
        }
        if (keeping) chosen += line;
    }
    return chosen + "\r\n";
}

// None: the message has no such part. `chosen` holds what is not in the message as it stands.
std::optional<std::string_view> sectionOctets(Content& content, const Section& section, std::string& chosen) {
    if (section.path.empty() && section.kind == Section::Kind::Whole) return content.octets();
    const MimePart* part = mimePartAt(content.root(), section.path);
    if (!part) return std::nullopt;
    const std::string_view message = content.octets();
    if (section.kind == Section::Kind::Whole) return part->body(message);
    if (section.kind == Section::Kind::Mime) return part->header(message);
    // RFC 9051 §6.4.5.1: HEADER and TEXT of a part are those of the message that is embedded in it.
    if (!section.path.empty()) {
        if (!part->isMessage()) return std::nullopt;
        part = &part->children.front();
    }
    if (section.kind == Section::Kind::Text) return part->body(message);
    if (section.kind == Section::Kind::Header) return part->header(message);
    chosen = chosenFields(part->header(message), section);
    return chosen;
}

void appendSection(std::string& out, Content& content, const Section& section) {
    std::string chosen;
    auto octets = sectionOctets(content, section, chosen);
    if (!octets) {
        out += "NIL";
        return;
    }
    if (section.partial) {
        const std::size_t first = std::min<std::size_t>(section.partial->first, octets->size());
        octets = octets->substr(first, section.partial->second);
    }
    appendLiteral(out, *octets);
}

void appendItem(std::string& out, const FetchItem& item, const MessageData& data, Content& content,
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
        appendEnvelope(out, content.root().header(content.octets()));
        break;
    case FetchItem::Kind::Body:
    case FetchItem::Kind::BodyStructure:
        appendBodyStructure(out, content.root(), content.octets(),
                            item.kind == FetchItem::Kind::BodyStructure);
        break;
    case FetchItem::Kind::Section:
        appendSection(out, content, item.section);
        break;
    }
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

bool appendFetch(std::string& out, std::size_t limit, FetchUnderWay& fetch,
                 const std::vector<FetchItem>& items, int utcOffsetMinutes) {
    Content content(fetch.data.message);
    if (fetch.item == 0) out += "* " + std::to_string(fetch.number) + " FETCH (";
    while (fetch.item < items.size()) {
        if (out.size() >= limit) return false;
        if (fetch.item > 0) out += ' ';
        appendItem(out, items[fetch.item++], fetch.data, content, utcOffsetMinutes);
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
