#include "dns_fixture.h"
#include "protocol/dns/resolver.h"
#include "support/suite.h"

using namespace mailtown;
using namespace mailtown::dns;

namespace {

// A resolver and the directory it asks; the clock is turned by hand.
struct Asking {
    Resolver resolver;
    Server server{townZones()};
    Time now = 0;
    int datagrams = 0, streams = 0;

    void deliver() {
        while (const auto sent = resolver.takeOutput()) {
            ++(sent->tcp ? streams : datagrams);
            resolver.receive(now, server.answer(sent->octets, sent->tcp ? Transport::Tcp : Transport::Udp));
        }
    }
    Answer ask(const std::string& about, Type type) {
        const Ticket ticket = resolver.ask(now, name(about), type);
        deliver();
        const auto answered = resolver.next();
        return answered && answered->ticket == ticket ? answered->answer : Answer{};
    }
};

} // namespace

class DnsResolverTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aQuestionIsAnsweredAndRemembered() {
        Asking a;
        QCOMPARE(a.ask("fuji.example", Type::MX).text(),
                 std::string("10 mail.fuji.example, 20 backup.kita.example"));
        QCOMPARE(a.ask("FUJI.example", Type::MX).outcome, Answer::Outcome::Records);
        QCOMPARE(a.datagrams, 1);
        QCOMPARE(a.resolver.deadline(), never);
    }

    void theTimeLeftRunsDown() {
        Asking a;
        QCOMPARE(a.ask("fuji.example", Type::MX).records[0].ttl, 600u);
        a.now = 599 * second + 1;
        QCOMPARE(a.ask("fuji.example", Type::MX).records[0].ttl, 0u);
        a.now = 100 * second;
        QCOMPARE(a.resolver.lookup(a.now, name("fuji.example"), Type::MX)->records[0].ttl, 500u);
        QCOMPARE(a.datagrams, 1);
        a.now = 600 * second;
        QVERIFY(!a.resolver.lookup(a.now, name("fuji.example"), Type::MX));
        QCOMPARE(a.ask("fuji.example", Type::MX).records[0].ttl, 600u);
        QCOMPARE(a.datagrams, 2);
    }

    void noIsRememberedToo() {
        Asking a;
        QCOMPARE(a.ask("nobody.fuji.example", Type::A).outcome, Answer::Outcome::NoName);
        QCOMPARE(a.ask("nobody.fuji.example", Type::MX).text(), std::string("NXDOMAIN")); // for every type
        QCOMPARE(a.ask("mail.fuji.example", Type::MX).text(), std::string("NODATA"));
        QCOMPARE(a.ask("mail.fuji.example", Type::MX).outcome, Answer::Outcome::NoData);
        QCOMPARE(a.datagrams, 2);
        QCOMPARE(a.ask("mail.fuji.example", Type::A).text(), std::string("10.1.0.25")); // not for other types
        a.now = 300 * second;
        QCOMPARE(a.ask("nobody.fuji.example", Type::A).outcome, Answer::Outcome::NoName);
        QCOMPARE(a.datagrams, 4);
    }

    void aTtlOfZeroIsForTheAskerAlone() {
        Asking a;
        QCOMPARE(a.ask("www.kita.example", Type::A).text(), std::string("10.2.0.80"));
        QCOMPARE(a.ask("www.kita.example", Type::A).text(), std::string("10.2.0.80"));
        QCOMPARE(a.datagrams, 2);
    }

    void aliasesAreFollowedAlsoFromMemory() {
        Asking a;
        QCOMPARE(a.ask("www.fuji.example", Type::A).text(), std::string("10.1.0.25"));
        QCOMPARE(a.ask("mail.fuji.example", Type::A).text(), std::string("10.1.0.25"));
        QCOMPARE(a.datagrams, 1);
        QCOMPARE(a.ask("www.fuji.example", Type::AAAA).text(), std::string("2001:db8::25"));
        QCOMPARE(a.ask("gone.fuji.example", Type::A).outcome, Answer::Outcome::NoName);
        QCOMPARE(a.ask("one.fuji.example", Type::A).text(), std::string("SERVFAIL"));
        QCOMPARE(a.resolver.deadline(), never);
    }

    void anAliasIntoForeignLandIsAskedAboutAndFoundNowhere() {
        Asking a;
        const Answer answer = a.ask("away.fuji.example", Type::A);
        QCOMPARE(answer.text(), std::string("NXDOMAIN"));
        QVERIFY(!answer.temporary());
        QCOMPARE(a.datagrams, 1); // the answer speaks of the alias and of its end
    }

    void aDelegationLeadsNowhereFromHere() {
        QCOMPARE(Asking().ask("host.sub.fuji.example", Type::A).text(), std::string("SERVFAIL"));
    }

    void aLongAnswerIsFetchedOverTcp() {
        Asking a;
        QCOMPARE(a.ask("big.fuji.example", Type::TXT).records.size(), std::size_t(40));
        QCOMPARE(a.datagrams, 1);
        QCOMPARE(a.streams, 1);
    }

    void silenceIsAskedAgainAndThenGivenUp() {
        Asking a;
        const Ticket ticket = a.resolver.ask(a.now, name("fuji.example"), Type::MX);
        const auto first = a.resolver.takeOutput();
        for (int again = 1; again < 3; ++again) {
            QCOMPARE(a.resolver.deadline(), a.now + 5 * second);
            a.now = a.resolver.deadline();
            a.resolver.timeout(a.now - 1);
            QVERIFY(!a.resolver.takeOutput());
            a.resolver.timeout(a.now);
            QVERIFY(a.resolver.takeOutput() == first); // the same question: a late answer still counts
        }
        a.now = a.resolver.deadline();
        a.resolver.timeout(a.now);
        const auto answered = a.resolver.next();
        QVERIFY(answered && answered->ticket == ticket);
        QCOMPARE(answered->answer.text(), std::string("timeout"));
        QCOMPARE(a.resolver.deadline(), never);
        a.resolver.receive(a.now, a.server.answer(first->octets, Transport::Udp)); // too late
        QVERIFY(!a.resolver.next());
        QVERIFY(!a.resolver.lookup(a.now, name("fuji.example"), Type::MX));
    }

    void theSameQuestionGoesOutOnce() {
        Asking a;
        const Ticket one = a.resolver.ask(0, name("fuji.example"), Type::MX);
        const Ticket two = a.resolver.ask(0, name("fuji.example"), Type::MX);
        a.deliver();
        QCOMPARE(a.datagrams, 1);
        QCOMPARE(a.resolver.next()->ticket, one);
        QCOMPARE(a.resolver.next()->ticket, two);
        QVERIFY(!a.resolver.next());
    }

    void forgedAndBrokenAnswersArePassedOver() {
        Asking a;
        a.resolver.ask(0, name("fuji.example"), Type::MX);
        const std::string query = a.resolver.takeOutput()->octets;
        dns::Message reply = a.server.answer(*decode(query));
        const auto tryWith = [&](auto change) {
            dns::Message changed = reply;
            change(changed);
            a.resolver.receive(0, encode(changed));
            return a.resolver.next().has_value();
        };
        QVERIFY(!tryWith([](dns::Message& m) { ++m.id; }));
        QVERIFY(!tryWith([](dns::Message& m) { m.response = false; }));
        QVERIFY(!tryWith([](dns::Message& m) { m.questions[0].name = name("kita.example"); }));
        QVERIFY(!tryWith([](dns::Message& m) { m.questions[0].type = Type::A; }));
        QVERIFY(!tryWith([](dns::Message& m) { m.questions.clear(); }));
        a.resolver.receive(0, encode(reply).substr(0, 40));
        a.resolver.receive(0, "");
        QVERIFY(!a.resolver.next());
        QVERIFY(tryWith([](dns::Message&) {}));
    }

    void unaskedRecordsAreNotRemembered() {
        Asking a;
        a.resolver.ask(0, name("fuji.example"), Type::MX);
        dns::Message reply = a.server.answer(*decode(a.resolver.takeOutput()->octets));
        reply.answers.push_back({name("bank.example"), Type::A, Class::IN, 9999, Ipv4{6, 6, 6, 6}});
        a.resolver.receive(0, encode(reply));
        QVERIFY(a.resolver.next());
        QVERIFY(!a.resolver.lookup(0, name("bank.example"), Type::A));
        QVERIFY(!a.resolver.lookup(0, name("mail.fuji.example"), Type::A));
    }

    void aServerFailureIsNotRemembered() {
        Asking a;
        a.resolver.ask(0, name("fuji.example"), Type::MX);
        dns::Message reply = question("fuji.example", Type::MX);
        reply.id = decode(a.resolver.takeOutput()->octets)->id;
        reply.response = true;
        reply.rcode = Rcode::ServFail;
        a.resolver.receive(0, encode(reply));
        QCOMPARE(a.resolver.next()->answer.text(), std::string("SERVFAIL"));
        QCOMPARE(a.ask("fuji.example", Type::MX).outcome, Answer::Outcome::Records);
    }

    void aCopyGoesItsOwnWay() {
        Asking a;
        a.resolver.ask(0, name("fuji.example"), Type::MX);
        Resolver copy = a.resolver;
        QVERIFY(copy == a.resolver);
        a.deliver();
        QVERIFY(!(copy == a.resolver));
        QVERIFY(!copy.next());
        while (const auto sent = copy.takeOutput())
            copy.receive(0, a.server.answer(sent->octets, Transport::Udp));
        QVERIFY(copy == a.resolver);
    }

    void powerOffForgetsAllButTheTickets() {
        Asking a;
        a.ask("fuji.example", Type::MX);
        const Ticket before = a.resolver.ask(0, name("kita.example"), Type::MX);
        a.resolver.clear();
        QCOMPARE(a.resolver.deadline(), never);
        QVERIFY(!a.resolver.takeOutput());
        QVERIFY(!a.resolver.lookup(0, name("fuji.example"), Type::MX));
        QVERIFY(a.resolver.ask(0, name("kita.example"), Type::MX) > before);
    }
};

MAILTOWN_SUITE(DnsResolverTest)
#include "resolver_test.moc"
