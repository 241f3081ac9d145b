// A command line, taken apart (RFC 5321 §4.1).
#pragma once

#include "mail/address.h"
#include "protocol/reply.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace mailtown::smtp {

enum class Verb : std::uint8_t {
    Helo,
    Ehlo,
    Mail,
    Rcpt,
    Data,
    Rset,
    Noop,
    Quit,
    Vrfy,
    Help,
    StartTls,
    Auth,
    NotOffered, // in the standards, but not here: EXPN, ETRN, TURN, BDAT …
    Web,        // a web browser's or proxy's: GET, POST, CONNECT …
    Unknown,
};

struct Command {
    Verb verb = Verb::Unknown;
    std::string_view argument; // behind the verb, without spaces at its ends; inside the line that was read
};

Command readCommand(std::string_view line);

// MAIL FROM:<…> and its parameters.
struct MailArgument {
    std::optional<Address> returnPath; // none: <>
    std::size_t size = 0;              // SIZE=, 0 when not given
    bool utf8 = false;                 // SMTPUTF8 (RFC 6531)
};
std::variant<MailArgument, Reply> readMailArgument(std::string_view argument);

// RCPT TO:<…>. `<Postmaster>` alone is the postmaster of `hostname` (RFC 5321 §4.1.1.3).
std::variant<Address, Reply> readRecipientArgument(std::string_view argument, std::string_view hostname);

// HELO's and EHLO's: one word that can stand in a header as it is.
bool isHostArgument(std::string_view word);

} // namespace mailtown::smtp
