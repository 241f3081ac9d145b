// One JSON object as a map. Apart, because moc 6.4 cannot parse what QJsonDocument includes.
#pragma once

#include <QVariantMap>

#include <string_view>

namespace mailtown::test {

// Empty, with a warning, when it is none.
QVariantMap readJson(std::string_view object);

} // namespace mailtown::test
