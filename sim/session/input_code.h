// Inputs as octets, as the session file keeps them: a version, the kind, then the fields in order. Hosts go
// by their key, so that a file outlives a change in how hosts are numbered. What is read back is hostile
// until decoded: every length, key, address, enumerator and number is checked.
#pragma once

#include "base/result.h"
#include "town/input.h"
#include "town/plan.h"

#include <string>
#include <string_view>

namespace mailtown {

inline constexpr int inputCodeVersion = 1;

std::string encodeInput(const Plan& plan, const Input& input);
// Error: says what is wrong; the octets are then not an input of this plan, or of a newer version.
Result<Input> decodeInput(const Plan& plan, std::string_view octets);

} // namespace mailtown
