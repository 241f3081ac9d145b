#include "base/ip_address.h"
#include "support/suite.h"

using namespace mailtown;

class IpAddressTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsAndWritesIpv4() {
        QCOMPARE(formatIpv4(*parseIpv4("10.1.0.255")), std::string("10.1.0.255"));
        for (const char* text : {"", "1.2.3", "1.2.3.4.5", "1.2.3.256", "01.2.3.4", "1.2.3.4 ", "a.2.3.4",
                                 "1..3.4", "1.2.3.4444"})
            QVERIFY2(!parseIpv4(text), text);
    }

    void writesIpv6AsRfc5952() {
        const auto again = [](const char* text) { return formatIpv6(*parseIpv6(text)); };
        QCOMPARE(again("2001:0DB8:0:0:0:0:0:1"), std::string("2001:db8::1"));
        QCOMPARE(again("2001:db8:0:1:1:1:1:1"), std::string("2001:db8:0:1:1:1:1:1"));
        QCOMPARE(again("2001:0:0:1:0:0:0:1"), std::string("2001:0:0:1::1"));
        QCOMPARE(again("2001:db8:0:0:1:0:0:1"), std::string("2001:db8::1:0:0:1"));
        QCOMPARE(again("::"), std::string("::"));
        QCOMPARE(again("::1"), std::string("::1"));
        QCOMPARE(again("fe80::"), std::string("fe80::"));
        QCOMPARE(again("::ffff:192.0.2.1"), std::string("::ffff:c000:201"));
    }

    void refusesWhatIsNoIpv6() {
        for (const char* text : {"", ":", ":::", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "1::2::3",
                                 "12345::", "g::", "1:2:3:4:5:6:7:8::", "::1:2:3:4:5:6:7:8", "fe80::1%eth0",
                                 "1.2.3.4::", "::1.2.3", "1:", ":1"})
            QVERIFY2(!parseIpv6(text), text);
    }
};

MAILTOWN_SUITE(IpAddressTest)
#include "ip_address_test.moc"
