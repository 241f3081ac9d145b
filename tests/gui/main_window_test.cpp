#include "support/suite.h"

#include "ui/map/map_view.h"
#include "ui/shell/main_window.h"

#include <QAction>

namespace mailtown {

class MainWindowTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void clickingAnOfficesSwitchClosesIt() {
        auto scenario = loadScenario(MAILTOWN_SOURCE_DIR "/scenarios/one-letter.yaml");
        QVERIFY(bool(scenario));
        Appearance appearance;
        MainWindow window(std::move(*scenario), appearance);
        window.show();
        auto* map = window.findChild<MapView*>();
        QVERIFY(map);
        window.grab();
        const Town& town = window.playback().session().town();
        for (std::uint32_t i = 0; i < town.plan().hosts.size(); ++i) {
            const QRectF place = map->switchOf(HostId{i});
            if (place.isEmpty()) continue;
            QVERIFY(town.up(HostId{i}));
            QTest::mouseClick(map, Qt::LeftButton, {}, place.center().toPoint());
            QVERIFY(!window.playback().session().town().up(HostId{i}));
            return;
        }
        QFAIL("no office has a switch");
    }

    void windingBackShowsTheSameTown() {
        auto scenario = loadScenario(MAILTOWN_SOURCE_DIR "/scenarios/one-letter.yaml");
        QVERIFY(bool(scenario));
        Appearance appearance;
        MainWindow window(std::move(*scenario), appearance);
        Playback& playback = window.playback();
        playback.seek(playback.length() / 2);
        const Town then = playback.session().town();
        playback.toEnd();
        playback.seek(playback.length() / 2);
        QVERIFY(playback.session().town() == then);
    }

    void playActionPlaysAndPauses() {
        auto scenario = loadScenario(MAILTOWN_SOURCE_DIR "/scenarios/one-letter.yaml");
        QVERIFY(bool(scenario));
        Appearance appearance;
        MainWindow window(std::move(*scenario), appearance);
        auto* play = window.findChild<QAction*>(QStringLiteral("play"));
        QVERIFY(play);
        play->trigger();
        QVERIFY(window.playback().playing());
        play->trigger();
        QVERIFY(!window.playback().playing());
    }
};
MAILTOWN_SUITE(MainWindowTest)

} // namespace mailtown
#include "main_window_test.moc"
