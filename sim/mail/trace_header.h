// What a post office stamps on a letter as it passes (RFC 5321 §4.4). Each returns one field with its CRLF,
// to go in front of the message (Message::withPrepended).
#pragma once

#include "mail/address.h"

#include <cstdint>
#include <optional>
#include <string>

namespace mailtown {

struct ReceivedStamp {
    std::string helo;          // as the client said it; what cannot stand in a header shows as "?"
    std::string clientAddress; // IPv4 or IPv6
    std::string hostname;      // of the server that stamps
    bool extended = true;      // EHLO
    bool tls = false;
    bool authenticated = false;
    std::string id;                   // the queue's number for the letter; may be empty
    std::optional<Address> recipient; // only when the transaction has one recipient
    std::int64_t unixSeconds = 0;
    int utcOffsetMinutes = 0;
    bool operator==(const ReceivedStamp&) const = default;
};

// "SMTP", "ESMTP", "ESMTPS", "ESMTPA", "ESMTPSA" (RFC 3848).
std::string protocolName(bool extended, bool tls, bool authenticated);

std::string receivedField(const ReceivedStamp& stamp);

// Written by the office that makes the final delivery; none: "<>".
std::string returnPathField(const std::optional<Address>& returnPath);

} // namespace mailtown
