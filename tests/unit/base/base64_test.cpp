#include "base/base64.h"
#include "support/suite.h"

using namespace mailtown;

class Base64Test : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // RFC 4648 §10.
    void theExamplesOfTheRfcAreWrittenAndReadBack_data() {
        QTest::addColumn<QByteArray>("octets");
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("none") << QByteArray("") << QByteArray("");
        QTest::newRow("one") << QByteArray("f") << QByteArray("Zg==");
        QTest::newRow("two") << QByteArray("fo") << QByteArray("Zm8=");
        QTest::newRow("three") << QByteArray("foo") << QByteArray("Zm9v");
        QTest::newRow("six") << QByteArray("foobar") << QByteArray("Zm9vYmFy");
        QTest::newRow("high ones") << QByteArray("\xff\xfe\xfb") << QByteArray("//77");
    }
    void theExamplesOfTheRfcAreWrittenAndReadBack() {
        QFETCH(QByteArray, octets);
        QFETCH(QByteArray, text);
        QCOMPARE(toBase64(octets.toStdString()), text.toStdString());
        QVERIFY(fromBase64(text.toStdString()) == octets.toStdString());
    }

    void oneCredentialHasOneSpelling() {
        for (const char* other :
             {"Zg", "Zg=", "Zh==", "Zg==\n", " Zg==", "Zg==Zg==", "Z===", "====", "Zm9_", "Zm9v="})
            QVERIFY2(!fromBase64(other), other);
    }
};

MAILTOWN_SUITE(Base64Test)
#include "base64_test.moc"
