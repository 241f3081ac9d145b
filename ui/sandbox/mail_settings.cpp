#include "ui/sandbox/mail_settings.h"

#include "town/doors.h"
#include "ui/wording/language.h"

#include <QCoreApplication>
#include <QUrl>

#include <algorithm>

namespace mailtown {
namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(SandboxPanel)
};

const QString local = QStringLiteral("127.0.0.1");

QString portOf(const std::vector<ServerPorts>& servers, HostId host, std::string_view door) {
    for (const ServerPorts& server : servers)
        for (std::size_t i = 0; server.host == host && i < doors.size(); ++i)
            if (doors[i].name == door && server.ports[i] > 0) return QString::number(server.ports[i]);
    return {};
}

// Where the user posts and where the mailbox lies.
struct Places {
    HostId outgoing, incoming;
};

Places placesOf(const Plan& plan, const UserPlan& user) {
    Places places;
    places.incoming = places.outgoing = plan.find(user.mailboxHost);
    for (const ClientPlan& client : plan.clients)
        if (client.user == user.address) {
            places.outgoing = plan.find(client.outgoing);
            return places;
        }
    for (std::size_t i = 0; i < plan.hosts.size(); ++i) {
        const std::vector<std::string>& domains = plan.hosts[i].domains;
        const HostId host{std::uint32_t(i)};
        if (!listens(plan, places.outgoing, Service::Submission) &&
            listens(plan, host, Service::Submission) &&
            std::find(domains.begin(), domains.end(), user.address.domain()) != domains.end())
            places.outgoing = host;
    }
    return places;
}

struct Facts {
    QString user, password, outgoingPort, incomingPort;
};

Facts factsOf(const Plan& plan, const std::vector<ServerPorts>& servers, const UserPlan& user,
              Service incoming) {
    const Places places = placesOf(plan, user);
    return {wording::fromUtf8(user.address.text()), wording::fromUtf8(user.password),
            portOf(servers, places.outgoing, "smtps"),
            portOf(servers, places.incoming, incoming == Service::Pop3 ? "pop3s" : "imaps")};
}

} // namespace

MailSettings mailSettings(const Plan& plan, const std::vector<ServerPorts>& servers, const UserPlan& user,
                          Service incoming) {
    const Facts facts = factsOf(plan, servers, user, incoming);
    const auto side = [&](const QString& port) {
        return QList<std::pair<QString, QString>>{{Say::tr("Server"), local},
                                                  {Say::tr("Port"), port},
                                                  {Say::tr("Security"), QStringLiteral("SSL/TLS")},
                                                  {Say::tr("User name"), facts.user},
                                                  {Say::tr("Password"), facts.password}};
    };
    return {side(facts.incomingPort), side(facts.outgoingPort)};
}

QString mailCommand(const Plan& plan, const std::vector<ServerPorts>& servers, const UserPlan& user,
                    Service incoming, MailClient client) {
    const Facts facts = factsOf(plan, servers, user, incoming);
    const QString name = QString::fromLatin1(QUrl::toPercentEncoding(facts.user));
    const bool pop3 = incoming == Service::Pop3;
    const QString scheme = pop3 ? QStringLiteral("pops") : QStringLiteral("imaps");
    switch (client) {
    case MailClient::Dialog:
        break;
    case MailClient::Mutt:
        return QStringLiteral("set from=\"%1\"\n"
                              "set smtp_url=\"smtps://%2@%3:%4\"\n"
                              "set smtp_pass=\"%5\"\n"
                              "set folder=\"%6://%2@%3:%7\"\n"
                              "set spoolfile=\"+%8\"\n"
                              "set %9_pass=\"%5\"")
            .arg(facts.user, name, local, facts.outgoingPort, facts.password, scheme, facts.incomingPort,
                 pop3 ? QString() : QStringLiteral("INBOX"),
                 pop3 ? QStringLiteral("pop") : QStringLiteral("imap"));
    case MailClient::Curl:
        return QStringLiteral("printf 'From: %3\\nTo: %3\\nSubject: Hello\\n\\nHello.\\n' |\n"
                              "  curl --insecure --url smtps://%1:%2 --user '%3:%4' \\\n"
                              "    --mail-from %3 --mail-rcpt %3 --upload-file -\n"
                              "curl --insecure --url '%5://%1:%6/%7' --user '%3:%4'")
            .arg(local, facts.outgoingPort, facts.user, facts.password,
                 pop3 ? QStringLiteral("pop3s") : scheme, facts.incomingPort,
                 pop3 ? QStringLiteral("1") : QStringLiteral("INBOX;MAILINDEX=*"));
    case MailClient::Swaks:
        return QStringLiteral("swaks --server %1 --port %2 --tls-on-connect \\\n"
                              "  --auth PLAIN --auth-user %3 --auth-password '%4' \\\n"
                              "  --from %3 --to %3")
            .arg(local, facts.outgoingPort, facts.user, facts.password);
    }
    return {};
}

} // namespace mailtown
