#include "protocol/imap/name_code.h"

#include "base/text.h"

#include <cstdint>

namespace mailtown::imap {
namespace {

constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+,";

bool isDirect(char32_t c) { return c >= 0x20 && c <= 0x7E; }

void appendUtf8(std::string& out, char32_t c) {
    if (c < 0x80) {
        out += char(c);
    } else if (c < 0x800) {
        out += char(0xC0 | (c >> 6));
        out += char(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
        out += char(0xE0 | (c >> 12));
        out += char(0x80 | ((c >> 6) & 0x3F));
        out += char(0x80 | (c & 0x3F));
    } else {
        out += char(0xF0 | (c >> 18));
        out += char(0x80 | ((c >> 12) & 0x3F));
        out += char(0x80 | ((c >> 6) & 0x3F));
        out += char(0x80 | (c & 0x3F));
    }
}

// Six bits a character, UTF-16 big-endian.
class Shifted {
public:
    explicit Shifted(std::string& out) : out_(out) {}
    void add(char32_t c) {
        if (c >= 0x10000) {
            addUnit(std::uint32_t(0xD800 + ((c - 0x10000) >> 10)));
            addUnit(std::uint32_t(0xDC00 + ((c - 0x10000) & 0x3FF)));
        } else {
            addUnit(std::uint32_t(c));
        }
    }
    void end() {
        if (bits_ > 0) out_ += alphabet[(held_ << (6 - bits_)) & 0x3F];
        out_ += '-';
    }

private:
    void addUnit(std::uint32_t unit) {
        held_ = (held_ << 16) | unit;
        bits_ += 16;
        while (bits_ >= 6) {
            bits_ -= 6;
            out_ += alphabet[(held_ >> bits_) & 0x3F];
        }
        held_ &= (1u << bits_) - 1;
    }
    std::string& out_;
    std::uint32_t held_ = 0;
    int bits_ = 0;
};

bool appendShifted(std::string& out, std::string_view base64) {
    std::uint32_t held = 0;
    int bits = 0;
    char32_t high = 0; // the first half of a surrogate pair
    for (const char c : base64) {
        const std::size_t value = alphabet.find(c);
        if (value == alphabet.npos) return false;
        held = (held << 6) | std::uint32_t(value);
        bits += 6;
        if (bits < 16) continue;
        bits -= 16;
        const char32_t unit = (held >> bits) & 0xFFFF;
        held &= (1u << bits) - 1;
        const bool isLow = unit >= 0xDC00 && unit < 0xE000;
        if (isLow != (high != 0)) return false;
        if (isLow) {
            appendUtf8(out, 0x10000 + ((high - 0xD800) << 10) + (unit - 0xDC00));
            high = 0;
        } else if (unit >= 0xD800 && unit < 0xDC00) {
            high = unit;
        } else if (isDirect(unit)) {
            return false; // must be written as itself
        } else {
            appendUtf8(out, unit);
        }
    }
    return high == 0 && bits < 6 && held == 0;
}

} // namespace

std::string encodeName(std::string_view utf8) {
    std::string wire;
    for (std::size_t at = 0; at < utf8.size();) {
        std::size_t behind = at;
        char32_t c = nextCodePoint(utf8, behind);
        if (isDirect(c)) {
            wire += char(c);
            if (c == '&') wire += '-';
            at = behind;
            continue;
        }
        wire += '&';
        Shifted shifted(wire);
        while (!isDirect(c)) {
            shifted.add(c);
            at = behind;
            if (at == utf8.size()) break;
            c = nextCodePoint(utf8, behind);
        }
        shifted.end();
    }
    return wire;
}

std::optional<std::string> decodeName(std::string_view wire) {
    std::string name;
    for (std::size_t at = 0; at < wire.size(); ++at) {
        if (wire[at] != '&') {
            name += wire[at];
            continue;
        }
        const std::size_t end = wire.find('-', at);
        if (end == wire.npos) return std::nullopt;
        const std::string_view base64 = wire.substr(at + 1, end - at - 1);
        if (base64.empty())
            name += '&';
        else if (!appendShifted(name, base64))
            return std::nullopt;
        at = end;
    }
    // Every name has one spelling: what is not that one hides another name in it.
    return isUtf8(name) && encodeName(name) == wire ? std::optional(name) : std::nullopt;
}

} // namespace mailtown::imap
