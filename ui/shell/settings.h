// What is remembered from one start to the next. Where the application has no organisation's name, nothing
// is.
#pragma once

#include "ui/theme/appearance.h"

#include <QStringList>

namespace mailtown::settings {

// The language and the theme chosen last; the system's language and the light theme at first.
void apply(Appearance& appearance);
void keep(const Appearance& appearance);

// The files opened last, the newest first, those that are gone left out.
QStringList recentFiles();
void addRecent(const QString& file);
void clearRecent();

QByteArray geometry();
void keepGeometry(const QByteArray& geometry);

} // namespace mailtown::settings
