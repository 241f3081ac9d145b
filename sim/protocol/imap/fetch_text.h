// One message as FETCH tells of it.
#pragma once

#include "protocol/imap/fetch_items.h"
#include "protocol/imap/message_data.h"

#include <string>

namespace mailtown::imap {

// "* 12 FETCH (UID 7 FLAGS (\Seen) BODY[] {…" with its line end.
void appendFetch(std::string& out, std::uint32_t number, const std::vector<FetchItem>& items,
                 const MessageData& data, int utcOffsetMinutes);

// "* 12 FETCH (FLAGS (\Seen))", with the uid where it is not 0.
void appendFlagsFetch(std::string& out, std::uint32_t number, const MessageFlags& flags, std::uint32_t uid);

// `"17-Jul-1996 02:44:25 -0700"`
std::string internalDateText(std::int64_t unixSeconds, int utcOffsetMinutes);

} // namespace mailtown::imap
