// A letter as a mail program writes it: a right RFC 5322 message out of what a person typed.
#pragma once

#include "mail/header_writer.h"
#include "mail/message.h"

#include <cstdint>
#include <string>
#include <vector>

namespace mailtown {

struct Composition {
    NamedAddress from;
    std::vector<NamedAddress> to, cc; // Bcc is a matter of the envelope alone
    std::string subject;              // UTF-8
    std::string body;                 // UTF-8, any line ends
    std::int64_t unixSeconds = 0;     // Date
    int utcOffsetMinutes = 0;
    std::string messageId; // "7.20261125@pc.sakura.example", with or without angle brackets
    std::string inReplyTo; // the same of the letter answered; empty when it is no reply
    bool eightBit = true;  // false: 7-bit transfer encodings only, for a way without 8BITMIME (RFC 6152)

    bool operator==(const Composition&) const = default;
};

Message compose(const Composition& composition);

// "<7.20261125@pc.sakura.example>"; what cannot stand in a Message-ID is left out.
std::string messageIdText(std::string_view id);

} // namespace mailtown
