// `mailtown serve FILE`: the sandbox without a window.
#pragma once

#include "app/verb.h"

namespace mailtown {

extern const Verb serveVerb;

} // namespace mailtown
