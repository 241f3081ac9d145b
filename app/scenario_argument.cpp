#include "app/scenario_argument.h"

#include "ui/wording/language.h"

#include <QCommandLineParser>

#include <cstdio>

namespace mailtown {

namespace {

QString knownLanguages() {
    QStringList tags;
    for (const wording::LanguageName& each : wording::languages()) tags.append(each.tag);
    return tags.join(QStringLiteral(" or "));
}

} // namespace

QCommandLineOption languageOption() {
    return {QStringLiteral("lang"),
            QStringLiteral("Language of the scenario's letters: %1.").arg(knownLanguages()),
            QStringLiteral("LANGUAGE"), QStringLiteral("en")};
}

QString wrongLanguage(const QCommandLineParser& arguments) {
    const QString tag = arguments.value(QStringLiteral("lang"));
    for (const wording::LanguageName& each : wording::languages())
        if (each.tag == tag) return {};
    return QStringLiteral("--lang: expected %1, found '%2'").arg(knownLanguages(), tag);
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
