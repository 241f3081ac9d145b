// The mailboxes of one host: accounts, their mailboxes, and the messages in them. A value.
#pragma once

#include "base/chunked_array.h"
#include "base/id.h"
#include "mail/address.h"
#include "mail/message.h"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace mailtown {

// RFC 9051 §2.3.2. \Recent is a matter of the session and not kept here.
enum SystemFlag : std::uint8_t { seenFlag = 1, answeredFlag = 2, flaggedFlag = 4, deletedFlag = 8, draftFlag = 16 };

struct StoredMessage {
    std::uint32_t uid = 0;     // ≥ 1, ascending in the mailbox, never used again
    std::uint8_t flags = 0;    // set of SystemFlag
    LetterId letter;           // invalid for what a client appended
    std::int64_t internalDate = 0; // Unix seconds
    std::vector<std::string> keywords; // sorted
    Message message;
    bool operator==(const StoredMessage&) const = default;
};

struct Mailbox {
    std::string name;              // UTF-8, "/" between levels; INBOX in capitals
    std::uint32_t uidValidity = 1; // new after delete and create (RFC 9051 §2.3.1.1)
    std::uint32_t uidNext = 1;
    bool subscribed = true;
    std::string specialUse;        // "\\Sent" … (RFC 6154) or empty
    std::uint64_t change = 0;      // grows with every change, so that a view knows when to look again
    ChunkedArray<StoredMessage> messages; // by ascending uid

    bool operator==(const Mailbox&) const = default;
};

// The store room's developer completes this class; what stands here, others build on.
class MailStore {
public:
    // Creates INBOX, Sent, Drafts, Trash and Junk.
    void addAccount(const Address& user, std::uint32_t uidValidity);
    bool hasAccount(const Address& user) const;
    std::vector<Address> accounts() const;

    const Mailbox* mailbox(const Address& user, std::string_view name) const; // null when there is none
    std::vector<std::string> mailboxNames(const Address& user) const;         // in hierarchical order, INBOX first

    std::uint32_t add(const Address& user, std::string_view mailbox, StoredMessage message); // gives and returns the uid

    bool operator==(const MailStore&) const = default;
};

} // namespace mailtown
