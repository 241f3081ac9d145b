#include "support/suite.h"
#include "ui/playback/playback.h"
#include "unit/ui/town_fixture.h"

using namespace mailtown;
using namespace mailtown::test;

class StoryTest : public QObject {
    Q_OBJECT

    Plan plan = twoOffices();

    Movements movementsOf(const Trace& trace) const {
        Movements movements(&plan);
        movements.read(trace, 0, trace.size());
        return movements;
    }

private Q_SLOTS:
    void twoDaysOfTriesTakeAboutAMinute() {
        Scribe scribe;
        maintenance(scribe, 36 * hour);
        const Movements movements = movementsOf(scribe.trace);
        const Story story(plan, movements, 2 * day);
        QVERIFY2(story.length() > 30'000 && story.length() < 80'000,
                 qPrintable(QString::number(story.length())));
    }

    void noTryIsTooShortToSee() {
        Scribe scribe;
        maintenance(scribe, 36 * hour);
        const Movements movements = movementsOf(scribe.trace);
        const Story story(plan, movements, 2 * day);
        int tries = 0;
        for (const Movement& m : movements.all()) {
            if (m.purpose != Purpose::Relay) continue;
            ++tries;
            QVERIFY(story.screenAt(m.end) - story.screenAt(m.start) > 370);
        }
        QVERIFY(tries > 30);
    }

    void timeNeverGoesBackwards() {
        Scribe scribe;
        maintenance(scribe, 3 * hour);
        const Movements movements = movementsOf(scribe.trace);
        const Story story(plan, movements, 6 * hour);
        Time before = -1;
        for (double screen = 0; screen <= story.length(); screen += 7) {
            const Time town = story.townAt(screen);
            QVERIFY(town >= before);
            QVERIFY(std::abs(story.screenAt(town) - screen) < 1);
            before = town;
        }
        QCOMPARE(story.townAt(story.length()), 6 * hour);
    }

    void everyWaitIsShort() {
        Scribe scribe;
        maintenance(scribe, 36 * hour);
        const Movements movements = movementsOf(scribe.trace);
        const Story story(plan, movements, 2 * day);
        for (const Movement& m : movements.all())
            if (m.failed() && m.purpose == Purpose::Relay)
                QVERIFY(story.screenAt(m.next) - story.screenAt(m.end) <= Telling::hold);
    }
};

MAILTOWN_SUITE(StoryTest)
#include "story_test.moc"
