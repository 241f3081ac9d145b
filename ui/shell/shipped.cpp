#include "ui/shell/shipped.h"

#include <QCoreApplication>
#include <QDir>

using namespace Qt::StringLiterals;

namespace mailtown {
namespace {

QString folder() {
    QDir directory(QCoreApplication::applicationDirPath());
    if (const QString installed = directory.filePath(u"../share/mailtown/scenarios"_s);
        QDir(installed).exists())
        return installed;
    do {
        // A folder of that name may be anybody's: ours holds the schema.
        if (directory.exists(u"scenarios/mailtown.schema.json"_s)) return directory.filePath(u"scenarios"_s);
    } while (directory.cdUp());
    return {};
}

} // namespace

QStringList shippedScenarios() {
    const QString path = folder();
    if (path.isEmpty()) return {};
    QStringList files;
    const QDir directory(path);
    for (const QString& name : directory.entryList({u"*.yaml"_s}, QDir::Files | QDir::Readable, QDir::Name))
        files += QDir::cleanPath(directory.absoluteFilePath(name));
    return files;
}

QString firstScenario() {
    const QStringList all = shippedScenarios();
    for (const QString& each : all)
        if (each.endsWith(u"/one-letter.yaml"_s)) return each;
    return all.value(0);
}

} // namespace mailtown
