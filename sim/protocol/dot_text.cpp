#include "protocol/dot_text.h"

#include <algorithm>
#include <utility>

namespace mailtown {
namespace {

// (find_first_of searches its set for each octet: many times slower.)
std::size_t lineEndIn(std::string_view text, std::size_t from) {
    while (from < text.size() && text[from] != '\r' && text[from] != '\n') ++from;
    return from;
}

} // namespace

void DotWriter::append(std::string& out, std::string_view piece) {
    if (piece.empty()) return;
    if (std::exchange(behindCr_, false) && piece.front() == '\n') piece.remove_prefix(1);
    while (!piece.empty()) {
        if (lineStart_ && piece.front() == '.') out += '.';
        const std::size_t end = lineEndIn(piece, 0);
        out += piece.substr(0, end);
        lineStart_ = end < piece.size();
        if (!lineStart_) break;
        out += "\r\n";
        behindCr_ = piece.substr(end) == "\r";
        piece.remove_prefix(piece.substr(end, 2) == "\r\n" ? end + 2 : end + 1);
    }
}

void DotWriter::end(std::string& out) { out += lineStart_ ? ".\r\n" : "\r\n.\r\n"; }

void appendDotText(std::string& out, std::string_view text) {
    out.reserve(out.size() + text.size() + text.size() / 64 + 8);
    DotWriter writer;
    writer.append(out, text);
    writer.end(out);
}

void DotReader::found(ContentFault fault) {
    if (fault_ == ContentFault::None) fault_ = fault;
}

void DotReader::keep(std::string_view bytes, std::string& content) {
    line_ += bytes.size();
    if (fault_ != ContentFault::None) return;
    if (line_ > longestLine) return found(ContentFault::LineTooLong);
    if (content.size() + bytes.size() > limit_) return found(ContentFault::TooLarge);
    if (bytes.find('\0') != bytes.npos) return found(ContentFault::Nul);
    content += bytes;
}

std::size_t DotReader::take(std::string_view bytes, std::string& content) {
    std::size_t at = 0;
    while (at < bytes.size() && state_ != State::Ended) {
        const char c = bytes[at];
        switch (state_) {
        case State::LineStart:
        case State::BareLineStart:
            line_ = 0;
            if (c == '.') {
                state_ = state_ == State::LineStart ? State::Dot : State::BareDot;
                ++at;
            } else {
                state_ = State::Inside;
            }
            break;
        case State::Inside: {
            const std::size_t end = lineEndIn(bytes, at);
            keep(bytes.substr(at, end - at), content);
            at = end;
            if (at == bytes.size()) break;
            if (bytes[at] == '\r') {
                state_ = State::Cr;
            } else {
                keep("\r\n", content);
                state_ = State::BareLineStart;
            }
            ++at;
            break;
        }
        case State::Cr:
            if (c == '\n') {
                keep("\r\n", content);
                state_ = State::LineStart;
                ++at;
            } else { // a bare CR; this byte is looked at again
                found(ContentFault::BareLineEnd);
                state_ = State::Inside;
            }
            break;
        case State::Dot: // the first dot of a line: stuffing, or the end
            if (c == '\r') {
                state_ = State::DotCr;
                ++at;
            } else {
                if (c == '\n') found(ContentFault::BareLineEnd);
                state_ = State::Inside;
            }
            break;
        case State::BareDot:
            if (c == '\r' || c == '\n') found(ContentFault::BareLineEnd);
            state_ = State::Inside;
            break;
        case State::DotCr:
            if (c == '\n') {
                state_ = State::Ended;
                ++at;
            } else {
                found(ContentFault::BareLineEnd);
                state_ = State::Inside;
            }
            break;
        case State::Ended:
            break;
        }
    }
    return at;
}

} // namespace mailtown
