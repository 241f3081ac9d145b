#include "support/suite.h"
#include "ui/wording/gloss.h"
#include "ui/wording/language.h"

using namespace mailtown;
using namespace mailtown::wording;

class GlossTest : public QObject {
    Q_OBJECT

    static QString client(Service service, const char* text) {
        return gloss({service, true, QString::fromUtf8(text), {}, false});
    }
    static QString server(Service service, const char* asked, const char* text) {
        return gloss({service, false, QString::fromUtf8(text), QString::fromUtf8(asked), false});
    }

private Q_SLOTS:
    void cleanup() { setLanguage(QStringLiteral("en")); }

    void tellsWhatAnSmtpConversationSays() {
        QCOMPARE(client(Service::Smtp, "MAIL FROM:<aoki@sakura.example> SIZE=812"),
                 QStringLiteral("If it cannot be delivered, bring it back to aoki@sakura.example."));
        QCOMPARE(client(Service::Smtp, "MAIL FROM:<>"),
                 QStringLiteral("This is a report: it has no way back."));
        QCOMPARE(server(Service::Smtp, "RCPT TO:<sato@fuji.example>", "250 2.1.5 Ok"),
                 QStringLiteral("I will take it there."));
        QCOMPARE(server(Service::Smtp, "RCPT TO:<x@fuji.example>", "550 5.1.1 no such user"),
                 QStringLiteral("Nobody of that name lives here."));
        QCOMPARE(server(Service::Submission, "EHLO pc.sakura.example", "250-SIZE 30000000"),
                 QStringLiteral("I take letters of up to 30 MB."));
        setLanguage(QStringLiteral("ja"));
        QCOMPARE(server(Service::Smtp, ".", "250 2.0.0 queued"),
                 QStringLiteral("受け付けました。ここからはこの局の責任です。"));
    }

    void countsInBothLanguages() {
        QCOMPARE(server(Service::Pop3, "STAT", "+OK 1 120"), QStringLiteral("It holds 1 letter."));
        QCOMPARE(server(Service::Pop3, "STAT", "+OK 2 240"), QStringLiteral("It holds 2 letters."));
        QCOMPARE(server(Service::Imap, "a3 SELECT INBOX", "* 2 EXISTS"),
                 QStringLiteral("It holds 2 letters."));
        setLanguage(QStringLiteral("ja"));
        QCOMPARE(server(Service::Pop3, "STAT", "+OK 2 240"), QStringLiteral("手紙が 2 通あります。"));
    }

    void tellsPop3FromImap() {
        QCOMPARE(client(Service::Pop3, "DELE 1"),
                 QStringLiteral("I have letter 1 at home now; take it out of the box."));
        QCOMPARE(client(Service::Imap, "a5 UID FETCH 3 (BODY.PEEK[])"),
                 QStringLiteral("Let me read; the letter stays with you."));
        QCOMPARE(server(Service::Imap, "a2 LOGIN sato ****", "a2 NO [AUTHENTICATIONFAILED] no"),
                 QStringLiteral("I do not believe that you are who you say."));
    }

    void tellsWhatTheDirectorySays() {
        QCOMPARE(client(Service::Dns, "fuji.example MX"),
                 QStringLiteral("Which office takes letters for fuji.example?"));
        QCOMPARE(server(Service::Dns, "fuji.example MX", "10 mail.fuji.example"),
                 QStringLiteral("mail.fuji.example does."));
        QCOMPARE(server(Service::Dns, "nix.example MX", "NXDOMAIN"),
                 QStringLiteral("There is no such name."));
    }

    // A hostile client may send anything: there must be an answer or nothing, never a crash.
    void bearsNonsense() {
        for (const Service service :
             {Service::Smtp, Service::Pop3, Service::Imap, Service::Dns, Service::None})
            for (const char* line : {"", " ", ".", "*", "* ", "+", "-ERR", "999", "99", "<", ">", "MAIL <",
                                     "\xff\xfe", "* 99999999999 EXISTS", "a b c d e", "250-SIZE x"}) {
                client(service, line);
                server(service, line, line);
                server(service, "", line);
            }
    }
};

MAILTOWN_SUITE(GlossTest)
#include "gloss_test.moc"
