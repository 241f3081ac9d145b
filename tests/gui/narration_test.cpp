#include "support/suite.h"

#include "ui/playback/playback.h"
#include "ui/wording/language.h"
#include "ui/wording/narration.h"

#include <QDir>

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
        QVERIFY(told.filter(QStringLiteral("the door is shut")).size() > 0);
        QVERIFY(told.filter(QStringLiteral("Fuji office opens again")).size() > 0);
    }
};
MAILTOWN_SUITE(NarrationTest)

} // namespace mailtown
#include "narration_test.moc"
