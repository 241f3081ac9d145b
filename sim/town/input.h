// Everything that enters a town from outside: what a timeline, a person or a real client does. Scenario, seed
// and inputs together replay to the same trace. Adding an action touches: its struct here, its line in Input,
// its branch in town/apply_input.cpp, its spelling in scenario/action and its encoding in session/input_code.
#pragma once

#include "base/id.h"
#include "base/time.h"
#include "mail/envelope.h"
#include "mail/message.h"

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace mailtown::input {

// ---- what a person or the timeline does ----
struct Send { // a person writes a letter at home; the mail program composes and posts it
    HostId client;
    std::vector<Address> to;
    std::string subject; // UTF-8
    std::string body;    // UTF-8, any line ends
    bool operator==(const Send&) const = default;
};
struct CheckMail { // a person presses "get mail"
    HostId client;
    bool operator==(const CheckMail&) const = default;
};
struct SwitchOff { // power off: connections die, the queue and mailboxes survive on disk
    HostId host;
    bool operator==(const SwitchOff&) const = default;
};
struct SwitchOn {
    HostId host;
    bool operator==(const SwitchOn&) const = default;
};
struct CutLink { // bytes in flight are lost
    HostId a, b;
    bool operator==(const CutLink&) const = default;
};
struct MendLink {
    HostId a, b;
    bool operator==(const MendLink&) const = default;
};

// ---- what a real client did on a real socket, already answered for by the desk ----
struct AcceptLetter { // SMTP: the letter is ours from here (RFC 5321 §4.2.5)
    HostId host;
    Envelope envelope;
    Message message; // with the Received line of this hop
    bool operator==(const AcceptLetter&) const = default;
};

// The mailbox changes (IMAP, and POP3's deletions at QUIT). `user` is the account's address.
enum class FlagChange : std::uint8_t { Set, Add, Remove };
struct StoreFlags {
    HostId host;
    Address user;
    std::string mailbox;
    std::vector<std::uint32_t> uids;
    FlagChange change = FlagChange::Add;
    std::vector<std::string> flags; // "\\Seen", "\\Flagged", keywords
    bool operator==(const StoreFlags&) const = default;
};
struct Expunge {
    HostId host;
    Address user;
    std::string mailbox;
    std::vector<std::uint32_t> uids;
    bool operator==(const Expunge&) const = default;
};
struct Append {
    HostId host;
    Address user;
    std::string mailbox;
    Message message;
    std::vector<std::string> flags;
    std::int64_t internalDate = 0; // Unix seconds
    bool operator==(const Append&) const = default;
};
struct CopyMessages {
    HostId host;
    Address user;
    std::string mailbox;
    std::vector<std::uint32_t> uids;
    std::string target;
    bool move = false;
    bool operator==(const CopyMessages&) const = default;
};
enum class MailboxChange : std::uint8_t { Create, Delete, Rename, Subscribe, Unsubscribe };
struct ChangeMailbox {
    HostId host;
    Address user;
    MailboxChange change = MailboxChange::Create;
    std::string mailbox;
    std::string newName; // Rename
    bool operator==(const ChangeMailbox&) const = default;
};

// ---- what the session does ----
// Time was wound back, or real mail programs come to a town they may take for another: what they know of uids
// is void (RFC 9051 §2.3.1.1; MailStore::renewUidValidities at every host).
struct RenewUidValidity {
    std::uint32_t uidValidity = 1;
    bool operator==(const RenewUidValidity&) const = default;
};
} // namespace mailtown::input

namespace mailtown {

using Input = std::variant<input::Send, input::CheckMail, input::SwitchOff, input::SwitchOn, input::CutLink,
                           input::MendLink, input::AcceptLetter, input::StoreFlags, input::Expunge,
                           input::Append, input::CopyMessages, input::ChangeMailbox, input::RenewUidValidity>;

// Where an input came from: a person's later acts are taken back when the past is changed, a real client's
// letters, which got their 250, are kept.
enum class Origin : std::uint8_t { Timeline, Person, Client };

struct TimedInput {
    Time at = 0;
    Input input;
    Origin origin = Origin::Timeline;
    bool operator==(const TimedInput&) const = default;
};

} // namespace mailtown
