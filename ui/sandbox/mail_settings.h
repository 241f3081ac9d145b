// What a person types into a mail program to use the town's servers.
#pragma once

#include "sandbox/ports.h"
#include "town/plan.h"

#include <QList>
#include <QString>

#include <utility>
#include <vector>

namespace mailtown {

enum class MailClient { Dialog, Mutt, Curl, Swaks }; // Dialog: a program that asks for each setting

struct MailSettings {
    QList<std::pair<QString, QString>> incoming, outgoing; // name in the current language, value
};

// The way by TLS from the first octet (RFC 8314 §3). `user` is one of the plan's.
MailSettings mailSettings(const Plan& plan, const std::vector<ServerPorts>& servers, const UserPlan& user,
                          Service incoming);
// A configuration or a command that does the same.
QString mailCommand(const Plan& plan, const std::vector<ServerPorts>& servers, const UserPlan& user,
                    Service incoming, MailClient client);

} // namespace mailtown
