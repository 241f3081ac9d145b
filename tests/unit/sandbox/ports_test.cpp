#include "sandbox/ports.h"
#include "scenario/scenario.h"
#include "support/suite.h"

using namespace mailtown;

class PortsTest : public QObject {
    Q_OBJECT

    static Plan plan() {
        auto read = readScenario("mailtown: 1\n"
                                 "hosts:\n"
                                 "  out: {domains: [fuji.example], roles: [submission, relay]}\n"
                                 "  in: {domains: [fuji.example], roles: [mx, mailbox]}\n"
                                 "users: {sato@fuji.example: {password: secret}}\n"
                                 "clients: {pc: {user: sato@fuji.example, outgoing: out, incoming: in}}\n",
                                 "ports.yaml");
        if (!read) qFatal("%s", read.problem().text().c_str());
        return read->plan;
    }

private Q_SLOTS:
    void theThousandsAreTheServersPlace() {
        const auto servers = serverPorts(plan(), standardFirstPort);
        QVERIFY(servers.ok());
        QCOMPARE(servers->size(), std::size_t(2)); // the directory has none of these
        Plan whole = plan();
        whole.hosts.front().roles = 0xF;
        const std::array<std::uint16_t, 7> first{2025, 2587, 2465, 2110, 2995, 2143, 2993};
        QVERIFY(serverPorts(whole, standardFirstPort)->at(0).ports == first);
        QCOMPARE(servers->at(1).ports[0], std::uint16_t(3025));
    }

    void aHostHasTheDoorsOfItsRoles() {
        const auto servers = serverPorts(plan(), standardFirstPort);
        const std::array<std::uint16_t, 7> out{2025, 2587, 2465, 0, 0, 0, 0};
        const std::array<std::uint16_t, 7> in{3025, 0, 0, 3110, 3995, 3143, 3993};
        QVERIFY(servers->at(0).ports == out);
        QVERIFY(servers->at(1).ports == in);
    }

    void tooManyPostOfficesAreTold() {
        Plan large = plan();
        const HostPlan office = large.hosts.front();
        while (large.hosts.size() < 65) large.hosts.push_back(office);
        QVERIFY(!serverPorts(large, standardFirstPort).ok());
        QVERIFY(!serverPorts(plan(), 65000).ok());
        QVERIFY(!serverPorts(plan(), 0).ok());
    }
};

MAILTOWN_SUITE(PortsTest)
#include "ports_test.moc"
