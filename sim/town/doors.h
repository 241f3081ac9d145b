// The doors of a post office: which there are, by its roles, and what the server behind each is set to. The
// simulated network and the real ports ask here alike, so that both say the same.
#pragma once

#include "protocol/imap/server.h"
#include "protocol/pop3/server.h"
#include "protocol/smtp/server.h"
#include "town/plan.h"
#include "trace/record.h"

#include <string>

namespace mailtown {

// Does the host answer there, while it is up? A home never does.
bool listens(const Plan& plan, HostId host, Service service);

// `service` is Smtp or Submission; `peer` the IP address on the other end; `tls`: from the first octet.
smtp::ServerOptions smtpDoor(const Plan& plan, HostId host, Service service, std::string peer,
                             bool tls = false);
pop3::ServerOptions pop3Door(bool tls = false);
imap::ServerOptions imapDoor(const Plan& plan, bool tls = false);

} // namespace mailtown
