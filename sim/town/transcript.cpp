#include "town/transcript.h"

#include "base/text.h"

#include <algorithm>
#include <charconv>
#include <string>

namespace mailtown {
namespace {

constexpr std::string_view mask = "********";

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
    if (service == Service::Smtp || service == Service::Submission) {
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

// A server that asks for more of a login: SMTP's 334, "+ " of POP3 and IMAP, right after the client said
// AUTH.
bool asksForSecret(Service service, std::string_view line) {
    return (service == Service::Smtp || service == Service::Submission) && line.starts_with("334");
}

} // namespace

void writeDown(Turn& turn, Connection& connection, Side from, std::string_view bytes) {
    Record record;
    record.kind = from == Side::Client ? Kind::LineClient : Kind::LineServer;
    record.host = from == Side::Client ? connection.client : connection.server;
    record.peer = from == Side::Client ? connection.server : connection.client;
    record.connection = connection.id;
    record.letter = connection.letter;
    record.attempt = connection.attempt;
    record.service = connection.service;
    const bool smtp = connection.service == Service::Smtp || connection.service == Service::Submission;
    Writing& writing = connection.writing;
    std::string masked;
    while (!bytes.empty()) {
        const std::size_t end = std::min(bytes.find('\n'), bytes.size());
        std::string_view line = bytes.substr(0, end);
        if (line.ends_with('\r')) line.remove_suffix(1);
        const std::size_t taken = std::min(end + 1, bytes.size());
        if (from == Side::Server) {
            if (smtp) {
                record.code = codeOf(line);
                writing.content = line.starts_with("354");
                writing.lines = 0;
            }
            writing.secret = asksForSecret(connection.service, line);
        } else if (writing.content) {
            if (line == ".") {
                writing.content = false;
            } else if (++writing.lines > mostContentLines) {
                const std::size_t dot = bytes.rfind("\r\n.\r\n");
                const std::size_t rest = dot == bytes.npos ? bytes.size() : dot + 2;
                turn.record(record, "[" + std::to_string(rest) + " octets more]");
                bytes.remove_prefix(rest);
                continue;
            }
        } else if (writing.secret) {
            writing.secret = false;
            line = mask;
        } else if (const std::size_t secret = secretAt(connection.service, line); secret != line.npos) {
            masked.assign(line.substr(0, secret)).append(mask);
            line = masked;
        }
        turn.record(record, line);
        bytes.remove_prefix(taken);
    }
}

} // namespace mailtown
