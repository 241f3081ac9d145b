#include "protocol/imap/quoting.h"

#include "base/text.h"
#include "protocol/imap/parser.h"

#include <algorithm>

namespace mailtown::imap {

void appendAstring(std::string& out, std::string_view text) {
    const bool atom = !text.empty() && isAscii(text) && !equalIgnoringCase(text, "NIL") &&
                      std::all_of(text.begin(), text.end(), isAtomChar);
    if (atom)
        out += text;
    else
        appendString(out, text);
}

void appendString(std::string& out, std::string_view text) {
    const bool quotable = isAscii(text) && std::none_of(text.begin(), text.end(), [](char c) {
                              return c == '\r' || c == '\n' || c == '\0';
                          });
    if (!quotable) {
        appendLiteral(out, text);
        return;
    }
    out += '"';
    for (const char c : text) {
        if (c == '"' || c == '\\') out += '\\';
        out += c;
    }
    out += '"';
}

void appendNstring(std::string& out, std::string_view text) {
    if (text.empty())
        out += "NIL";
    else
        appendString(out, text);
}

void appendLiteral(std::string& out, std::string_view octets) {
    out += '{';
    out += std::to_string(octets.size());
    out += "}\r\n";
    out += octets;
}

} // namespace mailtown::imap
