// What this program is, under which licence, and on whose work it stands.
#pragma once

class QWidget;

namespace mailtown {

// Opens over `parent`, and returns at once.
void showAbout(QWidget* parent);

} // namespace mailtown
