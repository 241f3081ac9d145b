// Small questions about text, answered for ASCII and UTF-8 alone: no locale changes an answer here.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace mailtown {

constexpr bool isDigit(char c) { return c >= '0' && c <= '9'; }
constexpr bool isLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
constexpr bool isAscii(char c) { return static_cast<unsigned char>(c) < 0x80; }
constexpr bool isControl(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; } // C0 and DEL
constexpr char toLower(char c) { return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c; }

std::string toLower(std::string_view text); // ASCII letters alone
bool equalIgnoringCase(std::string_view a, std::string_view b);
bool startsWithIgnoringCase(std::string_view text, std::string_view start);
std::string_view trimmed(std::string_view text); // without spaces, tabs, CR and LF at both ends

// Nothing but 0x20 … 0x7E, as nearly every line of mail is; told in a few nanoseconds.
bool isPrintableAscii(std::string_view text);

// RFC 3629: no overlong forms, no surrogates, nothing past U+10FFFF.
bool isUtf8(std::string_view text);
bool isAscii(std::string_view text);

// The code point that starts at `at`, which is moved behind it; at a byte that is not UTF-8: U+FFFD, one byte
// on. `at` must be below text.size().
char32_t nextCodePoint(std::string_view text, std::size_t& at);

// The same text with U+FFFD for every byte that is not UTF-8.
std::string toValidUtf8(std::string_view text);

} // namespace mailtown
