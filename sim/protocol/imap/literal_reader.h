// Bytes of a peer, cut into whole commands or responses: lines that go on behind each literal (RFC 9051
// §4.3). Bounded: no peer makes it hold more than it was told to.
#pragma once

#include "protocol/line_buffer.h"

#include <cstddef>
#include <string>

namespace mailtown::imap {

class LiteralReader {
public:
    struct Limits {
        std::size_t line = 65'536;     // octets between line ends (Dovecot: imap_max_line_length)
        std::size_t whole = 1'048'576; // octets of one command with its literals
    };
    enum class Found : unsigned char {
        Nothing,       // more bytes are needed
        GoAheadWanted, // a synchronising literal: say "+ OK" and go on, or clear()
        Whole,         // text() is a whole command
        TooLong,       // a line over its limit, thrown away: text() holds the beginning of the command
        TooLarge,      // a literal over its limit: see synchronising()
    };

    Found next(LineBuffer& input, const Limits& limits);

    // As on the wire, literals as "{5}\r\nhello" in their place, without the last line end.
    const std::string& text() const { return text_; }
    bool synchronising() const {
        return synchronising_;
    } // the last literal announced: its octets wait for us
    void clear();

    bool operator==(const LiteralReader&) const = default;

private:
    std::string text_;
    std::size_t wanted_ = 0; // octets of the literal still to come
    bool synchronising_ = false;
};

} // namespace mailtown::imap
