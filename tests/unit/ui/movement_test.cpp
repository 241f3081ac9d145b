#include "support/suite.h"
#include "ui/playback/playback.h"
#include "unit/ui/town_fixture.h"

using namespace mailtown;
using namespace mailtown::test;

class MovementTest : public QObject {
    Q_OBJECT

    Plan plan = twoOffices();

    Movements movementsOf(Scribe& scribe) const {
        scribe.flush();
        Movements movements(&plan);
        movements.read(scribe.trace, 0, scribe.trace.size());
        return movements;
    }

private Q_SLOTS:
    void aPostedLetterWalksFromHomeToItsOffice() {
        Scribe scribe;
        scribe.post(minute);
        const Movements movements = movementsOf(scribe);
        QCOMPARE(movements.all().size(), 1u);
        const Movement m = movements.all().front();
        QCOMPARE(m.purpose, Purpose::Post);
        QVERIFY(m.from == aoki && m.to == sakura);
        QCOMPARE(m.start, minute);
        QCOMPARE(m.turn, minute + 300 * millisecond);
        QVERIFY(!m.failed());
    }

    void aQuestionWalksToTheDirectoryAndItsAnswerBack() {
        Scribe scribe;
        scribe.ask(minute, 7);
        const Movements movements = movementsOf(scribe);
        QCOMPARE(movements.all().size(), 2u);
        QCOMPARE(movements.all()[0].purpose, Purpose::Ask);
        QVERIFY(movements.all()[0].to == directory);
        QCOMPARE(movements.all()[1].purpose, Purpose::Answer);
        QCOMPARE(movements.all()[0].turn, movements.all()[1].start);
    }

    void aRefusedTryGoesThereAndComesBackAndIsCounted() {
        Scribe scribe;
        maintenance(scribe, 30 * minute);
        const Movements movements = movementsOf(scribe);
        std::vector<Movement> tries;
        for (const Movement& m : movements.all())
            if (m.purpose == Purpose::Relay) tries.push_back(m);
        QCOMPARE(tries.size(), 5u);
        for (std::size_t i = 0; i + 1 < tries.size(); ++i) {
            QCOMPARE(tries[i].outcome, Outcome::Refused);
            QCOMPARE(tries[i].tryNumber, int(i) + 1);
            QCOMPARE(tries[i].alike, int(i));
            QVERIFY(tries[i].end > tries[i].turn && tries[i].end < tries[i].next);
            QVERIFY(tries[i + 1].start == tries[i].next);
        }
        QCOMPARE(tries.back().outcome, Outcome::Arrived);
        QCOMPARE(tries.back().alike, 0);
    }

    void aLetterForTwoIsOneLetterOnTheRoad() {
        Scribe scribe;
        scribe.post(minute);
        scribe.relay(2 * minute, 5);
        Record& second = scribe.at(2 * minute + 420 * millisecond, Kind::LetterRelayed, sakura, fuji);
        second.letter = firstLetter, second.connection = ConnectionId{5}, second.recipient = NameId{9};
        const Movements movements = movementsOf(scribe);
        QCOMPARE(movements.all().size(), 2u);
    }

    void goesOnToTheNextOfficeWithoutComingBack() {
        Scribe scribe;
        scribe.post(minute);
        Record& refusal = scribe.at(2 * minute, Kind::ConnectionRefused, sakura, fuji);
        refusal.letter = firstLetter, refusal.connection = ConnectionId{5}, refusal.service = Service::Smtp;
        scribe.relay(2 * minute + 10 * millisecond, 6);
        const Movements movements = movementsOf(scribe);
        QCOMPARE(movements.all().size(), 3u);
        QVERIFY(movements.all()[1].end <= movements.all()[2].start);
    }

    void sealedWhenTheTalkWentUnderTls() {
        Scribe scribe;
        scribe.post(minute);
        scribe.open(2 * minute, 5, sakura, fuji, Service::Smtp);
        scribe.at(2 * minute + 10, Kind::LineClient, sakura, fuji).connection = ConnectionId{5};
        scribe.flush("STARTTLS");
        Record& relayed = scribe.at(2 * minute + second, Kind::LetterRelayed, sakura, fuji);
        relayed.letter = firstLetter, relayed.connection = ConnectionId{5};
        const Movements movements = movementsOf(scribe);
        QVERIFY(!movements.all()[0].sealed);
        QVERIFY(movements.all()[1].sealed);
    }

    void readingInPiecesIsReadingInOne() {
        Scribe scribe;
        maintenance(scribe, 5 * hour);
        scribe.flush();
        const Movements whole = movementsOf(scribe);
        Movements pieces(&plan);
        for (std::size_t i = 0; i < scribe.trace.size(); ++i) pieces.read(scribe.trace, i, i + 1);
        QVERIFY(pieces.all() == whole.all());
    }

    void theHeroIsOnTheRoadThenBeforeTheDoorThenOnItsWayBackThenWaits() {
        Scribe scribe;
        maintenance(scribe, 30 * minute);
        const Movements movements = movementsOf(scribe);
        const Movement* attempt = movements.lastOf(firstLetter, 3 * minute);
        QVERIFY(attempt && attempt->outcome == Outcome::Refused);
        const auto phaseAt = [&](Time at) { return momentAt(movements, at).phase; };
        QCOMPARE(momentAt(movements, 0).phase, Phase::Before);
        QCOMPARE(phaseAt(attempt->start), Phase::OnTheRoad);
        QCOMPARE(phaseAt(attempt->turn - 1), Phase::Standing);
        QCOMPARE(phaseAt(attempt->turn), Phase::Returning);
        QCOMPARE(phaseAt(attempt->end), Phase::Waiting);
        QCOMPARE(phaseAt(attempt->next - 1), Phase::Waiting);
        QVERIFY(momentAt(movements, attempt->next - 1).progress > 0.99);
        QCOMPARE(phaseAt(day), Phase::Arrived);
    }
};

MAILTOWN_SUITE(MovementTest)
#include "movement_test.moc"
