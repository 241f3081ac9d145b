#include "protocol/line_buffer.h"

#include <algorithm>

namespace mailtown {

void LineBuffer::append(std::string_view bytes) {
    if (begin_ == bytes_.size()) {
        clear();
    } else if (begin_ > 4096 && begin_ > bytes_.size() / 2) {
        bytes_.erase(0, begin_);
        scanned_ -= begin_;
        begin_ = 0;
    }
    bytes_ += bytes;
}

std::optional<LineBuffer::Line> LineBuffer::next(std::size_t limit) {
    for (;;) {
        const std::size_t lf = bytes_.find('\n', scanned_);
        if (lf == bytes_.npos) {
            scanned_ = bytes_.size();
            // Two octets more than the limit: the CR of a line that just fits may still lack its LF.
            if (skipping_) {
                begin_ = bytes_.size();
            } else if (bytes_.size() - begin_ > limit + 1) {
                skipping_ = true;
                const Line line{std::string_view(bytes_).substr(begin_, limit), true};
                begin_ = bytes_.size();
                return line;
            }
            return std::nullopt;
        }
        std::string_view text = std::string_view(bytes_).substr(begin_, lf - begin_);
        begin_ = scanned_ = lf + 1;
        if (skipping_) { // its end; the line itself was told of when it grew too long
            skipping_ = false;
            continue;
        }
        if (!text.empty() && text.back() == '\r') text.remove_suffix(1);
        return Line{text.substr(0, limit), text.size() > limit};
    }
}

std::string_view LineBuffer::pending() const { return std::string_view(bytes_).substr(begin_); }

void LineBuffer::consume(std::size_t octets) {
    begin_ += std::min(octets, bytes_.size() - begin_);
    scanned_ = std::max(scanned_, begin_);
}

void LineBuffer::clear() {
    bytes_.clear();
    begin_ = scanned_ = 0;
}

} // namespace mailtown
