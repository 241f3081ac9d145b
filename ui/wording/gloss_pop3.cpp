// POP3 (RFC 1939, 2449, 2595) in plain words.
#include "ui/wording/gloss.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace mailtown::wording {
namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(GlossPop3)
};

QString verbOf(const QString& line) { return line.section(u' ', 0, 0).toUpper(); }

QString command(const QString& text) {
    const QString verb = verbOf(text), number = text.section(u' ', 1, 1);
    if (verb == "CAPA"_L1) return Say::tr("What can you do?");
    if (verb == "STLS"_L1) return Say::tr("Seal our talk, please.");
    if (verb == "USER"_L1) return Say::tr("I am %1.").arg(number);
    if (verb == "PASS"_L1 || verb == "APOP"_L1 || verb == "AUTH"_L1) return Say::tr("I show who I am.");
    if (verb == "STAT"_L1) return Say::tr("How many letters are in my box?");
    if (verb == "LIST"_L1) return Say::tr("How big is each letter?");
    if (verb == "UIDL"_L1) return Say::tr("Which letters are they? I want only the new ones.");
    if (verb == "RETR"_L1) return Say::tr("Give me letter %1.").arg(number);
    if (verb == "TOP"_L1) return Say::tr("Show me the top of letter %1.").arg(number);
    if (verb == "DELE"_L1)
        return Say::tr("I have letter %1 at home now; take it out of the box.").arg(number);
    if (verb == "RSET"_L1) return Say::tr("Leave all the letters in the box after all.");
    if (verb == "NOOP"_L1) return Say::tr("I am still here.");
    if (verb == "QUIT"_L1) return Say::tr("That is all. Good-bye.");
    return {};
}

QString answer(const SpokenLine& line) {
    const QString verb = verbOf(line.asked);
    if (line.text.startsWith("-ERR"_L1)) {
        if (verb == "PASS"_L1 || verb == "APOP"_L1 || verb == "AUTH"_L1)
            return Say::tr("I do not believe that you are who you say.");
        if (line.text.contains("IN-USE"_L1)) return Say::tr("Somebody else is at this box now.");
        return Say::tr("No.");
    }
    if (line.text == "."_L1) return Say::tr("That was all of it.");
    if (line.text.startsWith(u'+') && !line.text.startsWith("+OK"_L1)) return Say::tr("Go on.");
    if (!line.text.startsWith("+OK"_L1)) {
        const QString first = line.text.section(u' ', 0, 0), second = line.text.section(u' ', 1, 1);
        if (verb == "LIST"_L1) return Say::tr("Letter %1 has %2 octets.").arg(first, second);
        if (verb == "UIDL"_L1) return Say::tr("Letter %1 bears the mark %2.").arg(first, second);
        return {};
    }
    if (verb.isEmpty()) return Say::tr("Good day, this is the post office.");
    if (verb == "STLS"_L1) return Say::tr("Yes: from here on nobody can read along.");
    if (verb == "USER"_L1) return Say::tr("And your password?");
    if (verb == "PASS"_L1 || verb == "APOP"_L1 || verb == "AUTH"_L1)
        return Say::tr("I know you. Here is your box.");
    if (verb == "STAT"_L1) {
        bool known = false;
        const int number = line.text.section(u' ', 1, 1).toInt(&known);
        if (known) return Say::tr("It holds %n letter(s).", nullptr, number);
    }
    if (verb == "CAPA"_L1) return Say::tr("I can do this:");
    if (verb == "RETR"_L1 || verb == "TOP"_L1) return Say::tr("Here it is.");
    if (verb == "DELE"_L1) return Say::tr("I take it out when you leave.");
    if (verb == "QUIT"_L1) return Say::tr("Good-bye.");
    return Say::tr("Good.");
}

} // namespace

QString glossPop3(const SpokenLine& line) { return line.fromClient ? command(line.text) : answer(line); }

} // namespace mailtown::wording
