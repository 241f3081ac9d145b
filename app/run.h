// `mailtown run FILE`: runs a scenario without a window and writes down what happens.
#pragma once

#include "app/verb.h"

namespace mailtown {

extern const Verb runVerb;

} // namespace mailtown
