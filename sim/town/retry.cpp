#include "town/retry.h"

#include <algorithm>

namespace mailtown {
namespace {

// Postfix (minimal_backoff_time 300 s, maximal_backoff_time 4000 s): a letter waits as long again as it has
// waited.
Time postfixNext(Time queued, Time now) {
    return now + std::clamp<Duration>(now - queued, 300 * second, 4000 * second);
}

// Exim's default rule: F,2h,15m; G,16h,1h,1.5; F,4d,6h.
Time eximNext(Time queued, Time now) {
    const Duration age = now - queued;
    if (age < 2 * hour) return now + 15 * minute;
    if (age >= 16 * hour) return now + 6 * hour;
    Duration gap = hour;
    for (Duration reached = 2 * hour; reached + gap <= age; gap += gap / 2) reached += gap;
    return now + gap;
}

} // namespace

const std::vector<std::string>& RetryPolicy::presetNames() {
    static const std::vector<std::string> names{"postfix", "exim", "sendmail", "rfc5321", "classroom"};
    return names;
}

std::optional<RetryPolicy> RetryPolicy::preset(std::string_view name) {
    if (name == "postfix") return RetryPolicy{"postfix", {}, 5 * day};
    if (name == "exim") return RetryPolicy{"exim", {}, 4 * day};
    if (name == "sendmail") return RetryPolicy{"sendmail", {hour}, 5 * day};
    // RFC 5321 §4.5.4.1: two tries in the first hour, at least 30 minutes apart, then one every two or three
    // hours.
    if (name == "rfc5321") return RetryPolicy{"rfc5321", {30 * minute, 2 * hour}, 5 * day};
    if (name == "classroom")
        return RetryPolicy{"classroom", {10 * second, 30 * second, minute, 2 * minute, 5 * minute}, hour};
    return std::nullopt;
}

Time RetryPolicy::nextTry(Time queued, int tries, Time now) const {
    if (name == "postfix") return postfixNext(queued, now);
    if (name == "exim") return eximNext(queued, now);
    if (intervals.empty()) return postfixNext(queued, now);
    const auto index = std::min(std::size_t(std::max(tries, 1)) - 1, intervals.size() - 1);
    return now + std::max<Duration>(intervals[index], second);
}

} // namespace mailtown
