#include "scenario/report.h"

#include "base/text.h"

#include <algorithm>
#include <array>
#include <tuple>

namespace mailtown {
namespace {

constexpr std::size_t mostProblems = 50;
constexpr std::size_t mostOffered = 12;

constexpr std::size_t longestGuessed = 64; // octets; nobody means one of our names by more
constexpr std::size_t mostCompared = 200;  // names; a hint is not worth more time than that

// Edits (insert, delete, replace, swap of neighbours) between two names of at most twice longestGuessed
// octets, without regard to case.
std::size_t distance(std::string_view a, std::string_view b) {
    const std::string x = toLower(a), y = toLower(b);
    using Row = std::array<std::size_t, 2 * longestGuessed + 1>;
    std::array<Row, 3> rows; // the table's last ones, in turn
    for (std::size_t j = 0; j <= y.size(); ++j) rows[0][j] = j;
    for (std::size_t i = 1; i <= x.size(); ++i) {
        Row& row = rows[i % 3];
        const Row& last = rows[(i + 2) % 3];
        const Row& before = rows[(i + 1) % 3];
        row[0] = i;
        for (std::size_t j = 1; j <= y.size(); ++j) {
            std::size_t best = std::min(last[j], row[j - 1]) + 1;
            best = std::min(best, last[j - 1] + (x[i - 1] == y[j - 1] ? 0 : 1));
            if (i > 1 && j > 1 && x[i - 1] == y[j - 2] && x[i - 2] == y[j - 1])
                best = std::min(best, before[j - 2] + 1);
            row[j] = best;
        }
    }
    return rows[x.size() % 3][y.size()];
}

// A name of the file may be anything: control characters become spaces, and what is long is cut.
std::string oneLine(std::string text) {
    constexpr std::size_t longest = 400; // octets
    if (text.size() > longest) {
        std::size_t end = longest;
        while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
        text.resize(end);
        text += "…";
    }
    std::replace_if(
        text.begin(), text.end(), [](char c) { return isControl(c); }, ' ');
    return text;
}

} // namespace

void Report::error(Where where, std::string what, std::string mend) {
    problems_.push_back(
        {file_, where.line, where.column, oneLine(std::move(what)), oneLine(std::move(mend))});
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
    if (written.size() <= longestGuessed) {
        const std::string* nearest = nullptr;
        std::size_t least = std::max<std::size_t>(written.size() / 3, 1) + 1;
        std::size_t compared = 0;
        for (const std::string& name : known) {
            const auto [shorter, longer] = std::minmax(name.size(), written.size());
            if (longer - shorter >= least) continue; // as many edits at least
            if (++compared > mostCompared) break;
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
