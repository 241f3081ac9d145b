#include "ui/shell/opening.h"

#include "ui/wording/language.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QMessageBox>
#include <QMimeData>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace mailtown {
namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(Opening)
};

constexpr std::size_t mostProblems = 12; // told in one message

void tell(const Problems& problems, QWidget* window) {
    QStringList told;
    for (const Problem& each : problems)
        if (std::size_t(told.size()) < mostProblems) told += QString::fromStdString(each.text());
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
