// The scenario a verb was given.
#pragma once

#include "scenario/scenario.h"

#include <QCommandLineOption>
#include <QString>

#include <optional>

class QCommandLineParser;

namespace mailtown {

// --lang: the language of the scenario's letters.
QCommandLineOption languageOption();
// What is wrong with the language given; empty: nothing. main asks this for every verb that has the option.
QString wrongLanguage(const QCommandLineParser& arguments);

// The one file named; its problems, if any, are told on standard error.
std::optional<Scenario> readScenarioArgument(const QCommandLineParser& arguments);

// "FILE:LINE:COL: error: …", a line each, on standard error.
void tell(const Problems& problems);

} // namespace mailtown
