// One message as FETCH tells of it.
#pragma once

#include "protocol/imap/fetch_items.h"
#include "protocol/imap/message_data.h"

#include <string>

namespace mailtown::imap {

// How far the answer about one message has come.
struct FetchUnderWay {
    std::uint32_t number = 0;
    MessageData data;
    bool addsFlags = false; // though they were not asked for
    std::size_t item = 0;   // the next to be told
    bool operator==(const FetchUnderWay&) const = default;
};

// "* 12 FETCH (UID 7 FLAGS (\Seen) BODY[] {…" with its line end. False: `out` reached the limit on the way,
// to be called again once there is room.
bool appendFetch(std::string& out, std::size_t limit, FetchUnderWay& fetch,
                 const std::vector<FetchItem>& items, int utcOffsetMinutes);

// "* 12 FETCH (FLAGS (\Seen))", with the uid where it is not 0.
void appendFlagsFetch(std::string& out, std::uint32_t number, const MessageFlags& flags, std::uint32_t uid);

// `"17-Jul-1996 02:44:25 -0700"`
std::string internalDateText(std::int64_t unixSeconds, int utcOffsetMinutes);

} // namespace mailtown::imap
