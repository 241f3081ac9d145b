#include "ui/timeline/marks.h"

#include <algorithm>

namespace mailtown {
namespace {

void begin(std::vector<Marks::Outage>& outages, HostId host, Time at) {
    for (const Marks::Outage& each : outages)
        if (each.host == host && each.to == never) return;
    outages.push_back({host, at});
}

void finish(std::vector<Marks::Outage>& outages, HostId host, Time at) {
    for (Marks::Outage& each : outages)
        if (each.host == host && each.to == never) each.to = at;
}

} // namespace

void Marks::clear() { *this = Marks(); }

bool Marks::update(const Session& session) {
    const Trace& trace = session.trace();
    if (generation_ == session.generation() && read_ == trace.size() && inputs_ == session.inputs().size() &&
        read_ <= trace.size())
        return false;
    if (generation_ != session.generation() || read_ > trace.size()) {
        clear();
        generation_ = session.generation();
        const Plan& plan = session.scenario().plan;
        for (std::uint32_t i = 0; i < plan.hosts.size(); ++i)
            if (!plan.hosts[i].up) begin(happened_, HostId{i}, 0);
    }
    for (; read_ < trace.size(); ++read_) {
        const Record& record = trace[read_];
        switch (record.kind) {
        case Kind::HostDown:
            begin(happened_, record.host, record.at);
            break;
        case Kind::HostUp:
            finish(happened_, record.host, record.at);
            break;
        case Kind::LetterDeferred:
            tries_.push_back(record.at);
            break;
        case Kind::LetterBounced:
            bounces_.push_back(record.at);
            break;
        default:
            break;
        }
    }
    inputs_ = session.inputs().size();
    plan(session);
    return true;
}

// What the timeline will do to the hosts after the present.
void Marks::plan(const Session& session) {
    all_ = happened_;
    const Time present = session.present().now();
    for (const TimedInput& input : session.scenario().timeline) {
        if (input.at <= present) continue;
        if (const auto* off = std::get_if<input::SwitchOff>(&input.input)) begin(all_, off->host, input.at);
        if (const auto* on = std::get_if<input::SwitchOn>(&input.input)) finish(all_, on->host, input.at);
    }
    std::stable_sort(all_.begin(), all_.end(),
                     [](const Outage& a, const Outage& b) { return a.from < b.from; });
    layOut();
}

void Marks::layOut() {
    std::vector<Time> free; // from when on each lane is
    for (Outage& outage : all_) {
        const auto lane =
            std::find_if(free.begin(), free.end(), [&outage](Time since) { return since <= outage.from; });
        outage.lane = int(lane - free.begin());
        if (lane == free.end())
            free.push_back(outage.to);
        else
            *lane = outage.to;
    }
    lanes_ = std::max(1, int(free.size()));
}

} // namespace mailtown
