#include "ui/wording/language.h"

#include <QCoreApplication>
#include <QEvent>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

using namespace Qt::StringLiterals;

namespace mailtown::wording {
namespace {

struct State {
    QString tag = u"en"_s;
    Vocabulary vocabulary = Vocabulary::Everyday;
    QTranslator own; // this program's words; for English its plural forms
    QTranslator qt;  // the buttons of Qt's own dialogs
};

State& state() {
    static State instance;
    return instance;
}

} // namespace

const QList<LanguageName>& languages() {
    static const QList<LanguageName> list{{u"en"_s, u"English"_s}, {u"ja"_s, u"日本語"_s}};
    return list;
}

void setLanguage(const QString& tag) {
    QString known = u"en"_s;
    for (const LanguageName& each : languages())
        if (each.tag == tag) known = tag;
    State& s = state();
    if (known == s.tag && !s.own.isEmpty()) return;
    s.tag = known;
    QLocale::setDefault(QLocale(known));
    QCoreApplication::removeTranslator(&s.own);
    QCoreApplication::removeTranslator(&s.qt);
    if (s.qt.load(u"qtbase_"_s + known, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&s.qt);
    if (s.own.load(u":/translations/mailtown_"_s + known + u".qm"_s))
        QCoreApplication::installTranslator(&s.own);
}

QString language() { return state().tag; }

QString systemLanguage() {
    for (const QString& wanted : QLocale::system().uiLanguages())
        for (const LanguageName& each : languages())
            if (wanted == each.tag || wanted.startsWith(each.tag + u'-')) return each.tag;
    return u"en"_s;
}

void setVocabulary(Vocabulary vocabulary) {
    if (state().vocabulary == vocabulary) return;
    state().vocabulary = vocabulary;
    // Other words for the same things: to the widgets it is one more language.
    QEvent changed(QEvent::LanguageChange);
    if (qApp) QCoreApplication::sendEvent(qApp, &changed);
}

Vocabulary vocabulary() { return state().vocabulary; }

QString text(const Text& text) { return fromUtf8(text.in(language().toStdString())); }

} // namespace mailtown::wording
