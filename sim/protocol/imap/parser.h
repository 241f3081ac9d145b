// The words of a command or a response (RFC 9051 §9), one after another. Each takes what it names from the
// front and returns nothing, taking nothing, when something else is there.
#pragma once

#include "protocol/imap/sequence_set.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mailtown::imap {

class Parser {
public:
    explicit Parser(std::string_view text) : text_(text) {} // as LiteralReader gives it

    bool atEnd() const { return at_ >= text_.size(); }
    char peek() const { return atEnd() ? '\0' : text_[at_]; }
    std::string_view rest() const { return text_.substr(at_); }
    bool take(char c);
    bool takeWord(std::string_view word); // an atom of that spelling, in any case
    bool space();                         // one or more
    bool atLiteral() const;

    std::optional<std::string_view> tag();
    std::optional<std::string_view> atom();
    std::optional<std::string> string();      // quoted, or a literal
    std::optional<std::string> astring();     // also an atom, with "]"
    std::optional<std::string> nstring();     // NIL is empty
    std::optional<std::string> listPattern(); // also with "%" and "*"
    std::optional<std::uint32_t> number();
    std::optional<SequenceSet> sequenceSet();
    std::optional<std::vector<std::string>> flags(); // "(\Seen forwarded)", or without parentheses to the end
    std::optional<std::vector<std::string>> atomList();    // "(A B)", "()"
    std::optional<std::vector<std::string>> astringList(); // "(A "b")"
    std::optional<std::int64_t> dateTime(); // " 1-Feb-2026 10:00:00 +0900" quoted: Unix seconds
    // "1-Feb-2026", quoted or not: days since 1970-01-01.
    std::optional<std::int64_t> date();

private:
    std::string_view takeWhile(bool (*belongs)(char));
    std::optional<std::string> flag();

    std::string_view text_;
    std::size_t at_ = 0;
};

bool isAtomChar(char c);
std::optional<int> monthNumber(std::string_view name); // "Jan", in any case: 1

} // namespace mailtown::imap
