// One letter on its whole way.
#include "support/suite.h"
#include "support/town_builder.h"

using namespace mailtown;
using namespace mailtown::test;

namespace {

TownBuilder twoOffices() {
    TownBuilder builder;
    builder.office("sakura", {"sakura.example"}).office("fuji", {"fuji.example"});
    builder.home("aoki-pc", "aoki", "sakura").home("sato-pc", "sato", "fuji");
    return builder;
}

// Without the letter's own lines.
std::vector<std::string> commandsAndReplies(const std::vector<std::string>& lines) {
    std::vector<std::string> kept;
    bool content = false;
    for (const std::string& line : lines) {
        if (line == "C: .") content = false;
        if (!content && !line.starts_with("S: 250-")) kept.push_back(line);
        if (line.starts_with("S: 354")) content = true;
    }
    return kept;
}

} // namespace

class OneLetterTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void arrivesInTheMailbox();
    void isHandedInUnderTlsWithALogin();
    void isRelayedInARealConversation();
    void isStampedByEachOffice();
    void staysWithinItsOfficeWhenItIsForANeighbour();
    void goesOnceToEachOfficeForManyRecipients();
    void neverShowsAPassword();
};

void OneLetterTest::arrivesInTheMailbox() {
    Story story(twoOffices().build());
    const LetterId letter = story.send("aoki-pc", {"sato@fuji.example"});
    story.run(minute);
    QCOMPARE(story.inboxSize("sato@fuji.example"), std::size_t(1));
    std::vector<std::string> way;
    for (const Kind kind :
         {Kind::LetterComposed, Kind::LetterQueued, Kind::LetterDelivered, Kind::LetterRelayed})
        for (const Record& record : story.records(kind)) {
            QVERIFY(record.letter == letter);
            way.push_back(std::string(kindName(kind)) + " " + story.town.plan().key(record.host));
        }
    const std::vector<std::string> expected{"letter.composed aoki-pc", "letter.queued sakura",
                                            "letter.queued fuji", "letter.delivered fuji",
                                            "letter.relayed sakura"};
    QCOMPARE(way, expected);
    QVERIFY(story.town.mailProgram(story.host("aoki-pc")).outbox.empty());
    QCOMPARE(story.town.waitingCount(story.host("sakura")), std::size_t(0));
    QVERIFY(story.town.connections().empty());
}

void OneLetterTest::isHandedInUnderTlsWithALogin() {
    Story story(twoOffices().build());
    story.send("aoki-pc", {"sato@fuji.example"});
    story.run(minute);
    const std::vector<std::string> said =
        commandsAndReplies(story.lines("aoki-pc", "sakura", Service::Submission));
    QVERIFY(said.size() > 8);
    QCOMPARE(said[0], std::string("S: 220 mail.sakura.example ESMTP Mailtown"));
    QCOMPARE(said[1], std::string("C: EHLO pc.sakura.example"));
    QCOMPARE(said[3], std::string("C: STARTTLS"));
    QCOMPARE(said[5], std::string("C: EHLO pc.sakura.example"));
    QCOMPARE(said[7], std::string("C: AUTH PLAIN ********"));
    QVERIFY(said[8].starts_with("S: 235 "));
    QCOMPARE(said.back(), std::string("S: 221 2.0.0 Bye"));
}

void OneLetterTest::isRelayedInARealConversation() {
    Story story(twoOffices().build());
    story.send("aoki-pc", {"sato@fuji.example"});
    story.run(minute);
    std::vector<std::string> said = commandsAndReplies(story.lines("sakura", "fuji", Service::Smtp));
    for (std::string& line : said)
        if (line.starts_with("C: MAIL"))
            line.resize(line.find('>') + 1); // the size is not the point
        else if (line.starts_with("S: 2"))
            line.resize(6);
    const std::vector<std::string> expected{"S: 220",
                                            "C: EHLO mail.sakura.example",
                                            "S: 250",
                                            "C: STARTTLS",
                                            "S: 220",
                                            "C: EHLO mail.sakura.example",
                                            "S: 250",
                                            "C: MAIL FROM:<aoki@sakura.example>",
                                            "S: 250",
                                            "C: RCPT TO:<sato@fuji.example>",
                                            "S: 250",
                                            "C: DATA",
                                            "S: 354 End data with <CR><LF>.<CR><LF>",
                                            "C: .",
                                            "S: 250",
                                            "C: QUIT",
                                            "S: 221"};
    QCOMPARE(said, expected);
}

void OneLetterTest::isStampedByEachOffice() {
    Story story(twoOffices().build());
    story.send("aoki-pc", {"sato@fuji.example"}, "Good morning", "First line\n.dot at the beginning\n");
    story.run(minute);
    const Message message = story.inboxMessage("sato@fuji.example", 0);
    QCOMPARE(message.field("Return-Path"), std::string("<aoki@sakura.example>"));
    QCOMPARE(message.field("Subject"), std::string("Good morning"));
    const std::string header = message.header();
    const std::size_t last = header.find("by mail.fuji.example"),
                      first = header.find("by mail.sakura.example");
    QVERIFY(last != header.npos && first != header.npos);
    QVERIFY(last < first); // the newest on top (RFC 5321 §4.4)
    QCOMPARE(message.body(), std::string("First line\r\n.dot at the beginning\r\n"));
}

void OneLetterTest::staysWithinItsOfficeWhenItIsForANeighbour() {
    TownBuilder builder = twoOffices();
    builder.account("kato", "sakura");
    Story story(builder.build());
    story.send("aoki-pc", {"kato@sakura.example"});
    story.run(minute);
    QCOMPARE(story.inboxSize("kato@sakura.example"), std::size_t(1));
    QCOMPARE(story.count(Kind::LetterRelayed), std::size_t(0));
    QCOMPARE(story.count(Kind::DnsQuery), std::size_t(0));
}

void OneLetterTest::goesOnceToEachOfficeForManyRecipients() {
    TownBuilder builder = twoOffices();
    builder.office("hana", {"hana.example"})
        .account("ito", "hana")
        .account("mori", "fuji")
        .account("kato", "sakura");
    Story story(builder.build());
    story.send("aoki-pc",
               {"sato@fuji.example", "ito@hana.example", "mori@fuji.example", "kato@sakura.example"});
    story.run(minute);
    for (const char* user :
         {"sato@fuji.example", "ito@hana.example", "mori@fuji.example", "kato@sakura.example"})
        QCOMPARE(story.inboxSize(user), std::size_t(1));
    std::size_t toFuji = 0;
    for (const Record& record : story.records(Kind::ConnectionOpened))
        toFuji += record.peer == story.host("fuji");
    QCOMPARE(toFuji, std::size_t(1));
}

void OneLetterTest::neverShowsAPassword() {
    Story story(twoOffices().build());
    story.send("aoki-pc", {"sato@fuji.example"});
    story.run(minute);
    QVERIFY(story.all().find("aoki-secret") == std::string::npos);
    QVERIFY(story.all().find("AGFva2l") == std::string::npos); // base64 of it, with and without an identity
    QVERIFY(story.all().find("YW9raS") == std::string::npos);
}

MAILTOWN_SUITE(OneLetterTest)
#include "one_letter_test.moc"
