// The addresses of a header field (RFC 5322 §3.4), read as generously as letters are written: for IMAP's
// ENVELOPE and for showing. What the post offices deliver to is an Address, never one of these.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace mailtown {

struct ListedAddress {
    enum class Kind { Mailbox, GroupStart, GroupEnd };
    Kind kind = Kind::Mailbox;
    std::string
        name; // display name without quotes, RFC 2047 words as they stand; GroupStart: the group's name
    std::string route;  // obsolete source route "@a,@b" (RFC 5322 §4.4), else empty
    std::string local;  // without quotes
    std::string domain; // as written; empty when the writer left it out ("undisclosed")

    bool operator==(const ListedAddress&) const = default;
};

// `value`: a field's value, folded or not. In order; a group stands between its GroupStart and GroupEnd.
std::vector<ListedAddress> parseAddressList(std::string_view value);

// What a letter says of itself, as IMAP's ENVELOPE lists it (RFC 9051 §7.5.2): values unfolded, not decoded,
// empty when there is no such field. `sender` and `replyTo` are `from` where the header has none.
struct EnvelopeFields {
    std::string date;
    std::string subject;
    std::vector<ListedAddress> from, sender, replyTo, to, cc, bcc;
    std::string inReplyTo;
    std::string messageId;

    bool operator==(const EnvelopeFields&) const = default;
};

EnvelopeFields envelopeFields(std::string_view header);

} // namespace mailtown
