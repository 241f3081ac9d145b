#include "trace/statistics.h"

namespace mailtown {

bool Statistics::add(const Record& record) {
    if (!record.host || record.host.index >= offices_.size()) return false;
    OfficeCounts& counts = offices_[record.host.index];
    switch (record.kind) {
    case Kind::LetterQueued:
        ++counts.queued;
        return true;
    case Kind::LetterRelayed:
        ++counts.relayed;
        return true;
    case Kind::LetterDelivered:
        ++counts.delivered;
        return true;
    case Kind::LetterDeferred:
        ++counts.deferred;
        return true;
    case Kind::LetterBounced:
        ++counts.bounced;
        return true;
    default:
        return false;
    }
}

std::string_view statisticsCsvHead() {
    return "t,office,waiting,queued,relayed,delivered,deferred,bounced\n";
}

void appendCsvRow(std::string& out, Time at, std::string_view office, const OfficeCounts& counts) {
    out += std::to_string(at);
    out += ',';
    out += office; // a scenario key: no comma, no quote
    for (const std::uint64_t count : {counts.waiting(), counts.queued, counts.relayed, counts.delivered,
                                      counts.deferred, counts.bounced}) {
        out += ',';
        out += std::to_string(count);
    }
    out += '\n';
}

} // namespace mailtown
