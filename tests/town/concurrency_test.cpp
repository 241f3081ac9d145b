// An office that has much to carry carries a bounded number of letters at a time, in turn, and all of them.
#include "support/suite.h"
#include "support/town_builder.h"

#include "town/concurrency.h"

#include <algorithm>
#include <map>

using namespace mailtown;
using namespace mailtown::test;

namespace {

TownBuilder offices(int others) {
    TownBuilder builder;
    builder.office("sakura", {"sakura.example"}).account("aoki", "sakura");
    for (int i = 0; i < others; ++i) {
        const std::string key = "fuji" + std::to_string(i);
        builder.office(key, {key + ".example"}).account("sato", key).account("kato", key);
    }
    return builder;
}

void accept(Story& story, const std::vector<std::string>& to) {
    input::AcceptLetter letter;
    letter.host = story.host("sakura");
    letter.envelope.returnPath = address("aoki@sakura.example");
    for (const std::string& one : to) letter.envelope.recipients.push_back(address(one));
    letter.message = Message("Subject: Hello\r\n\r\nHow are you?\r\n");
    story.apply(letter);
}

// sakura is off while the letters come in, and has them all in its queue when it comes back.
void comeBackWith(Story& story, int letters, int destinations) {
    story.off("sakura");
    for (int i = 0; i < letters; ++i)
        accept(story, {"sato@fuji" + std::to_string(i % destinations) + ".example"});
    story.on("sakura");
}

struct Most {
    std::size_t inAll = 0, toOne = 0;
};

// Event by event, until nothing more happens: the most connections that stood at once.
Most runCounting(Story& story) {
    Most most;
    while (story.town.nextEventAt() != never && story.town.runOne(story.trace)) {
        std::map<HostId, std::size_t> to;
        std::size_t all = 0;
        for (const Connected& one : story.town.connections()) ++to[one.server], ++all;
        most.inAll = std::max(most.inAll, all);
        for (const auto& [host, count] : to) most.toOne = std::max(most.toOne, count);
    }
    return most;
}

} // namespace

class ConcurrencyTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void oneDestinationGetsTwentyConnectionsAtOnceAndEveryLetter();
    void anOfficeMakesAHundredTriesAtOnceInAll();
    void whoIsDueFirstGoesFirst();
    void recipientsOfOneLetterStillShareAConversationAfterALongWait();
    void whatFailsAtOnceMakesRoomAtOnce();
    void anOfficeSwitchedOffWithALineLosesNothing();
    void aTownCopiedWithALineRunsOnEqual();
};

void ConcurrencyTest::oneDestinationGetsTwentyConnectionsAtOnceAndEveryLetter() {
    Story story(offices(1).build());
    comeBackWith(story, 1000, 1);
    const Most most = runCounting(story);
    QCOMPARE(most.toOne, std::size_t(mostTriesToOneDestination));
    QCOMPARE(story.count(Kind::LetterDelivered), std::size_t(1000));
    QCOMPARE(story.count(Kind::LetterDeferred), std::size_t(0));
    QCOMPARE(story.town.waitingCount(story.host("sakura")), std::size_t(0));
}

void ConcurrencyTest::anOfficeMakesAHundredTriesAtOnceInAll() {
    Story story(offices(8).build());
    comeBackWith(story, 800, 8);
    const Most most = runCounting(story);
    QCOMPARE(most.inAll, std::size_t(mostTries));
    QVERIFY(most.toOne <= mostTriesToOneDestination);
    QCOMPARE(story.count(Kind::LetterDelivered), std::size_t(800));
}

void ConcurrencyTest::whoIsDueFirstGoesFirst() {
    Story story(offices(1).build());
    comeBackWith(story, 200, 1);
    runCounting(story);
    const std::vector<Record> delivered = story.records(Kind::LetterDelivered);
    QCOMPARE(delivered.size(), std::size_t(200));
    QVERIFY(std::is_sorted(delivered.begin(), delivered.end(),
                           [](const Record& a, const Record& b) { return a.letter < b.letter; }));
}

void ConcurrencyTest::recipientsOfOneLetterStillShareAConversationAfterALongWait() {
    Story story(offices(1).build());
    story.off("sakura");
    for (int i = 0; i < 100; ++i) accept(story, {"sato@fuji0.example", "kato@fuji0.example"});
    story.on("sakura");
    runCounting(story);
    QCOMPARE(story.count(Kind::ConnectionOpened), std::size_t(100));
    QCOMPARE(story.count(Kind::LetterDelivered), std::size_t(200));
}

void ConcurrencyTest::whatFailsAtOnceMakesRoomAtOnce() {
    Story story(offices(1).build());
    story.off("sakura");
    for (int i = 0; i < 5'000; ++i) accept(story, {"nobody@sakura.example"}); // no user of its own
    accept(story, {"sato@fuji0.example"});
    story.on("sakura");
    story.run(minute);
    QCOMPARE(story.count(Kind::LetterBounced), std::size_t(5'000));
    QCOMPARE(story.inboxSize("sato@fuji0.example"), std::size_t(1));
}

void ConcurrencyTest::anOfficeSwitchedOffWithALineLosesNothing() {
    Story story(offices(2).build());
    comeBackWith(story, 500, 2);
    story.run(200 * millisecond);
    QVERIFY(story.count(Kind::ConnectionOpened) > 0);
    story.off("sakura");
    story.run(hour);
    story.on("sakura");
    const Most most = runCounting(story);
    QVERIFY(most.toOne <= mostTriesToOneDestination);
    QCOMPARE(story.inboxSize("sato@fuji0.example"), std::size_t(250));
    QCOMPARE(story.inboxSize("sato@fuji1.example"), std::size_t(250));
    QCOMPARE(story.town.waitingCount(story.host("sakura")), std::size_t(0));
}

void ConcurrencyTest::aTownCopiedWithALineRunsOnEqual() {
    Story story(offices(2).build());
    comeBackWith(story, 300, 2);
    story.run(150 * millisecond);
    Story copy = story;
    story.run(day);
    copy.run(day);
    QVERIFY(copy.town == story.town);
    QVERIFY(copy.trace == story.trace);
}

MAILTOWN_SUITE(ConcurrencyTest)
#include "concurrency_test.moc"
