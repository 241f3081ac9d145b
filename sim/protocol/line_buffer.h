// Bytes of a peer, cut into lines of bounded length. What a copy holds is the bytes not yet taken.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace mailtown {

class LineBuffer {
public:
    struct Line {
        std::string_view text; // without its line end; valid until the buffer changes
        bool tooLong = false;  // over the limit: text holds its beginning, the rest is thrown away
    };

    void append(std::string_view bytes);

    // The next whole line of at most `limit` octets, line end not counted. A line ends at CRLF; a bare LF
    // ends one too, so that a conversation can be typed through a plain TCP tool, which is safe for commands
    // and replies alone (never for the content of a message: DotReader). A bare CR stays in the text, to be
    // refused there.
    std::optional<Line> next(std::size_t limit);

    // What has not been taken yet, for content that is not lines.
    std::string_view pending() const;
    void consume(std::size_t octets);
    void clear();

    bool operator==(const LineBuffer& other) const {
        return pending() == other.pending() && skipping_ == other.skipping_;
    }

private:
    std::string bytes_;
    std::size_t begin_ = 0;   // of what is pending
    std::size_t scanned_ = 0; // no LF before this offset
    bool skipping_ = false;   // inside a line that was too long
};

} // namespace mailtown
