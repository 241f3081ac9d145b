#include "app/open.h"

#include "ui/shell/main_window.h"
#include "ui/wording/language.h"

#include <QApplication>
#include <QCommandLineParser>
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

int open(const QCommandLineParser& arguments) {
    Appearance appearance;
    appearance.dress(*qApp);
    wording::setLanguage(wording::systemLanguage());
    const QString file = arguments.positionalArguments().value(0, firstScenario());
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

} // namespace

const Verb openVerb{"open",
                    "[FILE]",
                    "Open the window on a scenario, or on the first one.",
                    Verb::Needs::Window,
                    Verb::Files::OneOrNone,
                    nullptr,
                    open};

} // namespace mailtown
