#include "base/calendar.h"

#include "base/text.h"

#include <array>
#include <chrono>
#include <cstdio>

namespace mailtown {
namespace {

using std::chrono::days;
using std::chrono::seconds;
using std::chrono::sys_days;
using std::chrono::sys_seconds;
using std::chrono::year_month_day;

year_month_day date(const Calendar& c) {
    return {std::chrono::year(c.year), std::chrono::month(unsigned(c.month)),
            std::chrono::day(unsigned(c.day))};
}

// Eats exactly `count` digits.
bool number(std::string_view& text, std::size_t count, int& value) {
    if (text.size() < count) return false;
    value = 0;
    for (std::size_t i = 0; i < count; ++i) {
        if (!isDigit(text[i])) return false;
        value = value * 10 + (text[i] - '0');
    }
    text.remove_prefix(count);
    return true;
}

bool eat(std::string_view& text, char c) {
    if (text.empty() || text.front() != c) return false;
    text.remove_prefix(1);
    return true;
}

bool clock(std::string_view& text, Calendar& out) {
    if (!number(text, 2, out.hour) || !eat(text, ':') || !number(text, 2, out.minute)) return false;
    if (eat(text, ':') && !number(text, 2, out.second)) return false;
    return out.hour < 24 && out.minute < 60 && out.second < 60;
}

bool offset(std::string_view& text, int& minutes) {
    if (eat(text, 'Z')) {
        minutes = 0;
        return true;
    }
    const bool west = !text.empty() && text.front() == '-';
    if (!eat(text, '+') && !eat(text, '-')) return false;
    int hours = 0, rest = 0;
    if (!number(text, 2, hours)) return false;
    eat(text, ':');
    if (!number(text, 2, rest) || hours > 14 || rest > 59) return false;
    minutes = (hours * 60 + rest) * (west ? -1 : 1);
    return true;
}

} // namespace

Calendar toCalendar(std::int64_t unixSeconds, int utcOffsetMinutes) {
    const sys_seconds local{seconds(unixSeconds + std::int64_t(utcOffsetMinutes) * 60)};
    const sys_days day = std::chrono::floor<days>(local);
    const year_month_day date{day};
    const std::chrono::hh_mm_ss clock{local - day};
    return {.year = int(date.year()),
            .month = int(unsigned(date.month())),
            .day = int(unsigned(date.day())),
            .hour = int(clock.hours().count()),
            .minute = int(clock.minutes().count()),
            .second = int(clock.seconds().count()),
            .weekday = int(std::chrono::weekday(day).c_encoding()),
            .utcOffsetMinutes = utcOffsetMinutes};
}

std::int64_t toUnixSeconds(const Calendar& c) {
    const sys_seconds midnight{sys_days(date(c))};
    return midnight.time_since_epoch().count() + c.hour * 3600 + c.minute * 60 + c.second -
           std::int64_t(c.utcOffsetMinutes) * 60;
}

std::optional<Calendar> parseCalendar(std::string_view text, int utcOffsetMinutes) {
    Calendar out;
    out.utcOffsetMinutes = utcOffsetMinutes;
    if (!number(text, 4, out.year) || !eat(text, '-') || !number(text, 2, out.month) || !eat(text, '-') ||
        !number(text, 2, out.day))
        return std::nullopt;
    if (!date(out).ok()) return std::nullopt;
    if (!text.empty()) {
        if (!eat(text, ' ') && !eat(text, 'T')) return std::nullopt;
        if (!clock(text, out)) return std::nullopt;
        eat(text, ' ');
        if (!text.empty() && !offset(text, out.utcOffsetMinutes)) return std::nullopt;
        if (!text.empty()) return std::nullopt;
    }
    return toCalendar(toUnixSeconds(out), out.utcOffsetMinutes); // with its weekday
}

std::string formatCalendar(const Calendar& c) {
    char out[48];
    std::snprintf(out, sizeof out, "%04d-%02d-%02d %02d:%02d:%02d", c.year, c.month, c.day, c.hour, c.minute,
                  c.second);
    return out;
}

std::string_view englishMonth(int month) {
    constexpr std::array<std::string_view, 12> names{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                     "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    return names[std::size_t(month - 1)];
}

std::string_view englishWeekday(int weekday) {
    constexpr std::array<std::string_view, 7> names{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    return names[std::size_t(weekday)];
}

std::string formatUtcOffset(int minutes) {
    const int size = minutes < 0 ? -minutes : minutes;
    std::string out = minutes < 0 ? "-" : "+";
    for (const int part : {size / 60 / 10, size / 60 % 10, size % 60 / 10, size % 10})
        out += char('0' + part);
    return out;
}

} // namespace mailtown
