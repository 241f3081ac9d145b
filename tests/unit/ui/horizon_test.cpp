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

    void anOfficeThatStaysClosedIsWatchedUntilTheLetterComesBack() {
        Session session = open("one-letter.yaml");
        Playback playback(session);
        const HostId fuji = session.town().plan().find("fuji");
        playback.enter(input::SwitchOff{fuji});
        playback.toEnd();
        QCOMPARE(session.trace().countOf(Kind::LetterBounced), 1u);
        QCOMPARE(session.trace().countOf(Kind::LetterDelivered), 1u); // the report
        // Wound back and opened, the story is short again.
        playback.seek(minute);
        playback.enter(input::SwitchOn{fuji});
        QVERIFY(playback.length() < day);
    }
};

MAILTOWN_SUITE(HorizonTest)
#include "horizon_test.moc"
