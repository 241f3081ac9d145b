#include "mail/mime_header.h"

#include "base/text.h"
#include "mail/charset.h"
#include "mail/header_field.h"

#include <algorithm>
#include <map>

namespace mailtown {
namespace {

constexpr std::size_t mostParameters = 100; // of one field; more are not read

bool isToken(std::string_view text) { // RFC 2045 §5.1
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
        return isAscii(c) && !isControl(c) && c != ' ' &&
               std::string_view("()<>@,;:\\\"/[]?=").find(c) == std::string_view::npos;
    });
}

// One "name*2*=value" as it stands (RFC 2231).
struct Section {
    int number = 0;
    bool extended = false; // percent-encoded
    std::string value;
};

int hexDigit(char c) {
    if (isDigit(c)) return c - '0';
    const char lower = toLower(c);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

std::string percentDecoded(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '%' && i + 2 < text.size() && hexDigit(text[i + 1]) >= 0 &&
            hexDigit(text[i + 2]) >= 0) {
            out += char(hexDigit(text[i + 1]) * 16 + hexDigit(text[i + 2]));
            i += 2;
        } else {
            out += text[i];
        }
    }
    return out;
}

std::string percentEncoded(std::string_view text) { // RFC 2231 §7 attribute-char stays
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string out;
    for (const char c : text) {
        if (isLetter(c) || isDigit(c) ||
            std::string_view("!#$&+-.^_`{|}~").find(c) != std::string_view::npos) {
            out += c;
        } else {
            out += '%';
            out += digits[static_cast<unsigned char>(c) >> 4];
            out += digits[static_cast<unsigned char>(c) & 0xF];
        }
    }
    return out;
}

// "name", "name*", "name*0", "name*0*" → name and the rest of the section.
std::string splitName(std::string_view written, Section& section) {
    std::string name = toLower(written);
    if (name.size() > 1 && name.ends_with('*')) {
        section.extended = true;
        name.pop_back();
    }
    const std::size_t star = name.rfind('*');
    if (star == std::string::npos || star == 0 || star + 1 == name.size() || name.size() - star > 4)
        return name;
    int number = 0;
    for (const char c : std::string_view(name).substr(star + 1)) {
        if (!isDigit(c)) return name;
        number = number * 10 + (c - '0');
    }
    section.number = number;
    name.resize(star);
    return name;
}

// Sections may stand in any order (RFC 2231 §3); the charset stands in the first alone (§4.1).
MimeParameter joinSections(const std::string& name, std::vector<Section> sections) {
    std::stable_sort(sections.begin(), sections.end(),
                     [](const Section& a, const Section& b) { return a.number < b.number; });
    MimeParameter out;
    out.name = name;
    const bool extended =
        std::any_of(sections.begin(), sections.end(), [](const Section& s) { return s.extended; });
    out.wireName = extended ? name + "*" : name;
    if (!extended) {
        for (const Section& section : sections) out.wireValue += section.value;
        out.value = decodeHeaderText(toUtf8(out.wireValue, "utf-8"));
        return out;
    }
    std::string charset, octets;
    for (std::size_t i = 0; i < sections.size(); ++i) {
        std::string_view value = sections[i].value;
        if (i == 0 && sections[i].extended) {
            const std::size_t first = value.find('\'');
            const std::size_t second = first == value.npos ? first : value.find('\'', first + 1);
            if (second != value.npos) {
                charset = value.substr(0, first);
                out.wireValue = value.substr(0, second + 1);
                value.remove_prefix(second + 1);
            }
        }
        if (i == 0 && out.wireValue.empty()) out.wireValue = "''";
        out.wireValue += sections[i].extended ? std::string(value) : percentEncoded(value);
        octets += sections[i].extended ? percentDecoded(value) : std::string(value);
    }
    out.value = toUtf8(octets, charset);
    std::replace_if(
        out.value.begin(), out.value.end(), [](char c) { return isControl(c); }, ' ');
    return out;
}

std::vector<std::string> languages(std::string_view value) { // RFC 3282
    std::vector<std::string> out;
    HeaderLexer lexer(value, ",");
    for (HeaderToken token = lexer.next(); token.kind != HeaderToken::Kind::End; token = lexer.next())
        if (token.kind == HeaderToken::Kind::Atom && out.size() < mostParameters) out.push_back(token.text);
    return out;
}

} // namespace

ParameterisedValue parseParameterised(std::string_view value) {
    ParameterisedValue out;
    HeaderLexer lexer(value, ";=");
    HeaderToken token = lexer.next();
    for (; token.kind != HeaderToken::Kind::End && !token.is(';'); token = lexer.next())
        if (token.kind == HeaderToken::Kind::Atom)
            out.main += toLower(token.text); // "text / plain" is forgiven

    std::map<std::string, std::vector<Section>> byName;
    std::vector<std::string> order;
    std::size_t count = 0;
    while (token.kind != HeaderToken::Kind::End && count++ < mostParameters) {
        // name [=] value, up to the next semicolon
        std::string name;
        Section section;
        for (token = lexer.next(); token.kind != HeaderToken::Kind::End && !token.is(';') && !token.is('=');
             token = lexer.next())
            if (token.kind == HeaderToken::Kind::Atom) name += token.text;
        if (!token.is('=')) continue;
        std::size_t begin = std::string_view::npos, end = 0;
        bool quoted = false;
        for (token = lexer.next(); token.kind != HeaderToken::Kind::End && !token.is(';');
             token = lexer.next()) {
            if (token.kind == HeaderToken::Kind::Comment || quoted) continue;
            if (token.kind == HeaderToken::Kind::Quoted && begin == std::string_view::npos) {
                section.value = token.text;
                quoted = true;
                continue;
            }
            begin = std::min(begin, token.begin); // an unquoted value with spaces in it is forgiven
            end = token.end;
        }
        if (!quoted && begin != std::string_view::npos)
            section.value = unfolded(value.substr(begin, end - begin));
        const std::string base = splitName(name, section);
        if (!isToken(base)) continue;
        // A plain value and an extended one of the same name are two (RFC 2231 is spoken beside RFC 2047 that
        // way).
        const bool sectioned = name.find('*') != name.npos;
        std::vector<Section>& sections = byName[sectioned ? base + "*" : base];
        if (sections.empty()) order.push_back(sectioned ? base + "*" : base);
        if (sectioned || sections.empty())
            sections.push_back(std::move(section)); // the first of two same names counts
    }
    for (const std::string& key : order) {
        const std::string name = key.ends_with('*') ? key.substr(0, key.size() - 1) : key;
        out.parameters.push_back(joinSections(name, std::move(byName[key])));
    }
    return out;
}

const std::string& findParameter(const std::vector<MimeParameter>& parameters, std::string_view name) {
    static const std::string none;
    const std::string* found = &none;
    for (const MimeParameter& parameter : parameters) {
        if (parameter.name != name) continue;
        if (parameter.wireName.ends_with('*')) return parameter.value;
        if (found == &none) found = &parameter.value;
    }
    return *found;
}

void readMimeHeader(MimePart& part, std::string_view header, bool inDigest) {
    bool typed = false;
    std::vector<std::string> seen; // the first field of a name counts
    for (const HeaderField& field : headerFields(header)) {
        if (!startsWithIgnoringCase(field.name, "Content-")) continue;
        const std::string name = toLower(field.name.substr(8, 32));
        if (std::find(seen.begin(), seen.end(), name) != seen.end()) continue;
        if (name == "type") {
            ParameterisedValue value = parseParameterised(field.value);
            const std::size_t slash = value.main.find('/');
            const std::string type = value.main.substr(0, slash);
            const std::string subtype =
                slash == std::string::npos ? std::string() : value.main.substr(slash + 1);
            if (isToken(type) && isToken(subtype)) {
                part.type = type;
                part.subtype = subtype;
                part.parameters = std::move(value.parameters);
                typed = true;
            }
        } else if (name == "transfer-encoding") {
            const std::string encoding = parseParameterised(field.value).main;
            if (isToken(encoding)) part.encoding = encoding;
        } else if (name == "disposition") {
            ParameterisedValue value = parseParameterised(field.value);
            if (isToken(value.main)) {
                part.disposition = value.main;
                part.dispositionParameters = std::move(value.parameters);
            }
        } else if (name == "id") {
            part.id = unfolded(field.value);
        } else if (name == "description") {
            part.description = unfolded(field.value);
        } else if (name == "language") {
            part.languages = languages(field.value);
        } else if (name == "location") {
            part.location = unfolded(field.value);
        } else if (name == "md5") {
            part.md5 = unfolded(field.value);
        } else {
            continue;
        }
        seen.push_back(name);
    }
    if (typed) return;
    // RFC 2045 §5.2: what bears no valid type is plain text in US-ASCII.
    part.type = inDigest ? "message" : "text";
    part.subtype = inDigest ? "rfc822" : "plain";
    part.parameters.clear();
    if (!inDigest) part.parameters.push_back({"charset", "us-ascii", "charset", "us-ascii"});
}

} // namespace mailtown
