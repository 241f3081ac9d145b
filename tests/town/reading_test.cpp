// Letters are read where they lie: mail programs look by IMAP.
#include "support/suite.h"
#include "support/town_builder.h"

using namespace mailtown;
using namespace mailtown::test;

namespace {

TownBuilder town(Duration checkEvery) {
    TownBuilder builder;
    builder.office("sakura", {"sakura.example"}).office("fuji", {"fuji.example"});
    builder.home("aoki-pc", "aoki", "sakura");
    builder.home("sato-pc", "sato", "fuji", ReadBy::Imap, checkEvery);
    return builder;
}

const StoredMessage& firstLetter(const Story& story) {
    return story.town.mailStore(story.host("fuji"))
        .mailbox(address("sato@fuji.example"), "INBOX")
        ->messages[0];
}

} // namespace

class ReadingTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theLetterStaysAndIsMarkedOnceItIsRead() {
        Story story(town(5 * minute).build());
        const LetterId letter = story.send("aoki-pc", {"sato@fuji.example"});
        story.run(hour + minute);
        QCOMPARE(story.inboxSize("sato@fuji.example"), std::size_t(1));
        QCOMPARE(firstLetter(story).flags, std::uint8_t(seenFlag));
        const MailProgram& program = story.town.mailProgram(story.host("sato-pc"));
        QCOMPARE(program.letters.size(), std::size_t(1));
        QCOMPARE(program.letters[0].letter, letter);
        QCOMPARE(program.letters[0].uid, 1u);
        QVERIFY(program.unmarked.empty());
        QVERIFY(!program.checking);
        QCOMPARE(story.count(Kind::LetterFetched), std::size_t(1));
        QCOMPARE(story.count(Kind::LetterRead), std::size_t(1));
        QVERIFY(story.town.connections().empty());
    }

    void aClosedOfficeIsToldLaterWhatWasRead() {
        Story story(town(5 * minute).build());
        story.send("aoki-pc", {"sato@fuji.example"});
        story.run(5 * minute + 5 * second);
        QCOMPARE(story.count(Kind::LetterFetched), std::size_t(1));
        story.off("fuji");
        story.run(4 * minute);
        QCOMPARE(story.count(Kind::LetterRead), std::size_t(1));
        QCOMPARE(firstLetter(story).flags, std::uint8_t(0));
        story.on("fuji");
        story.run(6 * minute);
        QCOMPARE(firstLetter(story).flags, std::uint8_t(seenFlag));
        QCOMPARE(story.count(Kind::LetterFetched), std::size_t(1));
    }

    void anOfficeThatClosesInTheMiddleOfALookLosesNothing() {
        for (Time moment = 0; moment < 800 * millisecond; moment += 13 * millisecond) {
            Story story(town(5 * minute).build());
            story.send("aoki-pc", {"sato@fuji.example"});
            story.run(5 * minute + moment);
            story.off("fuji");
            story.run(minute);
            story.on("fuji");
            story.run(20 * minute);
            QCOMPARE(story.count(Kind::LetterFetched), std::size_t(1));
            QCOMPARE(story.count(Kind::LetterRead), std::size_t(1));
            QCOMPARE(firstLetter(story).flags, std::uint8_t(seenFlag));
            QVERIFY(story.town.connections().empty());
        }
    }

    void whatWasReadOnOneDeviceIsNotReadAgainOnTheOther() {
        TownBuilder builder = town(5 * minute);
        ClientPlan phone = builder.plan().clients[1];
        phone.key = "sato-phone";
        phone.hostname = "phone.fuji.example";
        phone.address = "10.9.9.9";
        phone.checkEvery = 20 * minute;
        builder.plan().clients.push_back(phone);
        Story story(builder.build());
        story.send("aoki-pc", {"sato@fuji.example"});
        story.run(hour);
        QCOMPARE(story.count(Kind::LetterFetched), std::size_t(2));
        QCOMPARE(story.count(Kind::LetterRead), std::size_t(1));
    }

    void nobodyReadsThePasswordInTheTranscript() {
        TownBuilder builder = town(5 * minute);
        builder.plan().clients[1].tls = false;
        Story story(builder.build());
        story.run(6 * minute);
        const auto lines = story.lines("sato-pc", "fuji", Service::Imap);
        QVERIFY(!lines.empty());
        for (const std::string& line : lines) QVERIFY2(line.find("sato-secret") == line.npos, line.c_str());
    }
};

MAILTOWN_SUITE(ReadingTest)
#include "reading_test.moc"
