#include "app/open.h"

#include "ui/shell/main_window.h"
#include "ui/shell/settings.h"
#include "ui/shell/shipped.h"

#include <QApplication>
#include <QCommandLineParser>

namespace mailtown {
namespace {

int open(const QCommandLineParser& arguments) {
    QCoreApplication::setOrganizationName(QStringLiteral("Mailtown")); // from here settings are kept
    QGuiApplication::setDesktopFileName(QStringLiteral("io.github.mailtown.Mailtown"));
    Appearance appearance;
    appearance.dress(*qApp);
    settings::apply(appearance);
    MainWindow window(appearance);
    window.show();
    const QString file = arguments.positionalArguments().value(0, firstScenario());
    if (!file.isEmpty()) window.open(file);
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
