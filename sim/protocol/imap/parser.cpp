#include "protocol/imap/parser.h"

#include "base/calendar.h"
#include "base/text.h"

#include <algorithm>
#include <charconv>

namespace mailtown::imap {
namespace {

constexpr std::size_t mostListed = 1000; // words in one list

bool isAstringChar(char c) { return isAtomChar(c) || c == ']'; }
bool isPatternChar(char c) { return isAstringChar(c) || c == '%' || c == '*'; }
bool isTagChar(char c) { return isAstringChar(c) && c != '+' && isAscii(c); }
bool isSetChar(char c) { return isDigit(c) || c == ':' || c == ',' || c == '*'; }

// "17-Jul-1996", " 1-Jul-1996".
std::optional<Calendar> readDate(std::string_view text) {
    text = trimmed(text);
    const std::size_t first = text.find('-');
    const std::size_t second = first == text.npos ? text.npos : text.find('-', first + 1);
    if (second == text.npos) return std::nullopt;
    const auto month = monthNumber(text.substr(first + 1, second - first - 1));
    if (!month || first > 2 || text.size() - second != 5) return std::nullopt;
    const auto twoDigits = [](int n) { return (n < 10 ? "0" : "") + std::to_string(n); };
    const std::string day = (first == 1 ? "0" : "") + std::string(text.substr(0, first));
    return parseCalendar(std::string(text.substr(second + 1)) + "-" + twoDigits(*month) + "-" + day, 0);
}

} // namespace

bool isAtomChar(char c) {
    // RFC 9051 §9: no controls, no atom-specials. Octets over 0x7F pass: some clients leave UTF-8 unquoted.
    return !isControl(c) && c != ' ' && c != '(' && c != ')' && c != '{' && c != '%' && c != '*' &&
           c != '"' && c != '\\' && c != ']';
}

std::optional<int> monthNumber(std::string_view name) {
    for (int month = 1; month <= 12; ++month)
        if (equalIgnoringCase(name, englishMonth(month))) return month;
    return std::nullopt;
}

bool Parser::take(char c) {
    if (peek() != c || atEnd()) return false;
    ++at_;
    return true;
}

bool Parser::takeWord(std::string_view word) {
    const std::size_t before = at_;
    const auto found = atom();
    if (found && equalIgnoringCase(*found, word)) return true;
    at_ = before;
    return false;
}

bool Parser::space() {
    const std::size_t before = at_;
    while (take(' ')) {
    }
    return at_ > before;
}

bool Parser::atLiteral() const { return peek() == '{' || rest().starts_with("~{"); }

std::string_view Parser::takeWhile(bool (*belongs)(char)) {
    const std::size_t begin = at_;
    while (!atEnd() && belongs(text_[at_])) ++at_;
    return text_.substr(begin, at_ - begin);
}

std::optional<std::string_view> Parser::tag() {
    const std::string_view word = takeWhile(isTagChar);
    return word.empty() ? std::nullopt : std::optional(word);
}

std::optional<std::string_view> Parser::atom() {
    const std::string_view word = takeWhile(isAtomChar);
    return word.empty() ? std::nullopt : std::optional(word);
}

std::optional<std::string> Parser::string() {
    const std::size_t before = at_;
    std::string octets;
    if (take('"')) {
        while (!atEnd() && peek() != '"') {
            if (peek() == '\\') ++at_;
            // RFC 9051 §4.3: no CR, LF or NUL in a quoted string; ISO-2022-JP has ESC.
            if (atEnd() || peek() == '\r' || peek() == '\n' || peek() == '\0') break;
            octets += text_[at_++];
        }
        if (take('"')) return octets;
    } else if (atLiteral()) {
        take('~'); // literal8 (RFC 6855)
        take('{');
        const auto size = number();
        take('+');
        if (size && take('}') && rest().starts_with("\r\n") && rest().size() - 2 >= *size) {
            octets = rest().substr(2, *size);
            at_ += 2 + *size;
            return octets;
        }
    }
    at_ = before;
    return std::nullopt;
}

std::optional<std::string> Parser::astring() {
    if (peek() == '"' || atLiteral()) return string();
    const std::string_view word = takeWhile(isAstringChar);
    return word.empty() ? std::nullopt : std::optional(std::string(word));
}

std::optional<std::string> Parser::nstring() {
    if (takeWord("NIL")) return std::string();
    return string();
}

std::optional<std::string> Parser::listPattern() {
    if (peek() == '"' || atLiteral()) return string();
    const std::string_view word = takeWhile(isPatternChar);
    return word.empty() ? std::nullopt : std::optional(std::string(word));
}

std::optional<std::uint32_t> Parser::number() {
    const std::string_view digits = rest();
    std::uint32_t number = 0;
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (read.ec != std::errc()) return std::nullopt;
    at_ += std::size_t(read.ptr - digits.data());
    return number;
}

std::optional<SequenceSet> Parser::sequenceSet() {
    const std::size_t before = at_;
    auto set = SequenceSet::parse(takeWhile(isSetChar));
    if (!set) at_ = before;
    return set;
}

std::optional<std::string> Parser::flag() {
    const std::size_t before = at_;
    std::string name;
    if (take('\\')) name = "\\";
    if (const auto word = atom()) return name += *word;
    if (name.size() == 1 && take('*')) return "\\*";
    at_ = before;
    return std::nullopt;
}

std::optional<std::vector<std::string>> Parser::flags() {
    const std::size_t before = at_;
    const bool list = take('(');
    std::vector<std::string> flags;
    while (auto name = flag()) {
        if (flags.size() == mostListed) break;
        flags.push_back(std::move(*name));
        if (!space()) break;
    }
    if (list ? take(')') : !flags.empty()) return flags;
    at_ = before;
    return std::nullopt;
}

std::optional<std::vector<std::string>> Parser::atomList() {
    const std::size_t before = at_;
    std::vector<std::string> words;
    if (!take('(')) return std::nullopt;
    while (const auto word = atom()) {
        if (words.size() == mostListed) break;
        words.emplace_back(*word);
        if (!space()) break;
    }
    if (take(')')) return words;
    at_ = before;
    return std::nullopt;
}

std::optional<std::vector<std::string>> Parser::astringList() {
    const std::size_t before = at_;
    std::vector<std::string> words;
    if (!take('(')) return std::nullopt;
    while (auto word = astring()) {
        if (words.size() == mostListed) break;
        words.push_back(std::move(*word));
        if (!space()) break;
    }
    if (take(')')) return words;
    at_ = before;
    return std::nullopt;
}

std::optional<std::int64_t> Parser::dateTime() {
    const std::size_t before = at_;
    if (const auto text = string(); text && text->size() >= 25) {
        // date-time: "dd-mmm-yyyy hh:mm:ss +zzzz"
        const auto day = readDate(text->substr(0, 11));
        if (day && (*text)[11] == ' ') {
            const auto whole = parseCalendar(formatCalendar(*day).substr(0, 10) + text->substr(11), 0);
            if (whole) return toUnixSeconds(*whole);
        }
    }
    at_ = before;
    return std::nullopt;
}

std::optional<std::int64_t> Parser::date() {
    const std::size_t before = at_;
    if (const auto text = astring())
        if (const auto day = readDate(*text)) return toUnixSeconds(*day) / 86'400;
    at_ = before;
    return std::nullopt;
}

} // namespace mailtown::imap
