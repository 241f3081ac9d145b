#include "support/suite.h"

#include "ui/map/map_view.h"
#include "ui/shell/main_window.h"
#include "ui/shell/scenario_card.h"
#include "ui/shell/sentences.h"
#include "ui/shell/town_picture.h"
#include "ui/shell/welcome_page.h"
#include "ui/wording/language.h"

#include <QAction>
#include <QDialog>
#include <QDir>
#include <QPushButton>
#include <QScrollBar>

using namespace mailtown;

namespace {

QString shipped(const char* name) {
    return QStringLiteral(MAILTOWN_SOURCE_DIR "/scenarios/") + QLatin1String(name);
}

} // namespace

class WelcomeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { wording::setLanguage(QStringLiteral("en")); }

    void everyScenarioIsOnOneScreenWithItsPictureAndAWholeSentence_data() {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<QString>("language");
        for (const char* language : {"en", "ja"})
            for (const QSize size : {QSize(1280, 720), QSize(1920, 1080)})
                QTest::addRow("%s %d", language, size.width()) << size << QString::fromLatin1(language);
    }
    void everyScenarioIsOnOneScreenWithItsPictureAndAWholeSentence() {
        QFETCH(QSize, size);
        QFETCH(QString, language);
        wording::setLanguage(language);
        Appearance appearance;
        MainWindow window(appearance);
        window.resize(size);
        window.show();
        auto* page = window.findChild<WelcomePage*>();
        const auto cards = page->findChildren<ScenarioCard*>();
        QCOMPARE(cards.size(), 4);
        QTRY_VERIFY(std::all_of(cards.begin(), cards.end(), [](const auto* card) { return card->drawn(); }));
        QCOMPARE(page->verticalScrollBar()->maximum(), 0);
        for (const ScenarioCard* card : cards) {
            QVERIFY(page->viewport()->rect().contains(
                QRect(card->mapTo(page->viewport(), QPoint()), card->size())));
            const QString told = card->told();
            QVERIFY2(told.endsWith(u'.') || told.endsWith(u'。'), qPrintable(told));
        }
    }

    // Otherwise the pictures would be alike: the towns are.
    void everyScenarioIsShownAtAMomentOfItsOwn() {
        std::vector<std::tuple<Purpose, bool, bool>> seen;
        const QDir folder(QStringLiteral(MAILTOWN_SOURCE_DIR "/scenarios"));
        for (const QString& name : folder.entryList({QStringLiteral("*.yaml")})) {
            auto scenario = loadScenario(folder.filePath(name).toStdString());
            QVERIFY(bool(scenario));
            Session session(std::move(*scenario));
            Playback playback(session);
            playback.seek(tellingMoment(playback));
            const StoryMoment moment = playback.moment();
            QVERIFY(moment.movement);
            QVERIFY(moment.movement->at(playback.now()));
            const Movement& m = *moment.movement;
            seen.emplace_back(m.purpose, m.failed(), session.town().letter(m.letter).report);
        }
        std::sort(seen.begin(), seen.end());
        QVERIFY(std::adjacent_find(seen.begin(), seen.end()) == seen.end());
    }

    void escapeAndAButtonLeadBackToTheTown() {
        Appearance appearance;
        MainWindow window(appearance);
        window.show();
        auto* back = window.findChild<QPushButton*>(QStringLiteral("backToTown"));
        QVERIFY(back->isHidden()); // there is no town yet
        QVERIFY(window.open(shipped("one-letter.yaml")));
        auto* page = window.findChild<WelcomePage*>();
        window.showWelcome();
        QVERIFY(page->isVisible() && back->isVisible());
        QTest::keyClick(page, Qt::Key_Escape);
        QVERIFY(!page->isVisible() && window.findChild<MapView*>()->isVisible());
        window.showWelcome();
        back->click();
        QVERIFY(!page->isVisible() && window.findChild<MapView*>()->isVisible());
    }

    void nothingActsOnTheTownBehindTheScenarios() {
        Appearance appearance;
        MainWindow window(appearance);
        window.show();
        window.activateWindow();
        QVERIFY(window.open(shipped("one-letter.yaml")));
        window.showWelcome();
        for (const QAction* action : window.findChildren<QAction*>())
            if (action->shortcut() == QKeySequence(Qt::Key_W) ||
                action->shortcut() == QKeySequence(Qt::Key_N))
                QVERIFY2(!action->isEnabled(), qPrintable(action->text()));
        QTest::keyClick(&window, Qt::Key_Space);
        QVERIFY(!window.playback().playing());
        window.leaveWelcome();
        QTest::keyClick(window.findChild<MapView*>(), Qt::Key_Space);
        QVERIFY(window.playback().playing());
    }

    void sentencesEndWhereTheyEnd() {
        QCOMPARE(sentencesOf(QStringLiteral("Mail for fuji.example goes there. Why? It is written.")).size(),
                 3);
        QCOMPARE(sentencesOf(QStringLiteral("なくなることは ありません。届きます。")),
                 (QStringList{QStringLiteral("なくなることはありません。"), QStringLiteral("届きます。")}));
        const auto fits = [](const QString& text) { return text.size() < 12; };
        QCOMPARE(sentencesThatFit(QStringLiteral("One. Two. Three and more."), fits),
                 QStringLiteral("One. Two."));
        QCOMPARE(sentencesThatFit(QStringLiteral("A first sentence that is long. Two."), fits),
                 QStringLiteral("A first sentence that is long."));
    }
};

MAILTOWN_SUITE(WelcomeTest)
#include "welcome_test.moc"
