#include "ui/shell/about.h"

#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>

using namespace Qt::StringLiterals;

namespace mailtown {
namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(About)
};

struct Work {
    const char *name, *home, *owner, *licence;
};

// resources/packaging/copyright says the same to the distribution.
constexpr Work works[] = {
    {"Qt 6", "https://www.qt.io", "The Qt Company", "LGPL-3.0"},
    {"QCustomPlot", "https://www.qcustomplot.com", "Emanuel Eichhammer", "GPL-3.0-or-later"},
    {"yaml-cpp", "https://github.com/jbeder/yaml-cpp", "Jesse Beder", "MIT"},
    {"GMime", "https://github.com/jstedfast/gmime", "Jeffrey Stedfast", "LGPL-2.1-or-later"},
    {"OpenSSL", "https://www.openssl.org", "The OpenSSL Project Authors", "Apache-2.0"},
    {"SQLite", "https://www.sqlite.org", "D. Richard Hipp", "public domain"},
    {"Noto Sans, Sans CJK JP, Sans Mono", "https://fonts.google.com/noto", "Google, Adobe",
     "SIL Open Font License 1.1"},
};

} // namespace

void showAbout(QWidget* parent) {
    auto* box = new QDialog(parent);
    box->setObjectName(u"about"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowTitle(Say::tr("About Mailtown"));
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(28, 24, 28, 20);
    column->setSpacing(10);
    const auto say = [&](const QString& text) {
        auto* label = new QLabel(text, box);
        label->setTextInteractionFlags(Qt::TextBrowserInteraction);
        label->setOpenExternalLinks(true);
        return label;
    };
    column->addWidget(say(u"<h3>Mailtown %1</h3>"_s.arg(QCoreApplication::applicationVersion())));
    for (const QString& sentence :
         {Say::tr("Shows how e-mail travels, as a town of post offices."),
          Say::tr("Free software under the GNU General Public License, version 3 or later; without any "
                  "warranty."),
          Say::tr("It stands on the work of others:")})
        column->addWidget(say(sentence));
    auto* table = new QGridLayout;
    table->setHorizontalSpacing(28);
    table->setVerticalSpacing(6);
    int row = 0;
    for (const Work& each : works) {
        table->addWidget(
            say(u"<a href='%2'>%1</a>"_s.arg(QString::fromLatin1(each.name), QString::fromLatin1(each.home))),
            row, 0);
        table->addWidget(say(u"© %1"_s.arg(QString::fromLatin1(each.owner))), row, 1);
        table->addWidget(say(QString::fromLatin1(each.licence)), row++, 2);
    }
    table->setColumnStretch(2, 1);
    column->addLayout(table);
    column->addSpacing(8);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, box);
    QObject::connect(buttons, &QDialogButtonBox::rejected, box, &QDialog::reject);
    column->addWidget(buttons);
    box->open();
}

} // namespace mailtown
