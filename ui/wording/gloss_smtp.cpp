// SMTP (RFC 5321, 3207, 4954) in plain words.
#include "ui/wording/gloss.h"

#include <QCoreApplication>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace mailtown::wording {
namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(GlossSmtp)
};

// "aoki@sakura.example" of "MAIL FROM:<aoki@sakura.example> SIZE=812"; empty for <>.
QString path(const QString& command) {
    const qsizetype open = command.indexOf(u'<'), close = command.indexOf(u'>', open);
    return open < 0 || close < 0 ? QString() : command.mid(open + 1, close - open - 1);
}

QString command(const QString& text) {
    const QString verb = text.section(u' ', 0, 0).toUpper();
    const QString rest = text.section(u' ', 1);
    if (verb == "EHLO"_L1 || verb == "HELO"_L1) return Say::tr("Hello, I am %1.").arg(rest);
    if (verb == "STARTTLS"_L1) return Say::tr("Seal our talk, please.");
    if (verb == "AUTH"_L1) return Say::tr("I show who I am.");
    if (verb == "MAIL"_L1)
        return path(text).isEmpty()
                   ? Say::tr("This is a report: it has no way back.")
                   : Say::tr("If it cannot be delivered, bring it back to %1.").arg(path(text));
    if (verb == "RCPT"_L1) return Say::tr("It goes to %1.").arg(path(text));
    if (verb == "DATA"_L1) return Say::tr("Here is the letter.");
    if (text == "."_L1) return Say::tr("That was all of it.");
    if (verb == "RSET"_L1) return Say::tr("Forget what I said; I start anew.");
    if (verb == "NOOP"_L1) return Say::tr("I am still here.");
    if (verb == "VRFY"_L1) return Say::tr("Does %1 live here?").arg(rest);
    if (verb == "HELP"_L1) return Say::tr("What can I say?");
    if (verb == "QUIT"_L1) return Say::tr("That is all. Good-bye.");
    return {};
}

// What EHLO's answer offers, a line each.
QString offer(const QString& keyword) {
    const QString word = keyword.section(u' ', 0, 0).toUpper();
    if (word == "STARTTLS"_L1) return Say::tr("I can seal what you hand me.");
    if (word == "AUTH"_L1) return Say::tr("You can show who you are.");
    if (word == "SIZE"_L1) {
        bool known = false;
        const qint64 octets = keyword.section(u' ', 1).toLongLong(&known);
        if (!known || octets == 0) return Say::tr("Tell me how big the letter is.");
        return Say::tr("I take letters of up to %1 MB.").arg(octets / 1'000'000);
    }
    if (word == "8BITMIME"_L1) return Say::tr("Letters may hold any script.");
    if (word == "SMTPUTF8"_L1) return Say::tr("Addresses may hold any script too.");
    if (word == "PIPELINING"_L1) return Say::tr("You need not wait for each answer.");
    if (word == "ENHANCEDSTATUSCODES"_L1) return Say::tr("My answers tell exactly what is wrong.");
    return {};
}

QString enhanced(const QString& text) {
    static const QRegularExpression code(u"^\\d{3}[ -](\\d\\.\\d{1,3}\\.\\d{1,3})"_s);
    return code.match(text).captured(1);
}

QString refusal(int code, const QString& text) {
    const QString status = enhanced(text);
    if (status == "5.1.1"_L1) return Say::tr("Nobody of that name lives here.");
    if (status == "5.7.1"_L1 && code == 550) return Say::tr("I do not carry letters to other towns for you.");
    if (status == "4.2.2"_L1 || status == "5.2.2"_L1) return Say::tr("The letter box is full.");
    switch (code) {
    case 421:
        return Say::tr("I cannot serve anybody now. Come back later.");
    case 450:
        return Say::tr("Not now. Come back later.");
    case 451:
        return Say::tr("Something went wrong here. Come back later.");
    case 452:
        return Say::tr("There is no room now. Come back later.");
    case 454:
        return Say::tr("I cannot seal it now. Come back later.");
    case 500:
    case 501:
    case 502:
        return Say::tr("I do not understand that.");
    case 503:
        return Say::tr("That does not come next.");
    case 504:
        return Say::tr("I cannot do it that way.");
    case 530:
        return Say::tr("First show who you are.");
    case 534:
    case 535:
        return Say::tr("I do not believe that you are who you say.");
    case 538:
        return Say::tr("First let us seal our talk.");
    case 550:
        return Say::tr("I do not take it.");
    case 552:
        return Say::tr("The letter is too big.");
    case 553:
        return Say::tr("That is not an address I can use.");
    case 554:
        return Say::tr("I do not take it, and that is final.");
    case 556:
        return Say::tr("That town takes no letters at all.");
    default:
        break;
    }
    return code >= 500 ? Say::tr("No, and that is final.") : Say::tr("Not now. Come back later.");
}

QString reply(const SpokenLine& line) {
    bool known = false;
    const int code = line.text.left(3).toInt(&known);
    if (!known) return {};
    const QString verb = line.asked.section(u' ', 0, 0).toUpper();
    if (code >= 400) return refusal(code, line.text);
    const QString words = line.text.mid(4);
    if (verb == "EHLO"_L1 || verb == "HELO"_L1) {
        const QString offered = offer(words);
        return offered.isEmpty() ? Say::tr("Hello.") : offered;
    }
    switch (code) {
    case 220:
        return verb == "STARTTLS"_L1 ? Say::tr("Yes: from here on nobody can read along.")
                                     : Say::tr("Good day, this is %1.").arg(words.section(u' ', 0, 0));
    case 221:
        return Say::tr("Good-bye.");
    case 235:
        return Say::tr("I know you.");
    case 251:
        return Say::tr("I will have it carried on.");
    case 252:
        return Say::tr("I do not tell who lives here. Hand it in, and I will try.");
    case 334:
        return Say::tr("Go on.");
    case 354:
        return Say::tr("Go on; a dot alone ends it.");
    default:
        break;
    }
    if (verb == "RCPT"_L1) return Say::tr("I will take it there.");
    if (verb == "DATA"_L1 || line.asked == "."_L1)
        return Say::tr("Accepted. From here it is my responsibility.");
    return Say::tr("Good.");
}

} // namespace

QString glossSmtp(const SpokenLine& line) { return line.fromClient ? command(line.text) : reply(line); }

} // namespace mailtown::wording
