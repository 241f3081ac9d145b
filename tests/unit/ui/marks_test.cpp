#include "scenario/scenario.h"
#include "support/suite.h"
#include "ui/timeline/marks.h"

using namespace mailtown;

class MarksTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void officesThatAreShutAtTheSameTimeAreBothShown() {
        auto scenario = loadScenario(MAILTOWN_SOURCE_DIR "/scenarios/maintenance.yaml");
        QVERIFY(scenario);
        Session session(std::move(*scenario));
        Marks marks;
        marks.update(session);
        QCOMPARE(marks.outages().size(), std::size_t(1));
        QCOMPARE(marks.lanes(), 1);
        session.seek(25 * minute);
        const Plan& plan = session.scenario().plan;
        session.enter(input::SwitchOff{plan.find("sakura")});
        session.seek(50 * minute);
        session.enter(input::SwitchOn{plan.find("sakura")});
        session.seek(60 * minute);
        session.enter(input::SwitchOff{plan.find("kita")}); // Sakura's lane is free again
        session.seek(61 * minute);
        marks.update(session);
        QCOMPARE(marks.outages().size(), std::size_t(3));
        QCOMPARE(marks.lanes(), 2);
        QCOMPARE(marks.outages()[0].host, plan.find("fuji"));
        QCOMPARE(marks.outages()[0].lane, 0);
        QCOMPARE(marks.outages()[1].lane, 1);
        QCOMPARE(marks.outages()[2].lane, 1);
    }
};

MAILTOWN_SUITE(MarksTest)
#include "marks_test.moc"
