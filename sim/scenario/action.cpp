#include "scenario/action.h"

#include "base/text.h"
#include "scenario/complete.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace mailtown {
namespace {

using Pair = std::pair<std::string, std::string>;
Pair pairOf(const std::string& a, const std::string& b) { return std::minmax(a, b); }

} // namespace

bool isSubject(std::string_view text) {
    return text.size() <= limits::subject &&
           std::none_of(text.begin(), text.end(), [](char c) { return isControl(c); });
}

std::vector<TimedInput> toInputs(const std::vector<WrittenAction>& timeline, const Plan& plan,
                                 std::string_view language, Report& report) {
    std::map<std::string, HostId> hosts; // a user's name stands for the user's first home
    for (std::size_t i = plan.hostCount(); i-- > 0;) {
        const HostId id{std::uint32_t(i)};
        if (plan.isClient(id)) hosts[toLower(plan.client(id).user.text())] = id;
    }
    for (std::size_t i = 0; i < plan.hostCount(); ++i)
        hosts[plan.key(HostId{std::uint32_t(i)})] = HostId{std::uint32_t(i)};
    std::set<Pair> links;
    for (const LinkPlan& link : plan.links) links.insert(pairOf(link.a, link.b));

    const auto find = [&](const std::string& name) {
        const auto exact = hosts.find(name);
        return exact != hosts.end() ? exact->second : hosts.at(toLower(name));
    };
    std::vector<TimedInput> out;
    for (const WrittenAction& action : timeline) {
        const HostId who = find(action.who.value);
        const auto add = [&](Input input) { out.push_back({action.at, std::move(input), Origin::Timeline}); };
        switch (action.kind) {
        case WrittenAction::Kind::Send:
            add(input::Send{who, action.to, action.subject.in(language), action.body.in(language)});
            break;
        case WrittenAction::Kind::CheckMail:
            add(input::CheckMail{who});
            break;
        case WrittenAction::Kind::Down:
            add(input::SwitchOff{who});
            break;
        case WrittenAction::Kind::Up:
            add(input::SwitchOn{who});
            break;
        case WrittenAction::Kind::Cut:
        case WrittenAction::Kind::Mend:
            if (!links.contains(pairOf(action.who.value, action.other.value))) {
                report.error(action.who.where,
                             "no link joins '" + action.who.value + "' and '" + action.other.value + "'",
                             "name two that talk to each other, or write the link under 'links'");
                break;
            }
            if (action.kind == WrittenAction::Kind::Cut)
                add(input::CutLink{who, find(action.other.value)});
            else
                add(input::MendLink{who, find(action.other.value)});
            break;
        }
    }
    return out;
}

} // namespace mailtown
