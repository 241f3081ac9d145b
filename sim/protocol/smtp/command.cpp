#include "protocol/smtp/command.h"

#include "base/text.h"

#include <algorithm>
#include <limits>

namespace mailtown::smtp {
namespace {

struct Name {
    std::string_view text;
    Verb verb;
};

constexpr Name names[] = {
    {"MAIL", Verb::Mail},       {"RCPT", Verb::Rcpt},       {"DATA", Verb::Data},
    {"EHLO", Verb::Ehlo},       {"HELO", Verb::Helo},       {"QUIT", Verb::Quit},
    {"RSET", Verb::Rset},       {"NOOP", Verb::Noop},       {"STARTTLS", Verb::StartTls},
    {"AUTH", Verb::Auth},       {"VRFY", Verb::Vrfy},       {"HELP", Verb::Help},
    {"EXPN", Verb::NotOffered}, {"BDAT", Verb::NotOffered}, {"ETRN", Verb::NotOffered},
    {"TURN", Verb::NotOffered}, {"ATRN", Verb::NotOffered}, {"SEND", Verb::NotOffered},
    {"SOML", Verb::NotOffered}, {"SAML", Verb::NotOffered}, {"BURL", Verb::NotOffered},
    {"GET", Verb::Web},         {"POST", Verb::Web},        {"CONNECT", Verb::Web},
    {"PUT", Verb::Web},         {"HEAD", Verb::Web},        {"OPTIONS", Verb::Web},
    {"DELETE", Verb::Web},      {"PATCH", Verb::Web},       {"TRACE", Verb::Web},
};

// Behind "FROM:" or "TO:": the path, then its parameters.
struct PathAndParameters {
    std::string_view path; // without angle brackets
    std::string_view parameters;
};

std::string_view withoutLeadingSpaces(std::string_view text) {
    const std::size_t start = text.find_first_not_of(' ');
    return start == text.npos ? std::string_view() : text.substr(start);
}

std::optional<PathAndParameters> splitPath(std::string_view argument, std::string_view keyword) {
    if (!startsWithIgnoringCase(argument, keyword)) return std::nullopt;
    // "MAIL FROM: <a>" with a space is not in the grammar, but Outlook sends it.
    std::string_view rest = withoutLeadingSpaces(argument.substr(keyword.size()));
    if (rest.empty()) return std::nullopt;
    if (rest.front() != '<') { // typed by hand: no brackets
        const std::size_t end = std::min(rest.find(' '), rest.size());
        return PathAndParameters{rest.substr(0, end), withoutLeadingSpaces(rest.substr(end))};
    }
    bool quoted = false;
    for (std::size_t at = 1; at < rest.size(); ++at) {
        if (quoted && rest[at] == '\\') {
            ++at;
        } else if (rest[at] == '"') {
            quoted = !quoted;
        } else if (rest[at] == '>' && !quoted) {
            if (at + 1 < rest.size() && rest[at + 1] != ' ') return std::nullopt;
            return PathAndParameters{rest.substr(1, at - 1), withoutLeadingSpaces(rest.substr(at + 1))};
        }
    }
    return std::nullopt;
}

// RFC 5321 §4.1.1.3, appendix C: a source route is accepted and not followed.
std::string_view withoutSourceRoute(std::string_view path) {
    if (path.empty() || path.front() != '@') return path;
    const std::size_t colon = path.find(':');
    return colon == path.npos ? path : path.substr(colon + 1);
}

std::optional<std::size_t> readSize(std::string_view digits) {
    if (digits.size() > 20 || !std::all_of(digits.begin(), digits.end(), [](char c) { return isDigit(c); }))
        return std::nullopt;
    std::size_t value = 0;
    for (const char c : digits) {
        constexpr std::size_t most = std::numeric_limits<std::size_t>::max();
        if (value > (most - 9) / 10) return most;
        value = value * 10 + std::size_t(c - '0');
    }
    return value;
}

Reply badParameter(std::string_view parameter) {
    return {555, "5.5.4", "Unsupported option: " + std::string(parameter.substr(0, 60))};
}

std::optional<Reply> readParameter(std::string_view parameter, MailArgument& mail) {
    const std::size_t equals = parameter.find('=');
    const std::string_view name = parameter.substr(0, equals);
    const bool hasValue = equals != parameter.npos;
    const std::string_view value = hasValue ? parameter.substr(equals + 1) : std::string_view();
    if (equalIgnoringCase(name, "SIZE") &&
        hasValue) { // RFC 1870; Thunderbird is known to leave the value out
        const auto size = readSize(value);
        if (!size) return Reply{501, "5.5.4", "Bad message size syntax"};
        mail.size = *size;
        return std::nullopt;
    }
    if (equalIgnoringCase(name, "BODY") && hasValue) { // RFC 6152
        if (value.empty() || equalIgnoringCase(value, "8BITMIME") || equalIgnoringCase(value, "7BIT"))
            return std::nullopt;
        return badParameter(parameter);
    }
    if (equalIgnoringCase(name, "AUTH") && hasValue)
        return std::nullopt; // RFC 4954 §5: only passed on, if trusted
    if (equalIgnoringCase(name, "SMTPUTF8") && !hasValue) {
        mail.utf8 = true;
        return std::nullopt;
    }
    return badParameter(parameter);
}

} // namespace

Command readCommand(std::string_view line) {
    line = trimmed(line);
    const std::size_t end = std::min(line.find(' '), line.size());
    const std::string_view word = line.substr(0, end);
    const std::string_view argument = withoutLeadingSpaces(line.substr(end));
    for (const Name& name : names)
        if (equalIgnoringCase(word, name.text)) return {name.verb, argument};
    return {Verb::Unknown, argument};
}

std::variant<MailArgument, Reply> readMailArgument(std::string_view argument) {
    auto split = splitPath(argument, "FROM:");
    if (!split) return Reply{501, "5.5.4", "Syntax: MAIL FROM:<address>"};
    MailArgument mail;
    const std::string_view path = withoutSourceRoute(split->path);
    if (!path.empty()) {
        auto address = Address::parse(path);
        if (!address) return Reply{501, "5.1.7", "Bad sender address syntax"};
        mail.returnPath = std::move(*address);
    }
    for (std::string_view rest = split->parameters; !rest.empty();) {
        const std::size_t end = std::min(rest.find(' '), rest.size());
        if (auto refusal = readParameter(rest.substr(0, end), mail)) return std::move(*refusal);
        rest = withoutLeadingSpaces(rest.substr(end));
    }
    // RFC 6531 §3.5: an internationalised address needs the parameter.
    if (!mail.utf8 && mail.returnPath && !isAscii(path))
        return Reply{553, "5.6.7", "SMTPUTF8 is required for this sender address"};
    return mail;
}

std::variant<Address, Reply> readRecipientArgument(std::string_view argument, std::string_view hostname) {
    auto split = splitPath(argument, "TO:");
    if (!split) return Reply{501, "5.5.4", "Syntax: RCPT TO:<address>"};
    if (!split->parameters.empty())
        return badParameter(split->parameters.substr(0, split->parameters.find(' ')));
    const std::string_view path = withoutSourceRoute(split->path);
    auto address = equalIgnoringCase(path, "postmaster")
                       ? Address::parse("postmaster@" + std::string(hostname))
                       : Address::parse(path);
    if (!address) return Reply{501, "5.1.3", "Bad recipient address syntax"};
    return std::move(*address);
}

bool isHostArgument(std::string_view word) {
    if (word.empty() || word.size() > 255) return false;
    return std::all_of(word.begin(), word.end(), [](char c) {
        return isLetter(c) || isDigit(c) || !isAscii(c) ||
               std::string_view(".-_:[]+/~").find(c) != std::string_view::npos;
    });
}

} // namespace mailtown::smtp
