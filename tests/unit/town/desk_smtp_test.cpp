// Whose letters an office takes in, for whom, and what it writes on top of them.
#include "support/suite.h"
#include "support/town_builder.h"
#include "town/desk_smtp.h"
#include "town/doors.h"

using namespace mailtown;
using namespace mailtown::test;

namespace {

const std::string aokiPlain = "AUTH PLAIN AGFva2kAYW9raS1zZWNyZXQ=\r\n"; // aoki, aoki-secret

TownBuilder twoOffices() {
    TownBuilder builder;
    builder.office("sakura", {"sakura.example"}).office("fuji", {"fuji.example"});
    builder.office("backup", {}, std::uint8_t(Role::Relay)).mx("fuji.example", 20, "mail.backup.example");
    builder.home("aoki-pc", "aoki", "sakura").home("sato-pc", "sato", "fuji").account("mori", "sakura");
    return builder;
}

struct Counter { // a server in front of one office's desk, as a wire drives it
    Story& story;
    HostId host;
    smtp::Server server;
    std::optional<Input> entered;

    Counter(Story& town, std::string_view office, bool submission = false)
        : story(town), host(town.host(office)) {
        const Service service = submission ? Service::Submission : Service::Smtp;
        server = smtp::Server(smtpDoor(town.town.plan(), host, service, "192.0.2.7"), 0);
        server.takeOutput();
        hears("EHLO pc.elsewhere.example\r\n");
    }

    std::string hears(std::string_view bytes) {
        server.receive(0, bytes);
        while (const auto event = server.next()) {
            if (auto input = desk::change(story.town, host, server, *event)) {
                story.apply(*input);
                entered = std::move(input);
            }
            desk::answer(story.town, host, server, *event);
        }
        return server.takeOutput();
    }
    std::string accepted() const { return std::get<input::AcceptLetter>(entered.value()).message.octets(); }
};

} // namespace

class DeskSmtpTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void strangersMayWriteToItsOwnPeopleAlone() {
        Story story(twoOffices().build());
        Counter counter(story, "fuji");
        counter.hears("MAIL FROM:<x@elsewhere.example>\r\n");
        QCOMPARE(counter.hears("RCPT TO:<SATO@fuji.example>\r\n"), std::string("250 2.1.5 Ok\r\n"));
        QCOMPARE(
            counter.hears("RCPT TO:<nobody@fuji.example>\r\n"),
            std::string("550 5.1.1 <nobody@fuji.example>: Recipient address rejected: User unknown\r\n"));
        for (const std::string to : {"aoki@sakura.example", "x@elsewhere.example", "sato@mail.fuji.example"})
            QCOMPARE(counter.hears("RCPT TO:<" + to + ">\r\n"),
                     "554 5.7.1 <" + to + ">: Relay access denied\r\n");
    }

    void aSecondExchangeCarriesForItsDomainAlone() {
        Story story(twoOffices().build());
        Counter counter(story, "backup");
        counter.hears("MAIL FROM:<x@elsewhere.example>\r\n");
        QCOMPARE(counter.hears("RCPT TO:<sato@fuji.example>\r\n"), std::string("250 2.1.5 Ok\r\n"));
        QVERIFY(counter.hears("RCPT TO:<aoki@sakura.example>\r\n").starts_with("554 5.7.1 "));
    }

    void whoLogsInWritesToAnybodyInTheirOwnNameAlone() {
        Story story(twoOffices().build());
        Counter counter(story, "sakura", true);
        QCOMPARE(counter.hears(aokiPlain), std::string("235 2.7.0 Authentication successful\r\n"));
        QCOMPARE(counter.hears("MAIL FROM:<mori@sakura.example>\r\n"),
                 std::string("553 5.7.1 <mori@sakura.example>: Sender address rejected: not owned by user "
                             "aoki\r\n"));
        QCOMPARE(counter.hears("MAIL FROM:<Aoki@SAKURA.example>\r\n"), std::string("250 2.1.0 Ok\r\n"));
        QCOMPARE(counter.hears("RCPT TO:<x@elsewhere.example>\r\n"), std::string("250 2.1.5 Ok\r\n"));
        QCOMPARE(counter.hears("RSET\r\nMAIL FROM:<>\r\n"), std::string("250 2.0.0 Ok\r\n250 2.1.0 Ok\r\n"));
    }

    void anAccountElsewhereOrAnotherPasswordOpensNothing() {
        Story story(twoOffices().build());
        Counter counter(story, "fuji", true);
        const std::string refused = "535 5.7.8 Error: authentication failed\r\n";
        QCOMPARE(counter.hears("AUTH PLAIN AGFva2lAc2FrdXJhLmV4YW1wbGUAYW9raS1zZWNyZXQ=\r\n"), refused);
        QCOMPARE(counter.hears("AUTH PLAIN AHNhdG8AeA==\r\n"), refused); // sato, x
        QVERIFY(counter.hears("MAIL FROM:<sato@fuji.example>\r\n").starts_with("530 5.7.0 "));
    }

    void thePostmasterIsAPerson() {
        Story story(twoOffices().build());
        for (const char* to : {"Postmaster", "postmaster@fuji.example", "PostMaster@mail.fuji.example"}) {
            Counter counter(story, "fuji");
            const std::size_t before = story.inboxSize("sato@fuji.example");
            counter.hears("MAIL FROM:<>\r\nRCPT TO:<" + std::string(to) + ">\r\nDATA\r\n");
            QVERIFY2(counter.hears("Subject: x\r\n\r\nx\r\n.\r\n").starts_with("250 2.0.0 Ok"), to);
            QCOMPARE(story.inboxSize("sato@fuji.example"), before + 1);
        }
    }

    void aSubmittedLetterGetsTheFieldsItLacks() {
        Story story(twoOffices().build());
        Counter counter(story, "sakura", true);
        counter.hears(aokiPlain +
                      "MAIL FROM:<aoki@sakura.example>\r\nRCPT TO:<mori@sakura.example>\r\nDATA\r\n");
        counter.hears("Subject: x\r\n\r\nx\r\n.\r\n");
        const Message plain(counter.accepted());
        QVERIFY(plain.field("Received").starts_with("from pc.elsewhere.example "));
        QVERIFY(plain.field("Message-ID").ends_with("@mail.sakura.example>"));
        QVERIFY(plain.field("Date").ends_with("+0900"));
        QCOMPARE(plain.body(), std::string("x\r\n"));
        const std::string first = plain.field("Message-ID");
        counter.hears("MAIL FROM:<aoki@sakura.example>\r\nRCPT TO:<mori@sakura.example>\r\nDATA\r\n");
        counter.hears("subject: y\r\ndate: today\r\n\r\ny\r\n.\r\n");
        const Message dated(counter.accepted());
        QVERIFY(dated.field("Message-ID") != first);
        QCOMPARE(dated.field("Date"), std::string("today"));
        QCOMPARE(counter.accepted().find("Date: "), std::string::npos);
    }

    void aRelayedLetterGetsNothingButTheStamp() {
        Story story(twoOffices().build());
        Counter counter(story, "fuji");
        counter.hears("MAIL FROM:<x@elsewhere.example>\r\nRCPT TO:<sato@fuji.example>\r\nDATA\r\n");
        counter.hears("Subject: x\r\n\r\nx\r\n.\r\n");
        const Message letter(counter.accepted());
        QVERIFY(!letter.field("Received").empty());
        QVERIFY(letter.field("Message-ID").empty() && letter.field("Date").empty());
    }

    void theStampTellsTheAddressThatTheWireSawWhateverNameWasClaimed() {
        Story story(twoOffices().build());
        Counter counter(story, "fuji");
        counter.hears("EHLO mail.sakura.example\r\n");
        counter.hears("MAIL FROM:<aoki@sakura.example>\r\nRCPT TO:<sato@fuji.example>\r\nDATA\r\n");
        counter.hears("\r\nx\r\n.\r\n");
        QVERIFY(Message(counter.accepted())
                    .field("Received")
                    .starts_with("from mail.sakura.example ([192.0.2.7])"));
    }

    void wordsWithoutAHeaderBecomeTheBody() {
        Story story(twoOffices().build());
        for (const std::string words : {"", "hello\r\n", "Dear Sato: how are you?\r\n", "\r\nhello\r\n"}) {
            Counter counter(story, "fuji");
            counter.hears("MAIL FROM:<x@elsewhere.example>\r\nRCPT TO:<sato@fuji.example>\r\nDATA\r\n");
            counter.hears(words + ".\r\n");
            const std::string body = Message(counter.accepted()).body();
            QCOMPARE(body, words.starts_with("\r\n") ? words.substr(2) : words);
        }
    }

    void aLetterThatGoesInCirclesIsRefused() {
        Story story(twoOffices().build());
        for (const int times : {49, 50}) {
            Counter counter(story, "fuji");
            counter.hears("MAIL FROM:<>\r\nRCPT TO:<sato@fuji.example>\r\nDATA\r\n");
            for (int i = 0; i < times; ++i) counter.hears("received: from a by b; today\r\n");
            const std::string answer = counter.hears("\r\nReceived: in the body does not count\r\n.\r\n");
            QCOMPARE(answer, std::string(times < 50 ? "250 2.0.0 Ok: queued\r\n"
                                                    : "554 5.4.6 Error: too many hops\r\n"));
        }
    }
};

MAILTOWN_SUITE(DeskSmtpTest)
#include "desk_smtp_test.moc"
