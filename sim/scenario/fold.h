// Folded lines of languages that write no spaces between words.
#pragma once

#include <string>
#include <string_view>

namespace mailtown {

// YAML leaves a space where a line was folded (YAML 1.2 §6.5). Between two Chinese or Japanese characters it
// would be seen, so it goes. `value` is what the parser made of the scalar at the beginning of `source`; a
// space that somebody wrote within a line stays.
std::string unfolded(std::string value, std::string_view source);

} // namespace mailtown
