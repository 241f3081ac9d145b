#include "protocol/imap/literal_reader.h"

#include "base/text.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace mailtown::imap {
namespace {

struct Announced {
    std::size_t octets = 0;
    bool synchronising = true; // without the "+" of LITERAL+ (RFC 7888)
};

// "… {310}", "… {310+}": a literal follows the line.
std::optional<Announced> announced(std::string_view line) {
    if (!line.ends_with('}')) return std::nullopt;
    const std::size_t open = line.rfind('{');
    if (open == line.npos) return std::nullopt;
    std::string_view digits = line.substr(open + 1, line.size() - open - 2);
    Announced literal;
    if (digits.ends_with('+')) {
        literal.synchronising = false;
        digits.remove_suffix(1);
    }
    if (digits.empty() || !std::all_of(digits.begin(), digits.end(), isDigit)) return std::nullopt;
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), literal.octets);
    if (read.ec != std::errc()) literal.octets = std::size_t(-1); // too large for any limit
    return literal;
}

} // namespace

LiteralReader::Found LiteralReader::next(LineBuffer& input, const Limits& limits) {
    for (;;) {
        if (wanted_ > 0) {
            const std::string_view octets = input.pending().substr(0, wanted_);
            text_ += octets;
            wanted_ -= octets.size();
            input.consume(octets.size());
            if (wanted_ > 0) return Found::Nothing;
        }
        const auto line = input.next(limits.line);
        if (!line) return Found::Nothing;
        if (line->tooLong || text_.size() + line->text.size() > limits.whole) {
            if (text_.empty()) text_ = line->text.substr(0, 64);
            return Found::TooLong;
        }
        text_ += line->text;
        const auto literal = announced(line->text);
        if (!literal) return Found::Whole;
        synchronising_ = literal->synchronising;
        if (literal->octets > limits.whole - text_.size()) return Found::TooLarge;
        text_ += "\r\n";
        wanted_ = literal->octets;
        if (synchronising_) return Found::GoAheadWanted;
    }
}

void LiteralReader::clear() {
    text_ = std::string(); // gives its storage back: it may have been large
    wanted_ = 0;
    synchronising_ = false;
}

} // namespace mailtown::imap
