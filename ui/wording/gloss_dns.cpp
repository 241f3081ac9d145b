// DNS questions and answers (RFC 1035, 5321 §5) in plain words. The trace spells them "fuji.example MX" and
// "10 mail.fuji.example".
#include "ui/wording/gloss.h"

#include <QCoreApplication>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace mailtown::wording {
namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(GlossDns)
};

QString question(const QString& text) {
    const QString name = text.section(u' ', 0, 0), type = text.section(u' ', 1, 1).toUpper();
    if (type == "MX"_L1) return Say::tr("Which office takes letters for %1?").arg(name);
    if (type == "A"_L1 || type == "AAAA"_L1) return Say::tr("Where is %1?").arg(name);
    return Say::tr("What is written about %1?").arg(name);
}

} // namespace

QString glossDns(const SpokenLine& line) {
    if (line.fromClient) return question(line.text);
    const QString text = line.text.trimmed();
    if (text.startsWith("NXDOMAIN"_L1, Qt::CaseInsensitive)) return Say::tr("There is no such name.");
    if (text.startsWith("SERVFAIL"_L1, Qt::CaseInsensitive)) return Say::tr("I cannot find out now.");
    if (text.startsWith("REFUSED"_L1, Qt::CaseInsensitive)) return Say::tr("I do not tell that.");
    if (text.startsWith("timeout"_L1, Qt::CaseInsensitive)) return Say::tr("No answer came.");
    if (text.isEmpty() || text.startsWith("NODATA"_L1, Qt::CaseInsensitive) || text.startsWith("no "_L1))
        return Say::tr("Nothing is written about that.");
    static const QRegularExpression mx(u"^(\\d+) (\\S+)"_s);
    const QRegularExpressionMatch best = mx.match(text);
    if (best.hasMatch()) {
        if (best.captured(2) == "."_L1) return Say::tr("That town takes no letters at all.");
        return Say::tr("%1 does.", "answers 'which office takes letters'").arg(best.captured(2));
    }
    return Say::tr("At %1.", "answers 'where is'").arg(text.section(u' ', 0, 0).remove(u','));
}

} // namespace mailtown::wording
