#include "scenario/scenario.h"
#include "support/suite.h"
#include "ui/playback/playback.h"
#include "unit/ui/town_fixture.h"

#include <QDir>

using namespace mailtown;
using namespace mailtown::test;

class TellingTest : public QObject {
    Q_OBJECT

    Plan plan = twoOffices();

    Telling inStorySpeed(const Movements& movements, const Story& story) const {
        return Telling(
            movements, {}, [&](Time t) { return story.screenAt(t); },
            [&](double ms) { return story.townAt(ms); });
    }

private Q_SLOTS:
    void everySentenceOfEveryStoryStandsLongEnoughToBeRead_data() {
        QTest::addColumn<QString>("file");
        const QDir folder(QStringLiteral(MAILTOWN_SOURCE_DIR "/scenarios"));
        for (const QString& name : folder.entryList({QStringLiteral("*.yaml")}))
            QTest::newRow(qPrintable(name)) << folder.filePath(name);
    }
    void everySentenceOfEveryStoryStandsLongEnoughToBeRead() {
        QFETCH(QString, file);
        auto scenario = loadScenario(file.toStdString(), "en");
        QVERIFY(scenario.ok());
        const Time length = scenario->length;
        Session session(std::move(*scenario));
        const Playback playback(session);
        const Movements& movements = playback.movements();
        const Story story(session.town().plan(), movements, length);
        const Telling telling = inStorySpeed(movements, story);
        QVERIFY(telling.cues().size() > 3);
        const Movement* before = nullptr;
        double since = -Telling::hold;
        for (const Telling::Cue& cue : telling.cues()) {
            const double screen = story.screenAt(cue.shown);
            const QByteArray when = QByteArray::number(screen);
            const StoryMoment told = momentAt(movements, cue.told, {}, false);
            const bool ticks = told.movement && told.movement->alike >= Telling::again;
            const auto& beats = movements.beats();
            const bool atOnce = std::any_of(beats.begin(), beats.end(),
                                            [&](const Beat& beat) { return beat.at == cue.told; });
            QVERIFY2(ticks || atOnce || (before && before->alike >= Telling::again) ||
                         screen - since > Telling::hold - 2,
                     when);
            // It is about the letter and the try that the picture shows.
            QVERIFY2(told.movement == momentAt(movements, cue.shown, {}, false).movement, when);
            before = told.movement, since = screen;
        }
        QVERIFY2(story.length() < 80'000, qPrintable(QString::number(story.length())));
    }

    void theFirstTriesAreToldStepByStepAndTheLaterOnesAsOneOfMany() {
        Scribe scribe;
        maintenance(scribe, 36 * hour);
        scribe.flush();
        Movements movements(&plan);
        movements.read(scribe.trace, 0, scribe.trace.size());
        const Story story(plan, movements, 2 * day);
        const Telling telling = inStorySpeed(movements, story);
        std::vector<Phase> ofTheFirst;
        int later = 0, last = 0;
        for (const Telling::Cue& cue : telling.cues()) {
            const StoryMoment moment = momentAt(movements, cue.told, {}, false);
            const Movement& m = *moment.movement;
            if (m.purpose != Purpose::Relay || !m.failed()) continue;
            if (m.alike == 0) ofTheFirst.push_back(moment.phase);
            if (m.alike < Telling::again) continue;
            ++later;
            QVERIFY(moment.phase == Phase::Standing || moment.phase == Phase::Waiting);
            QVERIFY2(last == 0 || m.tryNumber == last || m.tryNumber == last + 1,
                     qPrintable(QString::number(m.tryNumber)));
            last = m.tryNumber;
        }
        QVERIFY(ofTheFirst == (std::vector<Phase>{Phase::OnTheRoad, Phase::Standing, Phase::Waiting}));
        QVERIFY(later > 5);
        QVERIFY(last > 30);
    }

    void aLongWaitIsToldAtASlowSpeed() {
        Scribe scribe;
        maintenance(scribe, 36 * hour);
        scribe.flush();
        Movements movements(&plan);
        movements.read(scribe.trace, 0, scribe.trace.size());
        const Telling telling(
            movements, {}, [](Time t) { return double(t) / millisecond; },
            [](double ms) { return Time(ms * millisecond); });
        const Movement* late = movements.lastOf(firstLetter, day);
        QVERIFY(late && late->failed() && late->alike > 10);
        const Time told = telling.toldAt(late->next - minute);
        QCOMPARE(momentAt(movements, told, {}, false).phase, Phase::Waiting);
        QVERIFY(told >= late->end && told < late->next);
    }
};

MAILTOWN_SUITE(TellingTest)
#include "telling_test.moc"
