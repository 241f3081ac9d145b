// Whether a session's write-ahead log can be read to its end. SQLite takes the first frame that is not whole
// for the end of the log and says nothing of what follows: right after a power cut, and wrong where the disk
// or another program damaged a frame behind which letters lie that were promised.
#pragma once

#include "base/result.h"

#include <filesystem>
#include <string_view>

namespace mailtown {

// The octets of a log, as https://www.sqlite.org/fileformat2.html §4 has them: does anything of this log lie
// behind its last whole commit? That may be damaged, or never have been finished: the two look alike. Left
// from an older log in the same file, it does not count.
bool hasUnreadableEnd(std::string_view log);

// Copies a session file and its log to FILE.damaged and FILE.damaged-wal, or FILE.damaged2 and so on; nothing
// is overwritten. The session must not be open: closing a file gives up the locks on it. The name of the
// copy.
Result<std::filesystem::path> keepDamaged(const std::filesystem::path& file);

} // namespace mailtown
