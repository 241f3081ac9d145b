#include "town/transcript.h"

#include "base/text.h"

#include <algorithm>
#include <charconv>
#include <string>

namespace mailtown {
namespace {

constexpr std::string_view mask = "********";

bool isSmtp(Service service) { return service == Service::Smtp || service == Service::Submission; }

std::int16_t codeOf(std::string_view line) {
    int code = 0;
    const char* end = line.data() + std::min<std::size_t>(3, line.size());
    const auto read = std::from_chars(line.data(), end, code);
    return read.ec == std::errc() && read.ptr == end ? std::int16_t(code) : std::int16_t(0);
}

// "AUTH PLAIN AGFvaw…", "PASS …", "a1 LOGIN aoki …", "a1 AUTHENTICATE PLAIN …": where the secret starts.
std::size_t secretAt(Service service, std::string_view line) {
    const auto behindWord = [&](std::size_t at) {
        const std::size_t space = line.find(' ', at);
        return space == line.npos ? line.npos : space + 1;
    };
    if (isSmtp(service)) {
        if (!startsWithIgnoringCase(line, "AUTH ")) return line.npos;
        return behindWord(5);
    }
    if (service == Service::Pop3) {
        if (startsWithIgnoringCase(line, "PASS ")) return 5;
        return startsWithIgnoringCase(line, "AUTH ") ? behindWord(5) : line.npos;
    }
    const std::size_t verb = behindWord(0);
    if (verb == line.npos) return line.npos;
    if (startsWithIgnoringCase(line.substr(verb), "LOGIN ")) return behindWord(verb + 6);
    if (startsWithIgnoringCase(line.substr(verb), "AUTHENTICATE ")) return behindWord(verb + 13);
    return line.npos;
}

// Octets of the literal that a line of IMAP announces at its end: "… BODY[] {1234}" (RFC 9051 §4.3).
std::uint32_t literalAfter(std::string_view line) {
    const std::size_t brace = line.rfind('{');
    std::uint32_t octets = 0;
    if (!line.ends_with('}') || brace == line.npos) return 0;
    std::from_chars(line.data() + brace + 1, line.data() + line.size() - 1, octets);
    return octets;
}

bool startsLogin(std::string_view command) {
    const std::string_view verb = command.substr(std::min(command.find(' '), command.size() - 1) + 1);
    return startsWithIgnoringCase(verb, "LOGIN ") || startsWithIgnoringCase(verb, "AUTHENTICATE ");
}

// What a line of the server means for the lines to come.
void heardOfServer(Service service, Writing& writing, std::string_view line) {
    writing.lines = 0;
    if (isSmtp(service)) {
        writing.content = line.starts_with("354");
        writing.secret = line.starts_with("334"); // RFC 4954 §4: more of a login
    } else if (service == Service::Pop3) {
        writing.content = writing.retrieving && line.starts_with("+OK");
        writing.retrieving = false;
        writing.secret = line == "+" || line.starts_with("+ "); // RFC 5034 §4
    } else {
        // Between a login's first line and its tagged answer all that the client says belongs to it: the
        // literals of LOGIN, the lines of AUTHENTICATE.
        if (!line.starts_with("* ") && !line.starts_with('+')) writing.secret = false;
        writing.literal = literalAfter(line);
    }
}

// What a line of the client is to be shown as; `masked` holds it where it is another.
std::string_view shownOfClient(Service service, Writing& writing, std::string_view line,
                               std::string& masked) {
    if (writing.secret) {
        writing.secret = service == Service::Imap;
        return mask;
    }
    if (service == Service::Pop3)
        writing.retrieving = startsWithIgnoringCase(line, "RETR ") || startsWithIgnoringCase(line, "TOP ");
    if (service == Service::Imap) writing.secret = startsLogin(line);
    const std::size_t secret = secretAt(service, line);
    if (secret == line.npos) return line;
    return masked.assign(line.substr(0, secret)).append(mask);
}

// Of the letter under way, how many of these octets belong to it; a dot that ends it does not.
std::size_t restOfLetter(const Writing& writing, std::string_view bytes) {
    if (writing.literal > 0) return std::min<std::size_t>(writing.literal, bytes.size());
    const std::size_t dot = bytes.find("\r\n.\r\n");
    return dot == bytes.npos ? bytes.size() : dot + 2;
}

} // namespace

void writeDown(Turn& turn, Connection& connection, Side from, std::string_view bytes) {
    const Service service = connection.service;
    Record record;
    record.kind = from == Side::Client ? Kind::LineClient : Kind::LineServer;
    record.host = from == Side::Client ? connection.client : connection.server;
    record.peer = from == Side::Client ? connection.server : connection.client;
    record.connection = connection.id;
    record.letter = connection.letter;
    record.attempt = connection.attempt;
    record.service = service;
    Writing& writing = connection.writing;
    std::string masked;
    const bool givesLetters = from == (isSmtp(service) ? Side::Client : Side::Server);
    while (!bytes.empty()) {
        const std::size_t end = std::min(bytes.find('\n'), bytes.size());
        std::string_view line = bytes.substr(0, end);
        if (line.ends_with('\r')) line.remove_suffix(1);
        std::size_t taken = std::min(end + 1, bytes.size());
        record.code = 0;
        if (givesLetters && writing.content && line == ".") {
            writing.content = false;
            turn.record(record, line);
        } else if (givesLetters && (writing.content || writing.literal >= taken)) {
            if (++writing.lines > mostContentLines) {
                taken = restOfLetter(writing, bytes);
                turn.record(record, "[" + std::to_string(taken) + " octets more]");
            } else {
                turn.record(record, line);
            }
            writing.literal -= std::min(writing.literal, std::uint32_t(taken));
        } else if (from == Side::Server) {
            if (isSmtp(service)) record.code = codeOf(line);
            heardOfServer(service, writing, line);
            turn.record(record, line);
        } else {
            turn.record(record, shownOfClient(service, writing, line, masked));
        }
        bytes.remove_prefix(taken);
    }
}

} // namespace mailtown
