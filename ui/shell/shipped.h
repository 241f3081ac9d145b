// The scenarios that come with the program.
#pragma once

#include <QStringList>

namespace mailtown {

// Absolute paths, in order of their names; empty when the folder is missing. They lie in ../share/mailtown
// beside an installed program, and in the source tree above one that is run from its build.
QStringList shippedScenarios();

// The one to begin with; empty when there is none.
QString firstScenario();

} // namespace mailtown
