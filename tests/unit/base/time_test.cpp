#include "base/time.h"
#include "support/suite.h"

using namespace mailtown;

class TimeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsDurations_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<qint64>("microseconds");
        QTest::newRow("days") << QByteArray("2d") << qint64(2 * day);
        QTest::newRow("mixed") << QByteArray("1h30m") << qint64(90 * minute);
        QTest::newRow("milliseconds") << QByteArray("250ms") << qint64(250 * millisecond);
        QTest::newRow("minutes before milliseconds")
            << QByteArray("1m5ms") << qint64(minute + 5 * millisecond);
    }
    void readsDurations() {
        QFETCH(QByteArray, text);
        QFETCH(qint64, microseconds);
        const auto read = parseDuration(text.toStdString());
        QVERIFY(read.ok());
        QCOMPARE(qint64(*read), microseconds);
        QCOMPARE(formatDuration(*read), text.toStdString());
    }

    void refusesWhatIsNotADuration() {
        for (const char* text :
             {"", "5", "d", "-5s", "5x", "1s1h", "1s1s", "99999999999999999999d", "200000000d", "1 s"})
            QVERIFY2(!parseDuration(text).ok(), text);
    }
};

MAILTOWN_SUITE(TimeTest)
#include "time_test.moc"
