// One mailbox and the messages in it. A value; copies share what neither has changed.
#pragma once

#include "base/chunked_array.h"
#include "base/id.h"
#include "mail/message.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mailtown {

// RFC 9051 §2.3.2. \Recent is a matter of the session and not kept here.
enum SystemFlag : std::uint8_t {
    seenFlag = 1,
    answeredFlag = 2,
    flaggedFlag = 4,
    deletedFlag = 8,
    draftFlag = 16
};

enum class FlagFault : std::uint8_t { None, KeywordTooLong, TooManyKeywords };

// The flags of one message.
struct FlagSet {
    std::uint8_t system = 0;           // set of SystemFlag
    std::vector<std::string> keywords; // sorted, each once, compared without case

    // "\\Seen", "\\Flagged", keywords. What no message may carry is left out: \Recent, unknown system flags,
    // keywords that are not atoms, are longer than 64 octets, or are past the 64th.
    // fault() is why a keyword would be left out.
    static FlagSet parse(const std::vector<std::string>& names);
    static FlagFault fault(const std::vector<std::string>& names);
    std::vector<std::string> names() const;

    bool add(const FlagSet& other); // false: there was no room for all the keywords
    void remove(const FlagSet& other);
    bool operator==(const FlagSet&) const = default;
};

struct StoredMessage {
    std::uint32_t uid = 0;             // ≥ 1, ascending in the mailbox, never used again
    std::uint8_t flags = 0;            // set of SystemFlag
    LetterId letter;                   // invalid for what a client appended
    std::int64_t internalDate = 0;     // Unix seconds
    std::vector<std::string> keywords; // sorted
    Message message;

    FlagSet flagSet() const { return {flags, keywords}; }
    bool operator==(const StoredMessage&) const = default;
};

struct Mailbox {
    std::string name;              // UTF-8, "/" between levels; INBOX in capitals
    std::uint32_t uidValidity = 1; // new after delete and create (RFC 9051 §2.3.1.1)
    std::uint32_t uidNext = 1;
    bool selectable = true;               // false: \Noselect, a name that only has others below it
    std::string specialUse;               // "\\Sent" … (RFC 6154) or empty
    std::uint64_t change = 0;             // grows with every change, so that a view knows when to look again
    ChunkedArray<StoredMessage> messages; // by ascending uid

    static constexpr std::size_t none = std::size_t(-1);
    std::size_t indexOf(std::uint32_t uid) const;       // `none` when there is no such message
    const StoredMessage* find(std::uint32_t uid) const; // null when there is no such message
    std::size_t unseenCount() const;
    std::optional<std::size_t> firstUnseen() const; // index

    // Gives and returns the uid; 0 when the uids are used up.
    std::uint32_t add(StoredMessage message);
    void changeFlags(const std::vector<std::uint32_t>& uids, const FlagSet& flags, bool add); // else remove
    void setFlags(const std::vector<std::uint32_t>& uids, const FlagSet& flags);
    // Removes those messages, in one pass from the first of them on.
    void expunge(const std::vector<std::uint32_t>& uids);

    bool operator==(const Mailbox&) const = default;

private:
    void putFlags(std::size_t index, FlagSet flags);
};

} // namespace mailtown
