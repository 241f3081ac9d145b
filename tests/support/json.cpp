#include "support/json.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace mailtown::test {

QVariantMap readJson(std::string_view object) {
    QJsonParseError error;
    const auto document =
        QJsonDocument::fromJson(QByteArray(object.data(), qsizetype(object.size())), &error);
    if (error.error != QJsonParseError::NoError) qWarning() << error.errorString();
    return document.object().toVariantMap();
}

} // namespace mailtown::test
