// One message as FETCH tells of it.
#pragma once

#include "protocol/imap/fetch_items.h"
#include "protocol/imap/message_data.h"

#include <string>

namespace mailtown::imap {

// How far the answer about one message has come. However large the message is, this is small: its octets
// stay where they are and are copied out as the peer takes them.
struct FetchUnderWay {
    std::uint32_t number = 0;
    MessageData data;
    bool addsFlags = false;     // though they were not asked for
    bool begun = false;         // "* 12 FETCH (" is told
    std::size_t item = 0;       // the next to be told
    std::size_t told = 0;       // octets of its text that are told: the text is made anew for the rest
    std::size_t literalAt = 0;  // the octets of the message that a literal has yet to tell
    std::size_t literalEnd = 0; // end here
    bool operator==(const FetchUnderWay&) const = default;
};

// "* 12 FETCH (UID 7 FLAGS (\Seen) BODY[] {…" with its line end. False: `out` reached the limit on the way
// (and never holds more than twice as much), or `work`, to which it adds what it read, its own; to be called
// again once there is room, or after a while.
bool appendFetch(std::string& out, std::size_t limit, FetchUnderWay& fetch,
                 const std::vector<FetchItem>& items, int utcOffsetMinutes, std::size_t& work);

// "* 12 FETCH (FLAGS (\Seen))", with the uid where it is not 0.
void appendFlagsFetch(std::string& out, std::uint32_t number, const MessageFlags& flags, std::uint32_t uid);

// `"17-Jul-1996 02:44:25 -0700"`
std::string internalDateText(std::int64_t unixSeconds, int utcOffsetMinutes);

} // namespace mailtown::imap
