// The commands in a selected mailbox.
#include "protocol/imap/server.h"

#include "base/text.h"
#include "mail/charset.h"
#include "protocol/imap/fetch_text.h"

#include <algorithm>
#include <utility>

namespace mailtown::imap {
namespace {
bool isFlags(const FetchItem& item) { return item.kind == FetchItem::Kind::Flags; }
} // namespace

void Server::unselect() {
    mailbox_.clear();
    uidValidity_ = 0;
    readOnly_ = false;
    view_.clear();
}

// The set in front, as uids. None: the command was answered already.
std::optional<std::vector<std::uint32_t>> Server::messages(Parser& parser) {
    const auto set = parser.sequenceSet();
    auto uids = set ? view_.select(*set, byUid_) : std::nullopt;
    if (!uids)
        fail("Error in IMAP command " + std::string(commandRow(verb_).name) +
             (set ? ": Invalid messageset" : ": Invalid arguments."));
    return uids;
}

Server::Event Server::fetch(Parser& parser) {
    auto uids = messages(parser);
    if (!uids) return std::nullopt;
    auto items = parser.space() ? parseFetchItems(parser) : std::nullopt;
    // RFC 7162 is not offered, but some clients start with "changed since ever" all the same.
    const bool known = !parser.space() || (parser.take('(') && parser.takeWord("CHANGEDSINCE") &&
                                           parser.space() && parser.number() == 0u && parser.take(')'));
    if (!items || !known || !parser.atEnd()) return fail("Error in IMAP command FETCH: Invalid arguments.");
    items_ = std::move(*items);
    // RFC 9051 §6.4.9: the answer to UID FETCH always has the uid.
    const auto isUid = [](const FetchItem& item) { return item.kind == FetchItem::Kind::Uid; };
    if (byUid_ && std::none_of(items_.begin(), items_.end(), isUid)) {
        FetchItem uid;
        uid.kind = FetchItem::Kind::Uid;
        uid.label = "UID";
        items_.insert(items_.begin(), std::move(uid));
    }
    const bool marks = !readOnly_ && std::any_of(items_.begin(), items_.end(),
                                                 [](const FetchItem& item) { return !item.peek; });
    actsOn_ = *uids;
    return ask(MessagesAsked{std::move(*uids), marks});
}

Server::Event Server::search(Parser& parser) {
    std::string charset = "UTF-8"; // also where none is named: RFC 6855 §3, and what clients mean by 8 bits
    if (parser.takeWord("CHARSET")) {
        const auto named = parser.space() ? parser.astring() : std::nullopt;
        if (!named || !parser.space()) return fail("Error in IMAP command SEARCH: Invalid arguments.");
        if (!knowsCharset(*named)) {
            tagged("NO", "[BADCHARSET (US-ASCII UTF-8 ISO-8859-1 ISO-2022-JP)] Unknown charset.");
            return std::nullopt;
        }
        charset = *named;
    }
    searchCost_ = 256 + parser.rest().size();
    auto key = parseSearch(parser, charset);
    if (!key) return fail("Error in IMAP command SEARCH: Invalid arguments.");
    search_ = Search(std::move(*key));
    if (search_.tooLarge()) {
        search_ = {};
        tagged("NO", "[LIMIT] Too much to look for at once."); // RFC 5530 §3
        return std::nullopt;
    }
    found_.clear();
    return ask(MessagesAsked{view_.uids(), false});
}

void Server::give(const MessageData& data) {
    const std::uint32_t number = asked_ ? view_.numberOf(data.uid) : 0;
    if (number == 0) return;
    ++given_;
    if (verb_ == Verb::Search) {
        const SearchPlace place{number, view_.size(), view_.lastUid(), options_.utcOffsetMinutes};
        work_ += searchCost_;
        if (search_.matches(data, place, work_)) found_.push_back(byUid_ ? data.uid : number);
        return;
    }
    if (verb_ != Verb::Fetch) return;
    // RFC 9051 §6.4.5: when fetching made it \Seen, the answer says so.
    const bool adds =
        std::none_of(items_.begin(), items_.end(), isFlags) && data.flags != view_.flagsOf(number);
    fetch_.emplace();
    fetch_->number = number;
    fetch_->data = data;
    fetch_->addsFlags = adds;
    goOn();
}

// Tells more of the message whose answer is under way.
void Server::goOn() {
    std::vector<FetchItem> withFlags;
    if (fetch_->addsFlags) {
        FetchItem flags;
        flags.kind = FetchItem::Kind::Flags;
        flags.label = "FLAGS";
        withFlags = items_;
        withFlags.insert(withFlags.begin() + (byUid_ ? 1 : 0), std::move(flags));
    }
    const std::vector<FetchItem>& items = fetch_->addsFlags ? withFlags : items_;
    if (!appendFetch(output_, outputLimit, *fetch_, items, options_.utcOffsetMinutes, work_)) return;
    if (std::any_of(items.begin(), items.end(), isFlags)) view_.told(fetch_->number, fetch_->data.flags);
    fetch_.reset();
}

void Server::later(std::vector<std::uint32_t> uids) {
    if (!std::exchange(asked_, false)) return;
    rest_ = std::move(uids);
    search_.rest();
    paused_ = true;
}

void Server::finishMessages() {
    if (verb_ == Verb::Search) {
        std::string line = "SEARCH";
        for (const std::uint32_t number : found_) line += ' ' + std::to_string(number);
        untagged(line);
        found_.clear();
        search_ = {};
    } else if (given_ < actsOn_.size()) {
        // RFC 2180 §4.1.2: others expunged some that this client still counts.
        items_.clear();
        tagged("NO", "[EXPUNGEISSUED] Some of the requested messages no longer exist.");
        return;
    }
    items_.clear();
    complete();
}

// False, and the client is told, when a client cannot give a message these flags (RFC 9051 §2.3.2).
bool Server::mayHave(const std::vector<std::string>& flags) {
    static constexpr std::string_view system[] = {"\\Seen", "\\Answered", "\\Flagged", "\\Deleted",
                                                  "\\Draft"};
    for (const std::string& flag : flags) {
        const auto same = [&](std::string_view name) { return equalIgnoringCase(name, flag); };
        const bool unknown =
            flag.starts_with('\\') && std::none_of(std::begin(system), std::end(system), same);
        if (!unknown && isAscii(flag)) continue;
        fail("Error in IMAP command " + std::string(commandRow(verb_).name) +
             (unknown ? ": Invalid system flag " + flag : ": 8bit data in flag"));
        return false;
    }
    return true;
}

Server::Event Server::store(Parser& parser) {
    auto uids = messages(parser);
    if (!uids) return std::nullopt;
    FlagsAsked asked;
    asked.verb = FlagVerb::Set;
    if (!parser.space()) return fail("Error in IMAP command STORE: Invalid arguments.");
    if (parser.take('+'))
        asked.verb = FlagVerb::Add;
    else if (parser.take('-'))
        asked.verb = FlagVerb::Remove;
    silent_ = parser.takeWord("FLAGS.SILENT");
    if ((!silent_ && !parser.takeWord("FLAGS")) || !parser.space())
        return fail("Error in IMAP command STORE: Invalid arguments.");
    auto flags = parser.flags();
    if (!flags || !parser.atEnd()) return fail("Error in IMAP command STORE: Invalid flags list");
    if (!mayHave(*flags)) return std::nullopt;
    if (readOnly_) {
        tagged("NO", "Mailbox is read-only.");
        return std::nullopt;
    }
    asked.flags = std::move(*flags);
    asked.uids = std::move(*uids);
    actsOn_ = asked.uids;
    return ask(std::move(asked));
}

void Server::stored(const std::vector<MessageState>& states) {
    if (!asked_ || verb_ != Verb::Store) return;
    for (const MessageState& state : states) {
        const std::uint32_t number = view_.numberOf(state.uid);
        if (number == 0) continue;
        view_.told(number, state.flags);
        // RFC 9051 §6.4.6: .SILENT means that the client knows the outcome already.
        if (!silent_) appendFlagsFetch(output_, number, state.flags, byUid_ ? state.uid : 0);
    }
}

Server::Event Server::expunge(Parser& parser) {
    ExpungeAsked asked;
    if (byUid_) {
        auto uids = messages(parser); // RFC 4315 §2.1
        if (!uids) return std::nullopt;
        asked.uids = std::move(*uids);
    } else {
        asked.uids = view_.uids();
    }
    if (!parser.atEnd())
        return fail("Error in IMAP command " + std::string(commandRow(verb_).name) + ": Invalid arguments.");
    if (readOnly_ && verb_ == Verb::Close) { // RFC 9051 §6.4.1: nothing is removed, and no error is given
        unselect();
        return complete();
    }
    if (readOnly_) {
        tagged("NO", "Mailbox is read-only.");
        return std::nullopt;
    }
    return ask(std::move(asked));
}

Server::Event Server::copy(Parser& parser) {
    auto uids = messages(parser);
    if (!uids) return std::nullopt;
    auto target = parser.space() ? parser.astring() : std::nullopt;
    if (!target || !parser.atEnd())
        return fail("Error in IMAP command " + std::string(commandRow(verb_).name) + ": Invalid arguments.");
    if (!readName(*target)) return std::nullopt;
    if (readOnly_ && verb_ == Verb::Move) {
        tagged("NO", "Mailbox is read-only.");
        return std::nullopt;
    }
    if (uids->empty()) {
        tagged("OK", "No messages found.");
        return std::nullopt;
    }
    return ask(CopyAsked{std::move(*uids), std::move(*target), verb_ == Verb::Move});
}

void Server::copied(std::uint32_t uidValidity, const std::vector<std::uint32_t>& from,
                    const std::vector<std::uint32_t>& to) {
    if (!asked_ || (verb_ != Verb::Copy && verb_ != Verb::Move) || to.empty()) return;
    // RFC 4315 §3; RFC 6851 §4.3: MOVE tells it before the messages vanish.
    const std::string code =
        "[COPYUID " + std::to_string(uidValidity) + ' ' + sequenceText(from) + ' ' + sequenceText(to) + ']';
    if (verb_ == Verb::Move)
        untagged("OK " + code + " Moved UIDs.");
    else
        code_ = code;
}

Server::Event Server::idle() {
    idling_ = true;
    idleUntil_ = now_ + options_.idleTimeout;
    deadline_ = now_ + options_.stillHereEvery;
    output_ += "+ idling\r\n";
    if (mailbox_.empty()) return std::nullopt;
    return ask(UpdatesAsked{});
}

Server::Event Server::idleLine(std::string_view line) {
    idling_ = false;
    deadline_ = now_ + options_.idleTimeout;
    if (!equalIgnoringCase(trimmed(line), "DONE")) return fail("Expected DONE.");
    if (mailbox_.empty()) return complete();
    return ask(UpdatesAsked{});
}

} // namespace mailtown::imap
