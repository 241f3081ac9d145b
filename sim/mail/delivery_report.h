// What a post office writes to the sender of a letter that it could not deliver, or not yet: a delivery
// status notification (RFC 3464, in the multipart/report of RFC 6522). Its envelope has the null return path
// (RFC 5321 §4.5.5), and on a letter with a null return path none is written: a bounce never bounces.
#pragma once

#include "mail/address.h"
#include "mail/message.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mailtown {

struct ReportedRecipient {
    Address address;
    int code = 0; // of the reply that decided; 0: there was none
    std::string
        answer; // the reply, with or without its code: "550 5.1.1 no such user"; or "connection refused"
    std::string remoteHost;                // who answered; empty when nobody did
    std::optional<std::int64_t> lastTried; // Unix seconds
    bool operator==(const ReportedRecipient&) const = default;
};

struct DeliveryReport {
    enum class Kind : std::uint8_t {
        Refused, // for good (5xx)
        Expired, // tried until the queue's lifetime was over (RFC 5321 §4.5.4.1)
        Delayed, // still being tried
    };
    Kind kind = Kind::Refused;
    std::string hostname; // of the office that reports
    Address sender;       // the letter's return path: to whom the report goes
    std::vector<ReportedRecipient> recipients;
    Message original; // with the trace headers it has so far
    bool wholeLetter =
        true; // send all of it back, unless it is large; false: its header alone (RFC 3461 §4.3)
    std::int64_t arrived = 0;    // at this office, Unix seconds
    std::int64_t triedUntil = 0; // Delayed: when it will be given up, Unix seconds
    std::int64_t unixSeconds = 0;
    int utcOffsetMinutes = 0;
    std::string messageId;
    bool eightBit = true; // false: the way to the sender is without 8BITMIME (RFC 6152)
    bool operator==(const DeliveryReport&) const = default;
};

Message writeReport(const DeliveryReport& report);

// RFC 3463: "5.1.1" out of the reply, else the best that can be said.
std::string reportedStatus(DeliveryReport::Kind kind, const ReportedRecipient& recipient);

} // namespace mailtown
