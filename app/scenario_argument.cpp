#include "app/scenario_argument.h"

#include <QCommandLineParser>

#include <cstdio>

namespace mailtown {

QCommandLineOption languageOption() {
    return {QStringLiteral("lang"), QStringLiteral("Language of the scenario's letters: en or ja."),
            QStringLiteral("LANGUAGE"), QStringLiteral("en")};
}

void tell(const Problems& problems) {
    for (const Problem& problem : problems) std::fprintf(stderr, "%s\n", problem.text().c_str());
}

std::optional<Scenario> readScenarioArgument(const QCommandLineParser& arguments) {
    const std::string file = arguments.positionalArguments().constFirst().toStdString();
    const std::string language = arguments.isSet(QStringLiteral("lang"))
                                     ? arguments.value(QStringLiteral("lang")).toStdString()
                                     : "en";
    Result<Scenario> scenario = loadScenario(file, language);
    if (scenario) return std::move(*scenario);
    tell(scenario.problems());
    return std::nullopt;
}

} // namespace mailtown
