#include "base/text.h"
#include "mail/charset.h"
#include "mail/compose.h"
#include "mail/delivery_report.h"
#include "mail/mime.h"
#include "mail/readable_text.h"
#include "support/suite.h"

using namespace mailtown;

namespace {

using Kind = DeliveryReport::Kind;

Address address(const char* text) { return *Address::parse(text); }

Message letter(const std::string& body = "Hello, Sato\n") {
    Composition c;
    c.from = {"青木", address("aoki@sakura.example")};
    c.to = {{"", address("sato@fuji.example")}};
    c.subject = "こんにちは";
    c.body = body;
    c.unixSeconds = 1780311000;
    c.messageId = "7@pc.sakura.example";
    return compose(c);
}

DeliveryReport report(Kind kind = Kind::Refused) {
    DeliveryReport r;
    r.kind = kind;
    r.hostname = "mail.sakura.example";
    r.sender = address("aoki@sakura.example");
    r.recipients = {
        {address("sato@fuji.example"), 550, "5.1.1 no such user", "mail.fuji.example", 1780311060}};
    r.original = letter();
    r.arrived = 1780311000;
    r.triedUntil = 1780311000 + 5 * 86400;
    r.unixSeconds = 1780311060;
    r.utcOffsetMinutes = 540;
    r.messageId = "8@mail.sakura.example";
    return r;
}

// The parts of the report as a mail program takes it apart.
struct Parts {
    std::string octets;
    MimePart root;
    explicit Parts(const DeliveryReport& r) : octets(writeReport(r).octets()), root(parseMime(octets)) {}
    std::string body(std::size_t i) const { return std::string(root.children.at(i).body(octets)); }
};

} // namespace

class DeliveryReportTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aReturnedLetterHasThreeParts() {
        const Parts parts(report());
        QVERIFY(parts.root.is("multipart", "report"));
        QCOMPARE(parts.root.parameter("report-type"), std::string("delivery-status"));
        QCOMPARE(parts.root.children.size(), std::size_t(3));
        QVERIFY(parts.root.children[0].is("text", "plain"));
        QVERIFY(parts.root.children[1].is("message", "delivery-status"));
        QVERIFY(parts.root.children[2].is("message", "rfc822"));
        QCOMPARE(parts.body(2), letter().octets());
    }

    void theHeaderSaysFromWhomAndThatNobodyShouldAnswer() {
        const Message m = writeReport(report());
        QCOMPARE(m.field("From"), std::string("Mail Delivery System <MAILER-DAEMON@mail.sakura.example>"));
        QCOMPARE(m.field("To"), std::string("aoki@sakura.example"));
        QCOMPARE(m.field("Auto-Submitted"), std::string("auto-replied"));
        QCOMPARE(m.field("In-Reply-To"), std::string("<7@pc.sakura.example>"));
        QCOMPARE(m.field("Message-ID"), std::string("<8@mail.sakura.example>"));
        QCOMPARE(m.field("Date"), std::string("Mon, 1 Jun 2026 19:51:00 +0900"));
        QVERIFY(isAscii(m.header()));
    }

    void programsReadWhatHappened() {
        QCOMPARE(Parts(report()).body(1),
                 std::string("Reporting-MTA: dns; mail.sakura.example\r\n"
                             "Arrival-Date: Mon, 1 Jun 2026 19:50:00 +0900\r\n"
                             "\r\n"
                             "Final-Recipient: rfc822; sato@fuji.example\r\n"
                             "Action: failed\r\n"
                             "Status: 5.1.1\r\n"
                             "Remote-MTA: dns; mail.fuji.example\r\n"
                             "Diagnostic-Code: smtp; 550 5.1.1 no such user\r\n"
                             "Last-Attempt-Date: Mon, 1 Jun 2026 19:51:00 +0900\r\n"));
    }

    void peopleReadItInBothLanguages() {
        const std::string text = readableText(writeReport(report()).octets());
        QVERIFY(text.find("受け取りを断られました") != text.npos);
        QVERIFY(text.find("mail.fuji.example の返事: 550 5.1.1 no such user") != text.npos);
        QVERIFY(text.find("Your letter was refused") != text.npos);
        QVERIFY(text.find("mail.fuji.example answered: 550 5.1.1 no such user") != text.npos);
        QVERIFY(text.find("<sato@fuji.example>") != text.npos);
    }

    void aLetterGivenUpSaysThatItsTimeWasOver() {
        DeliveryReport r = report(Kind::Expired);
        r.recipients[0] = {address("sato@fuji.example"), 0, "connection refused", "", std::nullopt};
        const Parts parts(r);
        QVERIFY(parts.body(1).find("Action: failed\r\nStatus: 4.4.7\r\n"
                                   "Diagnostic-Code: X-Mailtown; connection refused\r\n") !=
                std::string::npos);
        QCOMPARE(parts.body(1).find("Remote-MTA"), std::string::npos);
        QVERIFY(readableText(parts.octets).find("The reason: connection refused") != std::string::npos);
    }

    void aDelayIsReportedWithoutTheLetter() {
        DeliveryReport r = report(Kind::Delayed);
        r.recipients[0].code = 450;
        r.recipients[0].answer = "450 4.2.0 greylisted";
        const Parts parts(r);
        QVERIFY(parts.root.children[2].is("text", "rfc822-headers"));
        QCOMPARE(parts.body(2), letter().header());
        QVERIFY(parts.body(1).find("Action: delayed\r\nStatus: 4.2.0\r\n") != std::string::npos);
        QVERIFY(parts.body(1).find("Diagnostic-Code: smtp; 450 4.2.0 greylisted\r\n") != std::string::npos);
        QVERIFY(parts.body(1).find("Will-Retry-Until: Sat, 6 Jun 2026 19:50:00 +0900\r\n") !=
                std::string::npos);
        QVERIFY(readableText(parts.octets).find("You need not do anything") != std::string::npos);
    }

    void everyRecipientHasAGroup() {
        DeliveryReport r = report();
        r.recipients.push_back(
            {address("青木@sakura.example"), 554, "no", "mail.kita.example", std::nullopt});
        const std::string status = Parts(r).body(1);
        QVERIFY(isAscii(status));
        QVERIFY(status.find("\r\n\r\nFinal-Recipient: utf-8; \\x{9752}\\x{6728}@sakura.example\r\n"
                            "Action: failed\r\nStatus: 5.0.0\r\n") != status.npos);
    }

    void theStatusIsReadFromTheReply() {
        const auto status = [](Kind kind, int code, const char* answer) {
            return reportedStatus(kind, {address("a@b.example"), code, answer, "", std::nullopt});
        };
        QCOMPARE(status(Kind::Refused, 550, "550 5.7.1 no relay"), std::string("5.7.1"));
        QCOMPARE(status(Kind::Refused, 550, "5.7.1"), std::string("5.7.1"));
        QCOMPARE(status(Kind::Refused, 550, "4.7.1 odd"), std::string("5.0.0"));
        QCOMPARE(status(Kind::Refused, 550, "5.7.1234 odd"), std::string("5.0.0"));
        QCOMPARE(status(Kind::Refused, 550, "mailbox unavailable"), std::string("5.0.0"));
        QCOMPARE(status(Kind::Refused, 0, "5.1.10 takes no mail"), std::string("5.1.10"));
        QCOMPARE(status(Kind::Delayed, 0, "timeout"), std::string("4.4.0"));
        QCOMPARE(status(Kind::Expired, 450, "450 4.2.0 greylisted"), std::string("4.4.7"));
    }

    void aLargeLetterComesBackAsItsHeader() {
        DeliveryReport r = report();
        r.original = letter(std::string(60'000, 'x'));
        const Parts parts(r);
        QVERIFY(parts.root.children[2].is("text", "rfc822-headers"));
        r = report();
        r.wholeLetter = false;
        QVERIFY(Parts(r).root.children[2].is("text", "rfc822-headers"));
    }

    void aSevenBitWayGetsSevenBits() {
        DeliveryReport r = report();
        r.original = letter("佐藤さん");
        QVERIFY(writeReport(r).field("Content-Transfer-Encoding") == "8bit");
        QVERIFY(Parts(r).root.children[2].is("message", "rfc822"));
        r.eightBit = false;
        const Parts parts(r);
        QVERIFY(isAscii(parts.octets));
        QVERIFY(parts.root.children[2].is("text", "rfc822-headers"));
        QVERIFY(readableText(parts.octets).find("断られました") != std::string::npos);
    }

    void noLetterCanEndItsPartEarly() {
        DeliveryReport r = report();
        const std::string boundary = Parts(r).root.parameter("boundary");
        r.original = letter("--" + boundary + "--\nContent-Type: text/html\n\n<b>evil</b>");
        const Parts parts(r);
        QCOMPARE(parts.root.children.size(), std::size_t(3));
        QCOMPARE(parts.body(2), r.original.octets());
        QVERIFY(parts.root.parameter("boundary") != boundary);
    }

    void whatAHostileServerAnswersStaysInItsLine() {
        DeliveryReport r = report();
        r.recipients[0].answer = "no\r\n\r\nAction: delivered\r\n\xFF" + std::string(5000, 'x');
        r.recipients[0].remoteHost = "evil\r\nX: y";
        const Parts parts(r);
        QCOMPARE(parts.body(1).find("\r\nAction: delivered"), std::string::npos);
        QCOMPARE(parts.body(1).find("\r\nX: y"), std::string::npos);
        QVERIFY(isAscii(parts.body(1)));
        QVERIFY(parts.octets.size() < 8000);
    }
};

MAILTOWN_SUITE(DeliveryReportTest)
#include "delivery_report_test.moc"
