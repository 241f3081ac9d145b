#include "mail/header_field.h"

#include "base/text.h"

namespace mailtown {
namespace {

bool isBlank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\0'; }

} // namespace

std::vector<HeaderField> headerFields(std::string_view header) {
    std::vector<HeaderField> fields;
    std::size_t at = 0, valueBegin = 0;
    bool inField = false;
    while (at < header.size()) {
        const std::size_t lineFeed = header.find('\n', at);
        const std::size_t lineEnd = lineFeed == header.npos ? header.size() : lineFeed;
        std::size_t textEnd = lineEnd;
        if (lineFeed != header.npos && textEnd > at && header[textEnd - 1] == '\r') --textEnd;
        const std::string_view line = header.substr(at, textEnd - at);
        if (line.empty() && lineFeed != header.npos) break;
        const std::size_t colon = line.find(':');
        if (line.starts_with(' ') || line.starts_with('\t')) {
            if (inField) fields.back().value = header.substr(valueBegin, textEnd - valueBegin);
        } else if (colon != line.npos && !trimmed(line.substr(0, colon)).empty()) {
            fields.push_back({trimmed(line.substr(0, colon)), line.substr(colon + 1)});
            valueBegin = at + colon + 1;
            inField = true;
        } else {
            inField = false;
        }
        at = lineEnd + 1;
    }
    return fields;
}

std::string unfolded(std::string_view value) {
    std::string out;
    out.reserve(value.size());
    for (const char c : trimmed(value))
        if (c != '\r' && c != '\n') out += c == '\0' ? ' ' : c;
    return out;
}

HeaderToken HeaderLexer::next() {
    while (at_ < value_.size() && isBlank(value_[at_])) ++at_;
    HeaderToken token;
    token.begin = token.end = at_;
    if (at_ == value_.size()) return token;
    const char first = value_[at_];
    const auto add = [&](char c) {
        if (c != '\r' && c != '\n' && c != '\0') token.text += c;
    };
    if (first == '"' || first == '[') {
        const char close = first == '"' ? '"' : ']';
        token.kind = first == '"' ? HeaderToken::Kind::Quoted : HeaderToken::Kind::Literal;
        if (first == '[') token.text += '[';
        for (++at_; at_ < value_.size() && value_[at_] != close; ++at_) {
            if (value_[at_] == '\\' && at_ + 1 < value_.size()) ++at_; // §3.2.1 quoted-pair
            add(value_[at_]);
        }
        if (first == '[') token.text += ']';
        if (at_ < value_.size()) ++at_;
    } else if (first == '(') { // §3.2.2; comments nest
        token.kind = HeaderToken::Kind::Comment;
        std::size_t open = 1;
        for (++at_; at_ < value_.size(); ++at_) {
            const char c = value_[at_];
            if (c == '\\' && at_ + 1 < value_.size()) {
                add(value_[++at_]);
                continue;
            }
            if (c == '(') ++open;
            if (c == ')' && --open == 0) break;
            add(c);
        }
        if (at_ < value_.size()) ++at_;
    } else if (specials_.find(first) != specials_.npos) {
        token.kind = HeaderToken::Kind::Special;
        token.special = first;
        ++at_;
    } else {
        token.kind = HeaderToken::Kind::Atom;
        while (at_ < value_.size()) {
            const char c = value_[at_];
            if (isBlank(c) || c == '"' || c == '(' || c == '[' || specials_.find(c) != specials_.npos) break;
            token.text += c;
            ++at_;
        }
    }
    token.end = at_;
    return token;
}

} // namespace mailtown
