#include "base/text.h"
#include "support/suite.h"

using namespace mailtown;

class TextTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void knowsUtf8FromOtherBytes() {
        for (const char* text : {"", "plain", "\xE5\xAF\x8C\xE5\xA3\xAB", "\xF0\x9F\x93\xAE", "\xEF\xBF\xBD",
                                 "\xF4\x8F\xBF\xBF"})
            QVERIFY2(isUtf8(text), text);
        for (const char* text : {"\x80", "\xC0\x80", "\xC1\xBF", "\xE0\x80\x80", "\xED\xA0\x80",
                                 "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xE5\xAF", "a\xFF"})
            QVERIFY2(!isUtf8(text), text);
    }

    void replacesEachWrongByte() {
        QCOMPARE(toValidUtf8("a\xFF\xC3z"), std::string("a\xEF\xBF\xBD\xEF\xBF\xBDz"));
        QCOMPARE(toValidUtf8("富士"), std::string("富士"));
    }

    void comparesAndTrimsInAsciiAlone() {
        QVERIFY(equalIgnoringCase("Inbox", "INBOX"));
        QVERIFY(!equalIgnoringCase("Inbo", "INBOX"));
        QVERIFY(startsWithIgnoringCase("IPV6:x", "ipv6:"));
        QCOMPARE(std::string(trimmed(" \t a b\r\n")), std::string("a b"));
        QCOMPARE(std::string(trimmed(" \r\n")), std::string());
    }
};

MAILTOWN_SUITE(TextTest)
#include "text_test.moc"
