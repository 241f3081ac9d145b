#include "town/trace_names.h"

namespace mailtown {

std::string_view TownTraceNames::host(HostId id) const { return town_.plan().key(id); }
std::string_view TownTraceNames::name(NameId id) const { return town_.name(id); }

std::string TownTraceNames::sender(LetterId id) const {
    const NameId returnPath = town_.letter(id).returnPath;
    return returnPath ? std::string(town_.name(returnPath)) : std::string();
}

std::string TownTraceNames::recipients(LetterId id) const {
    std::string out;
    for (const NameId recipient : town_.recipients(id)) {
        if (!out.empty()) out += ", ";
        out += town_.name(recipient);
    }
    return out;
}

} // namespace mailtown
