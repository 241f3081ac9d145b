#include "app/check.h"

#include "app/scenario_argument.h"

#include <QCommandLineParser>

namespace mailtown {
namespace {

int check(const QCommandLineParser& arguments) {
    bool good = true;
    for (const QString& file : arguments.positionalArguments()) {
        const Result<Scenario> scenario = loadScenario(file.toStdString());
        if (scenario) continue;
        good = false;
        tell(scenario.problems());
    }
    return good ? 0 : badArguments;
}

} // namespace

const Verb checkVerb{
    "check", "FILE…", "Tell what is wrong with scenario files.", Verb::Needs::Terminal, Verb::Files::Many,
    nullptr, check};

} // namespace mailtown
