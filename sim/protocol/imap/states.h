// Which command is allowed when (RFC 9051 §3, §6): the table is the rule.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace mailtown::imap {

enum class State : std::uint8_t { NotAuthenticated = 1, Authenticated = 2, Selected = 4 };

enum class Verb : std::uint8_t {
    Unknown,
    Capability,
    Noop,
    Logout,
    Id,
    StartTls,
    Login,
    Authenticate,
    Enable,
    Select,
    Examine,
    Create,
    Delete,
    Rename,
    Subscribe,
    Unsubscribe,
    List,
    Lsub,
    Namespace,
    Status,
    Append,
    Idle,
    Check,
    Close,
    Unselect,
    Expunge,
    Search,
    Fetch,
    Store,
    Copy,
    Move
};

struct CommandRow {
    std::string_view name;
    Verb verb = Verb::Unknown;
    std::uint8_t states = 0; // set of State
    bool uidForm = false;    // there is a "UID …" too
    std::string_view words;  // of its tagged OK
};

const std::vector<CommandRow>& commandTable();
const CommandRow* commandNamed(std::string_view name); // in any case; null when there is none
const CommandRow& commandRow(Verb verb);

} // namespace mailtown::imap
