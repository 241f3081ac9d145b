#include "support/suite.h"

#include "scenario/scenario.h"
#include "ui/inspector/gathering.h"
#include "ui/inspector/host_panel.h"
#include "ui/inspector/host_tables.h"
#include "ui/inspector/inspector.h"
#include "ui/inspector/journey.h"
#include "ui/inspector/journey_view.h"
#include "ui/inspector/transcript_view.h"
#include "ui/wording/language.h"
#include "ui/wording/when.h"

#include <QDir>
#include <QImage>
#include <QLabel>
#include <QScreen>
#include <QTemporaryDir>
#include <QTreeWidget>

using namespace mailtown;

namespace {

Scenario shipped(const QString& name) {
    auto scenario = loadScenario((QStringLiteral(MAILTOWN_SOURCE_DIR "/scenarios/") + name).toStdString());
    return scenario ? std::move(*scenario) : Scenario{};
}

// What the inspector says of a letter at the shown moment.
struct Said {
    Said(const Playback& playback, LetterId letter) {
        Gathering records;
        records.read(playback.session(), [letter](const Record& r) { return tellsOf(r, letter); });
        const auto shown = records.shown(playback.session());
        steps = journeyOf(playback, letter, shown);
        state = stateOf(playback, letter, shown);
    }
    QString texts() const {
        QStringList all;
        for (const JourneyStep& step : steps) all += step.text;
        return all.join(u'\n');
    }
    const JourneyStep* now() const {
        const int at = presentStep(steps);
        return at < 0 ? nullptr : &steps[std::size_t(at)];
    }
    std::vector<JourneyStep> steps;
    QString state;
};

const LetterId first{0};

const TranscriptView* transcriptIn(const QWidget& inspector) { // each of its panels has one
    for (const TranscriptView* each : inspector.findChildren<TranscriptView*>())
        if (each->isVisible()) return each;
    return nullptr;
}

// Fuji's office is shut, its neighbour takes letters for it: written with the worse exchange first.
constexpr const char* standIn = R"(mailtown: 1
title: Stand-in
start: 2026-06-01 09:00 +0900
length: 2m
hosts:
  sakura: {domains: [sakura.example]}
  fuji: {domains: [fuji.example], up: false}
  back: {roles: [relay], hostname: mail.back.example, label: Back office}
domains:
  sakura.example: {label: {en: Sakura, ja: さくら}}
  fuji.example: {label: {en: Fuji, ja: 富士}}
users:
  aoki@sakura.example: {label: Aoki, password: a}
  ueda@sakura.example: {label: Ueda, password: u}
  sato@fuji.example: {label: Sato, password: s}
clients:
  aoki-pc: {user: aoki@sakura.example, check-every: never}
  sato-pc: {user: sato@fuji.example, check-every: never}
dns:
  fuji.example:
    records:
      - {type: MX, data: 20 mail.back.example}
      - {type: MX, data: 10 mail.fuji.example}
timeline:
  - {at: 2s, send: {from: aoki@sakura.example, to: [sato@fuji.example], subject: Hello, body: Hello}}
)";

} // namespace

class InspectorTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup() {
        wording::setLanguage(QStringLiteral("en"));
        wording::setVocabulary(wording::Vocabulary::Everyday);
    }

    // At each stage of each movement: the journey's present step and the line on how the letter stands say
    // what the map shows.
    void panelAndPictureTellOneStory_data() {
        QTest::addColumn<QString>("file");
        const QDir folder(QStringLiteral(MAILTOWN_SOURCE_DIR "/scenarios"));
        for (const QString& name : folder.entryList({QStringLiteral("*.yaml")}))
            QTest::newRow(qPrintable(name)) << name;
    }
    void panelAndPictureTellOneStory() {
        QFETCH(QString, file);
        Session session(shipped(file));
        Playback playback(session);
        const std::vector<Movement> all = playback.movements().all();
        for (const Movement& each : all) {
            if (!each.letter) continue;
            for (const double share : {0.3, 0.9}) {
                playback.seek(each.start + Time(double(each.turn - each.start) * share));
                const StoryMoment moment = momentOf(playback, each.letter);
                if (!moment.movement || moment.movement->start != each.start ||
                    moment.phase == Phase::Arrived || each.letter.index >= session.town().letterCount())
                    continue;
                const Said said(playback, each.letter);
                const QString told = said.state + u'\n' + said.texts();
                if (each.purpose == Purpose::Look) { // of a letter that has left
                    QVERIFY2(!said.state.contains(QStringLiteral("Stands before")), qPrintable(told));
                    continue;
                }
                QVERIFY2(said.now(), qPrintable(told));
                QVERIFY2(said.now()->mark == JourneyStep::Mark::Now, qPrintable(told));
                const QString nth = wording::nthTry(each.tryNumber);
                if (moment.phase == Phase::Standing) {
                    QVERIFY2(said.state.contains(QStringLiteral("Stands before")), qPrintable(told));
                    if (each.outcome == Outcome::Refused)
                        QVERIFY2(said.now()->text.contains(QStringLiteral("the door was shut")),
                                 qPrintable(told));
                } else if (each.purpose == Purpose::Relay) {
                    QVERIFY2(said.state.contains(QStringLiteral("On the road to")), qPrintable(told));
                    QVERIFY2(said.state.contains(nth), qPrintable(told));
                    QCOMPARE(said.now()->text, nth + QStringLiteral(": on the road"));
                } else if (each.purpose == Purpose::Ask) {
                    QVERIFY2(said.state.contains(QStringLiteral("directory")), qPrintable(told));
                    QVERIFY2(said.now()->text.contains(QStringLiteral("directory")), qPrintable(told));
                }
                QVERIFY2(!told.contains(QStringLiteral("in 0 ")), qPrintable(told));
            }
        }
    }

    // Fuji has opened, and the letter still waits for its next try.
    void aReasonThatHasPassedIsNotToldAsPresent() {
        Session session(shipped(QStringLiteral("maintenance.yaml")));
        Playback playback(session);
        const HostId fuji = session.scenario().plan.find("fuji");
        const auto& all = playback.movements().all();
        const auto last = std::find_if(all.rbegin(), all.rend(), [&](const Movement& m) {
            return m.letter == first && m.purpose == Purpose::Relay && !m.failed();
        });
        QVERIFY(last != all.rend());
        for (const Time at : {last->start - minute, last->start + (last->turn - last->start) / 3}) {
            playback.seek(at);
            QVERIFY(session.town().up(fuji));
            const Said said(playback, first);
            QVERIFY2(said.state.contains(QStringLiteral("Fuji office has opened again")),
                     qPrintable(said.state));
            QVERIFY2(!said.state.contains(QStringLiteral("closed")), qPrintable(said.state));
        }
    }

    void theLastTryIsToldToBeTheLast() {
        Session session(shipped(QStringLiteral("never-delivered.yaml")));
        Playback playback(session);
        const Movement* last = nullptr;
        for (const Movement& m : playback.movements().all())
            if (m.letter == first && m.purpose == Purpose::Relay) last = &m;
        QVERIFY(last && last->next == never);
        playback.seek(last->start + (last->turn - last->start) / 3);
        const Said said(playback, first);
        QVERIFY2(said.state.contains(QStringLiteral("If this try fails, the letter goes back to Aoki")),
                 qPrintable(said.state));
    }

    void ofTwoExchangesTheBetterIsNamedAndAShutDoorOnTheWayIsTold() {
        QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("stand-in.yaml")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(standIn);
        file.close();
        auto scenario = loadScenario(file.fileName().toStdString());
        QVERIFY2(bool(scenario), scenario ? "" : scenario.problems().front().text().c_str());
        Session session(std::move(*scenario));
        Playback playback(session);
        playback.seek(30 * second);
        const QString told = Said(playback, first).texts();
        QVERIFY2(told.contains(QStringLiteral("mail for fuji.example goes to Fuji office")),
                 qPrintable(told));
        QVERIFY2(told.contains(QStringLiteral("1st try at Fuji office: the door was shut")),
                 qPrintable(told));
        QVERIFY2(told.contains(QStringLiteral("1st try: taken by Back office")), qPrintable(told));
    }

    void whatHappensOnceForTwoRecipientsIsToldOnce() {
        Session session(shipped(QStringLiteral("pop3-and-imap.yaml")));
        Playback playback(session);
        playback.seek(20 * second);
        const Said said(playback, first);
        QStringList texts;
        for (const JourneyStep& step : said.steps) {
            QVERIFY2(!texts.contains(step.text), qPrintable(step.text));
            texts += step.text;
        }
        QCOMPARE(texts.filter(QStringLiteral("letter box at")).size(), 2); // one each
    }

    // The clock fills on the shelf only: until then the letter walks.
    void aLetterThatWalksBackIsNotOnTheShelfYet() {
        Session session(shipped(QStringLiteral("maintenance.yaml")));
        Playback playback(session);
        int seen = 0;
        for (const Movement& m : std::vector<Movement>(playback.movements().all())) {
            if (m.letter != first || m.purpose != Purpose::Relay || m.end == m.turn) continue;
            playback.seek(m.turn + (m.end - m.turn) / 2);
            const QString back = Said(playback, first).state;
            QVERIFY2(back.contains(QStringLiteral("Comes back to Sakura office")), qPrintable(back));
            playback.seek(m.end + second);
            const QString there = Said(playback, first).state;
            QVERIFY2(there.contains(QStringLiteral("Waits on the shelf")), qPrintable(there));
            if (++seen == 3) break;
        }
        QCOMPARE(seen, 3);
    }

    // Between two tries nobody gives up: the promised time is that of the try after which it happens.
    void theReturnIsPromisedForTheTimeItComes() {
        Session session(shipped(QStringLiteral("never-delivered.yaml")));
        Playback playback(session);
        const Movement* last = nullptr;
        for (const Movement& m : playback.movements().all())
            if (m.letter == first && m.purpose == Purpose::Relay) last = &m;
        QVERIFY(last && last->gaveUp());
        const Time bounced = last->turn;
        const HostId sakura = session.scenario().plan.find("sakura");
        const Duration slack = 10 * second; // what its tries take, and no plan knows beforehand
        for (const Time at : {hour, day, 3 * day, bounced - hour}) {
            playback.seek(at);
            const auto waiting = session.town().waiting(sakura);
            QCOMPARE(waiting.size(), std::size_t(1));
            QCOMPARE(givesUpAt(playback, sakura, waiting[0]), bounced);
            QCOMPARE(Said(playback, first).steps.back().at, bounced);
        }
        // Nobody foresees it where the door will open: there it is the retry policy's answer.
        Session opens(shipped(QStringLiteral("maintenance.yaml")));
        Playback later(opens);
        later.seek(hour);
        const HostId office = opens.scenario().plan.find("sakura");
        const auto waiting = opens.town().waiting(office);
        QCOMPARE(waiting.size(), std::size_t(1));
        const Time due = waiting[0].queued + 5 * day, end = givesUpAt(later, office, waiting[0]);
        QVERIFY(end >= due && end < due + 4000 * second + slack);
    }

    void theTranscriptIsNotBehindThePicture() {
        Session session(shipped(QStringLiteral("maintenance.yaml")));
        Playback playback(session);
        Appearance appearance;
        Inspector inspector(playback, appearance, nullptr);
        inspector.resize(400, 632);
        inspector.show();
        const auto says = [&](const QString& words) {
            for (const QLabel* label : inspector.findChildren<QLabel*>())
                if (label->isVisible() && label->text().contains(words)) return true;
            return false;
        };
        bool stood = false, answered = false;
        for (const Movement& m : std::vector<Movement>(playback.movements().all())) {
            if (m.letter != first) continue;
            if (m.purpose == Purpose::Answer && !answered) {
                answered = true;
                playback.seek(m.start + (m.turn - m.start) / 2);
                const TranscriptView* lines = transcriptIn(inspector);
                QVERIFY(lines);
                QVERIFY2(lines->plainText().contains(QStringLiteral("10 mail.fuji.example")),
                         qPrintable(lines->plainText()));
            }
            if (m.purpose == Purpose::Relay && !stood) {
                stood = true;
                playback.seek(m.start + Time(double(m.turn - m.start) * 0.9));
                QVERIFY(says(QStringLiteral("nobody opened the door")));
                QVERIFY(!says(QStringLiteral("Nobody has answered yet")));
            }
        }
        QVERIFY(stood && answered);
    }

    void aLetterInTwoBoxesIsToldToBeInBoth() {
        Session session(shipped(QStringLiteral("pop3-and-imap.yaml")));
        Playback playback(session);
        playback.seek(10 * second);
        const QString state = Said(playback, first).state;
        QVERIFY2(state.contains(QStringLiteral("Sato and Endo")), qPrintable(state));
    }

    // The lesson of POP3, which no record of the letter tells.
    void aDeviceThatFindsTheBoxEmptyStandsInTheJourney() {
        Session session(shipped(QStringLiteral("pop3-and-imap.yaml")));
        Playback playback(session);
        playback.seek(70 * second);
        const Said said(playback, first);
        QVERIFY(said.now());
        QVERIFY2(said.now()->text.contains(QStringLiteral("phone finds the letter box empty")),
                 qPrintable(said.texts()));
        QVERIFY(said.now()->connection);
        playback.seek(150 * second);
        const Said later(playback, first);
        QCOMPARE(later.texts().count(QStringLiteral("finds the letter box empty")), 1);
        QVERIFY2(later.state.contains(QStringLiteral("Endo’s phone")), qPrintable(later.state));
    }

    // At the least window's width its title needs two lines.
    void theConversationsTitleIsShownWhole() {
        Session session(shipped(QStringLiteral("maintenance.yaml")));
        Playback playback(session);
        Appearance appearance;
        Inspector inspector(playback, appearance, nullptr);
        inspector.resize(400, 632);
        inspector.show();
        playback.seek(16 * minute);
        for (int i = 0; i < 5; ++i) QCoreApplication::processEvents();
        const QLabel* title = nullptr;
        for (const QLabel* label : inspector.findChildren<QLabel*>())
            if (label->text().contains(QStringLiteral("arrivals door"))) title = label;
        QVERIFY(title && title->isVisible());
        QVERIFY2(title->height() >= title->heightForWidth(title->width()),
                 qPrintable(QString::number(title->height())));
        QVERIFY(title->heightForWidth(title->width()) > title->fontMetrics().height() * 3 / 2);
    }

    // Homes look for mail every few minutes: two days of that would hide the tries.
    void callsWithoutNewsStandInOneRow() {
        Session session(shipped(QStringLiteral("maintenance.yaml")));
        session.seek(session.scenario().length);
        const HostId sakura = session.scenario().plan.find("sakura");
        Gathering records;
        records.read(session, [sakura](const Record& r) { return isLogged(r, sakura); });
        const HostTable log = logOf(session, records.shown(session));
        int folded = 0;
        for (std::size_t i = 0; i < log.rows.size(); ++i) {
            const QString& text = log.rows[i].cells[1];
            folded += text.contains(QStringLiteral(" times since "));
            if (i > 0 && text.contains(QStringLiteral("calls at")))
                QVERIFY2(text != log.rows[i - 1].cells[1], qPrintable(text));
        }
        QVERIFY(folded > 0);
    }

    void letterBoxesWithoutLettersHaveNoSenders() {
        Session session(shipped(QStringLiteral("one-letter.yaml")));
        const HostId fuji = session.scenario().plan.find("fuji");
        const HostTable none = holdingsOf(session, fuji);
        QCOMPARE(none.columns.size(), 2);
        QVERIFY(!none.rows.empty() && !none.rows[0].bold && none.rows[0].cells.size() == 2);
        session.seek(5 * second); // it lies there
        const HostTable one = holdingsOf(session, fuji);
        QCOMPARE(one.columns.size(), 3);
        QVERIFY(one.rows[0].bold);
    }

    // A time of day, a name or a number says nothing when it is cut; a sentence can wrap.
    void inANarrowPanelNothingOfATableIsCut_data() {
        QTest::addColumn<QString>("language");
        QTest::newRow("en") << QStringLiteral("en");
        QTest::newRow("ja") << QStringLiteral("ja");
    }
    void inANarrowPanelNothingOfATableIsCut() {
        QFETCH(QString, language);
        wording::setLanguage(language);
        Session session(shipped(QStringLiteral("maintenance.yaml")));
        session.seek(25 * minute);
        Appearance appearance;
        HostPanel panel(appearance, nullptr);
        panel.resize(400, 632);
        panel.show();
        panel.setHost(session.scenario().plan.find("sakura"));
        panel.refresh(session);
        for (const auto page : {HostPanel::Queue, HostPanel::Log, HostPanel::Holdings}) {
            panel.setPage(page);
            for (int i = 0; i < 5; ++i) QCoreApplication::processEvents();
            const QTreeWidget* list = nullptr;
            for (const QTreeWidget* each : panel.findChildren<QTreeWidget*>())
                if (each->isVisible()) list = each;
            QVERIFY(list && list->topLevelItemCount() > 0);
            for (int i = 0; i < list->topLevelItemCount(); ++i)
                for (int column = 0; column < list->columnCount(); ++column) {
                    const QTreeWidgetItem* item = list->topLevelItem(i);
                    const QFontMetrics metrics(item->font(column));
                    const int width = list->columnWidth(column) - 6; // the delegate's margins
                    const QRect text =
                        metrics.boundingRect(QRect(0, 0, width, 1000), Qt::TextWordWrap, item->text(column));
                    QVERIFY2(text.width() <= width, qPrintable(item->text(column)));
                    QVERIFY2(text.height() <= list->visualItemRect(item).height(),
                             qPrintable(item->text(column)));
                }
        }
    }

    void theJourneyEndsWithAWholeRow() {
        Session session(shipped(QStringLiteral("maintenance.yaml")));
        Playback playback(session);
        Appearance appearance;
        Inspector inspector(playback, appearance, nullptr);
        inspector.show();
        playback.seek(25 * minute);
        auto* journey = inspector.findChild<JourneyView*>();
        QVERIFY(journey);
        for (const int height : {632, 600, 575, 551}) {
            inspector.resize(400, height);
            for (int i = 0; i < 8; ++i) QCoreApplication::processEvents();
            const int bottom = journey->visibleRegion().boundingRect().bottom() + 1;
            QCOMPARE(journey->wholeAbove(bottom), bottom);
        }
    }

    void aConversationOpensAtItsLastLine() {
        Session session(shipped(QStringLiteral("one-letter.yaml")));
        Playback playback(session);
        Appearance appearance;
        Inspector inspector(playback, appearance, nullptr);
        inspector.resize(400, 500);
        inspector.show();
        playback.seek(3 * second);
        for (int i = 0; i < 8; ++i) QCoreApplication::processEvents();
        const TranscriptView* lines = transcriptIn(inspector);
        QVERIFY(lines);
        QVERIFY(lines->visibleRegion().boundingRect().height() < lines->height());
        QVERIFY(lines->visibleRegion().boundingRect().bottom() >= lines->minimumHeight() - 1);
    }

    // The first host's emblem must not stay when another is chosen.
    void eachHostHasItsOwnPicture() {
        Session session(shipped(QStringLiteral("maintenance.yaml")));
        const Plan& plan = session.scenario().plan;
        Appearance appearance;
        HostPanel panel(appearance, nullptr);
        panel.resize(540, 900);
        panel.show();
        std::vector<QImage> seen;
        for (const HostId host : {plan.find("sakura"), plan.find("fuji"), plan.directory()}) {
            panel.setHost(host);
            panel.refresh(session);
            QCoreApplication::processEvents(); // only what asked to be painted is
            const QImage picture = panel.screen()->grabWindow(panel.winId(), 20, 16, 60, 60).toImage();
            for (const QImage& other : seen) QVERIFY(picture != other);
            seen.push_back(picture);
        }
    }

    // Before anybody has answered, too.
    void theConversationNamesItsHosts() {
        Session session(shipped(QStringLiteral("maintenance.yaml")));
        Playback playback(session);
        Appearance appearance;
        Inspector inspector(playback, appearance, nullptr);
        inspector.resize(540, 900);
        inspector.show();
        for (const Movement& each : std::vector<Movement>(playback.movements().all())) {
            if (each.purpose != Purpose::Relay) continue;
            for (const double share : {0.1, 0.5, 0.95}) {
                playback.seek(each.start + Time(double(each.turn - each.start) * share));
                for (const QLabel* label : inspector.findChildren<QLabel*>())
                    QVERIFY2(!label->text().contains(QStringLiteral("outside the town")),
                             qPrintable(label->text()));
            }
        }
    }
};

MAILTOWN_SUITE(InspectorTest)
#include "inspector_test.moc"
