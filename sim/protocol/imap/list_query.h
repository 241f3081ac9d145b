// What a LIST or LSUB asks for (RFC 9051 §6.3.9; RFC 6154 §2; RFC 5258), and which mailboxes answer it.
#pragma once

#include "protocol/imap/parser.h"
#include "protocol/imap/server_events.h"

#include <string>
#include <string_view>
#include <vector>

namespace mailtown::imap {

struct ListQuery {
    std::string reference;             // UTF-8
    std::vector<std::string> patterns; // UTF-8, with "%" and "*"
    bool extended = false;             // with options or several patterns (RFC 5258)
    bool onlySubscribed = false;
    bool recursiveMatch = false;
    bool onlySpecialUse = false;
    bool tellsSubscribed = false;
    bool tellsChildren = false;

    bool operator==(const ListQuery&) const = default;
};

// Behind the command's name. None: not understood.
std::optional<ListQuery> parseListQuery(Parser& parser, bool lsub);

// "%" stands for anything within a level, "*" for anything; INBOX in any case.
bool matchesPattern(std::string_view pattern, std::string_view name);

// Those that answer the query with their attributes: `(\HasNoChildren \Sent)`, in the order given.
struct ListAnswer {
    std::string attributes;
    std::string name;
    bool hasSubscribedBelow = false; // CHILDINFO
};
std::vector<ListAnswer> answerList(const ListQuery& query, const std::vector<ListedMailbox>& mailboxes,
                                   bool lsub);

} // namespace mailtown::imap
