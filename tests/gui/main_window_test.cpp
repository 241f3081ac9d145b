#include "support/suite.h"

#include "mail/charset.h"
#include "ui/inspector/inspector.h"
#include "ui/map/map_view.h"
#include "ui/sandbox/sandbox_panel.h"
#include "ui/shell/main_window.h"
#include "ui/shell/narration_line.h"
#include "ui/timeline/time_panel.h"
#include "ui/timeline/transport.h"
#include "ui/wording/language.h"

#include <QAction>
#include <QComboBox>
#include <QDragEnterEvent>
#include <QLabel>
#include <QMessageBox>
#include <QMimeData>
#include <QTemporaryDir>
#include <QToolBar>
#include <QToolButton>

namespace mailtown {
namespace {

QString shipped(const char* name) {
    return QStringLiteral(MAILTOWN_SOURCE_DIR "/scenarios/") + QLatin1String(name);
}

// The same but for a few pixels at the edges of shapes, whose smoothing depends on what was painted before.
bool nearlyAlike(const QImage& a, const QImage& b) {
    if (a.size() != b.size()) return false;
    int other = 0;
    for (int y = 0; y < a.height(); ++y)
        for (int x = 0; x < a.width(); ++x) other += a.pixel(x, y) != b.pixel(x, y);
    return other < 100;
}

// The window as a person sees it, on a scenario.
struct Opened {
    explicit Opened(const char* name) : window(appearance) {
        window.resize(1280, 720);
        window.show();
        ok = window.open(shipped(name));
        map = window.findChild<MapView*>();
        narration = window.findChild<NarrationLine*>();
        window.grab(); // lays out and paints
    }
    Playback& playback() { return window.playback(); }
    const Town& town() { return playback().session().town(); }
    HostId host(const char* key) { return town().plan().find(key); }
    void clickSwitch(HostId host) {
        window.grab();
        QTest::mouseClick(map, Qt::LeftButton, {}, map->switchOf(host).center().toPoint());
    }

    Appearance appearance;
    MainWindow window;
    bool ok = false;
    MapView* map = nullptr;
    NarrationLine* narration = nullptr;
};

} // namespace

class MainWindowTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup() {
        wording::setLanguage(QStringLiteral("en"));
        wording::setVocabulary(wording::Vocabulary::Everyday);
    }

    void clickingAnOfficesSwitchClosesIt() {
        Opened it("one-letter.yaml");
        const HostId office = it.host("fuji");
        QVERIFY(!it.map->switchOf(office).isEmpty());
        it.clickSwitch(office);
        QVERIFY(!it.town().up(office));
        it.clickSwitch(office);
        QVERIFY(it.town().up(office));
    }

    // A class switches the receiving office off, watches the letter come back, winds back, and watches it
    // again.
    void aRetryIsSeenAndSeenAgainAfterWindingBack() {
        Opened it("one-letter.yaml");
        const HostId office = it.host("fuji");
        it.clickSwitch(office);
        const Movement* failed = nullptr;
        for (const Movement& each : it.playback().movements().all())
            if (each.purpose == Purpose::Relay && each.to == office && each.failed()) {
                failed = &each;
                break;
            }
        QVERIFY2(failed, "no letter has tried the shut office");
        const Time before = failed->start, standing = failed->turn - (failed->turn - failed->start) / 10;
        it.playback().seek(standing);
        QCOMPARE(it.playback().moment().phase, Phase::Standing);
        QVERIFY2(it.narration->sentence().contains(QStringLiteral("the door was shut")),
                 qPrintable(it.narration->sentence()));
        QCoreApplication::processEvents(); // the parts are laid out by an event
        const QImage first = it.window.grab().toImage();
        const Town then = it.town();
        it.playback().seek(before / 2);
        QVERIFY(it.narration->sentence().indexOf(QStringLiteral("the door was shut")) < 0);
        it.playback().seek(standing);
        QVERIFY(it.town() == then);
        QCoreApplication::processEvents();
        QVERIFY(nearlyAlike(it.window.grab().toImage(), first));
    }

    void windingBackShowsTheSameTown() {
        Opened it("one-letter.yaml");
        it.playback().seek(it.playback().length() / 2);
        const Town then = it.town();
        it.playback().toEnd();
        it.playback().seek(it.playback().length() / 2);
        QVERIFY(it.town() == then);
    }

    void spacePlaysAndPauses() {
        Opened it("one-letter.yaml");
        QTest::keyClick(it.map, Qt::Key_Space);
        QVERIFY(it.playback().playing());
        QTest::keyClick(it.map, Qt::Key_Space);
        QVERIFY(!it.playback().playing());
    }

    void afterAClickOnAnOfficeSpaceStillPlays() {
        Opened it("one-letter.yaml");
        const HostId office = it.host("fuji");
        QTest::mouseClick(it.map, Qt::LeftButton, {}, it.map->placeOf(office).center().toPoint());
        QTest::keyClick(it.map, Qt::Key_Space);
        QVERIFY(it.playback().playing());
        QVERIFY(it.town().up(office));
    }

    void aFileThatIsWrongIsToldAndTheTownStays() {
        Opened it("one-letter.yaml");
        QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("wrong.yaml")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("mailtown: 1\nhots:\n  a: {}\n");
        file.close();
        const TownPage* before = it.window.town();
        QVERIFY(!it.window.open(file.fileName()));
        QCOMPARE(it.window.town(), before);
        const auto* box = it.window.findChild<QMessageBox*>(QStringLiteral("problems"));
        QVERIFY(box);
        for (const auto& told : {QStringLiteral("wrong.yaml"), QStringLiteral("Line 2, column 1: ")})
            QVERIFY2(box->informativeText().contains(told), qPrintable(box->informativeText()));
    }

    void aDroppedFileIsOpened() {
        Opened it("one-letter.yaml");
        QMimeData dropped;
        dropped.setUrls({QUrl::fromLocalFile(shipped("maintenance.yaml"))});
        QDragEnterEvent enters(QPoint(100, 100), Qt::CopyAction, &dropped, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&it.window, &enters);
        QVERIFY(enters.isAccepted());
        QDropEvent drops(QPointF(100, 100), Qt::CopyAction, &dropped, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&it.window, &drops);
        QVERIFY(it.window.windowTitle().contains(QStringLiteral("Maintenance")));
    }

    void theSandboxOpensBesideTheMapAndClosesAgain() {
        Opened it("maintenance.yaml");
        QAction* toggle = nullptr;
        for (QAction* action : it.window.findChildren<QAction*>())
            if (action->shortcut() == QKeySequence(Qt::CTRL | Qt::Key_B)) toggle = action;
        QVERIFY(toggle);
        auto* inspector = it.window.findChild<Inspector*>();
        toggle->trigger();
        auto* sandbox = it.window.findChild<SandboxPanel*>();
        QVERIFY(sandbox);
        it.window.grab(); // lays out
        QVERIFY(sandbox->isVisible() && !sandbox->isWindow() && !inspector->isVisible());
        QVERIFY(it.map->isVisible() && it.map->width() >= 560);
        QVERIFY(it.map->mapTo(&it.window, QPoint(it.map->width(), 0)).x() <=
                sandbox->mapTo(&it.window, QPoint()).x());
        // What one types into a mail program is seen without scrolling.
        for (const QLabel* label : sandbox->findChildren<QLabel*>())
            if (label->text() == u"User name" || label->text() == u"Password")
                QVERIFY2(sandbox->rect().contains(QRect(label->mapTo(sandbox, QPoint()), label->size())),
                         qPrintable(label->text()));
        toggle->trigger();
        QVERIFY(!sandbox->isVisible() && inspector->isVisible());
    }

    void inALowWindowTheMapHasTheLargerPart() {
        Opened it("one-letter.yaml");
        auto* panel = it.window.findChild<TimePanel*>();
        QCoreApplication::processEvents(); // the parts are laid out by an event
        QCOMPARE(panel->height(), 180);
        QVERIFY2(it.map->height() >= 374, qPrintable(QString::number(it.map->height())));
        it.window.resize(1920, 1080);
        it.window.grab();
        QCOMPARE(panel->height(), 214);
    }

    void inStorySpeedTheBoxShowsThePaceOfTheMoment() {
        Opened it("maintenance.yaml");
        const auto* box = it.window.findChild<Transport*>()->findChild<QComboBox*>();
        const Movement first = it.playback().movements().all().front();
        it.playback().seek(first.start + (first.turn - first.start) / 2);
        const QString slow = box->placeholderText();
        it.playback().seek(12 * hour + 30 * minute); // the letter waits
        QCOMPARE(box->currentIndex(), -1);
        QVERIFY(box->placeholderText() != slow);
        it.playback().setSpeed(60);
        QCOMPARE(box->currentText(), QStringLiteral("1 min / s"));
    }

    void theLanguageChangesWhileTheTownGoesOn() {
        Opened it("maintenance.yaml");
        it.playback().seek(it.playback().length() / 3);
        const Time then = it.playback().now();
        const QString english = it.narration->sentence();
        wording::setLanguage(QStringLiteral("ja"));
        QCoreApplication::processEvents(); // the widgets are told by an event
        QCOMPARE(it.playback().now(), then);
        QVERIFY(it.narration->sentence() != english);
        QVERIFY(it.window.windowTitle().contains(QStringLiteral("メンテナンス")));
        wording::setLanguage(QStringLiteral("en"));
        QCoreApplication::processEvents();
        QCOMPARE(it.narration->sentence(), english);
    }

    // Its letters, names and reports too; what somebody has done is not thrown away for it.
    void aTownThatNobodyTouchedIsToldInTheNewLanguage() {
        Opened it("maintenance.yaml");
        QAction* japanese = nullptr;
        for (QAction* each : it.window.findChildren<QAction*>())
            if (each->data() == QStringLiteral("ja")) japanese = each;
        QVERIFY(japanese);
        it.playback().seek(hour);
        const auto subject = [&] { return it.town().letter(LetterId{0}).message.field("Subject"); };
        const std::string english = subject();
        QCOMPARE(english, std::string("Class trip on Friday"));
        japanese->trigger();
        QCOMPARE(it.playback().now(), hour);
        QCOMPARE(decodeHeaderText(subject()), std::string("金曜日の遠足"));
        QAction* back = nullptr;
        for (QAction* each : it.window.findChildren<QAction*>())
            if (each->data() == QStringLiteral("en")) back = each;
        it.playback().enter(input::SwitchOn{it.host("fuji")});
        back->trigger();
        QCOMPARE(decodeHeaderText(subject()), std::string("金曜日の遠足"));
        QCOMPARE(it.playback().now(), hour);
    }

    void theToolBarSaysWhatItsButtonsAreWhereThereIsRoom() {
        Opened it("maintenance.yaml");
        auto* bar = it.window.findChild<QToolBar*>();
        for (const char* language : {"en", "ja"}) {
            wording::setLanguage(QString::fromLatin1(language));
            for (const int width : {1920, 1280, 800}) {
                it.window.resize(width, 720);
                for (int i = 0; i < 5; ++i) QCoreApplication::processEvents();
                if (width >= 1280) QCOMPARE(bar->toolButtonStyle(), Qt::ToolButtonTextBesideIcon);
                for (const QToolButton* button : bar->findChildren<QToolButton*>())
                    if (button->defaultAction())
                        QVERIFY2(button->isVisible(), qPrintable(button->defaultAction()->text()));
            }
        }
    }
};
MAILTOWN_SUITE(MainWindowTest)

} // namespace mailtown
#include "main_window_test.moc"
