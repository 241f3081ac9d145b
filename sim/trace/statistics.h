// What each post office did so far, counted from its records. A letter counts once for each of its
// recipients.
#pragma once

#include "trace/record.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace mailtown {

struct OfficeCounts {
    std::uint64_t queued = 0;
    std::uint64_t relayed = 0;
    std::uint64_t delivered = 0;
    std::uint64_t deferred = 0; // tries that failed for now
    std::uint64_t bounced = 0;
    std::uint64_t waiting() const { return queued - relayed - delivered - bounced; }
    bool operator==(const OfficeCounts&) const = default;
};

class Statistics {
public:
    explicit Statistics(std::size_t officeCount) : offices_(officeCount) {} // their ids are 0 … officeCount-1

    bool add(const Record& record); // whether it changed an office's counts
    const OfficeCounts& of(HostId office) const { return offices_[office.index]; }

private:
    std::vector<OfficeCounts> offices_;
};

// CSV (RFC 4180) with `\n` ends: a row whenever an office's counts change.
std::string_view statisticsCsvHead();
void appendCsvRow(std::string& out, Time at, std::string_view office, const OfficeCounts& counts);

} // namespace mailtown
