#include "base/calendar.h"

#include "support/suite.h"

using namespace mailtown;

class CalendarTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void tellsTheDayOfAMomentInAnyZone() {
        const Calendar tokyo = toCalendar(1'780'310'400, 540); // 2026-06-01 10:40 UTC
        QCOMPARE(formatCalendar(tokyo), std::string("2026-06-01 19:40:00"));
        QCOMPARE(englishWeekday(tokyo.weekday), std::string_view("Mon"));
        QCOMPARE(englishMonth(tokyo.month), std::string_view("Jun"));
        QCOMPARE(formatUtcOffset(tokyo.utcOffsetMinutes), std::string("+0900"));
        QCOMPARE(formatUtcOffset(-210), std::string("-0330"));
        QCOMPARE(formatCalendar(toCalendar(-1, 0)), std::string("1969-12-31 23:59:59"));
    }

    void comesBackToTheSameSecond() {
        for (std::int64_t second = -5'000'000'000; second < 5'000'000'000; second += 123'456'789)
            for (const int zone : {-720, -210, 0, 330, 540})
                QCOMPARE(toUnixSeconds(toCalendar(second, zone)), second);
    }

    void readsWhatPeopleWrite() {
        for (const char* text : {"2026-06-01 19:40", "2026-06-01T19:40:00", "2026-06-01 19:40:00 +0900",
                                 "2026-06-01T10:40:00Z", "2026-06-01T06:40:00-04:00"}) {
            const auto calendar = parseCalendar(text, 540);
            QVERIFY2(calendar, text);
            QCOMPARE(toUnixSeconds(*calendar), std::int64_t(1'780'310'400));
        }
    }

    void refusesDaysAndHoursThatAreNot() {
        for (const char* text : {"", "2026", "2026-02-29", "2026-13-01", "2026-00-10", "2026-06-01 24:00",
                                 "2026-06-01 19:60", "2026-06-01 19:40 +9", "2026-06-01x", "26-06-01"})
            QVERIFY2(!parseCalendar(text, 0), text);
        QVERIFY(parseCalendar("2024-02-29", 0));
    }
};

MAILTOWN_SUITE(CalendarTest)
#include "calendar_test.moc"
