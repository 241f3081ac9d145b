#include "town/doors.h"

#include <utility>

namespace mailtown {

bool listens(const Plan& plan, HostId host, Service service) {
    if (plan.isClient(host)) return false;
    const Roles roles = plan.host(host).roles;
    switch (service) {
    case Service::Smtp:
        return has(roles, Role::Mx) || has(roles, Role::Relay) || has(roles, Role::Mailbox);
    case Service::Submission:
        return has(roles, Role::Submission);
    case Service::Pop3:
    case Service::Imap:
        return has(roles, Role::Mailbox);
    case Service::Dns:
        return has(roles, Role::Directory);
    case Service::None:
        break;
    }
    return false;
}

smtp::ServerOptions smtpDoor(const Plan& plan, HostId host, Service service, std::string peer, bool tls) {
    smtp::ServerOptions options;
    options.hostname = plan.hostname(host);
    options.clientAddress = std::move(peer);
    options.submission = service == Service::Submission;
    // Who may post at the office may log in at its other door too, as where one Postfix answers at both.
    options.loginOffered = has(plan.host(host).roles, Role::Submission);
    options.tlsActive = tls;
    return options;
}

pop3::ServerOptions pop3Door(bool tls) {
    pop3::ServerOptions options;
    options.tlsActive = tls;
    return options;
}

imap::ServerOptions imapDoor(const Plan& plan, bool tls) {
    imap::ServerOptions options;
    options.tlsActive = tls;
    options.utcOffsetMinutes = plan.utcOffsetMinutes;
    return options;
}

} // namespace mailtown
