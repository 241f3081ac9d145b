// What the server machine is told of messages. Plain values: where they are kept is the desk's business.
#pragma once

#include "mail/message.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace mailtown::imap {

// Of the flags a message has, those with a fixed meaning (RFC 9051 §2.3.2), as a set of bits. \Recent is told
// to nobody (RFC 9051 dropped it).
enum SystemFlagBit : std::uint8_t {
    seenBit = 1,
    answeredBit = 2,
    flaggedBit = 4,
    deletedBit = 8,
    draftBit = 16
};

struct MessageFlags {
    std::uint8_t system = 0;
    std::vector<std::string> keywords; // sorted
    bool operator==(const MessageFlags&) const = default;
};

// "\Answered \Seen $Forwarded"
std::string flagsText(const MessageFlags& flags);

// What is read of one header, in octets and for all purposes but to pass it on: what a stranger wrote beyond
// costs no more than its place in the message. (Postfix takes 100 kB, header_size_limit.)
inline constexpr std::size_t longestHeaderRead = 256 << 10;
// The beginning of a message, with as many lines of its header as are read. May go on behind the empty line.
std::string headerRead(const Message& message, std::size_t begin = 0, std::size_t end = std::size_t(-1));

// Work, in octets read: as much as a server does before others come between. An octet of a header that is
// taken apart costs as much as many.
inline constexpr std::size_t workLimit = 4 << 20;
inline constexpr std::size_t headerCost = 24;

struct MessageState {
    std::uint32_t uid = 0;
    MessageFlags flags;
    bool operator==(const MessageState&) const = default;
};

struct MessageData {
    std::uint32_t uid = 0;
    MessageFlags flags;
    std::int64_t internalDate = 0; // Unix seconds
    Message message;
    bool operator==(const MessageData&) const = default;
};

} // namespace mailtown::imap
