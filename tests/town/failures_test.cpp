// What goes wrong on a letter's way, and what the post offices make of it.
#include "support/suite.h"
#include "support/town_builder.h"

#include "base/random.h"

using namespace mailtown;
using namespace mailtown::test;

namespace {

TownBuilder twoOffices() {
    TownBuilder builder;
    builder.office("sakura", {"sakura.example"}).office("fuji", {"fuji.example"});
    builder.home("aoki-pc", "aoki", "sakura").home("sato-pc", "sato", "fuji");
    return builder;
}

} // namespace

class FailuresTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aClosedOfficeIsTriedAgainUntilItOpens();
    void aLetterIsReturnedWhenItsTimeIsOver();
    void anUnknownNameIsReturnedAtOnce();
    void anUnknownDomainIsReturnedAtOnce();
    void aReportIsNeverReportedOn();
    void theNextExchangeTakesWhatTheFirstCannot();
    void aCutLinkLosesWhatIsUnderWayAndTheTryIsRepeated();
    void aSilentDirectoryOnlyDefers();
    void anOfficeSwitchedOffKeepsItsQueue();
    void anExchangeThatIsTheOfficeItselfIsNoExchange();
    void aTownCopiedInMidConversationRunsOnEqual();
    void noLetterIsLostWhateverHappens();
};

void FailuresTest::aClosedOfficeIsTriedAgainUntilItOpens() {
    Story story(twoOffices().build());
    story.off("fuji");
    story.send("aoki-pc", {"sato@fuji.example"});
    story.run(11 * minute);
    const std::vector<Record> deferred = story.records(Kind::LetterDeferred);
    QCOMPARE(deferred.size(), std::size_t(3)); // after 0, 5 and 10 minutes
    QCOMPARE(story.text(deferred[0]), std::string("connection refused"));
    QVERIFY(deferred[0].next - deferred[0].at >= 5 * minute);
    for (int i = 0; i < 3; ++i) QCOMPARE(int(deferred[std::size_t(i)].attempt), i + 1);
    QVERIFY(deferred[1].at >= deferred[0].next && deferred[1].at < deferred[0].next + second);
    const std::vector<Waiting> waiting = story.town.waiting(story.host("sakura"));
    QCOMPARE(waiting.size(), std::size_t(1));
    QCOMPARE(waiting[0].tries, 3);
    story.on("fuji");
    story.run(hour);
    QCOMPARE(story.inboxSize("sato@fuji.example"), std::size_t(1));
    QCOMPARE(story.town.waitingCount(story.host("sakura")), std::size_t(0));
}

void FailuresTest::aLetterIsReturnedWhenItsTimeIsOver() {
    Story story(twoOffices().retry(*RetryPolicy::preset("classroom")).build());
    story.off("fuji");
    const LetterId letter = story.send("aoki-pc", {"sato@fuji.example"});
    story.run(2 * hour);
    QCOMPARE(story.count(Kind::LetterBounced), std::size_t(1));
    QCOMPARE(story.inboxSize("aoki@sakura.example"), std::size_t(1));
    const Message report = story.inboxMessage("aoki@sakura.example", 0);
    QCOMPARE(report.field("Return-Path"), std::string("<>"));
    QVERIFY(report.field("Content-Type").find("report-type=delivery-status") != std::string::npos);
    for (const char* field :
         {"Reporting-MTA: dns; mail.sakura.example", "Final-Recipient: rfc822; sato@fuji.example",
          "Action: failed", "Status: 4.4.7"})
        QVERIFY2(report.body().find(field) != std::string::npos, (field + ("\n" + report.body())).c_str());
    QVERIFY(story.town.letter(LetterId{1}).report);
    QVERIFY(story.town.letter(LetterId{1}).about == letter);
}

void FailuresTest::anUnknownNameIsReturnedAtOnce() {
    Story story(twoOffices().build());
    story.send("aoki-pc", {"nobody@fuji.example"});
    story.run(minute);
    const std::vector<Record> bounced = story.records(Kind::LetterBounced);
    QCOMPARE(bounced.size(), std::size_t(1));
    QCOMPARE(int(bounced[0].code), 550);
    QCOMPARE(story.inboxSize("aoki@sakura.example"), std::size_t(1));
    QVERIFY(story.inboxMessage("aoki@sakura.example", 0).body().find("5.1.1") != std::string::npos);
}

void FailuresTest::anUnknownDomainIsReturnedAtOnce() {
    for (const char* typo : {"sato@nowhere.fuji.example", "sato@fugi.example"}) {
        Story story(twoOffices().build());
        story.send("aoki-pc", {typo});
        story.run(minute);
        QCOMPARE(story.count(Kind::LetterBounced), std::size_t(1));
        QCOMPARE(story.inboxSize("aoki@sakura.example"), std::size_t(1));
    }
}

void FailuresTest::aReportIsNeverReportedOn() {
    Story story(twoOffices().build());
    input::AcceptLetter accept;
    accept.host = story.host("sakura");
    accept.envelope.recipients = {address("nobody@fuji.example")};
    accept.message = Message("Subject: report\r\n\r\n\r\n");
    story.apply(accept);
    story.run(hour);
    QCOMPARE(story.count(Kind::LetterBounced), std::size_t(1));
    QCOMPARE(story.town.letterCount(), std::size_t(1));
}

void FailuresTest::theNextExchangeTakesWhatTheFirstCannot() {
    TownBuilder builder = twoOffices();
    builder.office("backup", {}, std::uint8_t(Role::Relay)).mx("fuji.example", 20, "mail.backup.example");
    Story story(builder.build());
    story.off("fuji");
    story.send("aoki-pc", {"sato@fuji.example"});
    story.run(minute);
    QCOMPARE(story.town.waitingCount(story.host("sakura")), std::size_t(0));
    QCOMPARE(story.town.waitingCount(story.host("backup")),
             std::size_t(1)); // not sent to itself: RFC 5321 §5.1
    // Refused at the first and taken by the second is one try.
    for (const Kind kind : {Kind::ConnectionRefused, Kind::LetterRelayed}) {
        for (const Record& record : story.records(kind))
            if (record.host == story.host("sakura")) QCOMPARE(int(record.attempt), 1);
    }
    story.on("fuji");
    story.run(hour);
    QCOMPARE(story.inboxSize("sato@fuji.example"), std::size_t(1));
}

void FailuresTest::aCutLinkLosesWhatIsUnderWayAndTheTryIsRepeated() {
    Story story(twoOffices().build());
    story.send("aoki-pc", {"sato@fuji.example"}, "Long", std::string(5000, 'x'));
    for (bool content = false; !content;) { // until the letter itself is between the offices
        QVERIFY(story.town.runOne(story.trace));
        const Record& last = story.trace[story.trace.size() - 1];
        content = last.kind == Kind::LineClient && last.service == Service::Smtp && story.text(last) == ".";
    }
    story.cut("sakura", "fuji");
    story.run(minute);
    story.mend("sakura", "fuji");
    QCOMPARE(story.inboxSize("sato@fuji.example"), std::size_t(0));
    story.run(day);
    QCOMPARE(story.inboxSize("sato@fuji.example"), std::size_t(1));
    QCOMPARE(story.count(Kind::LetterDelivered), std::size_t(1));
    QVERIFY(story.count(Kind::LetterDeferred) >= 1);
}

void FailuresTest::aSilentDirectoryOnlyDefers() {
    Story story(twoOffices().build());
    story.off("directory");
    story.send("aoki-pc", {"sato@fuji.example"});
    story.run(2 * minute);
    QCOMPARE(story.count(Kind::LetterBounced), std::size_t(0));
    const std::vector<Record> deferred = story.records(Kind::LetterDeferred);
    QCOMPARE(deferred.size(), std::size_t(1));
    QVERIFY(story.text(deferred[0]).starts_with("4.4.3"));
    QCOMPARE(int(deferred[0].attempt), 1);
    story.on("directory");
    story.run(hour);
    QVERIFY(story.records(Kind::LetterRelayed).back().attempt > 1); // a try that nobody answered was one
    QCOMPARE(story.inboxSize("sato@fuji.example"), std::size_t(1));
}

void FailuresTest::anOfficeSwitchedOffKeepsItsQueue() {
    Story story(twoOffices().build());
    story.off("fuji");
    story.send("aoki-pc", {"sato@fuji.example"});
    story.run(minute);
    story.off("sakura");
    story.on("fuji");
    story.run(day);
    QCOMPARE(story.inboxSize("sato@fuji.example"), std::size_t(0));
    story.on("sakura");
    story.run(minute);
    QCOMPARE(story.inboxSize("sato@fuji.example"), std::size_t(1));
}

void FailuresTest::anExchangeThatIsTheOfficeItselfIsNoExchange() {
    TownBuilder builder = twoOffices();
    builder.mx("loop.fuji.example", 10, "mail.sakura.example");
    Story story(builder.build());
    story.send("aoki-pc", {"sato@loop.fuji.example"});
    story.run(minute);
    const std::vector<Record> bounced = story.records(Kind::LetterBounced);
    QCOMPARE(bounced.size(), std::size_t(1));
    QVERIFY(story.text(bounced[0]).starts_with("5.4.6"));
}

void FailuresTest::aTownCopiedInMidConversationRunsOnEqual() {
    Story story(twoOffices().build());
    story.send("aoki-pc", {"sato@fuji.example"});
    for (Time at = 0; at < second; at += 30 * millisecond) {
        story.town.runUntil(at, story.trace);
        Town copy = story.town;
        QVERIFY(copy == story.town);
        Town other = story.town;
        Trace one, two;
        copy.runUntil(hour, one);
        other.runUntil(hour, two);
        QVERIFY(copy == other);
        QVERIFY(one == two);
        QVERIFY(!(copy == story.town));
    }
}

// Every recipient of every letter has it, waits for it, or it was returned.
void FailuresTest::noLetterIsLostWhateverHappens() {
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        TownBuilder builder = twoOffices();
        builder.office("hana", {"hana.example"}).account("ito", "hana");
        Story story(builder.seed(seed).build());
        Random random(seed);
        const std::vector<std::string> hosts{"sakura", "fuji", "hana", "directory"};
        const std::vector<std::string> people{"sato@fuji.example", "ito@hana.example", "aoki@sakura.example",
                                              "nobody@fuji.example"};
        for (int i = 0; i < 60; ++i) {
            const std::string& a = hosts[random.below(4)];
            const std::string& b = hosts[random.below(4)];
            switch (random.below(6)) {
            case 0:
                story.off(a);
                break;
            case 1:
                story.on(a);
                break;
            case 2:
                story.cut(a, b);
                break;
            case 3:
                story.mend(a, b);
                break;
            default:
                story.send(random.below(2) ? "aoki-pc" : "sato-pc", {people[random.below(4)]});
                break;
            }
            story.run(Duration(random.below(std::uint64_t(random.below(3) ? second : hour))));
        }
        for (const std::string& a : hosts) {
            story.on(a);
            for (const std::string& b : hosts) story.mend(a, b);
        }
        story.run(8 * day);
        for (const std::string& a : hosts) QCOMPARE(story.town.waitingCount(story.host(a)), std::size_t(0));
        QVERIFY(story.town.mailProgram(story.host("aoki-pc")).outbox.empty());
        std::vector<int> settled(story.town.letterCount(), 0);
        for (const Record& record : story.records(Kind::LetterDelivered)) ++settled[record.letter.index];
        for (const Record& record : story.records(Kind::LetterBounced)) ++settled[record.letter.index];
        for (std::size_t letter = 0; letter < settled.size(); ++letter)
            QVERIFY2(settled[letter] >= 1,
                     ("letter " + std::to_string(letter) + " of seed " + std::to_string(seed)).c_str());
        QVERIFY(story.town.connections().empty());
    }
}

MAILTOWN_SUITE(FailuresTest)
#include "failures_test.moc"
