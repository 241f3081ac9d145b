// What a class reads in a transcript is what a real client at that door is told: each simulated conversation
// is held again with the machine behind the real port.
#include "sandbox/conversation.h"
#include "sandbox/ports.h"
#include "scenario/scenario.h"
#include "support/suite.h"
#include "town/doors.h"
#include "town/town.h"

using namespace mailtown;

namespace {

using Lines = std::vector<std::string>;

Plan plan() {
    auto read = readScenario("mailtown: 1\n"
                             "hosts:\n"
                             "  sakura: {domains: [sakura.example]}\n"
                             "  out: {domains: [fuji.example], roles: [submission, relay]}\n"
                             "  in: {domains: [fuji.example], roles: [mx, mailbox]}\n"
                             "users: {aoki@sakura.example: {password: a}, sato@fuji.example: {password: b}}\n"
                             "clients:\n"
                             "  aoki: {user: aoki@sakura.example, reads: pop3}\n"
                             "  sato: {user: sato@fuji.example, outgoing: out, incoming: in, reads: imap}\n",
                             "wires.yaml");
    if (!read) qFatal("%s", read.problem().text().c_str());
    return read->plan;
}

// Before the first command that tells who somebody is: what follows depends on who and when.
bool isPersonal(std::string_view line) {
    for (const char* verb : {"MAIL ", "AUTH ", "USER ", "LOGIN ", "AUTHENTICATE "})
        if (line.starts_with(verb) || line.find(" " + std::string(verb)) != line.npos) return true;
    return false;
}

// The first conversation that `host` held as a server of `service`, up to there.
Lines simulated(const Trace& trace, HostId host, Service service) {
    Lines lines;
    ConnectionId id;
    for (std::size_t i = 0; i < trace.size(); ++i) {
        const Record& record = trace[i];
        const bool server = record.kind == Kind::LineServer && record.host == host;
        const bool client = record.kind == Kind::LineClient && record.peer == host;
        if (record.service != service || !(server || client) || (id && !(record.connection == id))) continue;
        id = record.connection;
        if (client && isPersonal(trace.text(record))) break;
        lines.push_back((client ? "C: " : "S: ") + std::string(trace.text(record)));
    }
    return lines;
}

// The same client's lines, said at the real door.
Lines real(const Town& town, HostId host, Service service, const Lines& script) {
    const auto conversation = startConversation(service, town, host, false, "127.0.0.1", 0);
    Lines lines;
    const auto hear = [&] {
        std::string_view output = conversation->output();
        for (std::size_t end; (end = output.find("\r\n")) != output.npos; output.remove_prefix(end + 2))
            lines.push_back("S: " + std::string(output.substr(0, end)));
        conversation->clearOutput();
    };
    hear();
    for (const std::string& line : script) {
        if (!line.starts_with("C: ")) continue;
        lines.push_back(line);
        conversation->receive(0, line.substr(3) + "\r\n");
        for (auto step = conversation->step(town); step != Conversation::Step::Idle;
             step = conversation->step(town)) {
            hear();
            if (step == Conversation::Step::StartTls) conversation->tlsStarted(0);
        }
        hear();
    }
    return lines;
}

} // namespace

class TwoWiresTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void bothSayTheSame() {
        Town town(std::make_shared<Plan>(plan()));
        Trace trace;
        const auto send = [&](const char* from, const char* to) {
            town.apply(input::Send{town.plan().find(from), {Address::parse(to).value()}, "Hello", "Hello\n"},
                       trace);
        };
        send("aoki", "sato@fuji.example");
        send("sato", "aoki@sakura.example");
        for (const char* home : {"aoki", "sato"}) town.apply(input::CheckMail{town.plan().find(home)}, trace);
        town.runUntil(minute, trace);
        const std::vector<std::tuple<const char*, Service, std::size_t>> doors{
            {"sakura", Service::Smtp, 5},       {"in", Service::Smtp, 5},     {"out", Service::Submission, 5},
            {"sakura", Service::Submission, 5}, {"sakura", Service::Pop3, 5}, {"in", Service::Imap, 3},
        };
        for (const auto& [key, service, least] : doors) {
            const HostId host = town.plan().find(key);
            const Lines script = simulated(trace, host, service);
            QVERIFY2(script.size() >= least, key);
            const Lines said = real(town, host, service, script);
            for (std::size_t i = 0; i < std::max(script.size(), said.size()); ++i)
                QCOMPARE(i < said.size() ? said[i] : "nothing", i < script.size() ? script[i] : "nothing");
        }
    }

    void loggingInIsOfferedWhereLettersArePosted() {
        const Town town(std::make_shared<Plan>(plan()));
        const auto offers = [&](const char* host) {
            const Lines said =
                real(town, town.plan().find(host), Service::Smtp, {"C: EHLO elsewhere.example"});
            return std::any_of(said.begin(), said.end(), [](const std::string& line) {
                return line.find("AUTH PLAIN LOGIN") != line.npos;
            });
        };
        QVERIFY(offers("sakura"));
        QVERIFY(offers("out"));
        QVERIFY(!offers("in"));
    }

    void bothHaveTheSameDoors() {
        const Plan town = plan();
        const auto servers = serverPorts(town, standardFirstPort);
        QVERIFY(servers.ok());
        for (const ServerPorts& server : *servers)
            for (std::size_t d = 0; d < doors.size(); ++d)
                QCOMPARE(server.ports[d] != 0, listens(town, server.host, doors[d].service));
        QVERIFY(!listens(town, town.find("in"), Service::Submission));
        QVERIFY(!listens(town, town.find("out"), Service::Pop3));
        QVERIFY(!listens(town, town.find("aoki"), Service::Smtp));
    }
};

MAILTOWN_SUITE(TwoWiresTest)
#include "two_wires_test.moc"
