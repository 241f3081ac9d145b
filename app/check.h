// `mailtown check FILE…`: tells what is wrong with scenario files, all of it.
#pragma once

#include "app/verb.h"

namespace mailtown {

extern const Verb checkVerb;

} // namespace mailtown
