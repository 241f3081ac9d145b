// What a mail program keeps at home: the letters it has yet to post, and those it has fetched.
#pragma once

#include "base/chunked_array.h"
#include "base/id.h"
#include "base/time.h"
#include "mail/message.h"

#include <cstdint>
#include <string>
#include <vector>

namespace mailtown {

// Written, and not yet taken by the submission server.
struct OutboxLetter {
    LetterId letter;
    Time next = 0; // when the next try is due; `never` while one is under way, or when the letter was refused
    int tries = 0;
    int code = 0;                       // of the last answer; 0: none, or no connection
    NameId answer;                      // its text; invalid before the first
    std::vector<std::uint32_t> settled; // which of its recipients the server took or refused for good already
    bool underWay = false;
    bool refused =
        false; // for good (5xx), for some recipient: it stays here until a person does something about it
    bool operator==(const OutboxLetter&) const = default;
};

// Seen on this device.
struct KeptLetter {
    LetterId letter;       // invalid for what was never a letter of the town (a real client's draft)
    std::uint32_t uid = 0; // IMAP: its UID in INBOX
    NameId uniqueId;       // POP3: its UIDL
    Time fetched = 0;
    Time read = never;    // when the person opened it here
    bool onServer = true; // IMAP, and POP3 with leaveOnServer
    Message message;
    bool operator==(const KeptLetter&) const = default;
};

struct MailProgram {
    std::vector<OutboxLetter> outbox;     // in order of writing
    ChunkedArray<KeptLetter, 16> letters; // in order of fetching
    Time lastCheck = never;               // when it last fetched without a failure; `never` before the first
    Time nextCheck = never;               // when it will look for mail again by itself
    Time timer = never;                   // when its entry in the town's queue surfaces
    bool checking = false;
    std::vector<std::uint32_t>
        unmarked;              // IMAP: letters that were read, by number, without \Seen at the server
    std::uint32_t marking = 0; // the first so many of them are being marked just now
    NameId checkAnswer;        // invalid when the last check was good
    bool operator==(const MailProgram&) const = default;
};

} // namespace mailtown
