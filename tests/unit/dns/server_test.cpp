#include "dns_fixture.h"
#include "support/suite.h"

#include <algorithm>

using namespace mailtown;
using namespace mailtown::dns;

namespace {

// "fuji.example MX 10 mail.fuji.example"
std::vector<std::string> lines(const std::vector<Record>& records) {
    std::vector<std::string> out;
    for (const Record& record : records)
        out.push_back(record.name.text() + " " + typeName(record.type) + " " + dataText(record.data));
    return out;
}

using Lines = std::vector<std::string>;

} // namespace

class DnsServerTest : public QObject {
    Q_OBJECT

    const Server server_{townZones()};

    dns::Message ask(const std::string& about, Type type) const {
        return server_.answer(question(about, type));
    }

private Q_SLOTS:
    void mailForADomainGoesToItsOffices() {
        const dns::Message reply = ask("fuji.example", Type::MX);
        QCOMPARE(lines(reply.answers),
                 (Lines{"fuji.example MX 10 mail.fuji.example", "fuji.example MX 20 backup.kita.example"}));
        QCOMPARE(lines(reply.additional),
                 (Lines{"mail.fuji.example A 10.1.0.25", "mail.fuji.example AAAA 2001:db8::25",
                        "backup.kita.example A 10.2.0.25"}));
        QVERIFY(reply.response && reply.authoritative && reply.recursionDesired && reply.recursionAvailable);
        QCOMPARE(reply.id, std::uint16_t(77));
        QVERIFY(reply.questions == question("fuji.example", Type::MX).questions);
    }

    void aDomainMaySayThatItTakesNoMail() {
        const dns::Message reply = ask("kita.example", Type::MX);
        QCOMPARE(lines(reply.answers), Lines{"kita.example MX 0 ."});
        QVERIFY(reply.additional.empty());
    }

    void noSuchNameAndNoSuchDataAreToldApart() {
        const dns::Message noName = ask("nobody.fuji.example", Type::A);
        QCOMPARE(noName.rcode, Rcode::NxDomain);
        QCOMPARE(noName.authority.size(), std::size_t(1));
        QCOMPARE(noName.authority[0].type, Type::SOA);
        QCOMPARE(noName.authority[0].ttl, 300u); // RFC 2308 §3: the minimum, where it is less
        QVERIFY(noName.authoritative);

        for (const char* here : {"mail.fuji.example", "deep.fuji.example"}) {
            const dns::Message noData = ask(here, Type::MX);
            QCOMPARE(noData.rcode, Rcode::NoError);
            QVERIFY(noData.answers.empty());
            QCOMPARE(noData.authority.size(), std::size_t(1));
        }
    }

    void aliasesAreFollowedFromZoneToZone() {
        QCOMPARE(lines(ask("www.fuji.example", Type::A).answers),
                 (Lines{"www.fuji.example CNAME mail.fuji.example", "mail.fuji.example A 10.1.0.25"}));
        QCOMPARE(lines(ask("far.fuji.example", Type::A).answers),
                 (Lines{"far.fuji.example CNAME www.kita.example", "www.kita.example A 10.2.0.80"}));
        QCOMPARE(lines(ask("www.fuji.example", Type::CNAME).answers),
                 Lines{"www.fuji.example CNAME mail.fuji.example"});
        const dns::Message away = ask("away.fuji.example", Type::A);
        QCOMPARE(lines(away.answers), Lines{"away.fuji.example CNAME www.elsewhere.test"});
        QCOMPARE(away.rcode, Rcode::NxDomain);
    }

    void anAliasToNobodySaysSoOfTheLastName() {
        const dns::Message gone = ask("gone.fuji.example", Type::A);
        QCOMPARE(gone.rcode, Rcode::NxDomain);
        QCOMPARE(gone.answers.size(), std::size_t(1));
        QCOMPARE(gone.authority[0].name.text(), std::string("kita.example"));
    }

    void aLoopOfAliasesEnds() {
        const dns::Message loop = ask("one.fuji.example", Type::A);
        QCOMPARE(loop.answers.size(), std::size_t(2));
        QCOMPARE(loop.rcode, Rcode::NoError);
    }

    void aWildcardAnswersForNamesThatAreNotThere() {
        QCOMPARE(lines(ask("x.y.wild.fuji.example", Type::A).answers),
                 Lines{"x.y.wild.fuji.example A 10.1.0.7"});
        QCOMPARE(ask("x.wild.fuji.example", Type::MX).rcode, Rcode::NoError);
        QVERIFY(ask("wild.fuji.example", Type::A).answers.empty());
    }

    void aNameThatNoZoneHoldsDoesNotExist() {
        for (const char* typo : {"fugi.example", "elsewhere.test", "fuji.example.com"}) {
            const dns::Message reply = ask(typo, Type::MX);
            QCOMPARE(reply.rcode, Rcode::NxDomain);
            QVERIFY(reply.authoritative && reply.recursionAvailable);
            QCOMPARE(lines(reply.authority).size(), std::size_t(1));
            QCOMPARE(lines(reply.authority)[0].substr(0, 23), std::string(". SOA ns.fuji.example h"));
            QCOMPARE(reply.authority[0].ttl, 300u);
        }
        QCOMPARE(Server().answer(question("fuji.example", Type::MX)).rcode, Rcode::NxDomain);
    }

    void namesAboveTheZonesAreThere() {
        // A resolver that asks label by label (RFC 9156) would take NXDOMAIN for all that is below.
        for (const char* above : {"example", "."}) QCOMPARE(ask(above, Type::MX).rcode, Rcode::NoError);
        QCOMPARE(lines(ask(".", Type::NS).answers), Lines{". NS ns.fuji.example"});
        const Server deep({zone("fuji.example", {}), zone("a.b.fuji.example", {})});
        QCOMPARE(deep.answer(question("b.fuji.example", Type::A)).rcode, Rcode::NoError);
        QCOMPARE(deep.answer(question("c.fuji.example", Type::A)).rcode, Rcode::NxDomain);
    }

    void aRootOfTheTownsOwnIsKept() {
        const Server server({zone(".", {{"elsewhere.test", "A", 60, "10.8.0.1"}})});
        QCOMPARE(lines(server.answer(question("elsewhere.test", Type::A)).answers),
                 Lines{"elsewhere.test A 10.8.0.1"});
    }

    void allThatANameHasIsShownToWhoAsksForAny() {
        QCOMPARE(lines(ask("www.fuji.example", Type::ANY).answers),
                 Lines{"www.fuji.example CNAME mail.fuji.example"});
        QCOMPARE(lines(ask("mail.fuji.example", Type::ANY).answers),
                 (Lines{"mail.fuji.example A 10.1.0.25", "mail.fuji.example AAAA 2001:db8::25"}));
        const Lines all = lines(ask("fuji.example", Type::ANY).answers);
        QCOMPARE(all.size(), std::size_t(5)); // NS, SOA, two MX, TXT
        QVERIFY(std::find(all.begin(), all.end(), "fuji.example MX 10 mail.fuji.example") != all.end());
    }

    void aDelegationNamesWhoAnswers() {
        // Nobody does, for one who leaves the asking to the directory.
        QCOMPARE(ask("host.sub.fuji.example", Type::A).rcode, Rcode::ServFail);
        dns::Message query = question("host.sub.fuji.example", Type::A);
        query.recursionDesired = false;
        const dns::Message reply = server_.answer(query);
        QVERIFY(!reply.authoritative);
        QVERIFY(reply.answers.empty());
        QCOMPARE(lines(reply.authority), Lines{"sub.fuji.example NS ns.sub.fuji.example"});
        QCOMPARE(lines(reply.additional), Lines{"ns.sub.fuji.example A 10.9.0.53"});
    }

    void otherTypesAreAnswered() {
        QCOMPARE(lines(ask("_imaps._tcp.fuji.example", Type::SRV).answers),
                 Lines{"_imaps._tcp.fuji.example SRV 0 1 993 mail.fuji.example"});
        QCOMPARE(lines(ask("fuji.example", Type::TXT).answers), Lines{"fuji.example TXT \"v=spf1 mx -all\""});
        QCOMPARE(lines(ask("kita.example", Type::NS).answers), Lines{"kita.example NS ns.kita.example"});
        QVERIFY(ask("fuji.example", Type(65)).answers.empty());
        QCOMPARE(ask("fuji.example", Type(65)).rcode, Rcode::NoError);
    }

    void caseDoesNotMatterAndTheQuestionIsEchoedAsAsked() {
        const dns::Message reply = ask("FuJi.ExAmPlE", Type::MX);
        QCOMPARE(reply.answers.size(), std::size_t(2));
        QCOMPARE(reply.questions[0].name.text(), std::string("FuJi.ExAmPlE"));
    }

    void whatIsNotItsBusinessIsRefused() {
        QCOMPARE(ask("fuji.example", Type::AXFR).rcode, Rcode::Refused);
        QCOMPARE(ask("fuji.example", Type::OPT).rcode, Rcode::FormErr);
        QCOMPARE(ask("fuji.example", Type(253)).rcode, Rcode::NotImp);
        dns::Message chaos = question("version.bind", Type::TXT);
        chaos.questions[0].questionClass = Class::CH;
        QCOMPARE(server_.answer(chaos).rcode, Rcode::Refused);
    }

    void onlyOneQuestionAtATime() {
        dns::Message query = question("fuji.example", Type::MX);
        query.questions.push_back(query.questions[0]);
        QCOMPARE(server_.answer(query).rcode, Rcode::FormErr);
        query.questions.clear();
        QCOMPARE(server_.answer(query).rcode, Rcode::FormErr);
    }

    void otherOperationsAreNotImplemented() {
        std::string octets = encode(question("fuji.example", Type::MX));
        octets[2] = char(octets[2] | 5 << 3); // UPDATE
        QCOMPARE(decode(server_.answer(octets, Transport::Udp))->rcode, Rcode::NotImp);
        QCOMPARE(decode(server_.answer(octets.substr(0, 20), Transport::Udp))->rcode, Rcode::NotImp);
    }

    void whatCannotBeReadIsAFormatError() {
        const std::string octets = encode(question("fuji.example", Type::MX));
        const auto reply = decode(server_.answer(octets.substr(0, 15), Transport::Udp));
        QVERIFY(reply.has_value());
        QCOMPARE(reply->rcode, Rcode::FormErr);
        QCOMPARE(reply->id, std::uint16_t(77));
        QVERIFY(server_.answer(octets.substr(0, 11), Transport::Udp).empty());
    }

    void answersAreNeverAnswered() {
        dns::Message reply = question("fuji.example", Type::MX);
        reply.response = true;
        QVERIFY(server_.answer(encode(reply), Transport::Udp).empty());
    }

    void aLongAnswerIsCutOnUdpAndWholeOnTcp() {
        dns::Message query = question("big.fuji.example", Type::TXT);
        const std::string cut = server_.answer(encode(query), Transport::Udp);
        QVERIFY(cut.size() <= 512);
        QVERIFY(decode(cut)->truncated);
        QCOMPARE(decode(server_.answer(encode(query), Transport::Tcp))->answers.size(), std::size_t(40));

        query.edns = Edns{4096, 0, false};
        const std::string larger = server_.answer(encode(query), Transport::Udp);
        QVERIFY(larger.size() <= 1232);
        QVERIFY(decode(larger)->edns.has_value());
        query.edns->udpSize = 0; // RFC 6891 §6.2.3
        QVERIFY(server_.answer(encode(query), Transport::Udp).size() <= 512);
    }

    void ednsIsAnsweredWithEdns() {
        dns::Message query = question("fuji.example", Type::MX);
        QVERIFY(!server_.answer(query).edns);
        query.edns = Edns{1232, 0, true};
        QVERIFY(server_.answer(query).edns->dnssecOk);
        query.edns->version = 1;
        QCOMPARE(server_.answer(query).rcode, Rcode::BadVers);
        QCOMPARE(server_.answer(query).edns->version, std::uint8_t(0));
    }

    void wrongRecordsAreAllNamed() {
        const auto bad = Zone::build("fuji.example", {{"fuji.example", "MX", 1, "mail"},
                                                      {"kita.example", "A", 1, "10.0.0.1"},
                                                      {"fuji.example", "WKS", 1, "x"},
                                                      {"a..fuji.example", "A", 1, "10.0.0.1"},
                                                      {"www.fuji.example", "CNAME", 1, "fuji.example"},
                                                      {"www.fuji.example", "A", 1, "10.0.0.1"}});
        QVERIFY(!bad);
        QCOMPARE(bad.problems().size(), std::size_t(5));
        QVERIFY(!Zone::build("fuji..example", {}));
    }

    void aSetHasOneTtlAndNoRecordTwice() {
        const Zone small = zone("x.example", {{"x.example", "A", 500, "10.0.0.1"},
                                              {"X.example", "A", 60, "10.0.0.1"},
                                              {"x.example", "A", 900, "10.0.0.2"}});
        const auto found = small.lookup(name("x.example"), Type::A);
        QCOMPARE(found.records.size(), std::size_t(2));
        QCOMPARE(found.records[0].ttl, 60u);
        QCOMPARE(found.records[1].ttl, 60u);
    }
};

MAILTOWN_SUITE(DnsServerTest)
#include "server_test.moc"
