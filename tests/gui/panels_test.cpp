#include "support/suite.h"

#include "scenario/scenario.h"
#include "ui/charts/waiting_chart.h"
#include "ui/compose/composer.h"
#include "ui/inspector/gathering.h"
#include "ui/inspector/inspector.h"
#include "ui/inspector/journey.h"
#include "ui/inspector/letter_content.h"
#include "ui/inspector/letter_panel.h"
#include "ui/inspector/transcript.h"
#include "ui/sandbox/mail_settings.h"
#include "ui/wording/language.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalSpy>

using namespace mailtown;

namespace {

Scenario shipped(const char* name) {
    auto scenario = loadScenario(std::filesystem::path(MAILTOWN_SOURCE_DIR "/scenarios") / name);
    return scenario ? std::move(*scenario) : Scenario{};
}

const LetterId first{0};

std::vector<JourneyStep> journeyAt(Session& session, Time at) {
    session.seek(at);
    const Playback playback(session);
    Gathering records;
    records.read(session, [](const Record& record) { return tellsOf(record, first); });
    return journeyOf(playback, first, records.shown(session));
}

} // namespace

class PanelsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { wording::setLanguage(QStringLiteral("en")); }

    void aJourneyFoldsTheTriesBetween() {
        Session session(shipped("maintenance.yaml"));
        const auto steps = journeyAt(session, 12 * hour);
        std::vector<JourneyStep> failed;
        for (const JourneyStep& step : steps)
            if (step.mark == JourneyStep::Mark::Failed) failed.push_back(step);
        QCOMPARE(failed.size(), 2u);
        QCOMPARE(failed[0].text, QStringLiteral("1st try: the door was shut"));
        QVERIFY(failed[0].more.isEmpty());
        QVERIFY2(failed[1].more.contains(QStringLiteral("tries between")), qPrintable(failed[1].more));
        QVERIFY(steps.back().text.contains(QStringLiteral("goes back to Aoki")));
        QVERIFY(steps.back().mark == JourneyStep::Mark::Coming);
    }

    void aJourneyEndsWhereItsLetterIs() {
        Session session(shipped("maintenance.yaml"));
        const auto steps = journeyAt(session, session.scenario().length);
        for (const JourneyStep& step : steps) QVERIFY(step.mark != JourneyStep::Mark::Coming);
        QVERIFY(std::any_of(steps.begin(), steps.end(), [](const JourneyStep& step) {
            return step.text.startsWith(QStringLiteral("In Sato’s letter box"));
        }));
        // Wound back, the journey is as short as it was.
        QVERIFY(journeyAt(session, 15 * minute + 10 * second).size() < steps.size());
    }

    void aTranscriptHoldsOneConnectionWithItsMeaning() {
        Session session(shipped("one-letter.yaml"));
        session.seek(session.scenario().length);
        ConnectionId posting;
        for (std::size_t i = 0; i < session.trace().size() && !posting; ++i)
            if (session.trace()[i].service == Service::Submission) posting = session.trace()[i].connection;
        QVERIFY(posting);
        Gathering records;
        records.read(session, [posting](const Record& record) { return record.connection == posting; });
        const Transcript whole = transcriptOf(session, records.shown(session), true);
        const Transcript folded = transcriptOf(session, records.shown(session), false);
        QVERIFY(folded.lines.size() < whole.lines.size());
        int lines = 0;
        for (const TranscriptLine& line : folded.lines) lines += std::max(1, line.folded);
        QCOMPARE(lines, int(whole.lines.size()));
        QVERIFY(!whole.open);
        bool recipient = false;
        for (const TranscriptLine& line : folded.lines)
            if (line.text.startsWith(QStringLiteral("RCPT TO:")))
                recipient = line.fromClient && !line.gloss.isEmpty();
        QVERIFY(recipient);
    }

    void theInspectorShowsTheHeroAndThenWhatIsChosen() {
        Session session(shipped("maintenance.yaml"));
        Playback playback(session);
        Appearance appearance;
        Inspector inspector(playback, appearance, nullptr);
        inspector.resize(540, 900);
        inspector.show();
        playback.seek(hour);
        const auto says = [&inspector](const QString& text) {
            for (const QLabel* label : inspector.findChildren<QLabel*>())
                if (label->isVisible() && label->text().contains(text)) return true;
            return false;
        };
        QVERIFY(says(QStringLiteral("Class trip on Friday")));
        QVERIFY(says(QStringLiteral("Waits on the shelf")));
        inspector.setHost(session.scenario().plan.find("fuji"));
        QVERIFY(says(QStringLiteral("<b>Closed.</b>")));
        wording::setLanguage(QStringLiteral("ja"));
        QCoreApplication::processEvents(); // a change of language is posted
        QVERIFY(says(QStringLiteral("富士局")));
        inspector.setLetter(first);
        playback.seek(session.scenario().length);
        QVERIFY(!says(QStringLiteral("再配達待ち")));
    }

    void theChartCountsWhatWaitsAndForgetsItWhenWoundBack() {
        Session session(shipped("maintenance.yaml"));
        Playback playback(session);
        Appearance appearance;
        WaitingChart chart(playback, appearance, nullptr);
        chart.resize(900, 120);
        const HostId sakura = session.scenario().plan.find("sakura");
        playback.seek(hour);
        QCOMPARE(chart.endLabel(sakura), QStringLiteral("Sakura 1"));
        playback.toEnd();
        QCOMPARE(chart.endLabel(sakura), QStringLiteral("Sakura 0"));
        playback.seek(0);
        QVERIFY(chart.endLabel(sakura).isEmpty());
    }

    void theComposerHandsOutALetterOrSaysWhatIsMissing() {
        Session session(shipped("maintenance.yaml"));
        Appearance appearance;
        Composer composer(session, appearance, nullptr);
        std::vector<Input> sent;
        connect(&composer, &Composer::sent, this, [&sent](const Input& input) { sent.push_back(input); });
        const auto edits = composer.findChildren<QLineEdit*>(QString(), Qt::FindDirectChildrenOnly);
        QCOMPARE(edits.size(), 2);
        auto* from = composer.findChild<QComboBox*>();
        from->setCurrentIndex(from->findText(QStringLiteral("mori@kita.example"), Qt::MatchContains));
        composer.send();
        QVERIFY(sent.empty()); // to nobody
        edits[0]->setText(QStringLiteral("sato@fuji.example, kim@"));
        composer.send();
        QVERIFY(sent.empty());
        edits[0]->setText(QStringLiteral("Ueda, sato@fuji.example, SATO"));
        edits[1]->setText(QStringLiteral("日曜"));
        composer.findChild<QPlainTextEdit*>()->setPlainText(QStringLiteral("Come!"));
        composer.send();
        QCOMPARE(sent.size(), 1u);
        const auto& letter = std::get<input::Send>(sent[0]);
        QVERIFY(letter.client == session.scenario().plan.find("mori-pc"));
        QCOMPARE(letter.to.size(), 2u); // Sato once
        QCOMPARE(letter.to[0].text(), std::string("ueda@sakura.example"));
        QCOMPARE(letter.subject, std::string("日曜"));
        // The town takes it.
        session.enter(sent[0]);
        session.seek(minute);
        QCOMPARE(session.town().letterCount(), 1u);
    }

    void settingsNameTheUsersOwnServers() {
        const Plan plan = shipped("maintenance.yaml").plan;
        const auto servers = serverPorts(plan, standardFirstPort);
        QVERIFY(bool(servers));
        const UserPlan* sato = plan.user(*Address::parse("sato@fuji.example"));
        QVERIFY(sato);
        const MailSettings settings = mailSettings(plan, *servers, *sato, Service::Imap);
        const auto value = [](const auto& side, int at) { return side[at].second; };
        QCOMPARE(value(settings.incoming, 1), QStringLiteral("3993")); // Fuji is the second office
        QCOMPARE(value(settings.outgoing, 1), QStringLiteral("3465"));
        QCOMPARE(value(settings.incoming, 3), QStringLiteral("sato@fuji.example"));
        QCOMPARE(value(settings.incoming, 4), QStringLiteral("fuji-sato"));
        const QString mutt = mailCommand(plan, *servers, *sato, Service::Pop3, MailClient::Mutt);
        QVERIFY2(mutt.contains(QStringLiteral("pops://sato%40fuji.example@127.0.0.1:3995")),
                 qPrintable(mutt));
        QVERIFY2(mutt.contains(QStringLiteral("set pop_pass=\"fuji-sato\"")), qPrintable(mutt));
    }
};

MAILTOWN_SUITE(PanelsTest)
#include "panels_test.moc"
