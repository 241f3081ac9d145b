// Letters come home: mail programs fetch by POP3.
#include "support/suite.h"
#include "support/town_builder.h"

using namespace mailtown;
using namespace mailtown::test;

namespace {

TownBuilder town(ReadBy readBy, Duration checkEvery) {
    TownBuilder builder;
    builder.office("sakura", {"sakura.example"}).office("fuji", {"fuji.example"});
    builder.home("aoki-pc", "aoki", "sakura").home("sato-pc", "sato", "fuji", readBy, checkEvery);
    return builder;
}

} // namespace

class FetchingTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void pop3TakesTheLetterHomeAndEmptiesTheBox() {
        Story story(town(ReadBy::Pop3, 5 * minute).build());
        const LetterId letter = story.send("aoki-pc", {"sato@fuji.example"});
        story.run(4 * minute);
        QCOMPARE(story.inboxSize("sato@fuji.example"), std::size_t(1));
        story.run(4 * minute);
        QCOMPARE(story.inboxSize("sato@fuji.example"), std::size_t(0));
        const MailProgram& program = story.town.mailProgram(story.host("sato-pc"));
        QCOMPARE(program.letters.size(), std::size_t(1));
        QCOMPARE(program.letters[0].letter, letter);
        QVERIFY(!program.letters[0].onServer);
        QVERIFY(program.letters[0].read != never);
        QCOMPARE(story.trace.countOf(Kind::LetterFetched), std::size_t(1));
        QCOMPARE(story.trace.countOf(Kind::LetterRead), std::size_t(1));
        story.run(hour);
        QCOMPARE(story.trace.countOf(Kind::LetterFetched), std::size_t(1));
    }

    void pop3CanLeaveItThereAndFetchesItOnce() {
        TownBuilder builder = town(ReadBy::Pop3, 5 * minute);
        builder.plan().clients[1].leaveOnServer = true;
        Story story(builder.build());
        story.send("aoki-pc", {"sato@fuji.example"});
        story.run(hour);
        QCOMPARE(story.inboxSize("sato@fuji.example"), std::size_t(1));
        QCOMPARE(story.trace.countOf(Kind::LetterFetched), std::size_t(1));
    }

    void aPersonCanAskForMail() {
        Story story(town(ReadBy::Pop3, never).build());
        story.send("aoki-pc", {"sato@fuji.example"});
        story.run(hour);
        QCOMPARE(story.trace.countOf(Kind::LetterFetched), std::size_t(0));
        story.apply(input::CheckMail{story.host("sato-pc")});
        story.run(minute);
        QCOMPARE(story.trace.countOf(Kind::LetterFetched), std::size_t(1));
    }

    void aClosedOfficeIsAskedAgainLater() {
        Story story(town(ReadBy::Pop3, 5 * minute).build());
        story.send("aoki-pc", {"sato@fuji.example"});
        story.run(4 * minute);
        story.off("fuji");
        story.run(2 * minute);
        const HostId home = story.host("sato-pc");
        QCOMPARE(story.town.name(story.town.mailProgram(home).checkAnswer),
                 std::string_view("connection refused"));
        story.on("fuji");
        story.run(6 * minute);
        QCOMPARE(story.town.mailProgram(home).letters.size(), std::size_t(1));
        QVERIFY(!story.town.mailProgram(home).checkAnswer);
    }

    // However the good-bye is lost, nothing is lost and nothing comes twice.
    void anOfficeThatClosesInTheMiddleOfAFetchLosesNothing() {
        for (Time moment = 0; moment < 800 * millisecond; moment += 7 * millisecond) {
            Story story(town(ReadBy::Pop3, 5 * minute).build());
            story.send("aoki-pc", {"sato@fuji.example"});
            story.run(5 * minute + moment);
            story.off("fuji");
            story.run(minute);
            story.on("fuji");
            story.run(20 * minute);
            QCOMPARE(story.trace.countOf(Kind::LetterFetched), std::size_t(1));
            QCOMPARE(story.inboxSize("sato@fuji.example"), std::size_t(0));
            QVERIFY(story.town.connections().empty());
        }
    }
};

MAILTOWN_SUITE(FetchingTest)
#include "fetching_test.moc"
