// `mailtown [FILE]`: opens the window on a scenario, the first shipped one when none is named.
#pragma once

namespace mailtown {

// The process's exit status.
int openWindow(int argc, char** argv);

} // namespace mailtown
