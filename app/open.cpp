#include "app/open.h"

#include "ui/shell/main_window.h"
#include "ui/wording/language.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QMessageBox>

namespace mailtown {
namespace {

// Installed beside the program, or, when run from a build, in the source tree above it.
QString firstScenario() {
    const QString name = QStringLiteral("one-letter.yaml");
    QDir directory(QCoreApplication::applicationDirPath());
    const QString installed = directory.filePath(QStringLiteral("../share/mailtown/scenarios/") + name);
    if (QFile::exists(installed)) return installed;
    do {
        const QString path = directory.filePath(QStringLiteral("scenarios/") + name);
        if (QFile::exists(path)) return path;
    } while (directory.cdUp());
    return installed;
}

} // namespace

int openWindow(int argc, char** argv) {
    QApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("Mailtown"));
    QCoreApplication::setApplicationVersion(QStringLiteral(MAILTOWN_VERSION));
    Appearance appearance;
    appearance.dress(application);
    wording::setLanguage(wording::systemLanguage());
    const QString file = QCoreApplication::arguments().value(1, firstScenario());
    Result<Scenario> scenario = loadScenario(file.toStdString(), wording::language().toStdString());
    if (!scenario) {
        QString text;
        for (const Problem& each : scenario.problems()) text += QString::fromStdString(each.text()) + u'\n';
        QMessageBox::critical(nullptr, QApplication::translate("Open", "This scenario cannot be opened"),
                              text);
        return 1;
    }
    MainWindow window(std::move(*scenario), appearance);
    window.show();
    return QApplication::exec();
}

} // namespace mailtown
