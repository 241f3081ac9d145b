// What a trace's numbers are called, told by the town that made it.
#pragma once

#include "town/town.h"
#include "trace/names.h"

namespace mailtown {

class TownTraceNames : public TraceNames {
public:
    explicit TownTraceNames(const Town& town) : town_(town) {} // the town outlives this

    std::string_view host(HostId id) const override;
    std::string_view name(NameId id) const override;
    std::string sender(LetterId id) const override;
    std::string recipients(LetterId id) const override;

private:
    const Town& town_;
};

} // namespace mailtown
