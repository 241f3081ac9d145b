// A message's content: immutable and shared. A hop that adds a trace header (RFC 5321 §4.4) makes a new
// Message whose first block is that header and whose rest is shared with the message it received.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace mailtown {

class Message {
public:
    Message() = default;
    // Octets with CRLF line ends, header and body, as DATA carries them once dots are unstuffed.
    explicit Message(std::string octets);

    // The same message with `lines` (CRLF-terminated header fields) in front.
    Message withPrepended(std::string lines) const;

    std::size_t size() const;   // octets
    std::string octets() const; // header, empty line, body
    std::string header() const; // up to and without the empty line, CRLF-terminated
    std::string body() const;   // after the empty line
    // Appends the octets from `first` on, at most `count`: for whoever takes a large message in pieces.
    void appendOctets(std::string& out, std::size_t first, std::size_t count) const;
    std::size_t headerSize() const; // octets of the header, with the empty line
    // First field of that name (case-insensitive), unfolded, not decoded, trimmed; empty when there is none.
    std::string field(std::string_view name) const;

    // Same octets; cheap when content is shared.
    bool operator==(const Message& other) const;
    explicit operator bool() const { return top_ != nullptr; }

private:
    struct Block;
    std::shared_ptr<const Block> top_;
};

} // namespace mailtown
