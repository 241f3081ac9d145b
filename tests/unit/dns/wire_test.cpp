#include "protocol/dns/wire.h"
#include "support/suite.h"

using namespace mailtown;
using namespace mailtown::dns;

namespace {

Name name(const char* text) { return *Name::parse(text); }

Record record(const char* owner, Type type, const char* data) {
    return {name(owner), type, Class::IN, 300, *parseData(type, data)};
}

dns::Message everything() {
    dns::Message m;
    m.id = 0x1234;
    m.response = m.authoritative = m.recursionDesired = true;
    m.questions = {{name("Fuji.example"), Type::MX, Class::IN}};
    m.answers = {record("fuji.example", Type::MX, "10 mail.fuji.example"),
                 record("fuji.example", Type::MX, "20 backup.kita.example"),
                 record("fuji.example", Type::TXT, "\"v=spf1 mx -all\" \"second\""),
                 record("www.fuji.example", Type::CNAME, "fuji.example")};
    m.authority = {record("fuji.example", Type::SOA, "ns.fuji.example host.fuji.example 7 1 2 3 4"),
                   record("fuji.example", Type::NS, "ns.fuji.example")};
    m.additional = {record("mail.fuji.example", Type::A, "10.1.0.25"),
                    record("mail.fuji.example", Type::AAAA, "2001:db8::25"),
                    record("_imaps._tcp.fuji.example", Type::SRV, "0 1 993 mail.fuji.example"),
                    record("25.0.1.10.in-addr.arpa", Type::PTR, "mail.fuji.example"),
                    {name("x.example"), Type(65), Class::IN, 5, Opaque{"abc"}}};
    m.edns = Edns{1232, 0, true};
    return m;
}

// id 1, a query with one question, and whatever stands for its name.
std::string query(const std::string& nameOctets, const std::string& tail = {}) {
    const std::string header("\0\1\1\0\0\1\0\0\0\0\0\0", 12);
    return header + nameOctets + std::string("\0\1\0\1", 4) + tail;
}

} // namespace

class DnsWireTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void namesCompareWithoutCaseAndKeepWhatWasWritten() {
        QVERIFY(name("Fuji.Example") == name("fuji.example."));
        QCOMPARE(name("Fuji.Example").text(), std::string("Fuji.Example"));
        QCOMPARE(Name().text(), std::string("."));
        QVERIFY(name("a.b.example").isWithin(name("B.example")));
        QVERIFY(name("b.example").isWithin(Name()));
        QVERIFY(!name("ab.example").isWithin(name("b.example")));
        QVERIFY(!name("example").isWithin(name("b.example")));
    }

    void namesThatCannotBeAreRefused() {
        for (const std::string& bad :
             {std::string(), std::string(".."), std::string("a..b"), std::string(".a"), std::string(64, 'a'),
              std::string("a\\"), std::string("a\\25"), std::string("a\\256")})
            QVERIFY2(!Name::parse(bad), bad.c_str());
        std::string longest;
        for (int i = 0; i < 127; ++i) longest += "a.";
        QVERIFY(Name::parse(longest));
        QVERIFY(!Name::parse("a." + longest));
    }

    void oddOctetsInNamesAreEscaped() {
        const Name odd = name("a\\.b.c\\000d.\\195\\169");
        QCOMPARE(odd.text(), std::string("a\\.b.c\\000d.\\195\\169"));
        QVERIFY(name(odd.text().c_str()) == odd);
    }

    void aMessageComesBackWhole() {
        const dns::Message sent = everything();
        const auto back = decode(encode(sent));
        QVERIFY(back.has_value());
        QVERIFY(*back == sent);
        QCOMPARE(back->questions[0].name.text(), std::string("Fuji.example"));
    }

    void namesAreCompressed() {
        dns::Message m;
        m.questions = {{name("fuji.example"), Type::MX, Class::IN}};
        m.answers = {record("fuji.example", Type::MX, "10 mail.fuji.example")};
        // header 12, question 14 + 4, answer: pointer 2 + 10, preference 2, "mail" 5 + pointer 2
        QCOMPARE(encode(m).size(), std::size_t(12 + 18 + 12 + 2 + 7));
    }

    void everyCutMessageIsRefused() {
        const std::string whole = encode(everything());
        for (std::size_t size = 0; size < whole.size(); ++size)
            QVERIFY2(!decode(std::string_view(whole).substr(0, size)), std::to_string(size).c_str());
    }

    void octetsAfterTheMessageArePassedOver() {
        const std::string whole = encode(everything());
        QVERIFY(decode(whole + '\0') == everything());
        QVERIFY(decode(whole + "\r\n") == everything());
    }

    void noChangedOctetDoesHarm() {
        const std::string whole = encode(everything());
        for (std::size_t at = 0; at < whole.size(); ++at)
            for (const int value : {0, 1, 0x3F, 0x40, 0x80, 0xC0, 0xC1, 0xFF}) {
                std::string changed = whole;
                changed[at] = char(value);
                if (const auto read = decode(changed)) QVERIFY(decode(encode(*read)).has_value());
            }
    }

    void pointersThatLeadAstrayAreRefused() {
        QVERIFY(decode(query(std::string("\1a\0", 3))));
        QVERIFY(!decode(query("\xC0\x0C")));    // to itself
        QVERIFY(!decode(query("\xC0\x20")));    // forwards
        QVERIFY(!decode(query("\1a\xC0\x0C"))); // round and round
        QVERIFY(!decode(query(std::string("\x41"
                                          "a\0",
                                          3)))); // the labels that never came to be
        QVERIFY(!decode(query(std::string("\x80"
                                          "a\0",
                                          3))));
        QVERIFY(!decode(query("\x3F"
                              "a")));
        QVERIFY(!decode(std::string("\0\1\1\0\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF", 12)));
    }

    void dataMustFillItsLength() {
        dns::Message m;
        m.answers = {record("a", Type::A, "10.1.0.25")};
        std::string octets = encode(m);
        octets[octets.size() - 5] = 3; // RDLENGTH, one octet short
        QVERIFY(!decode(octets));
        octets.pop_back();
        QVERIFY(!decode(octets));
    }

    void anOptRecordIsReadOnceAndInItsPlace() {
        const std::string opt("\0\0\x29\x04\xD0\0\0\x80\0\0\0", 11);
        std::string octets = query(std::string("\1a\0", 3), opt);
        octets[11] = 1;
        const auto read = decode(octets);
        QVERIFY(read && read->edns && read->edns->udpSize == 1232 && read->edns->dnssecOk);
        octets += opt;
        octets[11] = 2;
        QVERIFY(!decode(octets));
        octets = query(std::string("\1a\0", 3), opt);
        octets[7] = 1; // among the answers
        QVERIFY(!decode(octets));
        octets = query(std::string("\1a\0", 3), std::string("\0\0\x29\x04\xD0\0\0\0\0\0\3\0\x0A\0", 14));
        octets[11] = 1; // an option that is not whole
        QVERIFY(!decode(octets));
    }

    void anExtendedCodeNeedsBothItsHalves() {
        dns::Message m;
        m.rcode = Rcode::BadVers;
        m.edns = Edns{};
        QCOMPARE(int(decode(encode(m))->rcode), 16);
    }

    void whatDoesNotFitIsLeftOutByWholeSets() {
        dns::Message m;
        m.questions = {{name("fuji.example"), Type::MX, Class::IN}};
        m.answers = {record("fuji.example", Type::MX, "10 mail.fuji.example")};
        for (int i = 0; i < 60; ++i)
            m.additional.push_back(
                record("mail.fuji.example", Type::A, ("10.1.0." + std::to_string(i)).c_str()));
        const auto small = decode(encode(m, 512));
        QVERIFY(small.has_value());
        QVERIFY(!small->truncated); // additional records are no promise
        QCOMPARE(small->answers.size(), std::size_t(1));
        QCOMPARE(small->additional.size(), std::size_t(0));

        m.edns = Edns{};
        m.answers.swap(m.additional);
        const std::string octets = encode(m, 512);
        QVERIFY(octets.size() <= 512);
        const auto cut = decode(octets);
        QVERIFY(cut && cut->truncated && cut->edns && cut->answers.empty());
    }

    void namesBeyondThePointersReachAreWrittenOut() {
        dns::Message m;
        for (int i = 0; i < 900; ++i)
            m.answers.push_back(
                record(("h" + std::to_string(i) + ".example").c_str(), Type::TXT, "twelve octets"));
        for (int i = 0; i < 3; ++i) m.answers.push_back(record("late.zone.test", Type::A, "10.1.0.1"));
        const std::string octets = encode(m);
        QVERIFY(octets.size() > 0x4000);
        QVERIFY(*decode(octets) == m);
    }

    void dataReadsAsItIsSpelt() {
        const auto roundTrip = [](Type type, const char* text) { return dataText(*parseData(type, text)); };
        QCOMPARE(roundTrip(Type::MX, "10  mail.fuji.example."), std::string("10 mail.fuji.example"));
        QCOMPARE(roundTrip(Type::MX, "0 ."), std::string("0 ."));
        QCOMPARE(roundTrip(Type::TXT, "v=spf1 mx -all"), std::string("\"v=spf1 mx -all\""));
        QCOMPARE(roundTrip(Type::TXT, "\"a\" \"b \\\"c\\\" \\009\""),
                 std::string("\"a\" \"b \\\"c\\\" \\009\""));
        QCOMPARE(roundTrip(Type::TXT, "\"not closed"), std::string("\"\\\"not closed\""));
        QCOMPARE(std::get<Txt>(*parseData(Type::TXT, std::string(600, 'k'))).strings.size(), std::size_t(3));
        QCOMPARE(roundTrip(Type::SRV, "0 1 993 mail.fuji.example"), std::string("0 1 993 mail.fuji.example"));
        for (const char* bad : {"", "mail.fuji.example", "10", "70000 a", "-1 a", "10 a b", "10 a..b"})
            QVERIFY2(!parseData(Type::MX, bad), bad);
        QVERIFY(!parseData(Type::A, "10.1.0.256"));
        QVERIFY(!parseData(Type::SOA, "ns host 1 2 3 4"));
    }
};

MAILTOWN_SUITE(DnsWireTest)
#include "wire_test.moc"
