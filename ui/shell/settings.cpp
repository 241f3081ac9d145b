#include "ui/shell/settings.h"

#include "ui/wording/language.h"

#include <QFileInfo>
#include <QSettings>

using namespace Qt::StringLiterals;

namespace mailtown::settings {
namespace {

constexpr int mostRecent = 8;

} // namespace

void apply(Appearance& appearance) {
    const QSettings kept;
    wording::setLanguage(kept.value(u"language"_s, wording::systemLanguage()).toString());
    appearance.setTheme(kept.value(u"theme"_s).toString() == u"dark" ? Theme::Dark : Theme::Light);
    appearance.setReducedMotion(kept.value(u"reducedMotion"_s).toBool());
}

void keep(const Appearance& appearance) {
    QSettings kept;
    kept.setValue(u"language"_s, wording::language());
    kept.setValue(u"theme"_s, appearance.theme() == Theme::Dark ? u"dark"_s : u"light"_s);
    kept.setValue(u"reducedMotion"_s, appearance.reducedMotion());
}

QStringList recentFiles() {
    QStringList there;
    for (const QString& file : QSettings().value(u"recentFiles"_s).toStringList())
        if (QFileInfo(file).isFile()) there += file;
    return there;
}

void addRecent(const QString& file) {
    const QString path = QFileInfo(file).absoluteFilePath();
    QStringList files = recentFiles();
    files.removeAll(path);
    files.prepend(path);
    QSettings().setValue(u"recentFiles"_s, files.mid(0, mostRecent));
}

void clearRecent() { QSettings().remove(u"recentFiles"_s); }

QByteArray geometry() { return QSettings().value(u"geometry"_s).toByteArray(); }
void keepGeometry(const QByteArray& geometry) { QSettings().setValue(u"geometry"_s, geometry); }

} // namespace mailtown::settings
