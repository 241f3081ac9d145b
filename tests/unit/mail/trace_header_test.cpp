#include "mail/trace_header.h"
#include "support/suite.h"

using namespace mailtown;

namespace {

ReceivedStamp stamp() {
    ReceivedStamp s;
    s.helo = "pc.sakura.example";
    s.clientAddress = "10.1.0.5";
    s.hostname = "mail.sakura.example";
    s.id = "L7";
    s.recipient = *Address::parse("sato@fuji.example");
    s.unixSeconds = 1780311000;
    s.utcOffsetMinutes = 540;
    return s;
}

} // namespace

class TraceHeaderTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anOfficeStampsWhoCameAndWhen() {
        QCOMPARE(receivedField(stamp()),
                 std::string("Received: from pc.sakura.example ([10.1.0.5])\r\n"
                             "\tby mail.sakura.example with ESMTP id L7\r\n"
                             "\tfor <sato@fuji.example>; Mon, 1 Jun 2026 19:50:00 +0900\r\n"));
    }

    void severalRecipientsAreNotToldOfEachOther() {
        ReceivedStamp s = stamp();
        s.recipient.reset();
        QCOMPARE(receivedField(s), std::string("Received: from pc.sakura.example ([10.1.0.5])\r\n"
                                               "\tby mail.sakura.example with ESMTP id L7;\r\n"
                                               "\tMon, 1 Jun 2026 19:50:00 +0900\r\n"));
    }

    void theProtocolIsNamedAsRfc3848Lists() {
        QCOMPARE(protocolName(false, false, false), std::string("SMTP"));
        QCOMPARE(protocolName(true, false, false), std::string("ESMTP"));
        QCOMPARE(protocolName(true, true, false), std::string("ESMTPS"));
        QCOMPARE(protocolName(true, false, true), std::string("ESMTPA"));
        QCOMPARE(protocolName(true, true, true), std::string("ESMTPSA"));
    }

    void ipv6BearsItsTag() {
        ReceivedStamp s = stamp();
        s.clientAddress = "2001:db8::1";
        QVERIFY(receivedField(s).find("([IPv6:2001:db8::1])") != std::string::npos);
    }

    void whatAHostilePeerSaysOfItselfStaysInItsPlace() {
        ReceivedStamp s = stamp();
        s.helo = std::string("evil\r\nX-Spam: no\0(;", 19);
        const std::string field = receivedField(s);
        QVERIFY(field.starts_with("Received: from evil??X-Spam:?no???"));
        QCOMPARE(field.find("\r\nX"), std::string::npos);
        s.helo.clear();
        QVERIFY(receivedField(s).starts_with("Received: from unknown ("));
    }

    void theReturnPathOfAReportIsEmpty() {
        QCOMPARE(returnPathField(std::nullopt), std::string("Return-Path: <>\r\n"));
        QCOMPARE(returnPathField(Address::parse("aoki@sakura.example").value()),
                 std::string("Return-Path: <aoki@sakura.example>\r\n"));
    }
};

MAILTOWN_SUITE(TraceHeaderTest)
#include "trace_header_test.moc"
