#include "scenario/action.h"
#include "scenario/check.h"
#include "scenario/complete.h"
#include "scenario/document.h"
#include "scenario/infer.h"
#include "scenario/scenario.h"

#include <algorithm>
#include <fstream>

namespace mailtown {
namespace {

// Until the last action has had its effect: an hour, or, when a post office stays shut, until the others give
// up.
Duration inferLength(const Scenario& scenario) {
    Time last = 0;
    std::vector<bool> up;
    for (const HostPlan& host : scenario.plan.hosts) up.push_back(host.up);
    Duration patience = 0;
    for (const HostPlan& host : scenario.plan.hosts) patience = std::max(patience, host.retry.giveUpAfter);
    for (const TimedInput& timed : scenario.timeline) {
        last = std::max(last, timed.at);
        if (const auto* off = std::get_if<input::SwitchOff>(&timed.input)) up[off->host.index] = false;
        if (const auto* on = std::get_if<input::SwitchOn>(&timed.input)) up[on->host.index] = true;
    }
    const bool shut = std::find(up.begin(), up.end(), false) != up.end();
    return last + hour + (shut ? patience : 0);
}

} // namespace

Result<Scenario> readScenario(std::string_view yaml, const std::string& fileName, std::string_view language) {
    Report report(fileName);
    const std::optional<NodePtr> root = parseDocument(yaml, report);
    if (!root) return report.sorted();
    Written written = readWritten(**root, report);
    complete(written);
    checkWritten(written, report);
    if (!report.clean()) return report.sorted();

    Scenario scenario;
    scenario.plan = inferPlan(written);
    scenario.plan.language = std::string(language);
    checkPlan(scenario.plan, written, report);
    scenario.timeline = toInputs(written.timeline, scenario.plan, language, report);
    if (!report.clean()) return report.sorted();
    scenario.title = std::move(written.title);
    scenario.description = std::move(written.description);
    if (scenario.title.empty())
        scenario.title.byLanguage["und"] = std::filesystem::path(fileName).stem().string();
    scenario.length = written.length ? *written.length : inferLength(scenario);
    scenario.source = std::string(yaml);
    scenario.language = std::string(language);
    return scenario;
}

Result<Scenario> loadScenario(const std::filesystem::path& file, std::string_view language) {
    const auto refused = [&](std::string what, std::string mend = {}) {
        return Problem{file.string(), 0, 0, std::move(what), std::move(mend)};
    };
    std::error_code error;
    const auto status = std::filesystem::status(file, error);
    if (!std::filesystem::exists(status)) return refused("there is no such file");
    if (std::filesystem::is_directory(status)) return refused("is a directory", "name a file in it");
    if (!std::filesystem::is_regular_file(status))
        return refused("is not a plain file"); // a pipe might never end
    std::ifstream stream(file, std::ios::binary);
    if (!stream) return refused("cannot be opened", "may you read it?");
    // One octet more than is allowed, so that the reader refuses what is longer.
    std::string text(limits::fileSize + 1, '\0');
    stream.read(text.data(), std::streamsize(text.size()));
    if (stream.bad()) return refused("cannot be read");
    text.resize(std::size_t(stream.gcount()));
    return readScenario(text, file.string(), language);
}

} // namespace mailtown
