#include "base/text.h"
#include "mail/charset.h"
#include "mail/compose.h"
#include "mail/readable_text.h"
#include "support/suite.h"

#include <algorithm>

using namespace mailtown;

namespace {

Address address(const char* text) { return *Address::parse(text); }

Composition letter() {
    Composition c;
    c.from = {"Aoki", address("aoki@sakura.example")};
    c.to = {{"", address("sato@fuji.example")}};
    c.subject = "Hello";
    c.body = "First line\nSecond line";
    c.unixSeconds = 1780311000; // 2026-06-01 10:50 UTC
    c.utcOffsetMinutes = 540;
    c.messageId = "7.20260601@pc.sakura.example";
    return c;
}

std::size_t longestLine(const std::string& octets) {
    std::size_t longest = 0, start = 0;
    for (std::size_t end; (end = octets.find("\r\n", start)) != octets.npos; start = end + 2)
        longest = std::max(longest, end - start);
    return std::max(longest, octets.size() - start);
}

bool onlyCrlf(const std::string& octets) {
    for (std::size_t i = 0; i < octets.size(); ++i) {
        if (octets[i] == '\r' && (i + 1 == octets.size() || octets[i + 1] != '\n')) return false;
        if (octets[i] == '\n' && (i == 0 || octets[i - 1] != '\r')) return false;
    }
    return true;
}

} // namespace

class ComposeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void writesALetterAsAMailProgramDoes() {
        QCOMPARE(compose(letter()).octets(), std::string("From: Aoki <aoki@sakura.example>\r\n"
                                                         "To: sato@fuji.example\r\n"
                                                         "Subject: Hello\r\n"
                                                         "Date: Mon, 1 Jun 2026 19:50:00 +0900\r\n"
                                                         "Message-ID: <7.20260601@pc.sakura.example>\r\n"
                                                         "MIME-Version: 1.0\r\n"
                                                         "Content-Type: text/plain; charset=utf-8\r\n"
                                                         "Content-Transfer-Encoding: 7bit\r\n"
                                                         "\r\n"
                                                         "First line\r\nSecond line\r\n"));
    }

    void japaneseComesBackAsItWasWritten() {
        Composition c = letter();
        c.from.name = "青木";
        c.subject = "打ち合わせの件につきまして、来週の月曜日はいかがでしょうか。ご都合をお聞かせください";
        c.body = "佐藤さん\r\n\r\nこんにちは。\r\n";
        for (const bool eightBit : {true, false}) {
            c.eightBit = eightBit;
            const std::string octets = compose(c).octets();
            QCOMPARE(decodeHeaderText(compose(c).field("Subject")), c.subject);
            QCOMPARE(decodeHeaderText(compose(c).field("From")), std::string("青木 <aoki@sakura.example>"));
            QCOMPARE(readableText(octets), std::string("佐藤さん\n\nこんにちは。\n"));
            QVERIFY(isAscii(compose(c).header()));
            QCOMPARE(isAscii(octets), !eightBit);
            QVERIFY(longestLine(octets) <= 78);
        }
    }

    void aMostlyAsciiBodyStaysLegibleInSevenBits() {
        Composition c = letter();
        c.eightBit = false;
        c.body = "Meet me at the café on the corner of the street, = or so; trailing blank \nthen home.";
        const Message message = compose(c);
        QCOMPARE(message.field("Content-Transfer-Encoding"), std::string("quoted-printable"));
        QVERIFY(message.body().find("Meet me at the caf=C3=A9") == 0);
        QVERIFY(longestLine(message.octets()) <= 78);
        QCOMPARE(readableText(message.octets()), c.body + "\n");
    }

    void longLinesAreEncodedSoThatNoRelayCutsThem() {
        Composition c = letter();
        c.body = std::string(5000, 'x');
        c.subject = std::string(3000, 'y');
        const Message message = compose(c);
        QVERIFY(longestLine(message.octets()) <= 78);
        QCOMPARE(readableText(message.octets()), c.body + "\n");
        QCOMPARE(decodeHeaderText(message.field("Subject")), c.subject);
    }

    void noLineEndIsSmuggledIntoTheHeader() {
        Composition c = letter();
        c.subject = "Hello\r\nBcc: eve@evil.example\r\n\r\nbody";
        c.from.name = "A\r\nX: y";
        c.messageId = "<a\r\nb> c";
        c.body = "bare\rcr and\nlf\r\n";
        const Message message = compose(c);
        QCOMPARE(message.field("Bcc"), std::string());
        QCOMPARE(message.field("X"), std::string());
        QCOMPARE(message.field("Message-ID"), std::string("<abc>"));
        QCOMPARE(message.body(), std::string("bare\r\ncr and\r\nlf\r\n"));
        QVERIFY(onlyCrlf(message.octets()));
    }

    void whatLooksLikeAnEncodedWordIsEncoded() {
        Composition c = letter();
        c.subject = "=?utf-8?q?not_one?=";
        QCOMPARE(decodeHeaderText(compose(c).field("Subject")), c.subject);
    }

    void namesAreQuotedWhereTheyMustBe() {
        QCOMPARE(addressField("To", {{"Sato, \"Jr\" (x)", address("a@b.example")}}),
                 std::string("To: \"Sato, \\\"Jr\\\" (x)\" <a@b.example>\r\n"));
        QCOMPARE(
            addressField("To", {{"Anna Maria Aoki", address("a@b.example")}, {"", address("c@d.example")}}),
            std::string("To: Anna Maria Aoki <a@b.example>, c@d.example\r\n"));
    }

    void manyRecipientsFoldBetweenAddresses() {
        const std::vector<NamedAddress> many(20, {"", address("somebody@somewhere.example")});
        const std::string field = addressField("To", many);
        QVERIFY(longestLine(field) <= 78);
        QCOMPARE(std::count(field.begin(), field.end(), ','), 19);
        QVERIFY(field.find("\r\n,") == field.npos);
    }

    void encodedWordsKeepCharactersWhole() {
        const std::string text =
            "日本語の長い件名をここに書きますので、いくつもの語に分かれますが、文字は割れません";
        const std::vector<std::string> words = encodedWords(text);
        QVERIFY(words.size() > 1);
        std::string joined;
        for (const std::string& word : words) {
            QVERIFY(word.size() <= 75);
            joined += decodeHeaderText(word);
        }
        QCOMPARE(joined, text);
    }

    void aLetterToNobodyNamedStillHasATo() {
        Composition c = letter();
        c.to.clear();
        QCOMPARE(compose(c).field("To"), std::string("undisclosed-recipients:;"));
    }
};

MAILTOWN_SUITE(ComposeTest)
#include "compose_test.moc"
