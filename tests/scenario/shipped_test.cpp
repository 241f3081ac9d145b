// Every shipped scenario is right, in every language it is told in.
#include "scenario/scenario.h"
#include "support/suite.h"

#include <filesystem>

using namespace mailtown;

class ShippedTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void isRightAndTellsAllInBothLanguages_data() {
        QTest::addColumn<QString>("file");
        for (const auto& entry : std::filesystem::directory_iterator(MAILTOWN_SOURCE_DIR "/scenarios"))
            if (entry.path().extension() == ".yaml")
                QTest::newRow(entry.path().filename().c_str())
                    << QString::fromStdString(entry.path().string());
    }
    void isRightAndTellsAllInBothLanguages() {
        QFETCH(QString, file);
        const auto english = loadScenario(file.toStdString(), "en");
        const auto japanese = loadScenario(file.toStdString(), "ja");
        QVERIFY2(english.ok(), english.ok() ? "" : english.problem().text().c_str());
        QVERIFY2(japanese.ok(), japanese.ok() ? "" : japanese.problem().text().c_str());
        const auto inBoth = [](const Text& text) {
            return text.byLanguage.contains("en") && text.byLanguage.contains("ja") &&
                   text.in("en") != text.in("ja");
        };
        QVERIFY(inBoth(english->title));
        QVERIFY(inBoth(english->description));
        const Plan& plan = english->plan;
        for (std::size_t i = 0; i < plan.hostCount(); ++i) {
            const HostId id{std::uint32_t(i)};
            QVERIFY2(inBoth(plan.label(id)), plan.key(id).c_str());
        }
        for (const DomainPlan& domain : plan.domains) QVERIFY2(inBoth(domain.label), domain.name.c_str());
        for (const UserPlan& user : plan.users) QVERIFY2(inBoth(user.label), user.address.text().c_str());
        QCOMPARE(english->timeline.size(), japanese->timeline.size());
        int letters = 0;
        for (std::size_t i = 0; i < english->timeline.size(); ++i) {
            const auto* const first = std::get_if<input::Send>(&english->timeline[i].input);
            if (!first) continue;
            const auto& second = std::get<input::Send>(japanese->timeline[i].input);
            QVERIFY(first->subject != second.subject && !first->subject.empty());
            QVERIFY(first->body != second.body && !first->body.empty());
            ++letters;
        }
        QVERIFY(letters > 0);
        QVERIFY(english->length >= english->timeline.back().at);
    }
};
MAILTOWN_SUITE(ShippedTest)
#include "shipped_test.moc"
