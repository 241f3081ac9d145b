// What the server machine asks, and what it wants to be told. Mailbox names are UTF-8, as the client means
// them.
#pragma once

#include "protocol/imap/message_data.h"

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace mailtown::imap {

// ---- events; each wants its answers, and then done() or refuse() ----
struct LoginAsked { // LOGIN, AUTHENTICATE: done() logs in
    std::string identity;
    std::string password;
    bool operator==(const LoginAsked&) const = default;
};
struct TlsAsked { // STARTTLS: start TLS after takeOutput(), then call tlsStarted()
    bool operator==(const TlsAsked&) const = default;
};
struct SelectAsked { // SELECT, EXAMINE: opened()
    std::string mailbox;
    bool operator==(const SelectAsked&) const = default;
};
struct UpdatesAsked { // NOOP, CHECK, IDLE in a selected mailbox: nothing but what is new
    bool operator==(const UpdatesAsked&) const = default;
};
struct MessagesAsked { // FETCH, SEARCH: give() each that is there
    std::vector<std::uint32_t> uids;
    bool marksSeen = false;
    bool operator==(const MessagesAsked&) const = default;
};
enum class FlagVerb : std::uint8_t { Set, Add, Remove };
struct FlagsAsked { // STORE: stored()
    std::vector<std::uint32_t> uids;
    FlagVerb verb = FlagVerb::Add;
    std::vector<std::string> flags; // "\\Seen", keywords
    bool operator==(const FlagsAsked&) const = default;
};
struct ExpungeAsked { // EXPUNGE, UID EXPUNGE, CLOSE: of these, those with \Deleted
    std::vector<std::uint32_t> uids;
    bool operator==(const ExpungeAsked&) const = default;
};
struct CopyAsked { // COPY, MOVE: copied()
    std::vector<std::uint32_t> uids;
    std::string target;
    bool move = false;
    bool operator==(const CopyAsked&) const = default;
};
struct AppendAsked { // APPEND: appended()
    std::string mailbox;
    std::vector<std::string> flags;
    std::optional<std::int64_t> internalDate; // Unix seconds; none: now
    Message message;
    bool operator==(const AppendAsked&) const = default;
};
enum class MailboxVerb : std::uint8_t { Create, Delete, Rename, Subscribe, Unsubscribe };
struct MailboxAsked {
    MailboxVerb verb = MailboxVerb::Create;
    std::string mailbox;
    std::string newName; // RENAME
    bool operator==(const MailboxAsked&) const = default;
};
struct ListAsked { // LIST, LSUB: listed(), with all there are
    bool operator==(const ListAsked&) const = default;
};
struct StatusAsked { // STATUS: status()
    std::string mailbox;
    bool operator==(const StatusAsked&) const = default;
};
using ServerEvent = std::variant<LoginAsked, TlsAsked, SelectAsked, UpdatesAsked, MessagesAsked, FlagsAsked,
                                 ExpungeAsked, CopyAsked, AppendAsked, MailboxAsked, ListAsked, StatusAsked>;

// ---- answers ----
struct OpenedMailbox {
    std::string name; // as the mailboxes' keeper spells it
    std::uint32_t uidValidity = 1;
    std::uint32_t uidNext = 1;
    std::uint64_t change = 0;           // grows with every change of the mailbox
    std::vector<MessageState> messages; // by ascending uid
};

struct ListedMailbox {
    std::string name;
    std::string specialUse; // "\\Sent", or empty
    bool exists = true;     // false: a subscription to what is gone
    bool selectable = true;
    bool hasChildren = false;
    bool subscribed = false;
};

struct MailboxStatus {
    std::size_t messages = 0;
    std::size_t unseen = 0;
    std::size_t deleted = 0;
    std::uint64_t octets = 0;
    std::uint32_t uidNext = 1;
    std::uint32_t uidValidity = 1;
};

} // namespace mailtown::imap
