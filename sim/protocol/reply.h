// A server's answer: code, enhanced status code (RFC 3463) and text; and its spelling on the wire, both ways.
#pragma once

#include "protocol/line_buffer.h"

#include <optional>
#include <string>
#include <string_view>

namespace mailtown {

struct Reply {
    int code = 250;
    std::string_view enhanced; // "2.1.5"; points to static text; empty for none (greeting, EHLO, 354)
    std::string text;          // one line, or several split by '\n' (multi-line reply, RFC 5321 §4.2.1)

    bool positive() const { return code < 400; }
    bool transient() const { return code >= 400 && code < 500; }
    bool permanent() const { return code >= 500; }
};

// "250-…", "250 …", CRLF-terminated. Whatever the text holds, no control character reaches the wire.
void appendReply(std::string& out, int code, std::string_view enhanced, std::string_view text);
inline void appendReply(std::string& out, const Reply& reply) {
    appendReply(out, reply.code, reply.enhanced, reply.text);
}

// Appends `text` with '?' for every control character and U+FFFD for every byte that is not UTF-8.
void appendPrintable(std::string& out, std::string_view text);

// Collects the lines of one reply (client side).
class ReplyReader {
public:
    struct Received {
        int code = 0;     // 0: what came is no reply (RFC 5321 §4.2)
        std::string text; // lines split by '\n', printable
    };

    std::optional<Received> next(LineBuffer& input);
    void clear();

    bool operator==(const ReplyReader&) const = default;

private:
    static constexpr std::size_t longestLine = 4096; // RFC 5321 §4.5.3.1.5 says 512; be liberal, but bounded
    static constexpr int mostLines = 128;

    std::string text_;
    int code_ = 0;
    int lines_ = 0;
};

} // namespace mailtown
