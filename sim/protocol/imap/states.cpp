#include "protocol/imap/states.h"

#include "base/text.h"

namespace mailtown::imap {
namespace {

constexpr std::uint8_t notIn = std::uint8_t(State::NotAuthenticated);
constexpr std::uint8_t selected = std::uint8_t(State::Selected);
constexpr std::uint8_t in = std::uint8_t(State::Authenticated) | selected;
constexpr std::uint8_t any = notIn | in;

} // namespace

const std::vector<CommandRow>& commandTable() {
    static const std::vector<CommandRow> rows = {
        // RFC 9051 §6.1
        {"CAPABILITY", Verb::Capability, any, false, "Capability completed."},
        {"NOOP", Verb::Noop, any, false, "NOOP completed."},
        {"LOGOUT", Verb::Logout, any, false, "Logout completed."},
        {"ID", Verb::Id, any, false, "ID completed."}, // RFC 2971
        // §6.2
        {"STARTTLS", Verb::StartTls, notIn, false, "Begin TLS negotiation now."},
        {"LOGIN", Verb::Login, notIn, false, "Logged in"},
        {"AUTHENTICATE", Verb::Authenticate, notIn, false, "Logged in"},
        // §6.3
        {"ENABLE", Verb::Enable, in, false, "Enabled."},
        {"SELECT", Verb::Select, in, false, "Select completed."},
        {"EXAMINE", Verb::Examine, in, false, "Examine completed."},
        {"CREATE", Verb::Create, in, false, "Create completed."},
        {"DELETE", Verb::Delete, in, false, "Delete completed."},
        {"RENAME", Verb::Rename, in, false, "Rename completed."},
        {"SUBSCRIBE", Verb::Subscribe, in, false, "Subscribe completed."},
        {"UNSUBSCRIBE", Verb::Unsubscribe, in, false, "Unsubscribe completed."},
        {"LIST", Verb::List, in, false, "List completed."},
        {"LSUB", Verb::Lsub, in, false, "Lsub completed."}, // RFC 3501 §6.3.9
        {"NAMESPACE", Verb::Namespace, in, false, "Namespace completed."},
        {"STATUS", Verb::Status, in, false, "Status completed."},
        {"APPEND", Verb::Append, in, false, "Append completed."},
        {"IDLE", Verb::Idle, in, false, "Idle completed."},
        // §6.4
        {"CHECK", Verb::Check, selected, false, "Check completed."}, // RFC 3501 §6.4.1
        {"CLOSE", Verb::Close, selected, false, "Close completed."},
        {"UNSELECT", Verb::Unselect, selected, false, "Unselect completed."},
        {"EXPUNGE", Verb::Expunge, selected, true, "Expunge completed."}, // UID EXPUNGE: RFC 4315
        {"SEARCH", Verb::Search, selected, true, "Search completed."},
        {"FETCH", Verb::Fetch, selected, true, "Fetch completed."},
        {"STORE", Verb::Store, selected, true, "Store completed."},
        {"COPY", Verb::Copy, selected, true, "Copy completed."},
        {"MOVE", Verb::Move, selected, true, "Move completed."},
    };
    return rows;
}

const CommandRow* commandNamed(std::string_view name) {
    for (const CommandRow& row : commandTable())
        if (equalIgnoringCase(row.name, name)) return &row;
    return nullptr;
}

const CommandRow& commandRow(Verb verb) {
    static const CommandRow unknown;
    for (const CommandRow& row : commandTable())
        if (row.verb == verb) return row;
    return unknown;
}

} // namespace mailtown::imap
