#include "ui/shell/opening.h"

#include "ui/wording/language.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QMessageBox>
#include <QMimeData>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace mailtown {
namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(Opening)
};

constexpr std::size_t mostProblems = 12; // told in one message

// The engine speaks English alone; the place is told in the window's language.
QString inWords(const Problem& problem) {
    QString what = wording::fromUtf8(problem.what);
    if (!problem.mend.empty()) what += u" ("_s + wording::fromUtf8(problem.mend) + u')';
    if (problem.line == 0) return what;
    return problem.column > 0 ? Say::tr("Line %1, column %2: %3")
                                    .arg(QString::number(problem.line), QString::number(problem.column), what)
                              : Say::tr("Line %1: %2").arg(QString::number(problem.line), what);
}

void tell(const Problems& problems, QWidget* window) {
    QStringList told{wording::fromUtf8(problems.front().file), Say::tr("What is wrong, and where:")};
    if (told.front().isEmpty()) told.removeFirst();
    for (std::size_t i = 0; i < std::min(problems.size(), mostProblems); ++i) told += inWords(problems[i]);
    if (problems.size() > mostProblems)
        told += Say::tr("… and %n more", nullptr, int(problems.size() - mostProblems));
    auto* box = new QMessageBox(QMessageBox::Warning, u"Mailtown"_s,
                                Say::tr("This scenario cannot be opened"), QMessageBox::Ok, window);
    box->setObjectName(u"problems"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(told.join(u'\n'));
    box->open();
}

} // namespace

std::optional<Scenario> readScenario(const QString& file, QWidget* window) {
    Result<Scenario> scenario = loadScenario(file.toStdString(), wording::language().toStdString());
    if (scenario) return std::move(*scenario);
    tell(scenario.problems(), window);
    return {};
}

void askForScenario(QWidget* window, std::function<void(const QString&)> chosen) {
    auto* dialog = new QFileDialog(window, Say::tr("Open a scenario"), {},
                                   Say::tr("Scenarios (%1)").arg(u"*.yaml *.yml *.json"_s) + u";;"_s +
                                       Say::tr("All files (%1)").arg(u"*"_s));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    QObject::connect(dialog, &QFileDialog::fileSelected, window, std::move(chosen));
    dialog->open();
}

QString draggedFile(const QMimeData* dragged) {
    const QList<QUrl> urls = dragged->urls();
    return urls.size() == 1 && urls.front().isLocalFile() ? urls.front().toLocalFile() : QString();
}

} // namespace mailtown
