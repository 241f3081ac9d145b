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

    void aPostcardOnlyWhenTheTalkNamedALetterWithoutTls() {
        Scribe scribe;
        scribe.post(minute);
        scribe.refused(2 * minute, 4, 3 * minute); // nothing was said: how it would go is unknown
        const auto speak = [&](Time at, std::uint32_t connection, std::string_view line) {
            Record& said = scribe.at(at, Kind::LineClient, sakura, fuji);
            said.connection = ConnectionId{connection}, said.service = Service::Smtp;
            scribe.flush(line);
        };
        const auto carry = [&](Time at, std::uint32_t connection) {
            Record& relayed = scribe.at(at, Kind::LetterRelayed, sakura, fuji);
            relayed.letter = firstLetter, relayed.connection = ConnectionId{connection};
        };
        scribe.open(3 * minute, 5, sakura, fuji, Service::Smtp);
        speak(3 * minute + 10, 5, "STARTTLS");
        speak(3 * minute + 20, 5, "MAIL FROM:<aoki@sakura.example>");
        carry(3 * minute + second, 5);
        scribe.open(4 * minute, 6, sakura, fuji, Service::Smtp);
        speak(4 * minute + 20, 6, "MAIL FROM:<aoki@sakura.example>");
        carry(4 * minute + second, 6);
        scribe.refused(5 * minute, 7, 6 * minute);
        const Movements movements = movementsOf(scribe);
        QCOMPARE(movements.all().size(), 5u);
        QVERIFY(!movements.all()[0].postcard);
        QVERIFY(!movements.all()[1].postcard);
        QVERIFY(!movements.all()[2].postcard);
        QVERIFY(movements.all()[3].postcard);
        QVERIFY(movements.all()[4].postcard); // one face: as it was last seen
    }

    void aReportOfGivingUpGoesIntoTheSendersBoxAndStandsForTheLetter() {
        Scribe scribe;
        scribe.post(minute);
        scribe.refused(2 * minute, 4, 3 * minute);
        Record& refusal = scribe.at(3 * minute, Kind::ConnectionRefused, sakura, fuji);
        refusal.letter = firstLetter, refusal.connection = ConnectionId{5}, refusal.service = Service::Smtp;
        scribe.at(3 * minute, Kind::LetterBounced, sakura, fuji).letter = firstLetter;
        const LetterId report{1};
        scribe.at(3 * minute, Kind::LetterQueued, sakura).letter = report;
        scribe.at(3 * minute, Kind::LetterDelivered, sakura).letter = report;
        const Movements movements = movementsOf(scribe);
        const Movement &given = movements.all()[2], &kept = movements.all()[3];
        QVERIFY(given.gaveUp() && given.end > given.turn);
        QCOMPARE(kept.purpose, Purpose::Keep);
        QVERIFY(kept.report && kept.letter == report && kept.start == given.end);
        QVERIFY(movements.reportOn(firstLetter) == report);
        // The letter is given up, so its report is what the picture is about; also to who follows the letter.
        QVERIFY(momentAt(movements, 3 * minute + second).movement == &kept);
        QVERIFY(momentAt(movements, 3 * minute + second, firstLetter).movement == &kept);
    }

    void aDeviceFindsTheBoxEmptyThatAnotherOneHasEmptiedAndThatIsToldOnce() {
        Plan two = plan;
        ClientPlan phone = two.clients[1];
        phone.key = "sato-phone", phone.readBy = ReadBy::Pop3;
        two.clients[1].readBy = ReadBy::Pop3;
        two.clients.push_back(phone);
        const HostId other{5};
        Scribe scribe;
        std::uint32_t connection = 1;
        const auto look = [&](HostId device, Time at, bool fetches) {
            scribe.open(at, ++connection, device, fuji, Service::Pop3);
            scribe.at(at + 10, Kind::LineClient, device, fuji).connection = ConnectionId{connection};
            scribe.flush("UIDL");
            if (fetches) {
                Record& fetched = scribe.at(at + 20, Kind::LetterFetched, device, fuji);
                fetched.letter = firstLetter, fetched.connection = ConnectionId{connection};
            }
            scribe.at(at + 30, Kind::ConnectionClosed, device, fuji).connection = ConnectionId{connection};
        };
        look(other, minute, false); // nothing has been there yet: nothing to tell
        look(sato, 2 * minute, true);
        look(sato, 3 * minute, false); // it took the letter itself
        look(other, 4 * minute, false);
        look(other, 5 * minute, false);
        scribe.flush();
        Movements movements(&two);
        movements.read(scribe.trace, 0, scribe.trace.size());
        QCOMPARE(movements.all().size(), 2u);
        const Movement empty = movements.all()[1];
        QCOMPARE(empty.purpose, Purpose::Look);
        QVERIFY(empty.from == other && empty.takenBy == sato && empty.start == 4 * minute);
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
