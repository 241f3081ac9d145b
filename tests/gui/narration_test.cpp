#include "support/suite.h"

#include "ui/playback/playback.h"
#include "ui/wording/language.h"
#include "ui/wording/narration.h"
#include "ui/wording/when.h"

#include <QDir>

#include <algorithm>

namespace mailtown {

// What is told at each stage of each movement of the shipped scenarios.
class NarrationTest : public QObject {
    Q_OBJECT

    static QStringList toldIn(const QString& file, const char* language, wording::Vocabulary vocabulary) {
        wording::setLanguage(QLatin1String(language));
        wording::setVocabulary(vocabulary);
        auto scenario = loadScenario(file.toStdString(), language);
        if (!scenario) return {};
        Session session(std::move(*scenario));
        Playback playback(session);
        std::vector<Time> moments{0};
        for (const Movement& each : playback.movements().all()) {
            const Duration out = each.turn - each.start, back = each.end - each.turn;
            moments.insert(moments.end(), {each.start + out / 2, each.start + out * 9 / 10,
                                           each.turn + back / 2, each.end + second});
        }
        QStringList told;
        for (const Time each : moments) {
            playback.seek(each);
            told += wording::narrate(playback);
        }
        return told;
    }

private Q_SLOTS:
    void cleanup() {
        wording::setLanguage(QStringLiteral("en"));
        wording::setVocabulary(wording::Vocabulary::Everyday);
    }

    void everySentenceIsWholeInBothLanguagesAndVocabularies_data() {
        QTest::addColumn<QString>("file");
        const QDir folder(QStringLiteral(MAILTOWN_SOURCE_DIR "/scenarios"));
        for (const QString& name : folder.entryList({QStringLiteral("*.yaml")}))
            QTest::newRow(qPrintable(name)) << folder.filePath(name);
    }
    void everySentenceIsWholeInBothLanguagesAndVocabularies() {
        QFETCH(QString, file);
        for (const auto vocabulary : {wording::Vocabulary::Everyday, wording::Vocabulary::Protocol}) {
            const QStringList english = toldIn(file, "en", vocabulary),
                              japanese = toldIn(file, "ja", vocabulary);
            QVERIFY(!english.isEmpty());
            QCOMPARE(english.size(), japanese.size());
            for (qsizetype i = 0; i < english.size(); ++i) {
                for (const QString& sentence : {english[i], japanese[i]}) {
                    QVERIFY2(sentence.contains(QStringLiteral("<b>")), qPrintable(sentence));
                    QVERIFY2(!sentence.contains(u'%'), qPrintable(sentence));
                }
                QVERIFY2(english[i] != japanese[i], qPrintable(english[i]));
            }
        }
    }

    void whatIsDonePerTryIsToldWithItsNumber() {
        const QStringList told = toldIn(QStringLiteral(MAILTOWN_SOURCE_DIR "/scenarios/maintenance.yaml"),
                                        "en", wording::Vocabulary::Everyday);
        QVERIFY(told.filter(QStringLiteral("tries again</b>")).filter(QStringLiteral("3rd try")).size() > 0);
        QVERIFY(told.filter(QStringLiteral("the door was shut")).size() > 0);
        QVERIFY(told.filter(QStringLiteral("Fuji office opens again")).size() > 0);
    }

    void aClickOnASwitchIsToldEvenWhileALetterStandsAtTheDoor() {
        auto scenario = loadScenario(MAILTOWN_SOURCE_DIR "/scenarios/maintenance.yaml", "en");
        QVERIFY(scenario.ok());
        Session session(std::move(*scenario));
        Playback playback(session);
        const HostId office = session.town().plan().find("fuji");
        for (const Movement& each : playback.movements().all())
            if (each.purpose == Purpose::Relay && each.failed()) {
                playback.seek((standsAt(each) + each.turn) / 2);
                break;
            }
        QVERIFY(wording::narrate(playback).contains(QStringLiteral("in vain")));
        playback.enter(input::SwitchOn{office});
        QVERIFY2(wording::narrate(playback).contains(QStringLiteral("opens again")),
                 qPrintable(wording::narrate(playback)));
    }

    // However lately another sentence has begun, and in a branch the reader has made as well.
    void aClickWhileItPlaysIsToldAtOnce() {
        auto scenario = loadScenario(MAILTOWN_SOURCE_DIR "/scenarios/maintenance.yaml", "en");
        QVERIFY(scenario.ok());
        Session session(std::move(*scenario));
        Playback playback(session);
        const HostId office = session.town().plan().find("fuji");
        const auto out = std::find_if(playback.movements().all().begin(), playback.movements().all().end(),
                                      [](const Movement& m) { return m.purpose == Purpose::Relay; });
        QVERIFY(out != playback.movements().all().end());
        playback.seek(out->start + (out->turn - out->start) / 20);
        playback.play();
        QVERIFY(wording::narrate(playback).contains(QStringLiteral("carries")));
        playback.enter(input::SwitchOn{office});
        QVERIFY2(wording::narrate(playback).contains(QStringLiteral("Fuji office opens again")),
                 qPrintable(wording::narrate(playback)));
        playback.enter(input::SwitchOff{office});
        QVERIFY2(wording::narrate(playback).contains(QStringLiteral("Fuji office closes")),
                 qPrintable(wording::narrate(playback)));
        playback.pause();
        QVERIFY(wording::narrate(playback).contains(QStringLiteral("Fuji office closes")));
    }

    void theNumberToldOfIsThatOfTheTryInThePicture() {
        auto scenario = loadScenario(MAILTOWN_SOURCE_DIR "/scenarios/never-delivered.yaml", "en");
        QVERIFY(scenario.ok());
        Session session(std::move(*scenario));
        Playback playback(session);
        playback.play();
        int told = 0;
        for (const Movement& each : std::vector<Movement>(playback.movements().all())) {
            if (each.purpose != Purpose::Relay || each.alike < 2 * Telling::again) continue;
            playback.seek((standsAt(each) + each.turn) / 2);
            const QString sentence = wording::narrate(playback);
            if (!sentence.contains(QStringLiteral("Again and again"))) continue;
            ++told;
            QVERIFY2(sentence.contains(wording::nthTry(each.tryNumber)), qPrintable(sentence));
        }
        QVERIFY(told > 10);
    }

    void aLetterThatIsGivenUpIsToldToItsEnd() {
        const QString told = toldIn(QStringLiteral(MAILTOWN_SOURCE_DIR "/scenarios/never-delivered.yaml"),
                                    "en", wording::Vocabulary::Everyday)
                                 .join(u'\n');
        for (const char* part :
             {"gives up after 4 d", "writes to Aoki</b> that the letter could not",
              "report lies in Aoki’s letter box", "the letter has come back", "shows the report"})
            QVERIFY2(told.contains(QString::fromUtf8(part)), part);
    }

    void aPhoneWhoseLetterBoxAPcHasEmptiedIsToldOf() {
        const QString told = toldIn(QStringLiteral(MAILTOWN_SOURCE_DIR "/scenarios/pop3-and-imap.yaml"), "en",
                                    wording::Vocabulary::Everyday)
                                 .join(u'\n');
        QVERIFY(told.contains(QString::fromUtf8(
            "Sato’s phone finds the letter box empty:</b> Sato’s PC took the letter home")));
        QVERIFY(!told.contains(QString::fromUtf8("PC’s PC")));
    }

    void noEverydaySentenceCountsMilliseconds() {
        for (const char* name : {"maintenance", "pop3-and-imap", "one-letter", "never-delivered"})
            for (const QString& sentence :
                 toldIn(QStringLiteral(MAILTOWN_SOURCE_DIR "/scenarios/%1.yaml").arg(QLatin1String(name)),
                        "en", wording::Vocabulary::Everyday))
                QVERIFY2(!sentence.contains(QStringLiteral(" ms")), qPrintable(sentence));
    }
};
MAILTOWN_SUITE(NarrationTest)

} // namespace mailtown
#include "narration_test.moc"
