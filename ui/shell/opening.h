// Opening a scenario file: choosing it, reading it, and telling what is wrong with it.
#pragma once

#include "scenario/scenario.h"

#include <QString>

#include <functional>
#include <optional>

class QMimeData;
class QWidget;

namespace mailtown {

// Empty when it cannot be read; a message over `window` tells why.
std::optional<Scenario> readScenario(const QString& file, QWidget* window);

// Asks for a file, and returns at once; `chosen` is called when there is one, unless `window` has gone.
void askForScenario(QWidget* window, std::function<void(const QString&)> chosen);

// The one file on this computer that is dragged or dropped; empty when it is something else.
QString draggedFile(const QMimeData* dragged);

} // namespace mailtown
