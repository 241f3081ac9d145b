// Durations, ordinals, and the town's calendar, in the current language.
#pragma once

#include "base/time.h"
#include "town/plan.h"

#include <QDateTime>
#include <QString>

namespace mailtown::wording {

// The two largest units that say something: "4 d 10 h", "1 h 7 min", "5 min", "20 s", "40 ms". Rounded down.
QString span(Duration duration);
// "in 5 min" / "あと5分": whole minutes, below one whole seconds, below a second "at once" / "すぐに"
QString inSpan(Duration duration);
// "17th try" / "17回目"
QString nthTry(int number);
// "17" with the language's digit grouping.
QString count(qint64 number);

// The calendar of the town's own clock.
class Calendar {
public:
    explicit Calendar(const Plan& plan);

    QDateTime at(Time time) const; // in the town's own time zone
    Time timeOf(const QDateTime& moment) const;
    QString date(Time time) const;                    // "Tuesday 2 June" / "6月2日(火)"
    QString clock(Time time) const;                   // "10:43:42"
    QString hourMinute(Time time) const;              // "10:43"
    QString weekday(Time time) const;                 // "Tue" / "火曜"
    QString dayMark(Time time, bool withMonth) const; // under the slider: "Mon 1 June", "Tue 2" / "1日(月)"
    // "20:00" when `time` lies on the day of `now`, else with the weekday: "Mon 20:00" / "月曜 20:00"
    QString moment(Time time, Time now) const;
    // The same with seconds: "21:10:05", "Mon 21:10:05"
    QString exact(Time time, Time now) const;
    Time startOfNextDay(Time time) const;
    bool sameDay(Time a, Time b) const { return at(a).date() == at(b).date(); }

private:
    std::int64_t startUnixSeconds_;
    int offsetSeconds_;
};

} // namespace mailtown::wording
