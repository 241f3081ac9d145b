// Whatever a scenario file holds: it is read whole, or its problems are told, each with its place.
#include "fuzz.h"

#include "base/text.h"
#include "scenario/scenario.h"
#include "session/session.h"

#include <string>

using namespace mailtown;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view yaml = octetsOf(data, size);
    auto read = readScenario(yaml, "fuzz.yaml");
    if (!read) {
        must(!read.problems().empty());
        for (const Problem& problem : read.problems()) {
            must(!problem.what.empty() && problem.file == "fuzz.yaml");
            must(isUtf8(problem.text()));
        }
        return 0;
    }
    must(*readScenario(yaml, "fuzz.yaml") == *read);
    for (const HostPlan& host : read->plan.hosts)
        must(read->plan.find(host.key).index < read->plan.hosts.size());
    if (read->plan.hostCount() > 20) return 0;
    // A plan that was read makes a town that runs.
    Session session(std::move(*read));
    for (int i = 0; i < 200 && session.stepEvent(); ++i) {
    }
    return 0;
}
