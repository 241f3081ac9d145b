#include "scenario/report.h"

#include "base/text.h"

#include <algorithm>
#include <tuple>

namespace mailtown {
namespace {

constexpr std::size_t mostProblems = 50;
constexpr std::size_t mostOffered = 12;

// Edits (insert, delete, replace, swap of neighbours) between two names, without regard to case.
std::size_t distance(std::string_view a, std::string_view b) {
    const std::string x = toLower(a), y = toLower(b);
    std::vector<std::vector<std::size_t>> table(x.size() + 1, std::vector<std::size_t>(y.size() + 1));
    for (std::size_t i = 0; i <= x.size(); ++i) table[i][0] = i;
    for (std::size_t j = 0; j <= y.size(); ++j) table[0][j] = j;
    for (std::size_t i = 1; i <= x.size(); ++i)
        for (std::size_t j = 1; j <= y.size(); ++j) {
            std::size_t best = std::min(table[i - 1][j], table[i][j - 1]) + 1;
            best = std::min(best, table[i - 1][j - 1] + (x[i - 1] == y[j - 1] ? 0 : 1));
            if (i > 1 && j > 1 && x[i - 1] == y[j - 2] && x[i - 2] == y[j - 1])
                best = std::min(best, table[i - 2][j - 2] + 1);
            table[i][j] = best;
        }
    return table[x.size()][y.size()];
}

} // namespace

void Report::error(Where where, std::string what, std::string mend) {
    problems_.push_back({file_, where.line, where.column, std::move(what), std::move(mend)});
}

std::string Report::suggest(std::string_view written, const std::vector<std::string>& known) {
    return ++suggested_ > int(mostProblems) ? std::string() : suggestion(written, known);
}

Problems Report::sorted() const {
    Problems out = problems_;
    std::stable_sort(out.begin(), out.end(), [](const Problem& a, const Problem& b) {
        return std::tie(a.line, a.column) < std::tie(b.line, b.column);
    });
    if (out.size() > mostProblems) {
        Problem rest = out[mostProblems];
        rest.what = "and " + std::to_string(out.size() - mostProblems) + " more errors from here on";
        rest.mend.clear();
        out.resize(mostProblems);
        out.push_back(std::move(rest));
    }
    return out;
}

std::string suggestion(std::string_view written, const std::vector<std::string>& known) {
    if (known.empty()) return {};
    if (written.size() <= 64) { // nobody means one of our names by more
        const std::string* nearest = nullptr;
        std::size_t least = std::max<std::size_t>(written.size() / 3, 1) + 1;
        std::size_t looked = 0;
        for (const std::string& name : known) {
            if (name.size() > 2 * written.size() + 8) continue;
            if (++looked > 1000) break; // a hint is not worth more time than that
            if (const std::size_t edits = distance(written, name); edits < least) {
                least = edits;
                nearest = &name;
            }
        }
        if (nearest) return "did you mean '" + *nearest + "'?";
    }
    std::string out = known.size() == 1 ? "expected " : "expected one of ";
    for (std::size_t i = 0; i < std::min(known.size(), mostOffered); ++i) out += (i ? ", " : "") + known[i];
    if (known.size() > mostOffered) out += ", …";
    return out;
}

} // namespace mailtown
