// The language and the vocabulary of all that is seen. English is the source; the other languages are Qt
// Linguist files under resources/translations. A change of either reaches every widget as
// QEvent::LanguageChange.
#pragma once

#include "town/plan.h"

#include <QList>
#include <QString>

namespace mailtown::wording {

// Post-office words for a class, or the field's own terms: one switch for the whole window.
enum class Vocabulary { Everyday, Protocol };

struct LanguageName {
    QString tag;  // BCP 47: "en"
    QString name; // in itself: "日本語"
};
const QList<LanguageName>& languages();

// Installs the translators of `tag` (an unknown tag: English). Idempotent.
void setLanguage(const QString& tag);
QString language();
// The language of the person's system, if there is a translation of it, else English.
QString systemLanguage();

void setVocabulary(Vocabulary vocabulary);
Vocabulary vocabulary();

// Everyday or protocol words, as the switch stands. Both are translated before the call.
inline QString either(const QString& everyday, const QString& protocol) {
    return vocabulary() == Vocabulary::Everyday ? everyday : protocol;
}

// A scenario's text in the current language.
QString text(const Text& text);
inline QString fromUtf8(std::string_view utf8) {
    return QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
}
inline std::string toUtf8(const QString& text) { return text.toStdString(); }

} // namespace mailtown::wording
