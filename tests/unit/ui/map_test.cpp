#include "scenario/scenario.h"
#include "support/suite.h"
#include "ui/map/labels.h"
#include "ui/map/map_view.h"
#include "ui/map/terrain.h"
#include "unit/ui/town_fixture.h"

#include <QDir>
#include <QImage>
#include <QSignalSpy>

#include <set>

using namespace mailtown;
using namespace mailtown::test;

namespace {

const QString scenarios = QStringLiteral(MAILTOWN_SOURCE_DIR "/scenarios/");

Scenario load(const QString& name, const char* language = "en") {
    auto scenario = loadScenario((scenarios + name).toStdString(), language);
    if (!scenario) qFatal("%s", scenario.problems().front().text().c_str());
    return std::move(*scenario);
}

void everyScenario() {
    QTest::addColumn<QString>("name");
    for (const QString& name : QDir(scenarios).entryList({QStringLiteral("*.yaml")}))
        QTest::newRow(qPrintable(name)) << name;
}

} // namespace

// Where things are.
class MapLayoutTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyPairThatTalksIsJoinedByRoads_data() { everyScenario(); }
    void everyPairThatTalksIsJoinedByRoads() {
        QFETCH(QString, name);
        const Plan plan = load(name).plan;
        const Roads roads(plan);
        for (const LinkPlan& link : plan.links) {
            const HostId a = plan.find(link.a), b = plan.find(link.b);
            const bool asks =
                siteKind(plan, b) == SiteKind::Directory || siteKind(plan, a) == SiteKind::Directory;
            const Track& track = roads.track(a, b, asks ? Purpose::Ask : Purpose::Relay);
            const double near = 260;
            QVERIFY2(QLineF(track.at(0), siteOf(plan, a)).length() < near, link.a.c_str());
            QVERIFY2(QLineF(track.at(track.length()), siteOf(plan, b)).length() < near, link.b.c_str());
        }
    }

    void noRoadRunsThroughABuilding_data() { everyScenario(); }
    void noRoadRunsThroughABuilding() {
        QFETCH(QString, name);
        const Plan plan = load(name).plan;
        const Roads roads(plan);
        for (const Road& road : roads.all()) {
            const Track track(road.bends);
            for (double d = 0; d <= track.length(); d += 4)
                for (std::size_t i = 0; i < plan.hostCount(); ++i) {
                    const QRectF walls = buildingOf(plan, HostId{std::uint32_t(i)}).adjusted(6, 30, -6, -12);
                    QVERIFY2(!walls.contains(track.at(d)), plan.key(HostId{std::uint32_t(i)}).c_str());
                }
        }
    }

    // No slip is seen at another office's counter, or going through a house.
    void aSlipGoesToItsOfficeWithoutALongWayRound_data() { everyScenario(); }
    void aSlipGoesToItsOfficeWithoutALongWayRound() {
        QFETCH(QString, name);
        const Plan plan = load(name).plan;
        const Roads roads(plan);
        for (std::uint32_t i = 0; i < plan.hosts.size(); ++i) {
            const HostId office{i};
            if (siteKind(plan, office) != SiteKind::Office) continue;
            const Track& track = roads.track(plan.directory(), office, Purpose::Answer);
            const QPointF way = siteOf(plan, office) - siteOf(plan, plan.directory());
            QVERIFY2(track.length() < 2.5 * (std::abs(way.x()) + std::abs(way.y())),
                     plan.hosts[i].key.c_str());
            for (double d = 0; d <= track.length(); d += 4)
                for (std::uint32_t k = 0; k < plan.hostCount(); ++k) {
                    const QRectF walls = buildingOf(plan, HostId{k}).adjusted(6, 30, -6, -12);
                    QVERIFY2(!walls.contains(track.at(d)), plan.key(HostId{k}).c_str());
                }
        }
    }

    void districtsDoNotOverlap_data() { everyScenario(); }
    void districtsDoNotOverlap() {
        QFETCH(QString, name);
        const Plan plan = load(name).plan;
        const Terrain terrain = terrainOf(plan, Roads(plan));
        for (const District& a : terrain.districts)
            for (const District& b : terrain.districts) QVERIFY(&a == &b || !a.rect.intersects(b.rect));
    }

    void noTwoNamesCross_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("language");
        QTest::addColumn<QSize>("size");
        for (const QString& name : QDir(scenarios).entryList({QStringLiteral("*.yaml")}))
            for (const char* language : {"en", "ja"})
                for (const QSize size : {QSize(880, 350), QSize(1380, 702), QSize(1920, 1080)})
                    QTest::addRow("%s %s %d", qPrintable(name), language, size.width())
                        << name << QString::fromLatin1(language) << size;
    }
    void noTwoNamesCross() {
        QFETCH(QString, name);
        QFETCH(QString, language);
        QFETCH(QSize, size);
        const Plan plan = load(name, qPrintable(language)).plan;
        std::vector<QString> names, seconds, shorts;
        for (std::size_t i = 0; i < plan.hostCount(); ++i) {
            const HostId host{std::uint32_t(i)};
            names.push_back(QString::fromStdString(plan.label(host).in(language.toStdString())));
            const UserPlan* user = plan.isClient(host) ? plan.user(plan.client(host).user) : nullptr;
            shorts.push_back(user ? QString::fromStdString(user->label.in(language.toStdString()))
                                  : names.back());
            seconds.push_back(siteKind(plan, host) == SiteKind::Office
                                  ? QString::fromStdString(plan.host(host).domains.front())
                                  : QString());
        }
        const Camera camera = Camera::fitting(terrainOf(plan, Roads(plan)).bounds, size, 16);
        Labels labels;
        labels.place(plan, camera, {}, names, seconds, shorts);
        for (const Label& a : labels.all()) {
            const SiteKind kind = siteKind(plan, a.host);
            QVERIFY2(!a.box.isEmpty(), qPrintable(names[a.host.index]));
            // Every name of a home is below it: nobody takes it for another's.
            QVERIFY2(kind != SiteKind::Home || a.box.center().y() > camera.toScreen(siteOf(plan, a.host)).y(),
                     qPrintable(names[a.host.index]));
            QVERIFY2(kind != SiteKind::Office || !a.power.isEmpty(), qPrintable(names[a.host.index]));
            for (const Label& b : labels.all()) QVERIFY(&a == &b || !a.box.intersects(b.box));
        }
    }
};

// What moves.
class MapSceneTest : public QObject {
    Q_OBJECT

    Plan plan = twoOffices();
    Roads roads{plan};
    std::vector<Face> faces;

    Movements movementsOf(Scribe& scribe) const {
        scribe.flush();
        Movements movements(&plan);
        movements.read(scribe.trace, 0, scribe.trace.size());
        return movements;
    }
    Scene at(const Movements& movements, Time now, Duration linger = 0) const {
        return sceneAt({plan, movements, roads, faces, now, linger, {}, false, 1});
    }

private Q_SLOTS:
    void aFailedTryStopsBeforeTheDoorIsMarkedAndComesBack() {
        Scribe scribe;
        maintenance(scribe, 30 * minute);
        const Movements movements = movementsOf(scribe);
        const Movement attempt = *movements.lastOf(firstLetter, 3 * minute);
        const double door = siteOf(plan, fuji).x() - footprint;
        const Scene stands = at(movements, attempt.turn - 1);
        QVERIFY(stands.hero.moves);
        QCOMPARE(stands.failures.size(), 1u);
        QVERIFY(stands.hero.mover.at.x() < door);
        QVERIFY(stands.failures.front().at.x() > stands.hero.mover.at.x());
        const Scene returns = at(movements, (attempt.turn + attempt.end) / 2);
        QVERIFY(returns.hero.mover.at.x() < stands.hero.mover.at.x());
        QVERIFY(!returns.hero.chevrons.empty());
        QVERIFY(!at(movements, attempt.end + second).hero.moves);
    }

    void theSameMomentIsTheSamePictureAfterWindingBack() {
        Scribe scribe;
        maintenance(scribe, 30 * minute);
        const Movements movements = movementsOf(scribe);
        const Time now = movements.lastOf(firstLetter, 3 * minute)->turn - 5 * millisecond;
        const QPointF first = at(movements, now).hero.mover.at;
        (void)at(movements, 20 * minute);
        QCOMPARE(at(movements, now).hero.mover.at, first);
    }

    void manyAlikeAreAStackAndVeryManyAStream_data() {
        QTest::addColumn<int>("letters");
        QTest::addColumn<bool>("stream");
        QTest::newRow("five") << 5 << false;
        QTest::newRow("sixty") << 60 << true;
    }
    void manyAlikeAreAStackAndVeryManyAStream() {
        QFETCH(int, letters);
        QFETCH(bool, stream);
        Scribe scribe;
        scribe.at(minute, Kind::ConnectionOpened, sakura, fuji).connection = ConnectionId{500};
        for (int i = 0; i <= letters; ++i) {
            const auto id = std::uint32_t(i);
            Record& open = scribe.at(minute + i * 100, Kind::ConnectionOpened, sakura, fuji);
            open.connection = ConnectionId{id}, open.service = Service::Smtp;
        }
        for (int i = 0; i <= letters; ++i) {
            const auto id = std::uint32_t(i);
            Record& relayed = scribe.at(minute + second + i * 100, Kind::LetterRelayed, sakura, fuji);
            relayed.letter = LetterId{id}, relayed.connection = ConnectionId{id};
        }
        const Movements movements = movementsOf(scribe);
        const Scene scene = at(movements, minute + second / 2);
        QVERIFY(scene.hero.moves);
        int shown = 0;
        for (const Mover& mover : scene.movers) shown += mover.count;
        for (const Stream& each : scene.streams) shown += each.count;
        QCOMPARE(shown, letters); // none is lost, the hero is never merged
        QCOMPARE(!scene.streams.empty(), stream);
        QVERIFY(stream || scene.movers.size() == 1);
    }

    void aQuickMovementStaysInSightAwayFromStorySpeed() {
        Scribe scribe;
        scribe.post(minute);
        const Movements movements = movementsOf(scribe);
        QVERIFY(!at(movements, minute + 30 * second).hero.moves);
        QVERIFY(at(movements, minute + 30 * second, minute).hero.moves);
    }
};

// Pointing at it.
class MapViewTest : public QObject {
    Q_OBJECT

    struct Shown {
        Session session{load(QStringLiteral("one-letter.yaml"))};
        Playback playback{session};
        Appearance appearance;
        MapView view{playback, appearance};
        Shown() {
            view.resize(1380, 702);
            view.grab(); // painted once: names and switches have their places
        }
    };

private Q_SLOTS:
    void oneClickOnASwitchAsksForTheOtherState() {
        Shown shown;
        const HostId office = shown.session.town().plan().find("fuji");
        QVERIFY(office.valid());
        QSignalSpy asked(&shown.view, &MapView::requestSwitch);
        const QPoint at = shown.view.switchOf(office).center().toPoint();
        QTest::mouseClick(&shown.view, Qt::LeftButton, {}, at);
        QCOMPARE(asked.size(), 1);
        QVERIFY(asked[0][0].value<HostId>() == office);
        QCOMPARE(asked[0][1].toBool(), false);
        shown.playback.enter(input::SwitchOff{office});
        QTest::mouseClick(&shown.view, Qt::LeftButton, {}, at);
        QCOMPARE(asked[1][1].toBool(), true);
    }

    void aClickOnAnOfficeChoosesItAndLeavesSpaceToTheWindow() {
        Shown shown;
        const HostId office = shown.session.town().plan().find("sakura");
        QSignalSpy chosen(&shown.view, &MapView::hostClicked), asked(&shown.view, &MapView::requestSwitch);
        QTest::mouseClick(&shown.view, Qt::LeftButton, {}, shown.view.placeOf(office).center().toPoint());
        QCOMPARE(chosen.size(), 1);
        QVERIFY(chosen[0][0].value<HostId>() == office);
        QTest::keyClick(&shown.view, Qt::Key_Space);
        QCOMPARE(asked.size(), 0);
    }

    void theKeyboardAloneReachesEverySwitch() {
        Shown shown;
        const Plan& plan = shown.session.town().plan();
        QSignalSpy chosen(&shown.view, &MapView::hostClicked), asked(&shown.view, &MapView::requestSwitch);
        std::set<HostId> reached;
        const auto go = [&](Qt::Key key) {
            for (std::size_t i = 0; i < plan.hostCount(); ++i) {
                QTest::keyClick(&shown.view, key);
                QTest::keyClick(&shown.view, Qt::Key_Return);
                QTest::keyClick(&shown.view, Qt::Key_Space);
            }
        };
        for (const Qt::Key key : {Qt::Key_Right, Qt::Key_Down, Qt::Key_Left, Qt::Key_Up}) go(key);
        for (const QList<QVariant>& each : asked) reached.insert(each[0].value<HostId>());
        for (std::uint32_t i = 0; i < plan.hosts.size(); ++i)
            if (siteKind(plan, HostId{i}) == SiteKind::Office)
                QVERIFY2(reached.contains(HostId{i}), plan.hosts[i].key.c_str());
        QVERIFY(chosen.size() > 0);
    }

    void aClickOnTheLetterUnderWayChoosesIt() {
        Shown shown;
        const Movement* relay = nullptr;
        for (const Movement& m : shown.playback.movements().all())
            if (m.purpose == Purpose::Relay) relay = &m;
        QVERIFY(relay);
        const LetterId letter = relay->letter;
        shown.playback.seek((relay->start + relay->turn) / 2);
        shown.view.grab();
        const Plan& plan = shown.session.town().plan();
        const QRectF from = shown.view.placeOf(plan.find("sakura")),
                     to = shown.view.placeOf(plan.find("fuji"));
        QSignalSpy chosen(&shown.view, &MapView::letterClicked);
        // Half of the time is half of the way, on the road before the fronts.
        const QPoint middle(int((from.center().x() + to.center().x()) / 2), int(from.bottom()) + 8);
        QTest::mouseClick(&shown.view, Qt::LeftButton, {}, middle);
        QCOMPARE(chosen.size(), 1);
        QVERIFY(chosen[0][0].value<LetterId>() == letter);
    }

    void aLetterThatIsChosenIsRinged() {
        Shown shown;
        shown.playback.toEnd();
        const LetterId hero = shown.playback.hero();
        QVERIFY(hero.valid());
        const QImage plain = shown.view.grab().toImage();
        shown.view.selectLetter(hero);
        QVERIFY(shown.view.grab().toImage() != plain);
        shown.view.selectLetter({});
        QVERIFY(shown.view.grab().toImage() == plain);
    }

    void windingBackPaintsTheVerySamePicture() {
        Shown shown;
        const Movement first = shown.playback.movements().all().front();
        shown.playback.seek((first.start + first.turn) / 2);
        const QImage before = shown.view.grab().toImage();
        shown.playback.toEnd();
        QVERIFY(shown.view.grab().toImage() != before);
        shown.playback.seek((first.start + first.turn) / 2);
        QVERIFY(shown.view.grab().toImage() == before);
    }

    void zoomedInItCanBeDraggedAndFittedAgain() {
        Shown shown;
        const HostId office = shown.session.town().plan().find("sakura");
        const QRectF fitted = shown.view.placeOf(office);
        shown.view.zoomIn();
        QVERIFY(shown.view.placeOf(office).width() > fitted.width());
        shown.view.fit();
        QCOMPARE(shown.view.placeOf(office), fitted);
    }
};

Q_DECLARE_METATYPE(mailtown::HostId)
Q_DECLARE_METATYPE(mailtown::LetterId)

MAILTOWN_SUITE(MapLayoutTest)
MAILTOWN_SUITE(MapSceneTest)
MAILTOWN_SUITE(MapViewTest)
#include "map_test.moc"
