// A message taken apart into MIME parts (RFC 2045, 2046). The parts are values and say where they lie in the
// message's octets; hostile messages make a smaller tree, never a failure. What IMAP's BODYSTRUCTURE (RFC
// 9051 §7.5.2) needs is all here.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace mailtown {

// name=value of Content-Type or Content-Disposition.
struct MimeParameter {
    std::string name;  // lower case, without the "*" of RFC 2231
    std::string value; // UTF-8, decoded, continuations joined (RFC 2231 §3, §4; RFC 2047 words are read too)
    std::string wireName;  // lower case: "filename", or "filename*" when the value carries a charset
    std::string wireValue; // as a server passes it on: unquoted, not decoded, continuations joined

    bool operator==(const MimeParameter&) const = default;
};

struct MimePart {
    std::string type = "text";     // lower case
    std::string subtype = "plain"; // lower case
    std::vector<MimeParameter> parameters;
    std::string encoding = "7bit"; // Content-Transfer-Encoding, lower case
    std::string id;                // Content-ID as written, with angle brackets
    std::string description;       // as written, unfolded; decodeHeaderText shows it
    std::string disposition;       // "attachment", lower case; empty when not given
    std::vector<MimeParameter> dispositionParameters;
    std::vector<std::string> languages;
    std::string location;
    std::string md5;

    // Octet offsets in the message: header with its empty line [headerBegin, bodyBegin), body [bodyBegin,
    // bodyEnd).
    std::size_t headerBegin = 0;
    std::size_t bodyBegin = 0;
    std::size_t bodyEnd = 0;
    std::size_t lines = 0; // line ends in the body

    // multipart/…: its parts, at least one. message/rfc822 and message/global: the embedded message, exactly
    // one. Other types: none. A part that says it is one of these but cannot be read (no boundary, past a
    // limit, encoded) is given another type.
    std::vector<MimePart> children;

    std::size_t size() const { return bodyEnd - bodyBegin; }
    bool is(std::string_view typeText, std::string_view subtypeText) const {
        return type == typeText && subtype == subtypeText;
    }
    bool isMultipart() const { return type == "multipart"; }
    bool isMessage() const {
        return type == "message" && !children.empty();
    } // children[0] is the embedded message
    bool isText() const { return type == "text"; }
    // Decoded value of a Content-Type parameter, empty when there is none; `name` in lower case.
    const std::string& parameter(std::string_view name) const;
    std::string filename() const; // of Content-Disposition, else of Content-Type's name

    std::string_view header(std::string_view message) const {
        return message.substr(headerBegin, bodyBegin - headerBegin);
    }
    std::string_view body(std::string_view message) const { return message.substr(bodyBegin, size()); }
    std::string decodedBody(std::string_view message) const; // transfer encoding undone: octets
    std::string decodedText(std::string_view message) const; // and the charset: UTF-8 with LF line ends

    bool operator==(const MimePart&) const = default;
};

// Past these a multipart or an embedded message is kept whole as application/octet-stream, and further parts
// are not listed.
struct MimeLimits {
    int depth = 50;
    int parts = 1000;
    std::size_t headerOctets = 1'000'000; // of one part; fields beyond it are not read
};

MimePart parseMime(std::string_view message, const MimeLimits& limits = {});

// RFC 9051 §6.4.5.1: part 1 of a message that is not multipart is its body; numbers below a message/rfc822
// part name the embedded message's parts. Null when there is none. An empty path names the message itself.
const MimePart* mimePartAt(const MimePart& root, const std::vector<std::uint32_t>& path);

} // namespace mailtown
