// A header taken apart into fields (RFC 5322 §2.2), and a field's structured value into tokens (§3.2). Octets
// in, views of them out: nothing is decoded here (see charset.h).
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace mailtown {

struct HeaderField {
    std::string_view name;  // as written, without white space before the colon
    std::string_view value; // behind the colon, still folded, without the last line end

    bool operator==(const HeaderField&) const = default;
};

// In order. A line that is no field (no colon, not folded) is passed over; reading ends at an empty line.
std::vector<HeaderField> headerFields(std::string_view header);

// Line ends taken out (RFC 5322 §2.2.3), NUL replaced by a space, trimmed.
std::string unfolded(std::string_view value);

// RFC 5322 §3.2 as one lexer for addresses and for MIME parameters.
struct HeaderToken {
    enum class Kind { Atom, Quoted, Literal, Comment, Special, End };
    Kind kind = Kind::End;
    std::string text;      // Quoted and Comment: without delimiters and backslashes; Literal: with brackets
    char special = '\0';   // Special: one of <>@,;:= and what else the caller splits at
    std::size_t begin = 0; // offset in the value
    std::size_t end = 0;
    bool is(char c) const { return kind == Kind::Special && special == c; }
};

// `specials` end an atom and are tokens of their own. Never fails: what is left open ends with the value.
class HeaderLexer {
public:
    HeaderLexer(std::string_view value, std::string_view specials) : value_(value), specials_(specials) {}
    HeaderToken next();

private:
    std::string_view value_;
    std::string_view specials_;
    std::size_t at_ = 0;
};

} // namespace mailtown
