#include "protocol/imap/fetch_items.h"

#include "base/text.h"
#include "protocol/imap/quoting.h"

#include <algorithm>

namespace mailtown::imap {
namespace {

using Kind = FetchItem::Kind;

constexpr std::size_t mostItems = 200;
constexpr std::size_t deepestPath = 100;

FetchItem simple(Kind kind, std::string label) {
    FetchItem item;
    item.kind = kind;
    item.label = std::move(label);
    return item;
}

FetchItem old(std::string label, Section::Kind kind, bool peek) { // RFC822…, the names of RFC 3501 §6.4.5
    FetchItem item = simple(Kind::Section, std::move(label));
    item.section.kind = kind;
    item.peek = peek;
    return item;
}

// Behind "[": "1.2.HEADER.FIELDS (From)]".
std::optional<Section> sectionIn(Parser& parser) {
    Section section;
    while (isDigit(parser.peek())) {
        const auto number = parser.number();
        if (!number || *number == 0 || section.path.size() == deepestPath) return std::nullopt;
        section.path.push_back(*number);
        if (!parser.take('.')) break;
        if (parser.peek() == ']') return std::nullopt;
    }
    if (parser.take(']')) return section;
    if (parser.takeWord("HEADER")) {
        section.kind = Section::Kind::Header;
    } else if (parser.takeWord("TEXT")) {
        section.kind = Section::Kind::Text;
    } else if (parser.takeWord("MIME")) {
        if (section.path.empty()) return std::nullopt;
        section.kind = Section::Kind::Mime;
    } else {
        if (parser.takeWord("HEADER.FIELDS"))
            section.kind = Section::Kind::HeaderFields;
        else if (parser.takeWord("HEADER.FIELDS.NOT"))
            section.kind = Section::Kind::HeaderFieldsNot;
        else
            return std::nullopt;
        parser.space();
        auto fields = parser.astringList();
        if (!fields || fields->empty()) return std::nullopt;
        section.fields = std::move(*fields);
    }
    if (!parser.take(']')) return std::nullopt;
    return section;
}

std::string labelOf(const Section& section) {
    std::string label = "BODY[";
    for (std::size_t i = 0; i < section.path.size(); ++i)
        label += (i ? "." : "") + std::to_string(section.path[i]);
    if (section.kind != Section::Kind::Whole && !section.path.empty()) label += '.';
    switch (section.kind) {
    case Section::Kind::Whole:
        break;
    case Section::Kind::Header:
        label += "HEADER";
        break;
    case Section::Kind::Text:
        label += "TEXT";
        break;
    case Section::Kind::Mime:
        label += "MIME";
        break;
    case Section::Kind::HeaderFields:
    case Section::Kind::HeaderFieldsNot:
        label += section.kind == Section::Kind::HeaderFields ? "HEADER.FIELDS (" : "HEADER.FIELDS.NOT (";
        for (std::size_t i = 0; i < section.fields.size(); ++i) {
            if (i) label += ' ';
            appendAstring(label, section.fields[i]);
        }
        label += ')';
        break;
    }
    label += ']';
    // RFC 9051 §7.5.2: the origin is echoed, the count is not.
    if (section.partial) label += '<' + std::to_string(section.partial->first) + '>';
    return label;
}

std::optional<FetchItem> bodySection(Parser& parser, bool peek) {
    auto section = sectionIn(parser);
    if (!section) return std::nullopt;
    if (parser.take('<')) {
        const auto first = parser.number();
        const auto count = first && parser.take('.') ? parser.number() : std::nullopt;
        if (!count || !parser.take('>')) return std::nullopt;
        section->partial = {*first, *count};
    }
    FetchItem item;
    item.kind = Kind::Section;
    item.peek = peek;
    item.label = labelOf(*section);
    item.section = std::move(*section);
    return item;
}

std::optional<FetchItem> item(Parser& parser) {
    static const FetchItem words[] = {
        simple(Kind::Uid, "UID"),
        simple(Kind::Flags, "FLAGS"),
        simple(Kind::InternalDate, "INTERNALDATE"),
        simple(Kind::Size, "RFC822.SIZE"),
        simple(Kind::Envelope, "ENVELOPE"),
        simple(Kind::Body, "BODY"),
        simple(Kind::BodyStructure, "BODYSTRUCTURE"),
        old("RFC822", Section::Kind::Whole, false),
        old("RFC822.HEADER", Section::Kind::Header, true),
        old("RFC822.TEXT", Section::Kind::Text, false),
    };
    // "BODY[TEXT" would be one atom: "[" is no special.
    const std::string_view rest = parser.rest();
    for (const bool peek : {false, true}) {
        const std::string_view start = peek ? "BODY.PEEK[" : "BODY[";
        if (!startsWithIgnoringCase(rest, start)) continue;
        for (std::size_t i = 0; i < start.size(); ++i) parser.take(rest[i]);
        return bodySection(parser, peek);
    }
    for (const FetchItem& word : words)
        if (parser.takeWord(word.label)) return word;
    return std::nullopt;
}

} // namespace

std::optional<std::vector<FetchItem>> parseFetchItems(Parser& parser) {
    const auto all = [](std::initializer_list<FetchItem> items) { return std::vector<FetchItem>(items); };
    const FetchItem flags = simple(Kind::Flags, "FLAGS"), date = simple(Kind::InternalDate, "INTERNALDATE"),
                    size = simple(Kind::Size, "RFC822.SIZE"), envelope = simple(Kind::Envelope, "ENVELOPE"),
                    body = simple(Kind::Body, "BODY");
    if (parser.takeWord("FAST")) return all({flags, date, size});
    if (parser.takeWord("ALL")) return all({flags, date, size, envelope});
    if (parser.takeWord("FULL")) return all({flags, date, size, envelope, body});
    const bool list = parser.take('(');
    std::vector<FetchItem> items;
    do {
        auto one = item(parser);
        if (!one || items.size() == mostItems) return std::nullopt;
        items.push_back(std::move(*one));
    } while (list && parser.space() && parser.peek() != ')');
    if (list && !parser.take(')')) return std::nullopt;
    return items;
}

} // namespace mailtown::imap
