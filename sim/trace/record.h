// The vocabulary of what happened: past-tense facts. The screen, the command line and the tests read records;
// nothing in the town reads them back.
#pragma once

#include "base/id.h"
#include "base/time.h"

#include <cstdint>
#include <string_view>

namespace mailtown {

enum class Kind : std::uint8_t {
    LetterComposed,
    LetterQueued,    // a post office took responsibility (its 250 after DATA)
    LetterDeferred,  // a try failed for now: `text` the reason, `code` the reply or 0, `next` the time of the
                     // next try
    LetterRelayed,   // handed to `peer`, for one recipient
    LetterDelivered, // stored in the recipient's mailbox at `host`
    LetterBounced,   // given up or refused for good; a report goes to the return path, if there is one
    LetterFetched,   // downloaded by the mail client `host` from `peer`
    LetterRead,      // marked \Seen
    ConnectionOpened,
    ConnectionRefused,
    ConnectionTimeout,
    ConnectionClosed,
    LineClient, // a protocol line from `host` (the client of the connection) to `peer`; secrets masked
    LineServer, // a protocol line from `host` (the server) to `peer`; `code` the reply code
    DnsQuery,   // `text` "fuji.example MX"
    DnsAnswer,  // `text` "10 mail.fuji.example" or "NXDOMAIN", "timeout"
    HostDown,
    HostUp,
    LinkCut,
    LinkMended,
};
inline constexpr int kindCount = int(Kind::LinkMended) + 1;

// "letter.composed" … as the JSON lines of the command line spell it.
std::string_view kindName(Kind kind);

enum class Service : std::uint8_t { None, Smtp, Submission, Pop3, Imap, Dns };

// 56 octets. Text lies in the trace (Trace::text).
struct Record {
    Time at = 0;
    Time next = never;          // LetterDeferred: when the next try is due
    std::uint64_t textAt = 0;   // offset in the trace's text
    std::uint32_t textSize = 0; // octets
    LetterId letter;            // the letter it is about, where one is known
    ConnectionId connection;    // the connection (or DNS question) it happened on
    HostId host;                // who acted
    HostId peer;                // with whom
    NameId recipient;           // the envelope recipient the record is about, where it is about one
    std::int16_t code = 0;      // reply code, 0 when none
    std::uint16_t attempt = 0;  // which try of `host` to pass the letter on, 1-based; 0 when it is none
    Kind kind = Kind::LetterComposed;
    Service service = Service::None;

    bool operator==(const Record&) const = default;
};

} // namespace mailtown
