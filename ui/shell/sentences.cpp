#include "ui/shell/sentences.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace mailtown {
namespace {

bool isWide(QChar c) { return c.unicode() >= 0x2E80; } // kana, kanji and their marks

} // namespace

QStringList sentencesOf(const QString& text) {
    static const QRegularExpression ends(u"(?<=[.!?])\\s+|(?<=[。!?])\\s*"_s);
    // A file's folded line leaves a blank, and between two characters of Japanese there is none.
    QString joined;
    for (qsizetype i = 0; i < text.size(); ++i)
        if (!text[i].isSpace() || i == 0 || i + 1 == text.size() || !isWide(text[i - 1]) ||
            !isWide(text[i + 1]))
            joined += text[i];
    return joined.split(ends, Qt::SkipEmptyParts);
}

QString sentencesThatFit(const QString& text, const std::function<bool(const QString&)>& fits) {
    QString told;
    for (const QString& sentence : sentencesOf(text)) {
        const bool blank = !told.isEmpty() && !isWide(told.back());
        const QString longer = told + (blank ? u" "_s : QString()) + sentence;
        if (!told.isEmpty() && !fits(longer)) break;
        told = longer;
    }
    return told;
}

} // namespace mailtown
