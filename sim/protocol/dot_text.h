// Text that ends with a line of a single dot: the content of SMTP's DATA (RFC 5321 §4.5.2) and of POP3's
// multi-line answers (RFC 1939 §3).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace mailtown {

// Appends `text` with a dot doubled at the start of each line, every line ended by CRLF, and the final dot
// line. A bare CR or LF becomes CRLF: neither is ever sent, so no peer can take "LF . LF" for an end of our
// data.
void appendDotText(std::string& out, std::string_view text);

// The same, of a text that comes in pieces.
class DotWriter {
public:
    void append(std::string& out, std::string_view piece);
    void end(std::string& out);

    bool operator==(const DotWriter&) const = default;

private:
    bool lineStart_ = true;
    bool behindCr_ = false; // of a line end that the next piece may complete
};

// What makes a content unacceptable; the first one found.
enum class ContentFault : unsigned char { None, BareLineEnd, Nul, LineTooLong, TooLarge };

// Takes the content apart again. Only CRLF . CRLF ends it. A bare LF ends a line and is kept as CRLF: curl
// and scripts send files as they are. But where another server might see an end, in a dot between line ends
// that are not both CRLF, and in a bare CR, is a fault (CVE-2023-51764, -51765, -51766: "SMTP smuggling").
// NUL is one too (RFC 5322 §4, RFC 9051 §4.3.1).
class DotReader {
public:
    static constexpr std::size_t longestLine = 1'048'576; // octets

    explicit DotReader(std::size_t limit = 0) : limit_(limit) {}

    // Takes bytes up to and with the end, if it comes; returns how many. Content is appended to `content`;
    // after a fault bytes are only looked through for the end.
    std::size_t take(std::string_view bytes, std::string& content);

    bool ended() const { return state_ == State::Ended; }
    ContentFault fault() const { return fault_; }

    bool operator==(const DotReader&) const = default;

private:
    // Bare…: on a line that follows a bare LF.
    enum class State : unsigned char { LineStart, BareLineStart, Inside, Cr, Dot, BareDot, DotCr, Ended };
    void keep(std::string_view bytes, std::string& content);
    void found(ContentFault fault);

    std::size_t limit_;
    std::size_t line_ = 0; // octets of the line so far
    State state_ = State::LineStart;
    ContentFault fault_ = ContentFault::None;
};

} // namespace mailtown
