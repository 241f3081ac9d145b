// The commands about mailboxes.
#include "protocol/imap/server.h"

#include "base/text.h"
#include "protocol/imap/fetch_text.h"
#include "protocol/imap/name_code.h"
#include "protocol/imap/quoting.h"

#include <algorithm>
#include <set>
#include <utility>

namespace mailtown::imap {
namespace {

constexpr std::size_t mostKeywords = 1000; // told of a mailbox
constexpr std::string_view systemFlags = "\\Answered \\Flagged \\Deleted \\Seen \\Draft";

// The keywords in use, behind the flags every message may have.
std::string knownFlags(const std::vector<MessageState>& messages) {
    std::set<std::string_view> keywords;
    for (const MessageState& state : messages)
        for (const std::string& keyword : state.flags.keywords)
            if (keywords.size() < mostKeywords) keywords.insert(keyword);
    std::string text(systemFlags);
    for (const std::string_view keyword : keywords) (text += ' ') += keyword;
    return text;
}

} // namespace

// What the client means by a name it gave. False: it is told that this is none.
bool Server::readName(std::string& name) {
    if (!utf8_ || isAscii(name) || !isUtf8(name)) { // RFC 6855 §3: once enabled, UTF-8 stands for itself
        auto decoded = decodeName(name);
        if (!decoded) {
            tagged("NO", "Mailbox name is not valid mUTF-7.");
            return false;
        }
        name = std::move(*decoded);
    }
    // The separator at the end, where there will be others below (RFC 9051 §6.3.4), is not part of the name.
    if (name.size() > 1 && name.ends_with('/')) name.pop_back();
    return true;
}

std::string Server::wireName(std::string_view name) const {
    std::string wire;
    if (utf8_ && !isAscii(name)) {
        wire = '"'; // RFC 6855 §3: quoted strings may hold UTF-8
        for (const char c : name) {
            if (c == '"' || c == '\\') wire += '\\';
            wire += c;
        }
        return wire + '"';
    }
    appendAstring(wire, encodeName(name));
    return wire;
}

Server::Event Server::select(Parser& parser) {
    auto name = parser.astring();
    // RFC 4466 §2.1: parameters in parentheses; none is known here, "(CONDSTORE)" is asked for all the same.
    if (name && parser.space()) parser.atomList();
    if (!name || !parser.atEnd())
        return fail("Error in IMAP command " + std::string(commandRow(verb_).name) + ": Invalid arguments.");
    if (!mailbox_.empty()) {
        // RFC 9051 §6.3.2: the old one is left whether the new one opens or not.
        untagged("OK [CLOSED] Previous mailbox closed.");
        unselect();
    }
    if (!readName(*name)) return std::nullopt;
    return ask(SelectAsked{std::move(*name)});
}

void Server::opened(OpenedMailbox mailbox) {
    if (!asked_ || (verb_ != Verb::Select && verb_ != Verb::Examine)) return;
    mailbox_ = std::move(mailbox.name);
    uidValidity_ = mailbox.uidValidity;
    readOnly_ = verb_ == Verb::Examine;
    const std::string flags = knownFlags(mailbox.messages);
    untagged("FLAGS (" + flags + ")");
    if (readOnly_)
        untagged("OK [PERMANENTFLAGS ()] Read-only mailbox.");
    else
        untagged("OK [PERMANENTFLAGS (" + flags + " \\*)] Flags permitted.");
    untagged(std::to_string(mailbox.messages.size()) + " EXISTS");
    untagged("0 RECENT");
    const auto unseen =
        std::find_if(mailbox.messages.begin(), mailbox.messages.end(),
                     [](const MessageState& state) { return !(state.flags.system & seenBit); });
    if (unseen != mailbox.messages.end())
        untagged("OK [UNSEEN " + std::to_string(unseen - mailbox.messages.begin() + 1) + "] First unseen.");
    untagged("OK [UIDVALIDITY " + std::to_string(uidValidity_) + "] UIDs valid");
    untagged("OK [UIDNEXT " + std::to_string(mailbox.uidNext) + "] Predicted next UID");
    view_.open(std::move(mailbox.messages), mailbox.change);
    code_ = readOnly_ ? "[READ-ONLY]" : "[READ-WRITE]";
}

Server::Event Server::changeMailbox(Parser& parser) {
    MailboxAsked asked;
    auto name = parser.astring();
    auto newName = name && verb_ == Verb::Rename && parser.space() ? parser.astring() : std::nullopt;
    // RFC 6154 §3: CREATE's parameter (USE …) is not offered; without it there is nothing behind the name.
    if (!name || (verb_ == Verb::Rename && !newName) || !parser.atEnd())
        return fail("Error in IMAP command " + std::string(commandRow(verb_).name) + ": Invalid arguments.");
    if (!readName(*name) || (newName && !readName(*newName))) return std::nullopt;
    asked.verb = verb_ == Verb::Create      ? MailboxVerb::Create
                 : verb_ == Verb::Delete    ? MailboxVerb::Delete
                 : verb_ == Verb::Rename    ? MailboxVerb::Rename
                 : verb_ == Verb::Subscribe ? MailboxVerb::Subscribe
                                            : MailboxVerb::Unsubscribe;
    asked.mailbox = name_ = std::move(*name);
    if (newName) asked.newName = newName_ = std::move(*newName);
    return ask(std::move(asked));
}

// RFC 9051 §6.3.6: the selected mailbox keeps its messages under its new name; INBOX stays where it is.
void Server::followRename() {
    if (mailbox_ == name_ && !equalIgnoringCase(name_, "INBOX"))
        mailbox_ = newName_;
    else if (mailbox_.starts_with(name_ + "/") && !equalIgnoringCase(name_, "INBOX"))
        mailbox_ = newName_ + mailbox_.substr(name_.size());
}

Server::Event Server::list(Parser& parser) {
    auto query = parseListQuery(parser, verb_ == Verb::Lsub);
    if (!query)
        return fail("Error in IMAP command " + std::string(commandRow(verb_).name) + ": Invalid arguments.");
    if (verb_ == Verb::List && !query->extended && query->patterns.front().empty()) {
        // RFC 9051 §6.3.9: an empty name asks for the separator.
        untagged("LIST (\\Noselect) \"/\" \"\"");
        return complete();
    }
    listQuery_ = std::move(*query);
    return ask(ListAsked{});
}

void Server::listed(const std::vector<ListedMailbox>& mailboxes) {
    if (!asked_ || (verb_ != Verb::List && verb_ != Verb::Lsub)) return;
    const bool lsub = verb_ == Verb::Lsub;
    for (const ListAnswer& answer : answerList(listQuery_, mailboxes, lsub)) {
        std::string line = lsub ? "LSUB (" : "LIST (";
        line += answer.attributes + ") \"/\" " + wireName(answer.name);
        if (answer.hasSubscribedBelow) line += " (\"CHILDINFO\" (\"SUBSCRIBED\"))"; // RFC 5258 §4
        untagged(line);
    }
    listQuery_ = {};
}

Server::Event Server::statusOf(Parser& parser) {
    auto name = parser.astring();
    auto items = name && parser.space() ? parser.atomList() : std::nullopt;
    if (!items || items->empty() || !parser.atEnd())
        return fail("Error in IMAP command STATUS: Invalid arguments.");
    static constexpr std::string_view known[] = {"MESSAGES", "RECENT",  "UIDNEXT", "UIDVALIDITY",
                                                 "UNSEEN",   "DELETED", "SIZE"};
    for (const std::string& item : *items) {
        const auto same = [&](std::string_view word) { return equalIgnoringCase(word, item); };
        if (std::none_of(std::begin(known), std::end(known), same))
            return fail("Error in IMAP command STATUS: Unknown status item " + item);
    }
    if (!readName(*name)) return std::nullopt;
    statusItems_ = std::move(*items);
    name_ = *name;
    return ask(StatusAsked{std::move(*name)});
}

void Server::status(const MailboxStatus& status) {
    if (!asked_ || verb_ != Verb::Status) return;
    std::string line = "STATUS " + wireName(name_) + " (";
    for (const std::string& item : statusItems_) {
        if (!line.ends_with('(')) line += ' ';
        std::uint64_t value = 0; // RECENT: nothing ever is (RFC 9051 dropped it)
        if (equalIgnoringCase(item, "MESSAGES")) value = status.messages;
        if (equalIgnoringCase(item, "UNSEEN")) value = status.unseen;
        if (equalIgnoringCase(item, "DELETED")) value = status.deleted;
        if (equalIgnoringCase(item, "SIZE")) value = status.octets;
        if (equalIgnoringCase(item, "UIDNEXT")) value = status.uidNext;
        if (equalIgnoringCase(item, "UIDVALIDITY")) value = status.uidValidity;
        for (const char c : item) line += c >= 'a' && c <= 'z' ? char(c - 'a' + 'A') : c;
        line += ' ' + std::to_string(value);
    }
    untagged(line + ")");
    statusItems_.clear();
}

Server::Event Server::append(Parser& parser) {
    const auto invalid = [&] { return fail("Error in IMAP command APPEND: Invalid arguments."); };
    AppendAsked asked;
    auto name = parser.astring();
    if (!name || !parser.space()) return invalid();
    if (parser.peek() == '(') {
        auto flags = parser.flags();
        if (!flags || !parser.space()) return invalid();
        asked.flags = std::move(*flags);
    }
    if (parser.peek() == '"') {
        asked.internalDate = parser.dateTime();
        if (!asked.internalDate || !parser.space()) return invalid();
    }
    const bool wrapped = parser.takeWord("UTF8") && parser.space() && parser.take('('); // RFC 6855 §4
    if (!parser.atLiteral()) return invalid();
    auto octets = parser.string();
    if (!octets || (wrapped && !parser.take(')')) || !parser.atEnd()) return invalid();
    if (!mayHave(asked.flags) || !readName(*name)) return std::nullopt;
    asked.mailbox = std::move(*name);
    if (octets->find('\0') != octets->npos) { // RFC 9051 §4.3.1
        tagged("NO", "Message contains NUL bytes.");
        return std::nullopt;
    }
    asked.message = Message(std::move(*octets));
    return ask(std::move(asked));
}

void Server::appended(std::uint32_t uidValidity, std::uint32_t uid) {
    if (!asked_ || verb_ != Verb::Append) return;
    code_ = "[APPENDUID " + std::to_string(uidValidity) + ' ' + std::to_string(uid) + ']'; // RFC 4315 §3
}

} // namespace mailtown::imap
