#include "base/time.h"

#include <array>
#include <utility>

namespace mailtown {
namespace {

constexpr std::array<std::pair<std::string_view, Duration>, 6> units{
    {{"d", day}, {"h", hour}, {"m", minute}, {"s", second}, {"ms", millisecond}, {"us", microsecond}}};

// value = value × factor + more, unless that overflows.
bool grow(Duration& value, Duration factor, Duration more) {
    if (value > (never - more) / factor) return false;
    value = value * factor + more;
    return true;
}

Problem wrong(std::string_view text) {
    return problem("'" + std::string(text) + "' is not a duration",
                   "expected one like 2d, 1h30m, 90s or 250ms");
}

} // namespace

Result<Duration> parseDuration(std::string_view text) {
    if (text.empty()) return wrong(text);
    Duration total = 0;
    std::size_t at = 0, nextUnit = 0;
    while (at < text.size()) {
        Duration number = 0;
        const std::size_t digits = at;
        for (; at < text.size() && text[at] >= '0' && text[at] <= '9'; ++at)
            if (!grow(number, 10, text[at] - '0')) return wrong(text);
        if (at == digits) return wrong(text);
        std::size_t end = at;
        while (end < text.size() && text[end] >= 'a' && text[end] <= 'z') ++end;
        const std::string_view unit = text.substr(at, end - at);
        while (nextUnit < units.size() && units[nextUnit].first != unit) ++nextUnit;
        if (nextUnit == units.size()) return wrong(text);
        if (number > (never - total) / units[nextUnit].second) return wrong(text);
        total += number * units[nextUnit].second;
        ++nextUnit;
        at = end;
    }
    return total;
}

std::string formatDuration(Duration duration) {
    if (duration == 0) return "0s";
    std::string out;
    for (const auto& [unit, size] : units) {
        if (duration < size) continue;
        out += std::to_string(duration / size);
        out += unit;
        duration %= size;
    }
    return out;
}

} // namespace mailtown
