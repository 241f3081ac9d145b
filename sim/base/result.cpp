#include "base/result.h"

namespace mailtown {

std::string Problem::text() const {
    std::string out;
    if (!file.empty()) {
        out += file + ":";
        if (line > 0) out += std::to_string(line) + ":";
        if (line > 0 && column > 0) out += std::to_string(column) + ":";
        out += " ";
    }
    out += "error: " + what;
    if (!mend.empty()) out += " (" + mend + ")";
    return out;
}

} // namespace mailtown
