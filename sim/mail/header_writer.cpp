#include "mail/header_writer.h"

#include "base/base64.h"
#include "base/calendar.h"
#include "base/text.h"

#include <algorithm>

namespace mailtown {
namespace {

constexpr std::size_t lineWidth = 78;        // RFC 5322 §2.1.1: should
constexpr std::size_t longestWord = 900;     // leaves room below the 998 octets that a line must not pass
constexpr std::size_t encodedLineWidth = 76; // RFC 2047 §2: of a line with encoded words
constexpr std::size_t encodedWordFrame = std::string_view("=?utf-8?b?").size() + 2;
constexpr std::string_view hexDigits = "0123456789ABCDEF";

// A field under construction: words with a space between them, a fold where the line would grow too long.
class FieldWriter {
public:
    explicit FieldWriter(std::string_view name) : out_(std::string(name) + ":"), column_(out_.size()) {}

    void word(std::string_view text) {
        if (column_ + 1 + text.size() > lineWidth && column_ > 1 && !first_) {
            out_ += "\r\n";
            column_ = 0;
        }
        out_ += ' ';
        out_ += text;
        column_ += 1 + text.size();
        first_ = false;
    }
    std::size_t nextColumn() const { return column_ + 1; }
    std::string done() { return std::move(out_) + "\r\n"; }

private:
    std::string out_;
    std::size_t column_;
    bool first_ = true;
};

void writeWords(FieldWriter& field, std::string_view text) {
    for (std::size_t at = 0; at <= text.size();) {
        // A run of spaces stays together with the word behind it: a line of nothing but white space is no
        // fold.
        std::size_t end = text.find_first_not_of(' ', at);
        end = end == text.npos ? text.size() : text.find(' ', end);
        if (end == text.npos) end = text.size();
        field.word(text.substr(at, end - at));
        at = end + 1;
    }
}

bool needsEncoding(std::string_view text) {
    if (!isAscii(text) || text.find("=?") != text.npos)
        return true; // RFC 2047 §5: not to be taken for an encoded word
    std::size_t word = 0;
    return std::any_of(text.begin(), text.end(),
                       [&](char c) { return (word = c == ' ' ? 0 : word + 1) > longestWord; });
}

bool isAtomText(char c) {
    return isLetter(c) || isDigit(c) ||
           std::string_view("!#$%&'*+-/=?^_`{|}~").find(c) != std::string_view::npos;
}

std::string quotedString(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') out += '\\';
        out += c;
    }
    return out + '"';
}

void writeName(FieldWriter& field, std::string_view given) {
    const std::string name(trimmed(oneLine(given)));
    if (name.empty()) return;
    if (needsEncoding(name)) {
        for (const std::string& word : encodedWords(name, field.nextColumn())) field.word(word);
    } else if (std::all_of(name.begin(), name.end(), [](char c) { return isAtomText(c) || c == ' '; }) &&
               name.find("  ") == name.npos) {
        writeWords(field, name);
    } else {
        field.word(quotedString(name));
    }
}

void appendHex(std::string& out, char c) {
    out += '=';
    out += hexDigits[static_cast<unsigned char>(c) >> 4];
    out += hexDigits[static_cast<unsigned char>(c) & 0xF];
}

// RFC 2047 §4.2, in the narrow form that is right in a phrase too (§5).
std::string encodeQ(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (isLetter(c) || isDigit(c) || c == '!' || c == '*' || c == '+' || c == '-' || c == '/')
            out += c;
        else if (c == ' ')
            out += '_';
        else
            appendHex(out, c);
    }
    return out;
}

} // namespace

std::string formatDate(std::int64_t unixSeconds, int utcOffsetMinutes) {
    const Calendar time = toCalendar(unixSeconds, utcOffsetMinutes);
    std::string out;
    out.reserve(32);
    const auto two = [&out](int number, char before) {
        out += {before, char('0' + number / 10), char('0' + number % 10)};
    };
    out += englishWeekday(time.weekday);
    out += ", ";
    out += std::to_string(time.day);
    out += ' ';
    out += englishMonth(time.month);
    out += ' ';
    out += std::to_string(time.year);
    two(time.hour, ' ');
    two(time.minute, ':');
    two(time.second, ':');
    out += ' ';
    out += formatUtcOffset(utcOffsetMinutes);
    return out;
}

std::string oneLine(std::string_view text) {
    std::string out = toValidUtf8(text);
    std::replace_if(
        out.begin(), out.end(), [](char c) { return isControl(c); }, ' ');
    return out;
}

std::vector<std::string> encodedWords(std::string_view utf8, std::size_t firstColumn) {
    const bool asQ = encodeQ(utf8).size() < (utf8.size() + 2) / 3 * 4;
    const auto room = [&](std::string_view piece) {
        return asQ ? encodeQ(piece).size() : (piece.size() + 2) / 3 * 4;
    };
    std::vector<std::string> words;
    for (std::size_t at = 0; at < utf8.size();) {
        const std::size_t taken = encodedWordFrame + (words.empty() ? firstColumn : 1);
        const std::size_t space = encodedLineWidth - std::min(taken, encodedLineWidth);
        std::size_t end = at;
        while (end < utf8.size()) { // RFC 2047 §5: a character is never split between two words
            std::size_t next = end;
            nextCodePoint(utf8, next);
            if (room(utf8.substr(at, next - at)) > space && end > at) break;
            end = next;
        }
        const std::string_view piece = utf8.substr(at, end - at);
        words.push_back(asQ ? "=?utf-8?q?" + encodeQ(piece) + "?=" : "=?utf-8?b?" + toBase64(piece) + "?=");
        at = end;
    }
    return words;
}

std::string textField(std::string_view name, std::string_view given) {
    FieldWriter field(name);
    const std::string text(trimmed(oneLine(given)));
    if (needsEncoding(text))
        for (const std::string& word : encodedWords(text, field.nextColumn())) field.word(word);
    else
        writeWords(field, text);
    return field.done();
}

std::string plainField(std::string_view name, std::string_view value) {
    FieldWriter field(name);
    writeWords(field, trimmed(oneLine(value)));
    return field.done();
}

std::string addressField(std::string_view name, const std::vector<NamedAddress>& addresses) {
    FieldWriter field(name);
    for (std::size_t i = 0; i < addresses.size(); ++i) {
        writeName(field, addresses[i].name);
        const std::string address = addresses[i].address.text();
        const std::string comma = i + 1 < addresses.size() ? "," : "";
        field.word((trimmed(addresses[i].name).empty() ? address : "<" + address + ">") + comma);
    }
    return field.done();
}

std::string quotedPrintable(std::string_view text) {
    std::string out;
    std::size_t column = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n') {
            out += "\r\n";
            ++i;
            column = 0;
            continue;
        }
        const bool atLineEnd = i + 1 == text.size() || text[i + 1] == '\r';
        const bool blank = text[i] == ' ' || text[i] == '\t';
        const bool literal =
            (blank && !atLineEnd) || (isAscii(text[i]) && !isControl(text[i]) && text[i] != '=' && !blank);
        const std::size_t width = literal ? 1 : 3;
        if (column + width > 75) { // RFC 2045 §6.7 (5): 76 with the soft line break
            out += "=\r\n";
            column = 0;
        }
        if (literal)
            out += text[i];
        else
            appendHex(out, text[i]);
        column += width;
    }
    return out;
}

std::string base64Lines(std::string_view octets) {
    std::string out;
    for (std::size_t at = 0; at < octets.size(); at += 57) out += toBase64(octets.substr(at, 57)) + "\r\n";
    return out;
}

} // namespace mailtown
