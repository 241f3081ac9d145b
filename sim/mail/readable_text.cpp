#include "mail/readable_text.h"

#include "base/text.h"

#include <array>
#include <utility>

namespace mailtown {
namespace {

const MimePart* find(const MimePart& part, std::string_view subtype) {
    if (part.is("text", subtype) && part.disposition != "attachment") return &part;
    if (part.isMessage()) return nullptr; // a letter within the letter is not what this one says
    for (const MimePart& child : part.children)
        if (const MimePart* found = find(child, subtype)) return found;
    return nullptr;
}

void appendUtf8(std::string& out, char32_t c) {
    if (c < 0x20 || c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF) || (c >= 0x7F && c < 0xA0)) c = 0xFFFD;
    if (c < 0x80) {
        out += char(c);
    } else if (c < 0x800) {
        out += char(0xC0 | (c >> 6));
        out += char(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
        out += char(0xE0 | (c >> 12));
        out += char(0x80 | ((c >> 6) & 0x3F));
        out += char(0x80 | (c & 0x3F));
    } else {
        out += char(0xF0 | (c >> 18));
        out += char(0x80 | ((c >> 12) & 0x3F));
        out += char(0x80 | ((c >> 6) & 0x3F));
        out += char(0x80 | (c & 0x3F));
    }
}

// Resolves the reference that starts at `at` ("&…;") and moves behind it; an unknown one stays as it is
// written.
void appendReference(std::string& out, std::string_view html, std::size_t& at) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 6> named{
        {{"amp", "&"}, {"lt", "<"}, {"gt", ">"}, {"quot", "\""}, {"apos", "'"}, {"nbsp", " "}}};
    const std::string_view ahead = html.substr(at + 1, 10);
    const std::size_t end = ahead.find(';');
    if (end != ahead.npos) {
        const std::string_view name = ahead.substr(0, end);
        for (const auto& [known, text] : named) {
            if (name != known) continue;
            out += text;
            at += end + 2;
            return;
        }
        if (name.size() > 1 && name[0] == '#') {
            const bool hex = name[1] == 'x' || name[1] == 'X';
            char32_t value = 0;
            bool valid = name.size() > (hex ? 2u : 1u);
            for (const char c : name.substr(hex ? 2 : 1)) {
                const char lower = toLower(c);
                if (isDigit(c))
                    value = value * (hex ? 16 : 10) + char32_t(c - '0');
                else if (hex && lower >= 'a' && lower <= 'f')
                    value = value * 16 + char32_t(lower - 'a' + 10);
                else
                    valid = false;
            }
            if (valid) {
                appendUtf8(out, value);
                at += end + 2;
                return;
            }
        }
    }
    out += '&';
    ++at;
}

// Behind the end tag of <script> or <style>, whose content is not markup.
std::size_t skipElement(std::string_view html, std::size_t at, std::string_view name) {
    const std::string endTag = "</" + std::string(name);
    while ((at = html.find('<', at)) != html.npos) {
        if (startsWithIgnoringCase(html.substr(at), endTag)) break;
        ++at;
    }
    const std::size_t close = at == html.npos ? html.npos : html.find('>', at);
    return close == html.npos ? html.size() : close + 1;
}

} // namespace

const MimePart* readablePart(const MimePart& root) {
    const MimePart* plain = find(root, "plain");
    return plain ? plain : find(root, "html");
}

std::string textOfHtml(std::string_view html) {
    std::string out;
    const auto newLine = [&] {
        while (!out.empty() && out.back() == ' ') out.pop_back();
        if (!out.empty() && !out.ends_with("\n\n")) out += '\n';
    };
    for (std::size_t at = 0; at < html.size();) {
        const char c = html[at];
        if (c == '&') {
            appendReference(out, html, at);
        } else if (c == '<' && html.substr(at).starts_with("<!--")) {
            const std::size_t end = html.find("-->", at + 4);
            at = end == html.npos ? html.size() : end + 3;
        } else if (c == '<') {
            std::size_t nameEnd = at + 1;
            while (nameEnd < html.size() &&
                   (isLetter(html[nameEnd]) || isDigit(html[nameEnd]) || html[nameEnd] == '/'))
                ++nameEnd;
            std::string name = toLower(html.substr(at + 1, std::min<std::size_t>(nameEnd - at - 1, 12)));
            const std::size_t end = html.find('>', nameEnd);
            at = end == html.npos ? html.size() : end + 1;
            if (name == "script" || name == "style" || name == "title") at = skipElement(html, at, name);
            if (name.starts_with('/')) name.erase(0, 1);
            if (name == "br" || name == "br/" || name == "p" || name == "div" || name == "tr" ||
                name == "li" || name == "h1" || name == "h2" || name == "h3" || name == "table" ||
                name == "ul" || name == "ol" || name == "blockquote")
                newLine();
        } else if (c == ' ' || c == '\t' || c == '\r' || c == '\n') {
            if (!out.empty() && out.back() != ' ' && out.back() != '\n') out += ' ';
            ++at;
        } else {
            out += c;
            ++at;
        }
    }
    const std::string_view text = trimmed(out);
    return text.empty() ? std::string() : std::string(text) + "\n";
}

std::string readableText(std::string_view message) {
    const MimePart root = parseMime(message);
    const MimePart* part = readablePart(root);
    if (!part) return {};
    std::string text = part->decodedText(message);
    return part->subtype == "html" ? textOfHtml(text) : text;
}

} // namespace mailtown
