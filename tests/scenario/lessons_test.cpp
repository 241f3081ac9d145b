// Each shipped scenario ends as its lesson says.
#include "mail/charset.h"
#include "scenario/scenario.h"
#include "session/moment.h"
#include "support/suite.h"
#include "trace/statistics.h"

using namespace mailtown;

namespace {

struct Played {
    Scenario scenario;
    InputLists inputs;
    Moment moment;
    Trace trace;

    explicit Played(const char* name, std::string_view language = "en")
        : scenario(loadScenario(std::string(MAILTOWN_SOURCE_DIR "/scenarios/") + name + ".yaml", language)
                       .value()),
          inputs{scenario.timeline, {}}, moment(std::make_shared<const Plan>(scenario.plan)) {
        moment.runUntil(scenario.length, inputs, trace);
    }

    HostId host(std::string_view key) const { return scenario.plan.find(key); }
    std::size_t count(Kind kind, LetterId letter) const {
        std::size_t found = 0;
        for (std::size_t i = 0; i < trace.size(); ++i)
            found += trace[i].kind == kind && trace[i].letter == letter;
        return found;
    }
    Time when(Kind kind, LetterId letter) const { // the first time; `never` when it did not happen
        for (std::size_t i = 0; i < trace.size(); ++i)
            if (trace[i].kind == kind && trace[i].letter == letter) return trace[i].at;
        return never;
    }
    std::size_t inBox(std::string_view office, const char* user) const {
        return moment.town.mailStore(host(office)).mailbox(*Address::parse(user), "INBOX")->messages.size();
    }
    const MailProgram& home(std::string_view key) const { return moment.town.mailProgram(host(key)); }
    std::size_t waiting() const {
        std::size_t all = 0;
        for (std::uint32_t i = 0; i < scenario.plan.hosts.size(); ++i)
            all += moment.town.waitingCount(HostId{i});
        return all;
    }
};

constexpr LetterId first{0};

} // namespace

class LessonsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void oneLetterArrivesInItsFirstSeconds() {
        const Played town("one-letter");
        QCOMPARE(town.trace.countOf(Kind::LetterComposed), 1u);
        QVERIFY(town.when(Kind::LetterDelivered, first) < 5 * second);
        QCOMPARE(town.count(Kind::LetterDeferred, first), 0u);
        QCOMPARE(town.waiting(), 0u);
        // Sato's computer fetches it when Sato asks.
        QVERIFY(town.when(Kind::LetterFetched, first) > 20 * second);
        QCOMPARE(town.home("sato-pc").letters.size(), 1u);
        QCOMPARE(town.inBox("fuji", "sato@fuji.example"), 1u); // read by IMAP: it stays there
    }

    void theLetterheadIsInTheLettersLanguage() {
        const auto head = [](const char* language, const char* field) {
            return decodeHeaderText(
                Played("one-letter", language).moment.town.letter(first).message.field(field));
        };
        QCOMPARE(head("ja", "From"), std::string("青木 <aoki@sakura.example>"));
        QCOMPARE(head("ja", "To"), std::string("佐藤 <sato@fuji.example>"));
        QCOMPARE(head("en", "From"), std::string("Aoki <aoki@sakura.example>"));
    }

    void maintenanceKeepsLettersUntilFujiOpens() {
        const Played town("maintenance");
        Time opened = never;
        for (std::size_t i = 0; i < town.trace.size(); ++i)
            if (town.trace[i].kind == Kind::HostUp) opened = town.trace[i].at;
        QVERIFY(opened > 40 * hour && opened < 2 * day);
        // Postfix's schedule (between 300 s and 4000 s): 5 tries in the first 80 minutes, then one every 67.
        const std::size_t failed = town.count(Kind::LetterDeferred, first);
        QVERIFY2(failed > 40 && failed < 50, std::to_string(failed).c_str());
        const Time arrived = town.when(Kind::LetterDelivered, first);
        QVERIFY(arrived > opened && arrived < opened + 4010 * second);
        // Nobody else is held up, and what waited at Kita arrives too.
        QVERIFY(town.when(Kind::LetterDelivered, LetterId{1}) < 16 * hour);
        QVERIFY(town.when(Kind::LetterDelivered, LetterId{2}) > opened);
        QCOMPARE(town.trace.countOf(Kind::LetterDelivered), 3u);
        QCOMPARE(town.trace.countOf(Kind::LetterBounced), 0u);
        QCOMPARE(town.waiting(), 0u);
        QCOMPARE(town.home("sato-pc").letters.size(), 2u);
    }

    void neverDeliveredComesBackAfterFourDays() {
        const Played town("never-delivered");
        QCOMPARE(town.trace.countOf(Kind::LetterBounced), 1u);
        const Time returned = town.when(Kind::LetterBounced, first);
        QVERIFY(returned > 4 * day && returned < town.scenario.length);
        // Fuji is closed from the first moment: who reads the records alone learns it.
        QVERIFY(town.trace[0].kind == Kind::HostDown && town.trace[0].at == 0 &&
                town.trace[0].host == town.host("fuji"));
        QCOMPARE(town.count(Kind::LetterDelivered, first), 0u);
        QCOMPARE(town.inBox("sakura", "aoki@sakura.example"), 1u);
        QCOMPARE(town.home("aoki-pc").letters.size(), 1u); // Aoki reads why
        const Letter& report = town.moment.town.letter(LetterId{1});
        QVERIFY(report.report);
        QCOMPARE(report.about, first);
        QCOMPARE(town.waiting(), 0u);
    }

    void pop3TakesTheLetterHomeAndImapShowsItOnEveryDevice() {
        const Played town("pop3-and-imap");
        QCOMPARE(town.count(Kind::LetterDelivered, first), 2u);
        QVERIFY(town.when(Kind::LetterDelivered, first) < 5 * second);
        QCOMPARE(town.home("sato-pc").letters.size(), 1u);
        QCOMPARE(town.home("sato-phone").letters.size(), 0u);
        QCOMPARE(town.inBox("fuji", "sato@fuji.example"), 0u);
        QVERIFY(town.home("sato-phone").lastCheck != never); // it did look
        QCOMPARE(town.home("endo-pc").letters.size(), 1u);
        QCOMPARE(town.home("endo-phone").letters.size(), 1u);
        QCOMPARE(town.inBox("fuji", "endo@fuji.example"), 1u);
    }

    void theSameScenarioPlaysTheSame_data() {
        QTest::addColumn<QString>("name");
        for (const char* name : {"one-letter", "maintenance", "never-delivered", "pop3-and-imap"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }
    void theSameScenarioPlaysTheSame() {
        QFETCH(QString, name);
        const Played one(name.toLatin1().constData()), two(name.toLatin1().constData());
        QVERIFY(one.trace == two.trace);
        QVERIFY(one.moment.town == two.moment.town);
        const Played japanese(name.toLatin1().constData(), "ja");
        QCOMPARE(japanese.trace.countOf(Kind::LetterDelivered), one.trace.countOf(Kind::LetterDelivered));
        QVERIFY(!(japanese.trace == one.trace));
    }

    void theStatisticsCountWhatTheTownHolds_data() { theSameScenarioPlaysTheSame_data(); }
    void theStatisticsCountWhatTheTownHolds() {
        QFETCH(QString, name);
        const Played town(name.toLatin1().constData());
        Moment moment(std::make_shared<const Plan>(town.scenario.plan));
        Trace trace;
        Statistics statistics(town.scenario.plan.hosts.size());
        std::size_t read = 0;
        for (int i = 1; i <= 50; ++i) {
            moment.runUntil(town.scenario.length / 50 * i, town.inputs, trace);
            for (; read < trace.size(); ++read) statistics.add(trace[read]);
            for (std::uint32_t office = 0; office < town.scenario.plan.hosts.size(); ++office)
                QCOMPARE(statistics.of(HostId{office}).waiting(),
                         std::uint64_t(moment.town.waitingCount(HostId{office})));
        }
    }
};
MAILTOWN_SUITE(LessonsTest)
#include "lessons_test.moc"
