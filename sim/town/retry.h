// When a post office tries again, and when it gives up (RFC 5321 §4.5.4.1).
#pragma once

#include "base/result.h"
#include "base/time.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mailtown {

struct RetryPolicy {
    std::string name = "postfix";    // preset's name, or "explicit"
    std::vector<Duration> intervals; // explicit: between one try and the next; the last one repeats
    Duration giveUpAfter = 5 * day;  // from queueing; then the letter is returned

    // The presets bear the names of their origin: postfix, exim, sendmail, rfc5321; and classroom (seconds
    // and minutes).
    static std::optional<RetryPolicy> preset(std::string_view name);
    static const std::vector<std::string>& presetNames();

    // When the next try is due, after try number `tries` (1-based) failed at `now`, of a letter queued at
    // `queued`.
    Time nextTry(Time queued, int tries, Time now) const;

    bool operator==(const RetryPolicy&) const = default;
};

} // namespace mailtown
