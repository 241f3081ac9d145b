#include "scenario/scenario.h"
#include "support/suite.h"
#include "ui/playback/horizon.h"
#include "ui/playback/playback.h"

using namespace mailtown;

class HorizonTest : public QObject {
    Q_OBJECT

    static Session open(const char* name) {
        auto scenario = loadScenario(std::string(MAILTOWN_SOURCE_DIR "/scenarios/") + name, "en");
        if (!scenario) qFatal("%s", scenario.problem().text().c_str());
        return Session(std::move(*scenario));
    }
    static Input letter(const Session& session, const char* from, const char* to) {
        return input::Send{session.town().plan().find(from), {*Address::parse(to)}, "Late", "Hello\n"};
    }

private Q_SLOTS:
    void aStoryThatNobodyTouchedEndsWhereItIsTold() {
        Session session = open("maintenance.yaml");
        QCOMPARE(storyEnd(session), session.scenario().length);
    }

    void aLetterWrittenAtTheEndIsWatchedUntilItIsRead() {
        Session session = open("one-letter.yaml");
        Playback playback(session);
        playback.toEnd();
        const Time end = playback.now();
        playback.enter(letter(session, "aoki-pc", "sato@fuji.example"));
        QVERIFY(playback.length() > end);
        playback.play();
        QVERIFY2(playback.now() >= end, "it must go on, not begin again");
        playback.toEnd();
        QCOMPARE(session.trace().countOf(Kind::LetterDelivered), 2u);
        QCOMPARE(session.trace().countOf(Kind::LetterFetched), 2u);
    }

    // Two days and one click are two days still, not a month of tries to come.
    void oneClickLeavesTheAxisReadable() {
        Session session = open("maintenance.yaml");
        Playback playback(session);
        playback.seek(25 * minute);
        playback.enter(input::SwitchOff{session.town().plan().find("sakura")});
        QCOMPARE(playback.length(), session.scenario().length);
        playback.toEnd();
        QVERIFY(playback.length() <= 2 * session.scenario().length);
        const Time before = playback.length();
        playback.toEnd();
        QVERIFY2(playback.length() > before, "letters wait still");
    }

    void anOfficeThatStaysClosedIsWatchedUntilTheLetterComesBack() {
        Session session = open("one-letter.yaml");
        Playback playback(session);
        const HostId fuji = session.town().plan().find("fuji");
        playback.enter(input::SwitchOff{fuji});
        // Played on and on, as the axis grows with what has been seen.
        for (int i = 0; i < 40 && session.trace().countOf(Kind::LetterBounced) == 0; ++i) playback.toEnd();
        QCOMPARE(session.trace().countOf(Kind::LetterBounced), 1u);
        playback.toEnd();
        QCOMPARE(session.trace().countOf(Kind::LetterDelivered), 1u); // the report
        // Wound back and opened, the story is short again.
        playback.seek(minute);
        playback.enter(input::SwitchOn{fuji});
        QVERIFY(playback.length() < day);
    }
};

MAILTOWN_SUITE(HorizonTest)
#include "horizon_test.moc"
