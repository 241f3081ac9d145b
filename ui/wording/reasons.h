// Why something did not succeed, as a short clause, in the current language and vocabulary.
#pragma once

#include "trace/record.h"

#include <QString>

namespace mailtown::wording {

// What a reply code or a failed connection comes down to.
enum class Reason {
    Closed,      // connection refused
    Silent,      // connected or not, no answer in time
    RoadCut,     // no way to the host
    Broken,      // the connection broke
    NoSuchTown,  // the domain does not exist, or takes no mail
    NoDirectory, // DNS does not answer
    Crowded,     // 421
    NotNow,      // 450, 451 and other 4xx
    Full,        // 452
    NobodyThere, // 550 5.1.1
    TooBig,      // 552
    Refused,     // other 5xx
    GaveUp,      // tried for as long as the policy allows
    Loop,        // passed through too many offices
};

Reason reasonOf(int code, std::string_view text);
// "the office is closed" | the answer itself
QString reason(int code, std::string_view text);
QString everyday(Reason reason);
// "the door was shut": what the carrier finds on the spot
QString onTheSpot(Reason reason);

} // namespace mailtown::wording
