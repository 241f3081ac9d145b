// One JSON object as a map. So that a suite reads what a program would.
#pragma once

#include <QVariantMap>

#include <string_view>

namespace mailtown::test {

// Empty, with a warning, when it is none.
QVariantMap readJson(std::string_view object);

} // namespace mailtown::test
