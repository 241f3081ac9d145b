#include "base/random.h"
#include "mail/address_list.h"
#include "mail/charset.h"
#include "mail/header_field.h"
#include "support/suite.h"

using namespace mailtown;

namespace {

// One a line: "name|route|local|domain", "name:" and ";" for groups.
std::string listed(std::string_view value) {
    std::string out;
    for (const ListedAddress& a : parseAddressList(value)) {
        if (!out.empty()) out += "\n";
        if (a.kind == ListedAddress::Kind::GroupStart) out += a.name + ":";
        if (a.kind == ListedAddress::Kind::GroupEnd) out += ";";
        if (a.kind == ListedAddress::Kind::Mailbox)
            out += a.name + "|" + a.route + "|" + a.local + "|" + a.domain;
    }
    return out;
}

} // namespace

class HeaderTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void splitsAHeaderIntoFields() {
        const auto fields =
            headerFields("A: 1\r\nB : x\r\n y\r\nno field\r\n lost\r\n: none\r\nC:\nD: 4\r\n\r\nE: body\r\n");
        QCOMPARE(fields.size(), std::size_t(4));
        QCOMPARE(std::string(fields[1].name), std::string("B"));
        QCOMPARE(unfolded(fields[1].value), std::string("x y"));
        QCOMPARE(unfolded(fields[2].value), std::string());
        QCOMPARE(std::string(fields[3].name), std::string("D"));
    }

    // RFC 5322 Appendix A.1.2, A.1.3, A.5, A.6.1
    void readsTheAddressesOfRfc5322() {
        QCOMPARE(listed("\"Joe Q. Public\" <john.q.public@example.com>"),
                 std::string("Joe Q. Public||john.q.public|example.com"));
        QCOMPARE(listed("Mary Smith <mary@x.test>, jdoe@example.org, Who? <one@y.test>"),
                 std::string("Mary Smith||mary|x.test\n||jdoe|example.org\nWho?||one|y.test"));
        QCOMPARE(listed("<boss@nil.test>, \"Giant; \\\"Big\\\" Box\" <sysservices@example.net>"),
                 std::string("||boss|nil.test\nGiant; \"Big\" Box||sysservices|example.net"));
        QCOMPARE(listed("A Group:Ed Jones <c@a.test>,joe@where.test,John <jdoe@one.test>;"),
                 std::string("A Group:\nEd Jones||c|a.test\n||joe|where.test\nJohn||jdoe|one.test\n;"));
        QCOMPARE(listed("Undisclosed recipients:;"), std::string("Undisclosed recipients:\n;"));
        QCOMPARE(listed("Pete(A nice \\) chap) <pete(his account)@silly.test(his host)>"),
                 std::string("Pete||pete|silly.test"));
        QCOMPARE(listed("A Group(Some people)\r\n :Chris Jones <c@(Chris's host.)public.example>,\r\n "
                        "joe@example.org;"),
                 std::string("A Group:\nChris Jones||c|public.example\n||joe|example.org\n;"));
        QCOMPARE(listed("Joe Q. Public <john.q.public@example.com>"),
                 std::string("Joe Q. Public||john.q.public|example.com"));
        QCOMPARE(listed("Mary Smith <@node.test,@b.test:mary@example.net>, , jdoe@test . example"),
                 std::string("Mary Smith|@node.test,@b.test|mary|example.net\n||jdoe|test.example"));
        QCOMPARE(listed("sato@fuji.example (Sato Taro)"), std::string("Sato Taro||sato|fuji.example"));
        QCOMPARE(listed("=?utf-8?b?5L2Q6Jek?= <sato@fuji.example>"),
                 std::string("=?utf-8?b?5L2Q6Jek?=||sato|fuji.example"));
        QCOMPARE(listed("\"john smith\"@[192.0.2.1]"), std::string("||john smith|[192.0.2.1]"));
    }

    void readsWhatIsNoAddressList() {
        QCOMPARE(listed(""), std::string());
        QCOMPARE(listed("<>"), std::string());
        QCOMPARE(listed("nobody"), std::string("||nobody|"));
        QCOMPARE(listed("Sato <sato@fuji.example"), std::string("Sato||sato|fuji.example"));
        QCOMPARE(listed("\"open <a@b>"), std::string("||open <a@b>|"));
        QCOMPARE(listed("group: a@b"), std::string("group:\n||a|b\n;"));
        QCOMPARE(listed("a@b@c"), std::string("||a@b|c"));
        Random random(5);
        const std::string alphabet = "ab@<>,;:\"()[]\\. \r\n\xE5";
        for (int round = 0; round < 5000; ++round) {
            std::string text;
            for (std::uint64_t n = random.below(40); n > 0; --n)
                text += alphabet[random.below(alphabet.size())];
            int open = 0;
            for (const ListedAddress& a : parseAddressList(text)) {
                if (a.kind == ListedAddress::Kind::GroupStart) ++open;
                if (a.kind == ListedAddress::Kind::GroupEnd) --open;
                QVERIFY(open == 0 || open == 1);
                QVERIFY((a.name + a.local + a.domain + a.route).find_first_of(std::string("\r\n\0", 3)) ==
                        std::string::npos);
            }
            QCOMPARE(open, 0);
        }
        parseAddressList(std::string(300'000, '('));
        QCOMPARE(parseAddressList(std::string(300'000, '<')).size() <= 1, true);
    }

    void fillsSenderAndReplyToFromFrom() {
        const EnvelopeFields fields = envelopeFields(
            "from: A <a@x>\r\nSubject: =?utf-8?q?=E5=AF=8C?=\r\n\t and more\r\nTo: b@y\r\nTO: c@z\r\n"
            "Reply-To:\r\nMessage-ID: <1@x>\r\nSubject: second\r\n\r\nCc: body@x\r\n");
        QCOMPARE(fields.subject, std::string("=?utf-8?q?=E5=AF=8C?=\t and more"));
        QCOMPARE(fields.to.size(), std::size_t(2));
        QVERIFY(fields.sender == fields.from && fields.replyTo == fields.from && fields.from.size() == 1);
        QVERIFY(fields.cc.empty());
        QCOMPARE(fields.messageId, std::string("<1@x>"));
    }

    // RFC 2047 §8
    void decodesTheEncodedWordsOfRfc2047_data() {
        QTest::addColumn<QByteArray>("written");
        QTest::addColumn<QByteArray>("shown");
        const auto row = [](const char* written, const char* shown) {
            QTest::newRow(written) << QByteArray(written) << QByteArray(shown);
        };
        row("=?US-ASCII?Q?Keith_Moore?= <moore@cs.utk.edu>", "Keith Moore <moore@cs.utk.edu>");
        row("=?ISO-8859-1?Q?Andr=E9?= Pirard", "André Pirard");
        row("=?ISO-8859-1?B?SWYgeW91IGNhbiByZWFkIHRoaXMgeW8=?=\r\n "
            "=?ISO-8859-2?B?dSB1bmRlcnN0YW5kIHRoZSBleGFtcGxlLg==?=",
            "If you can read this you understand the example.");
        row("=?ISO-8859-1?Q?a?= b", "a b");
        row("=?ISO-8859-1?Q?a?=  =?ISO-8859-1?Q?b?=", "ab");
        row("=?ISO-8859-1?Q?a_b?=", "a b");
        row("=?iso-2022-jp?B?GyRCSVk7ThsoQg==?=", "富士");
        row("=?utf-8?b?5a+M?= =?utf-8?b?5aOr?=", "富士");
        row("plain  text", "plain  text");
        row("raw 富士", "raw 富士");
        row("raw caf\xE9", "raw café");
        row("=?utf-8?q?a=0D=0ABcc:_x@y?=", "a  Bcc: x@y");
        row("=?utf-8?x?broken?=", "=?utf-8?x?broken?=");
    }
    void decodesTheEncodedWordsOfRfc2047() {
        QFETCH(QByteArray, written);
        QFETCH(QByteArray, shown);
        QCOMPARE(decodeHeaderText(written.toStdString()), shown.toStdString());
    }

    void readsCharsetsAndEncodings() {
        QCOMPARE(toUtf8("\x95x\x8Em \x87\x40", "Shift_JIS"), std::string("富士 ①"));
        QCOMPARE(toUtf8("\xC9\xD9\xBB\xCE", "EUC-JP"), std::string("富士"));
        QCOMPARE(toUtf8("\x1B$BIY;N\x1B(B", "ISO-2022-JP"), std::string("富士"));
        QCOMPARE(toUtf8("caf\xE9", "no-such-charset"), std::string("café"));
        QCOMPARE(toUtf8("caf\xE9", "../../etc/passwd"), std::string("café"));
        QCOMPARE(toUtf8("caf\xC3\xA9", "x-unknown"), std::string("café"));
        QCOMPARE(toUtf8("a\xFFz", "utf-8"), std::string("a\xEF\xBF\xBDz"));
        QCOMPARE(toUtf8("a\x80", "euc-jp").substr(0, 1), std::string("a"));
        QCOMPARE(decodeTransfer("SGVsbG8=\r\n", "base64"), std::string("Hello"));
        QCOMPARE(decodeTransfer("SGV*sbG8", "BASE64").substr(0, 3), std::string("Hel"));
        QCOMPARE(decodeTransfer("a=3Db=\r\nc=ZZ", "quoted-printable"), std::string("a=bc=ZZ"));
        QCOMPARE(decodeTransfer("as=3D is", "8bit"), std::string("as=3D is"));
        QCOMPARE(decodeTransfer("", "base64"), std::string());
    }
};

MAILTOWN_SUITE(HeaderTest)
#include "header_test.moc"
