#include "app/serve_commands.h"

#include "base/text.h"
#include "sandbox/sandbox.h"
#include "scenario/action.h"
#include "session/session.h"

#include <QJsonArray>
#include <charconv>
#include <utility>

namespace mailtown::app {
namespace {

constexpr double fastest = 10'000'000;

QString text(std::string_view utf8) { return QString::fromUtf8(utf8.data(), qsizetype(utf8.size())); }

QJsonObject done() { return {{QStringLiteral("ok"), true}}; }
QJsonObject refused(const std::string& why) {
    return {{QStringLiteral("ok"), false}, {QStringLiteral("error"), text(why)}};
}

// The next word, which is taken off `rest`.
std::string_view word(std::string_view& rest) {
    rest = trimmed(rest);
    const std::size_t end = std::min(rest.find_first_of(" \t"), rest.size());
    const std::string_view first = rest.substr(0, end);
    rest = trimmed(rest.substr(end));
    return first;
}

std::string officesOf(const Plan& plan) {
    std::string all;
    for (const HostPlan& host : plan.hosts) all += (all.empty() ? "" : ", ") + host.key;
    return all;
}

// The home of whoever has this address, or the home of this name.
HostId homeOf(const Plan& plan, std::string_view from) {
    const auto address = Address::parse(from);
    for (std::size_t i = 0; i < plan.clients.size(); ++i) {
        const ClientPlan& client = plan.clients[i];
        if (client.key == from || (address && equalIgnoringCase(client.user.text(), address->text())))
            return HostId{std::uint32_t(plan.hosts.size() + i)};
    }
    return {};
}

constexpr const char* commandsHelp =
    "down HOST, up HOST, send FROM TO[,TO...] SUBJECT, status, speed X, help, quit";
} // namespace

std::optional<double> readSpeed(std::string_view text) {
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || !(value >= 0 && value <= fastest))
        return std::nullopt;
    return value;
}

QJsonObject ServeCommands::places() const {
    const Plan& plan = session_.scenario().plan;
    QJsonArray servers;
    for (const ServerPorts& server : sandbox_.servers()) {
        QJsonObject one{{QStringLiteral("host"), text(plan.key(server.host))}};
        for (std::size_t d = 0; d < doors.size(); ++d)
            if (server.ports[d] != 0) one[text(doors[d].name)] = server.ports[d];
        servers.append(one);
    }
    QJsonArray users;
    for (const UserPlan& user : plan.users)
        users.append(QJsonObject{{QStringLiteral("address"), text(user.address.text())},
                                 {QStringLiteral("password"), text(user.password)}});
    QJsonObject places{{QStringLiteral("servers"), servers},
                       {QStringLiteral("dns"), sandbox_.dnsPort()},
                       {QStringLiteral("users"), users}};
    if (!sandbox_.certificateFile().empty())
        places[QStringLiteral("certificate")] = text(sandbox_.certificateFile().string());
    return places;
}

QJsonObject ServeCommands::obey(std::string_view line) {
    std::string_view rest = line;
    const std::string_view verb = word(rest);
    if (!isUtf8(line)) return refused("that is not UTF-8");
    if (verb == "down" || verb == "up") return power(rest, verb == "up");
    if (verb == "send") return send(rest);
    if (verb == "speed") return setSpeed(rest);
    if (!rest.empty() && (verb == "status" || verb == "help" || verb == "quit"))
        return refused("'" + std::string(verb) + "' stands alone");
    if (verb == "status") return status();
    if (verb == "help") {
        QJsonObject answer = done();
        answer[QStringLiteral("commands")] = text(commandsHelp);
        return answer;
    }
    if (verb == "quit") {
        ended_ = true;
        return done();
    }
    return refused("unknown command '" + std::string(verb) + "'; there are: " + commandsHelp);
}

QJsonObject ServeCommands::power(std::string_view key, bool on) {
    const Plan& plan = session_.scenario().plan;
    const HostId host = plan.find(key);
    if (!host || plan.isClient(host))
        return refused("no post office '" + std::string(key) + "'; there are: " + officesOf(plan));
    if (on)
        session_.enter(input::SwitchOn{host});
    else
        session_.enter(input::SwitchOff{host});
    return kept();
}

QJsonObject ServeCommands::send(std::string_view arguments) {
    const Plan& plan = session_.scenario().plan;
    const std::string_view from = word(arguments);
    std::string_view recipients = word(arguments);
    const std::string subject(arguments);
    if (!isSubject(subject))
        return refused("the subject is one line of at most " + std::to_string(limits::subject) + " octets");
    const HostId home = homeOf(plan, from);
    if (!home) return refused("nobody at home for '" + std::string(from) + "'");
    input::Send letter{home, {}, subject, subject + "\n"};
    while (!recipients.empty()) {
        const std::size_t comma = std::min(recipients.find(','), recipients.size());
        auto to = Address::parse(recipients.substr(0, comma));
        if (!to)
            return refused("'" + std::string(recipients.substr(0, comma)) +
                           "' is no address: " + to.problem().what);
        letter.to.push_back(std::move(to).value());
        recipients.remove_prefix(std::min(comma + 1, recipients.size()));
    }
    if (letter.to.empty()) return refused("to whom? send FROM TO SUBJECT");
    session_.enter(std::move(letter));
    return kept();
}

// What was just entered, or, when it cannot be kept, never was.
QJsonObject ServeCommands::kept() {
    const bool committed = sandbox_.commit();
    sandbox_.follow();
    return committed ? done() : refused(session_.trouble());
}

QJsonObject ServeCommands::status() const {
    const Town& town = session_.present();
    const Plan& plan = town.plan();
    const Trace& trace = session_.trace();
    QJsonArray hosts;
    std::size_t waiting = 0;
    for (std::size_t i = 0; i < plan.hosts.size(); ++i) {
        const HostId host{std::uint32_t(i)};
        waiting += town.waitingCount(host);
        hosts.append(QJsonObject{{QStringLiteral("host"), text(plan.hosts[i].key)},
                                 {QStringLiteral("up"), town.up(host)},
                                 {QStringLiteral("waiting"), qint64(town.waitingCount(host))},
                                 {QStringLiteral("connections"), qint64(sandbox_.connections(host))}});
    }
    return {{QStringLiteral("ok"), true},
            {QStringLiteral("t"), qint64(town.now())},
            {QStringLiteral("time"), text(formatDuration(town.now()))},
            {QStringLiteral("speed"), speed_},
            {QStringLiteral("letters"), qint64(town.letterCount())},
            {QStringLiteral("delivered"), qint64(trace.countOf(Kind::LetterDelivered))},
            {QStringLiteral("bounced"), qint64(trace.countOf(Kind::LetterBounced))},
            {QStringLiteral("waiting"), qint64(waiting)},
            {QStringLiteral("hosts"), hosts}};
}

QJsonObject ServeCommands::setSpeed(std::string_view given) {
    const auto speed = readSpeed(given);
    if (!speed) return refused("'" + std::string(given) + "' is no speed: a number from 0 to 10000000");
    speed_ = *speed;
    QJsonObject answer = done();
    answer[QStringLiteral("speed")] = speed_;
    return answer;
}

} // namespace mailtown::app
