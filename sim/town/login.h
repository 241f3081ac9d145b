// Who may log in at a post office: one answer for SMTP's AUTH, POP3 and IMAP.
#pragma once

#include "mail/address.h"
#include "town/town.h"

#include <string_view>

namespace mailtown::desk {

// The user a name means at this host: a whole address, or the part before the @ of one of the host's own
// domains, without case. Null when there is none.
const UserPlan* userNamed(const Town& town, HostId host, std::string_view identity);

// The same, if it is that user's password. Null does not tell which of the two was wrong (RFC 4954 §9).
const UserPlan* userWithPassword(const Town& town, HostId host, std::string_view identity,
                                 std::string_view password);

// Does this host keep the user's mailboxes?
bool keepsMailboxOf(const Town& town, HostId host, const UserPlan& user);

// May the user post letters here: has a mailbox here, an address in one of the host's domains, or a mail
// program that is set up to post here.
bool mayPostAt(const Town& town, HostId host, const UserPlan& user);

// Who reads what is sent to `postmaster` at the host's name or one of its domains, for that address must
// never be refused (RFC 5321 §4.5.1): the first with a mailbox here. Null for any other address, and where
// nobody has one.
const UserPlan* postmasterOf(const Town& town, HostId host, const Address& recipient);

} // namespace mailtown::desk
