#include "ui/wording/when.h"

#include "ui/wording/language.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTimeZone>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace mailtown::wording {
namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(When)
};

QString spell(int unit, qint64 number) {
    switch (unit) {
    case 0:
        return Say::tr("%1 d", "days").arg(number);
    case 1:
        return Say::tr("%1 h", "hours").arg(number);
    case 2:
        return Say::tr("%1 min", "minutes").arg(number);
    case 3:
        return Say::tr("%1 s", "seconds").arg(number);
    default:
        return Say::tr("%1 ms", "milliseconds").arg(number);
    }
}

QLocale locale() { return QLocale(language()); }

} // namespace

QString span(Duration duration) {
    static constexpr std::array<Duration, 5> units{day, hour, minute, second, millisecond};
    duration = std::max<Duration>(duration, 0);
    for (std::size_t i = 0; i < units.size(); ++i) {
        if (duration < units[i] && i + 1 < units.size()) continue;
        const QString first = spell(int(i), duration / units[i]);
        if (i >= 3) return first; // seconds and less stand alone
        const qint64 rest = duration % units[i] / units[i + 1];
        if (rest == 0) return first;
        return Say::tr("%1 %2", "two units of a duration").arg(first, spell(int(i) + 1, rest));
    }
    return {};
}

QString inSpan(Duration duration) {
    if (duration < second) return Say::tr("at once");
    return Say::tr("in %1", "a duration from now")
        .arg(span(duration < minute ? duration : duration - duration % minute));
}

QString nthTry(int number) {
    const int tens = number % 100, ones = number % 10;
    if (ones == 1 && tens != 11) return Say::tr("%1st try").arg(number);
    if (ones == 2 && tens != 12) return Say::tr("%1nd try").arg(number);
    if (ones == 3 && tens != 13) return Say::tr("%1rd try").arg(number);
    return Say::tr("%1th try").arg(number);
}

QString count(qint64 number) { return locale().toString(number); }

Calendar::Calendar(const Plan& plan)
    : startUnixSeconds_(plan.startUnixSeconds), offsetSeconds_(plan.utcOffsetMinutes * 60) {}

QDateTime Calendar::at(Time time) const {
    return QDateTime::fromMSecsSinceEpoch(startUnixSeconds_ * 1000 + time / millisecond,
                                          QTimeZone(offsetSeconds_));
}

Time Calendar::timeOf(const QDateTime& moment) const {
    return (moment.toMSecsSinceEpoch() - startUnixSeconds_ * 1000) * millisecond;
}

// Formats of QLocale::toString, so that a language may order the parts of a date as it likes.
QString Calendar::date(Time time) const {
    return locale().toString(at(time).date(), Say::tr("dddd d MMMM", "format of the date over the clock"));
}

QString Calendar::clock(Time time) const { return at(time).time().toString(u"HH:mm:ss"_s); }
QString Calendar::hourMinute(Time time) const { return at(time).time().toString(u"HH:mm"_s); }

QString Calendar::weekday(Time time) const {
    return locale().toString(at(time).date(), Say::tr("ddd", "format of a weekday before a time"));
}

QString Calendar::dayMark(Time time, bool withMonth) const {
    return locale().toString(at(time).date(),
                             withMonth ? Say::tr("ddd d MMMM", "format of the first day under the slider")
                                       : Say::tr("ddd d", "format of a day under the slider"));
}

QString Calendar::moment(Time time, Time now) const {
    if (sameDay(time, now)) return hourMinute(time);
    return Say::tr("%1 %2", "weekday and time").arg(weekday(time), hourMinute(time));
}

QString Calendar::exact(Time time, Time now) const {
    if (sameDay(time, now)) return clock(time);
    return Say::tr("%1 %2", "weekday and time").arg(weekday(time), clock(time));
}

Time Calendar::startOfNextDay(Time time) const {
    const QDateTime here = at(time);
    return timeOf(QDateTime(here.date().addDays(1), QTime(0, 0), here.timeZone()));
}

} // namespace mailtown::wording
