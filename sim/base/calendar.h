// The proleptic Gregorian calendar, without the C library's clocks and zones.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace mailtown {

struct Calendar {
    int year = 1970;
    int month = 1; // 1 … 12
    int day = 1;   // 1 … 31
    int hour = 0, minute = 0, second = 0;
    int weekday = 4;          // 0 Sunday … 6 Saturday
    int utcOffsetMinutes = 0; // of the clock that shows this

    bool operator==(const Calendar&) const = default;
};

Calendar toCalendar(std::int64_t unixSeconds, int utcOffsetMinutes);
// `weekday` is not looked at.
std::int64_t toUnixSeconds(const Calendar& calendar);

// "2026-06-01", "2026-06-01 19:50", "2026-06-01T19:50:30+09:00", "2026-06-01 19:50 +0900", "… Z"; without an
// offset, `utcOffsetMinutes` is taken. None for anything else, and for days that do not exist.
std::optional<Calendar> parseCalendar(std::string_view text, int utcOffsetMinutes);

// "2026-06-01 19:50:30"
std::string formatCalendar(const Calendar& calendar);

std::string_view englishMonth(int month);     // 1 … 12: "Jan"
std::string_view englishWeekday(int weekday); // 0 … 6: "Sun"
std::string formatUtcOffset(int minutes);     // "+0900"

} // namespace mailtown
