#include "protocol/reply.h"

#include "base/text.h"

#include <utility>

namespace mailtown {

void appendPrintable(std::string& out, std::string_view text) {
    if (isPrintableAscii(text)) {
        out += text;
        return;
    }
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t start = at;
        const char32_t c = nextCodePoint(text, at);
        if (c < 0x20 || (c >= 0x7F && c < 0xA0))
            out += '?';
        else if (c == 0xFFFD && at == start + 1)
            out += "\xEF\xBF\xBD";
        else
            out += text.substr(start, at - start);
    }
}

void appendReply(std::string& out, int code, std::string_view enhanced, std::string_view text) {
    const char digits[3] = {char('0' + code / 100 % 10), char('0' + code / 10 % 10), char('0' + code % 10)};
    for (;;) {
        const std::size_t end = text.find('\n');
        out.append(digits, 3);
        out += end == text.npos ? ' ' : '-';
        if (!enhanced.empty()) {
            out += enhanced; // RFC 2034 §4: on every line of the reply
            out += ' ';
        }
        appendPrintable(out, text.substr(0, end));
        out += "\r\n";
        if (end == text.npos) return;
        text.remove_prefix(end + 1);
    }
}

std::optional<ReplyReader::Received> ReplyReader::next(LineBuffer& input) {
    while (const auto line = input.next(longestLine)) {
        const std::string_view text = line->text;
        const bool wellFormed = !line->tooLong && text.size() >= 3 && text[0] >= '2' && text[0] <= '5' &&
                                isDigit(text[1]) && isDigit(text[2]) &&
                                (text.size() == 3 || text[3] == ' ' || text[3] == '-');
        const int code = wellFormed ? (text[0] - '0') * 100 + (text[1] - '0') * 10 + (text[2] - '0') : 0;
        // RFC 5321 §4.2.1: the code is the same on every line of a reply.
        if (code == 0 || (lines_ > 0 && code != code_) || lines_ == mostLines) {
            clear();
            Received nonsense;
            appendPrintable(nonsense.text, text.substr(0, 200));
            return nonsense;
        }
        if (lines_ > 0) text_ += '\n';
        if (text.size() > 4) appendPrintable(text_, text.substr(4));
        code_ = code;
        ++lines_;
        if (text.size() > 3 && text[3] == '-') continue;
        Received reply{code_, std::move(text_)};
        clear();
        return reply;
    }
    return std::nullopt;
}

void ReplyReader::clear() {
    text_.clear();
    code_ = lines_ = 0;
}

} // namespace mailtown
