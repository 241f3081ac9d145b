// A POP3 command line, taken apart (RFC 1939 §3, §9; extensions RFC 2449, 2595, 5034).
#pragma once

#include <cstdint>
#include <string_view>

namespace mailtown::pop3 {

enum class Verb : std::uint8_t {
    Capa,
    Stls,
    User,
    Pass,
    Auth,
    Stat,
    List,
    Uidl,
    Retr,
    Top,
    Dele,
    Rset,
    Noop,
    Quit,
    Unknown,
};

struct Command {
    Verb verb = Verb::Unknown;
    std::string_view
        argument; // behind the one space that ends the verb; as it came: a password may have spaces
};

Command readCommand(std::string_view line);

} // namespace mailtown::pop3
