#include "session/session.h"

#include "support/suite.h"
#include "town_text.h"

#include <set>

using namespace mailtown;
using namespace mailtown::test;

class SessionTest : public QObject {
    Q_OBJECT

    static Session begun() { return Session(readSessionScenario()); }
    // Everything that shows: trace and town.
    static bool same(const Session& a, const Session& b) {
        return a.trace() == b.trace() && a.present() == b.present();
    }
    static void act(Session& session, Time at, Input input, Origin origin = Origin::Person) {
        session.seek(at);
        session.enter(std::move(input), origin);
    }
    static void actAll(Session& session) {
        act(session, 10 * second, writtenLetter(session, "by hand"));
        act(session, 3 * minute, realLetter(session, "real"), Origin::Client);
        act(session, 3 * minute, realLetter(session, "real again"), Origin::Client);
        act(session, 30 * minute, input::SwitchOn{session.scenario().plan.find("fuji")});
        act(session, 31 * minute,
            input::CutLink{session.scenario().plan.find("sakura"), session.scenario().plan.find("fuji")});
        act(session, 40 * minute,
            input::MendLink{session.scenario().plan.find("sakura"), session.scenario().plan.find("fuji")});
    }

private Q_SLOTS:
    void theSameInputsMakeTheSameTraceAndTown() {
        Session one = begun(), other = begun();
        actAll(one);
        actAll(other);
        one.seek(3 * hour);
        other.seek(3 * hour);
        QVERIFY(one.trace().countOf(Kind::LetterDelivered) >= 5);
        QVERIFY(same(one, other));
    }

    void howTimeIsCutMakesNoDifference() {
        Session whole = begun(), stepped = begun();
        actAll(whole);
        actAll(stepped);
        whole.seek(3 * hour);
        for (Time t = stepped.now(); t < 3 * hour; t += 7 * second + 13) stepped.seek(t);
        stepped.seek(3 * hour);
        QVERIFY(same(whole, stepped));
        Session single = begun();
        actAll(single);
        while (single.present().nextEventAt() <= 3 * hour && single.stepEvent() && single.now() < 3 * hour) {
        }
        single.seek(3 * hour);
        QVERIFY(same(whole, single));
    }

    void whoNeverLooksBackNeedsToRememberNothing() {
        Session all(readSessionScenario()), present(readSessionScenario(), Session::Memory::Present);
        actAllUntil(all, 2 * hour);
        actAllUntil(present, 2 * hour);
        QVERIFY(present.present() == all.present());
        QCOMPARE(present.shown(), all.shown());
        QCOMPARE(present.trace().size(), std::size_t(0));
        QCOMPARE(present.trace().countOf(Kind::LetterDelivered), all.trace().countOf(Kind::LetterDelivered));
        present.seek(minute);
        QCOMPARE(present.now(), all.now());
    }

    void advancesInStepsWhoseNumberIsTheCallers() {
        Session whole(readSessionScenario()), sliced(readSessionScenario());
        whole.seek(2 * hour);
        int slices = 1;
        for (Time last = 0; !sliced.advance(2 * hour, 10); ++slices) {
            QVERIFY(sliced.now() >= last && sliced.now() <= 2 * hour);
            last = sliced.now();
        }
        QVERIFY(slices > 5);
        QVERIFY(sliced.present() == whole.present());
        QVERIFY(sliced.trace() == whole.trace());
        QVERIFY(sliced.advance(2 * hour, 0));
    }

    void windingBackShowsWhatWasAndChangesNothing() {
        Session session = begun();
        Session reference = begun();
        actAll(session);
        actAll(reference);
        session.seek(2 * hour);
        for (Time t :
             {90 * minute, 3 * minute, 3 * minute + 1, 30 * minute, Time(0), 1 * second, 119 * minute}) {
            session.seek(t);
            QCOMPARE(session.now(), t);
            QVERIFY(session.inPast());
            Session then = begun();
            actAllUntil(then, t);
            QVERIFY(session.town() == then.present());
            QCOMPARE(session.shown(), then.trace().size());
        }
        session.seek(2 * hour);
        reference.seek(2 * hour);
        QVERIFY(!session.inPast());
        QVERIFY(same(session, reference));
        QCOMPARE(session.generation(), 0);
    }

    void actingInThePastBeginsANewFuture() {
        Session session = begun();
        actAll(session);
        session.seek(2 * hour);
        session.seek(20 * minute);
        session.enter(input::SwitchOn{session.scenario().plan.find("fuji")});
        QCOMPARE(session.generation(), 1);
        QVERIFY(!session.inPast());
        QCOMPARE(session.now(), 20 * minute);
        // What a person did later is taken back.
        for (const TimedInput& input : session.inputs()) {
            QVERIFY(input.at <= 20 * minute || input.origin == Origin::Client);
            QVERIFY(!std::holds_alternative<input::CutLink>(input.input));
        }
        session.seek(2 * hour);
        // It is the same as if it had been so from the first.
        Session straight = begun();
        act(straight, 10 * second, writtenLetter(straight, "by hand"));
        act(straight, 3 * minute, realLetter(straight, "real"), Origin::Client);
        act(straight, 3 * minute, realLetter(straight, "real again"), Origin::Client);
        straight.seek(20 * minute);
        for (const TimedInput& input : session.inputs())
            if (input.at == 20 * minute) straight.enter(input.input, input.origin);
        straight.seek(2 * hour);
        QVERIFY(same(session, straight));
    }

    void aLetterWithItsAnswerOutlivesEveryWindingBack() {
        Session session = begun();
        act(session, 50 * minute, realLetter(session, "answered"), Origin::Client);
        session.seek(60 * minute);
        session.seek(10 * minute);
        session.enter(writtenLetter(session, "what if"));
        session.seek(3 * hour);
        bool there = false;
        const Town& town = session.present();
        for (std::size_t i = 0; i < town.letterCount(); ++i)
            there = there || town.letter(LetterId{std::uint32_t(i)}).message.field("Subject") == "answered";
        QVERIFY(there);
    }

    void aRealClientActsInThePresentWhateverIsShown() {
        Session session = begun();
        session.seek(50 * minute);
        session.seek(10 * minute);
        session.enter(realLetter(session, "now"), Origin::Client);
        QVERIFY(session.inPast());
        QCOMPARE(session.now(), 10 * minute);
        QCOMPARE(session.generation(), 0);
        QCOMPARE(session.inputs().back().at, 50 * minute);
    }

    void noTwoFuturesShareUidValidities() {
        Session session = begun();
        const HostId fuji = session.scenario().plan.find("fuji");
        const Address sato = address("sato@fuji.example");
        const auto validity = [&] {
            return session.present().mailStore(fuji).mailbox(sato, "INBOX")->uidValidity;
        };
        std::set<std::uint32_t> seen{validity()};
        for (int future = 0; future < 3; ++future) {
            session.seek(50 * minute);
            session.seek(10 * minute);
            session.enter(writtenLetter(session, "what if"));
            QVERIFY(seen.insert(validity()).second);
        }
    }

    void theForecastIsWhatThenHappens() {
        Session session = begun();
        session.seek(5 * minute);
        const Trace forecast = session.forecast(2 * hour);
        QVERIFY(forecast.size() > 0);
        const std::size_t from = session.trace().size();
        session.seek(2 * hour);
        QCOMPARE(session.trace().size(), from + forecast.size());
        for (std::size_t i = 0; i < forecast.size(); ++i) {
            QCOMPARE(forecast[i].at, session.trace()[from + i].at);
            QVERIFY(forecast[i].kind == session.trace()[from + i].kind);
            QVERIFY(forecast.text(forecast[i]) == session.trace().text(session.trace()[from + i]));
        }
    }

    void theForecastKnowsNothingOfWhatIsDoneLater() {
        Session session = begun();
        session.seek(5 * minute);
        const Trace before = session.forecast(2 * hour);
        session.enter(input::SwitchOn{session.scenario().plan.find("fuji")});
        QVERIFY(!(session.forecast(2 * hour) == before));
    }

private:
    static void actAllUntil(Session& session, Time end) {
        Session full = begun();
        actAll(full);
        for (const TimedInput& input : full.inputs())
            if (input.at <= end) act(session, input.at, input.input, input.origin);
        session.seek(end);
    }
};

MAILTOWN_SUITE(SessionTest)
#include "session_test.moc"
