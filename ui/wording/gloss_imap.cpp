// IMAP (RFC 9051, 3501) in plain words.
#include "ui/wording/gloss.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace mailtown::wording {
namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(GlossImap)
};

// "FETCH" of "a4 UID FETCH 1:* (FLAGS)"; "DONE" of "DONE".
QString verbOf(const QString& line) {
    QString verb = line.section(u' ', 1, 1).toUpper();
    if (verb.isEmpty()) verb = line.toUpper();
    return verb == "UID"_L1 ? line.section(u' ', 2, 2).toUpper() : verb;
}

QString mailboxOf(const QString& line) { return line.section(u' ', 2, 2).remove(u'"'); }

QString command(const QString& text) {
    const QString verb = verbOf(text);
    if (verb == "CAPABILITY"_L1) return Say::tr("What can you do?");
    if (verb == "STARTTLS"_L1) return Say::tr("Seal our talk, please.");
    if (verb == "LOGIN"_L1 || verb == "AUTHENTICATE"_L1) return Say::tr("I show who I am.");
    if (verb == "LIST"_L1 || verb == "LSUB"_L1) return Say::tr("Which boxes do I have?");
    if (verb == "SELECT"_L1) return Say::tr("Open the box %1.").arg(mailboxOf(text));
    if (verb == "EXAMINE"_L1) return Say::tr("Let me look into the box %1.").arg(mailboxOf(text));
    if (verb == "STATUS"_L1) return Say::tr("How full is the box %1?").arg(mailboxOf(text));
    if (verb == "FETCH"_L1)
        return text.contains("BODY"_L1) || text.contains("RFC822"_L1)
                   ? Say::tr("Let me read; the letter stays with you.")
                   : Say::tr("What is on the letters?");
    if (verb == "SEARCH"_L1) return Say::tr("Find letters for me.");
    if (verb == "STORE"_L1)
        return text.contains("Seen"_L1, Qt::CaseInsensitive) ? Say::tr("Mark it as read, for all my devices.")
                                                             : Say::tr("Put this mark on it.");
    if (verb == "IDLE"_L1) return Say::tr("I wait here; tell me when a letter comes.");
    if (verb == "DONE"_L1) return Say::tr("I have waited enough.");
    if (verb == "EXPUNGE"_L1) return Say::tr("Throw away what I crossed out.");
    if (verb == "APPEND"_L1) return Say::tr("Put this letter into the box %1.").arg(mailboxOf(text));
    if (verb == "COPY"_L1) return Say::tr("Put a copy into another box.");
    if (verb == "MOVE"_L1) return Say::tr("Put it into another box.");
    if (verb == "CREATE"_L1) return Say::tr("Set up a new box.");
    if (verb == "DELETE"_L1) return Say::tr("Take this box away.");
    if (verb == "RENAME"_L1) return Say::tr("Give this box another name.");
    if (verb == "CLOSE"_L1 || verb == "UNSELECT"_L1) return Say::tr("Close the box.");
    if (verb == "NOOP"_L1 || verb == "CHECK"_L1) return Say::tr("Is there anything new?");
    if (verb == "ID"_L1) return Say::tr("This is the program I am.");
    if (verb == "LOGOUT"_L1) return Say::tr("That is all. Good-bye.");
    return {};
}

QString untagged(const SpokenLine& line) {
    const QString first = line.text.section(u' ', 1, 1).toUpper(),
                  second = line.text.section(u' ', 2, 2).toUpper();
    bool known = false;
    const int number = first.toInt(&known);
    if (known && second == "EXISTS"_L1) return Say::tr("It holds %n letter(s).", nullptr, number);
    if (known && second == "RECENT"_L1) return Say::tr("%n of them new.", nullptr, number);
    if (known && second == "EXPUNGE"_L1) return Say::tr("Letter %1 is gone.").arg(number);
    if (known && second == "FETCH"_L1)
        return line.text.contains("BODY["_L1) ? Say::tr("Here is what letter %1 says.").arg(number)
                                              : Say::tr("This is what is on letter %1.").arg(number);
    if (first == "CAPABILITY"_L1) return Say::tr("I can do this:");
    if (first == "LIST"_L1 || first == "LSUB"_L1) return Say::tr("You have this box.");
    if (first == "FLAGS"_L1) return Say::tr("These marks are used here.");
    if (first == "SEARCH"_L1 || first == "ESEARCH"_L1) return Say::tr("These letters are what you look for.");
    if (first == "BYE"_L1) return Say::tr("Good-bye.");
    if (first == "OK"_L1) {
        if (second.startsWith("[UIDVALIDITY"_L1)) return Say::tr("The numbers you noted still hold.");
        if (second.startsWith("[UIDNEXT"_L1)) return Say::tr("The next letter gets this number.");
        if (second.startsWith("[PERMANENTFLAGS"_L1)) return Say::tr("You can set these marks.");
        return line.asked.isEmpty() ? Say::tr("Good day, this is the post office.") : Say::tr("Good.");
    }
    return {};
}

QString tagged(const SpokenLine& line) {
    const QString status = line.text.section(u' ', 1, 1).toUpper(), verb = verbOf(line.asked);
    const bool login = verb == "LOGIN"_L1 || verb == "AUTHENTICATE"_L1;
    if (status == "NO"_L1)
        return login ? Say::tr("I do not believe that you are who you say.") : Say::tr("No.");
    if (status == "BAD"_L1) return Say::tr("I do not understand that.");
    if (status != "OK"_L1) return {};
    if (verb == "STARTTLS"_L1) return Say::tr("Yes: from here on nobody can read along.");
    if (login) return Say::tr("I know you.");
    if (verb == "SELECT"_L1) return Say::tr("The box is open.");
    return Say::tr("Done.");
}

} // namespace

QString glossImap(const SpokenLine& line) {
    if (line.fromClient) return command(line.text);
    if (line.text.startsWith("* "_L1)) return untagged(line);
    if (line.text.startsWith(u'+')) return Say::tr("Go on.");
    return tagged(line);
}

} // namespace mailtown::wording
