#include "protocol/imap/list_query.h"

#include "base/text.h"
#include "protocol/imap/name_code.h"

#include <algorithm>

namespace mailtown::imap {
namespace {

constexpr std::string_view inbox = "INBOX";
constexpr std::size_t longestPattern = 1000;

std::optional<std::string> patternIn(Parser& parser) {
    const auto wire = parser.listPattern();
    if (!wire || wire->size() > longestPattern) return std::nullopt;
    auto name = decodeName(*wire);
    return name ? name : wire; // some clients list with UTF-8 as it is; a pattern may as well match nothing
}

bool selectionOptions(Parser& parser, ListQuery& query) {
    const auto options = parser.atomList();
    if (!options) return false;
    for (const std::string& option : *options) {
        if (equalIgnoringCase(option, "SUBSCRIBED"))
            query.onlySubscribed = query.tellsSubscribed = true;
        else if (equalIgnoringCase(option, "RECURSIVEMATCH"))
            query.recursiveMatch = true;
        else if (equalIgnoringCase(option, "SPECIAL-USE"))
            query.onlySpecialUse = true;
        else if (!equalIgnoringCase(option, "REMOTE"))
            return false;
    }
    // RFC 5258 §3.1: RECURSIVEMATCH says nothing by itself.
    return !query.recursiveMatch || query.onlySubscribed;
}

bool returnOptions(Parser& parser, ListQuery& query) {
    const auto options = parser.atomList();
    if (!options) return false;
    for (const std::string& option : *options) {
        if (equalIgnoringCase(option, "SUBSCRIBED"))
            query.tellsSubscribed = true;
        else if (!equalIgnoringCase(option, "CHILDREN") && !equalIgnoringCase(option, "SPECIAL-USE"))
            return false; // these two are told anyhow
    }
    return true;
}

// INBOX, as a whole level, is the same in any case.
bool isInboxOrBelow(std::string_view name) {
    return startsWithIgnoringCase(name, inbox) && (name.size() == inbox.size() || name[inbox.size()] == '/');
}

} // namespace

std::optional<ListQuery> parseListQuery(Parser& parser, bool lsub) {
    ListQuery query;
    if (!lsub && parser.peek() == '(') {
        query.extended = true;
        if (!selectionOptions(parser, query) || !parser.space()) return std::nullopt;
    }
    auto reference = patternIn(parser);
    if (!reference || !parser.space()) return std::nullopt;
    query.reference = std::move(*reference);
    if (!lsub && parser.take('(')) {
        query.extended = true;
        do {
            auto pattern = patternIn(parser);
            if (!pattern || query.patterns.size() == 100) return std::nullopt;
            query.patterns.push_back(std::move(*pattern));
        } while (parser.space());
        if (!parser.take(')')) return std::nullopt;
    } else {
        auto pattern = patternIn(parser);
        if (!pattern) return std::nullopt;
        query.patterns.push_back(std::move(*pattern));
    }
    if (!lsub && parser.space() && !parser.atEnd()) {
        query.extended = true;
        if (!parser.takeWord("RETURN") || !parser.space() || !returnOptions(parser, query))
            return std::nullopt;
    }
    if (!parser.atEnd()) return std::nullopt;
    return query;
}

bool matchesPattern(std::string_view pattern, std::string_view name) {
    // Which beginnings of the name fit the pattern so far: no pattern takes more than their product.
    std::string upper;
    if (isInboxOrBelow(pattern)) {
        upper = std::string(inbox) + std::string(pattern.substr(inbox.size()));
        pattern = upper;
    }
    std::vector<bool> fits(name.size() + 1, false);
    fits[0] = true;
    for (const char c : pattern) {
        if (c == '*' || c == '%') {
            for (std::size_t i = 0; i < name.size(); ++i)
                if (fits[i] && (c == '*' || name[i] != '/')) fits[i + 1] = true;
            continue;
        }
        for (std::size_t i = name.size(); i > 0; --i) fits[i] = fits[i - 1] && name[i - 1] == c;
        fits[0] = false;
    }
    return fits[name.size()];
}

std::vector<ListAnswer> answerList(const ListQuery& query, const std::vector<ListedMailbox>& mailboxes,
                                   bool lsub) {
    const auto fits = [&](std::string_view name) {
        return std::any_of(query.patterns.begin(), query.patterns.end(), [&](const std::string& pattern) {
            std::string whole = query.reference + pattern;
            if (whole.size() > 1 && whole.ends_with('/')) whole.pop_back(); // "Lists/": the name itself
            return matchesPattern(whole, name);
        });
    };
    std::vector<ListAnswer> answers;
    for (const ListedMailbox& mailbox : mailboxes) {
        if (!fits(mailbox.name)) continue;
        const auto subscribedBelow = [&] {
            return std::any_of(mailboxes.begin(), mailboxes.end(), [&](const ListedMailbox& other) {
                return other.subscribed && other.name.starts_with(mailbox.name + "/");
            });
        };
        ListAnswer answer;
        answer.name = mailbox.name;
        const bool onlySubscribed = lsub || query.onlySubscribed;
        if (onlySubscribed && !mailbox.subscribed) {
            // RFC 3501 §6.3.9: "%" shows a level above what is subscribed, as \Noselect.
            const bool level = lsub && query.patterns.front().ends_with('%') && subscribedBelow();
            if (!level && !(query.recursiveMatch && subscribedBelow())) continue;
            if (lsub) {
                answers.push_back({"\\Noselect", mailbox.name, false});
                continue;
            }
        }
        if (!onlySubscribed && !mailbox.exists) continue;
        if (query.onlySpecialUse && mailbox.specialUse.empty()) continue;
        answer.hasSubscribedBelow = query.recursiveMatch && subscribedBelow();
        const auto add = [&](std::string_view attribute) {
            if (!answer.attributes.empty()) answer.attributes += ' ';
            answer.attributes += attribute;
        };
        if (!mailbox.exists)
            add(lsub ? "" : "\\NonExistent");
        else if (!mailbox.selectable)
            add("\\Noselect");
        if (mailbox.exists && !lsub) add(mailbox.hasChildren ? "\\HasChildren" : "\\HasNoChildren");
        if (!mailbox.specialUse.empty() && !lsub) add(mailbox.specialUse);
        if (query.tellsSubscribed && mailbox.subscribed) add("\\Subscribed");
        answers.push_back(std::move(answer));
    }
    return answers;
}

} // namespace mailtown::imap
