// What a trace's numbers are called: asked of the town by whoever writes records down.
#pragma once

#include "base/id.h"

#include <string>
#include <string_view>

namespace mailtown {

class TraceNames {
public:
    virtual ~TraceNames() = default;
    virtual std::string_view host(HostId id) const = 0;    // "fuji"
    virtual std::string_view name(NameId id) const = 0;    // "sato@fuji.example"
    virtual std::string sender(LetterId id) const = 0;     // return path; "" for the null one
    virtual std::string recipients(LetterId id) const = 0; // "a@x.example, b@y.example"
};

} // namespace mailtown
