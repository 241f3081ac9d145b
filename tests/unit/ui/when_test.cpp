#include "support/suite.h"
#include "ui/wording/language.h"
#include "ui/wording/when.h"

using namespace mailtown;
using namespace mailtown::wording;

class WhenTest : public QObject {
    Q_OBJECT

    static Plan townOf2026() {
        Plan plan;
        plan.startUnixSeconds = 1780239600; // Monday 1 June 2026, 00:00 in Japan
        plan.utcOffsetMinutes = 9 * 60;
        return plan;
    }

private Q_SLOTS:
    void cleanup() { setLanguage(QStringLiteral("en")); }

    void saysHowLong_data() {
        QTest::addColumn<qint64>("duration");
        QTest::addColumn<QString>("english");
        QTest::addColumn<QString>("japanese");
        const auto row = [](const char* name, qint64 duration, const char* english, const char* japanese) {
            QTest::newRow(name) << duration << QString::fromUtf8(english) << QString::fromUtf8(japanese);
        };
        row("nothing", 0, "0 ms", "0ミリ秒");
        row("an instant", 40 * millisecond, "40 ms", "40ミリ秒");
        row("seconds", 20 * second + 400 * millisecond, "20 s", "20秒");
        row("minutes", 5 * minute, "5 min", "5分");
        row("minutes and seconds", 5 * minute + 7 * second, "5 min 7 s", "5分7秒");
        row("an hour and minutes", hour + 7 * minute, "1 h 7 min", "1時間7分");
        row("days and hours", 4 * day + 10 * hour + 26 * minute, "4 d 10 h", "4日10時間");
        row("days, no hours", 2 * day + 3 * minute, "2 d", "2日");
    }
    void saysHowLong() {
        QFETCH(qint64, duration);
        QFETCH(QString, english);
        QFETCH(QString, japanese);
        QCOMPARE(span(duration), english);
        setLanguage(QStringLiteral("ja"));
        QCOMPARE(span(duration), japanese);
    }

    void countsTries() {
        QCOMPARE(nthTry(1), QStringLiteral("1st try"));
        QCOMPARE(nthTry(2), QStringLiteral("2nd try"));
        QCOMPARE(nthTry(3), QStringLiteral("3rd try"));
        QCOMPARE(nthTry(11), QStringLiteral("11th try"));
        QCOMPARE(nthTry(17), QStringLiteral("17th try"));
        QCOMPARE(nthTry(21), QStringLiteral("21st try"));
        QCOMPARE(nthTry(112), QStringLiteral("112th try"));
        setLanguage(QStringLiteral("ja"));
        QCOMPARE(nthTry(17), QStringLiteral("17回目"));
    }

    void keepsTheTownsCalendar() {
        const Calendar calendar(townOf2026());
        const Time t = day + 10 * hour + 43 * minute + 42 * second;
        QCOMPARE(calendar.date(t), QStringLiteral("Tuesday 2 June"));
        QCOMPARE(calendar.clock(t), QStringLiteral("10:43:42"));
        QCOMPARE(calendar.dayMark(0, true), QStringLiteral("Mon 1 June"));
        QCOMPARE(calendar.dayMark(t, false), QStringLiteral("Tue 2"));
        QCOMPARE(calendar.moment(2 * day + 8 * hour, t), QStringLiteral("Wed 08:00"));
        QCOMPARE(calendar.moment(t, t), QStringLiteral("10:43"));
        QCOMPARE(calendar.startOfNextDay(t), Time(2 * day));
        setLanguage(QStringLiteral("ja"));
        QCOMPARE(calendar.date(t), QStringLiteral("6月2日(火)"));
        QCOMPARE(calendar.dayMark(t, false), QStringLiteral("2日(火)"));
        QCOMPARE(calendar.moment(2 * day + 8 * hour, t), QStringLiteral("水曜 08:00"));
    }
};

MAILTOWN_SUITE(WhenTest)
#include "when_test.moc"
