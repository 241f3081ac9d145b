#include "base/calendar.h"
#include "base/text.h"
#include "scenario/action.h"
#include "scenario/fields.h"
#include "scenario/written.h"

#include <algorithm>
#include <utility>

namespace mailtown {
namespace {

// From the start, or a date and hour of the town's own clock.
std::optional<Time> readMoment(const Node& node, const Written& written, Report& report) {
    if (node.kind == Node::Kind::Scalar) {
        if (const Result<Duration> read = parseDuration(node.scalar); read.ok() && *read <= limits::townTime)
            return *read;
        if (const auto date = parseCalendar(node.scalar, written.utcOffsetMinutes)) {
            const std::int64_t seconds = toUnixSeconds(*date) - written.startUnixSeconds;
            if (seconds >= 0 && seconds <= limits::townTime / second) return seconds * second;
            report.error(node.where,
                         "'at' is " + node.described() + ", which is not in the ten years from the start",
                         "look at 'start'");
            return std::nullopt;
        }
    }
    report.error(node.where, "'at' is " + node.described(),
                 "expected a duration from the start like 1h30m, or a date and hour like 2026-06-02 08:00");
    return std::nullopt;
}

void checkSubject(const Text& subject, Where where, Report& report) {
    for (const auto& [language, text] : subject.byLanguage)
        if (!isSubject(text))
            report.error(where, "the subject cannot be used",
                         "expected one line of at most " + std::to_string(limits::subject) + " octets");
}

void readLetter(const Node& node, WrittenAction& action, Report& report) {
    const Fields fields(node, keys::letter, "the letter", report);
    fields.read("from", action.who, readName);
    if (const Node* to = fields.find("to"))
        for (const Name& name : readNames(*to, "to", report)) {
            if (Result<Address> address = Address::parse(name.value); address.ok())
                action.to.push_back(*std::move(address));
            else
                report.error(name.where, "'" + name.value + "' is not a mail address",
                             "expected one like sato@fuji.example");
        }
    fields.read("subject", action.subject, readText);
    if (const Node* subject = fields.find("subject")) checkSubject(action.subject, subject->where, report);
    fields.read("body", action.body, readText);
}

struct Verb {
    std::string_view key;
    WrittenAction::Kind kind;
};
constexpr Verb verbs[] = {
    {"send", WrittenAction::Kind::Send}, {"check-mail", WrittenAction::Kind::CheckMail},
    {"down", WrittenAction::Kind::Down}, {"up", WrittenAction::Kind::Up},
    {"cut", WrittenAction::Kind::Cut},   {"mend", WrittenAction::Kind::Mend},
};

// One action, or one for each name in a list.
void readAction(const Node& node, const Verb& verb, Time at, std::vector<WrittenAction>& out,
                Report& report) {
    WrittenAction action;
    action.kind = verb.kind;
    action.at = at;
    switch (verb.kind) {
    case WrittenAction::Kind::Send:
        readLetter(node, action, report);
        out.push_back(std::move(action));
        return;
    case WrittenAction::Kind::Cut:
    case WrittenAction::Kind::Mend: {
        const std::vector<Name> ends = readNames(node, verb.key, report);
        if (ends.size() != 2 || ends[0].value == ends[1].value) {
            report.error(node.where, "'" + std::string(verb.key) + "' needs the two ends of a link",
                         "expected two names like [sakura, fuji]");
            return;
        }
        action.who = ends[0];
        action.other = ends[1];
        out.push_back(std::move(action));
        return;
    }
    case WrittenAction::Kind::CheckMail:
    case WrittenAction::Kind::Down:
    case WrittenAction::Kind::Up:
        for (Name& name : readNames(node, verb.key, report)) {
            action.who = std::move(name);
            out.push_back(action);
        }
        return;
    }
}

} // namespace

std::vector<WrittenAction> readTimeline(const Node& node, const Written& written, Report& report) {
    std::vector<WrittenAction> out;
    for (const NodePtr& item : readList(node, "timeline", report)) {
        const Fields fields(*item, keys::entry, "the entry", report);
        if (item->kind != Node::Kind::Map) continue;
        const Node* const at = fields.find("at");
        const auto time = at ? readMoment(*at, written, report) : std::nullopt;
        const Verb* found = nullptr;
        for (const Verb& verb : verbs) {
            const Node* const action = fields.find(verb.key);
            if (!action) continue;
            if (found)
                report.error(action->where,
                             "'" + std::string(found->key) + "' and '" + std::string(verb.key) +
                                 "' in one entry",
                             "write an entry for each");
            else
                readAction(*action, verb, time.value_or(0), out, report);
            found = &verb;
        }
        // An unknown key has been reported, and may well be the action.
        const bool allKnown = std::all_of(item->members.begin(), item->members.end(),
                                          [](const Node::Member& m) { return keys::entry.has(m.key.value); });
        if (!found && allKnown)
            report.error(item->where, "the entry does nothing",
                         "expected one of send, check-mail, down, up, cut, mend");
    }
    std::stable_sort(out.begin(), out.end(),
                     [](const WrittenAction& a, const WrittenAction& b) { return a.at < b.at; });
    return out;
}

} // namespace mailtown
