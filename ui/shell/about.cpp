#include "ui/shell/about.h"

#include <QCoreApplication>
#include <QMessageBox>

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
    {"Noto Sans, Noto Sans CJK JP, Noto Sans Mono", "https://fonts.google.com/noto", "Google, Adobe",
     "SIL Open Font License 1.1"},
};

} // namespace

void showAbout(QWidget* parent) {
    auto* box = new QMessageBox(parent);
    box->setObjectName(u"about"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowTitle(Say::tr("About Mailtown"));
    box->setTextFormat(Qt::RichText);
    box->setText(u"<h3>Mailtown %1</h3><p>%2</p><p>%3</p>"_s.arg(
        QCoreApplication::applicationVersion(),
        Say::tr("Shows how e-mail travels, as a town of post offices."),
        Say::tr("Free software under the GNU General Public License, version 3 or later; without any "
                "warranty.")));
    QString notices = u"<p>%1</p><table cellspacing='4'>"_s.arg(Say::tr("It stands on the work of others:"));
    for (const Work& each : works)
        notices +=
            u"<tr><td><a href='%2'>%1</a>&nbsp;&nbsp;</td><td>© %3&nbsp;&nbsp;</td><td>%4</td></tr>"_s.arg(
                QString::fromLatin1(each.name), QString::fromLatin1(each.home),
                QString::fromLatin1(each.owner), QString::fromLatin1(each.licence));
    box->setInformativeText(notices + u"</table>"_s);
    box->open();
}

} // namespace mailtown
