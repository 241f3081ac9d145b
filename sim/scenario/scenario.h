// A scenario: a plan, timed inputs and words for a class.
#pragma once

#include "base/result.h"
#include "town/input.h"
#include "town/plan.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace mailtown {

struct Scenario {
    Text title;
    Text description;
    Plan plan;
    std::vector<TimedInput> timeline; // in order of time
    Duration length = 0;  // how far the slider reaches at first: told, or inferred from the timeline
    std::string source;   // the file's text, kept in session files
    std::string language; // that the timeline's letters are written in; kept in session files too

    bool operator==(const Scenario&) const = default;
};

// Reads and checks all of it; several problems are told at once; nothing half-loads. `language` (a BCP 47
// tag) is that of the timeline's letters; one that a letter does not have: English, else any it has. Limits:
// 1 MiB of text, 32 levels of nesting, 100,000 nodes after aliases, 200 post offices, 20,000 homes.
Result<Scenario> loadScenario(const std::filesystem::path& file, std::string_view language = "en");
Result<Scenario> readScenario(std::string_view yaml, const std::string& fileName,
                              std::string_view language = "en");

} // namespace mailtown
