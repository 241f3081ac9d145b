#include "office.h"
#include "support/suite.h"

using namespace mailtown;
using namespace mailtown::test;

namespace {

// The message of RFC 3501 §8, with the octets its header there stands for.
const std::string meeting = "Date: Wed, 17 Jul 1996 02:23:25 -0700 (PDT)\r\n"
                            "From: Terry Gray <gray@cac.washington.edu>\r\n"
                            "Subject: IMAP4rev1 WG mtg summary and minutes\r\n"
                            "To: imap@cac.washington.edu\r\n"
                            "cc: minutes@CNRI.Reston.VA.US, John Klensin <KLENSIN@MIT.EDU>\r\n"
                            "Message-Id: <B27397-0100000@cac.washington.edu>\r\n"
                            "MIME-Version: 1.0\r\n"
                            "Content-Type: TEXT/PLAIN; CHARSET=US-ASCII\r\n"
                            "\r\n"
                            "Body\r\n";

const std::string said = "a001 login aoki@sakura.example aoki-secret\r\n"
                         "a002 select inbox\r\n"
                         "a003 fetch 2 full\r\n"
                         "a004 fetch 2 body[header]\r\n"
                         "a005 store 2 +flags \\deleted\r\n"
                         "a006 logout\r\n";

const std::string header = meeting.substr(0, meeting.find("\r\n\r\n") + 4);

const std::string heard =
    "* OK [CAPABILITY IMAP4rev1 SASL-IR ID ENABLE IDLE LITERAL+ STARTTLS AUTH=PLAIN] Mailtown ready.\r\n"
    "a001 OK [CAPABILITY IMAP4rev1 SASL-IR ID ENABLE IDLE LITERAL+ NAMESPACE UIDPLUS UNSELECT CHILDREN MOVE "
    "SPECIAL-USE UTF8=ACCEPT] Logged in\r\n"
    "* FLAGS (\\Answered \\Flagged \\Deleted \\Seen \\Draft)\r\n"
    "* OK [PERMANENTFLAGS (\\Answered \\Flagged \\Deleted \\Seen \\Draft \\*)] Flags permitted.\r\n"
    "* 2 EXISTS\r\n"
    "* 0 RECENT\r\n"
    "* OK [UNSEEN 1] First unseen.\r\n"
    "* OK [UIDVALIDITY 1] UIDs valid\r\n"
    "* OK [UIDNEXT 3] Predicted next UID\r\n"
    "a002 OK [READ-WRITE] Select completed.\r\n"
    "* 2 FETCH (FLAGS (\\Seen) INTERNALDATE \"17-Jul-1996 02:44:25 -0700\" RFC822.SIZE " +
    std::to_string(meeting.size()) +
    " ENVELOPE (\"Wed, 17 Jul 1996 02:23:25 -0700 (PDT)\" \"IMAP4rev1 WG mtg summary and minutes\" "
    "((\"Terry Gray\" NIL \"gray\" \"cac.washington.edu\")) "
    "((\"Terry Gray\" NIL \"gray\" \"cac.washington.edu\")) "
    "((\"Terry Gray\" NIL \"gray\" \"cac.washington.edu\")) "
    "((NIL NIL \"imap\" \"cac.washington.edu\")) "
    "((NIL NIL \"minutes\" \"CNRI.Reston.VA.US\")(\"John Klensin\" NIL \"KLENSIN\" \"MIT.EDU\")) NIL NIL "
    "\"<B27397-0100000@cac.washington.edu>\") "
    "BODY (\"text\" \"plain\" (\"charset\" \"US-ASCII\") NIL NIL \"7bit\" 6 1))\r\n"
    "a003 OK Fetch completed.\r\n"
    "* 2 FETCH (BODY[HEADER] {" +
    std::to_string(header.size()) + "}\r\n" + header +
    ")\r\n"
    "a004 OK Fetch completed.\r\n"
    "* 2 FETCH (FLAGS (\\Deleted \\Seen))\r\n"
    "a005 OK Store completed.\r\n"
    "* BYE Logging out\r\n"
    "a006 OK Logout completed.\r\n";

} // namespace

class TranscriptTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theConversationOfRfc3501IsTheSameHoweverItsBytesAreCut() {
        for (int seed = -1; seed < 20; ++seed) {
            imap::ServerOptions options;
            options.utcOffsetMinutes = -7 * 60;
            Office office(options);
            office.put("Subject: first\r\n\r\n");
            office.put(meeting, {"\\Seen"});
            QCOMPARE(office.hears(said, seed), heard);
            QVERIFY(office.server.closing());
        }
    }

    void changedSinceEverIsEverything() {
        Office office;
        office.put("Subject: x\r\n\r\n");
        office.logIn();
        QCOMPARE(office.hears("1 UID FETCH 1:* (FLAGS) (CHANGEDSINCE 0)\r\n"),
                 std::string("* 1 FETCH (UID 1 FLAGS ())\r\n1 OK Fetch completed.\r\n"));
        for (const char* modifier :
             {"(CHANGEDSINCE 1)", "(CHANGEDSINCE 0 VANISHED)", "(FOO)", "CHANGEDSINCE 0"})
            QVERIFY(office.hears("2 FETCH 1 FLAGS " + std::string(modifier) + "\r\n").starts_with("2 BAD "));
    }

    void wordsAreLookedForInTheClientsCharset() {
        Office office;
        office.put("Subject: =?ISO-2022-JP?B?GyRCJDMkcxsoQg==?=\r\n\r\n");
        office.put("Subject: =?UTF-8?Q?caf=C3=A9?=\r\n\r\n");
        office.logIn();
        const auto finds = [&](std::string_view charset, std::string_view words) {
            return office.hears("1 SEARCH CHARSET " + std::string(charset) + " SUBJECT " +
                                std::string(words) + "\r\n");
        };
        const std::string first = "* SEARCH 1\r\n1 OK Search completed.\r\n",
                          second = "* SEARCH 2\r\n1 OK Search completed.\r\n";
        QCOMPARE(finds("ISO-2022-JP", "\"\x1b$B$3$s\x1b(B\""), first);
        QCOMPARE(finds("\"iso-2022-jp\"", "{10+}\r\n\x1b$B$3$s\x1b(B"), first);
        QCOMPARE(finds("Shift_JIS", "\"\x82\xb1\x82\xf1\""), first);
        QCOMPARE(finds("EUC-JP", "\"\xa4\xb3\xa4\xf3\""), first);
        QCOMPARE(finds("ISO-8859-1", "\"caf\xe9\""), second);
        QCOMPARE(finds("UTF-8", "\"caf\xc3\xa9\""), second);
        QCOMPARE(office.hears("1 SEARCH SUBJECT \"caf\xc3\xa9\"\r\n"), second);
        for (const char* charset : {"BOGUS", "../../etc/passwd", "\"\"", "\"UTF-8//IGNORE\""})
            QVERIFY(finds(charset, "x").starts_with("1 NO [BADCHARSET ("));
    }

    void literalsAreTakenHoweverTheirBytesAreCut() {
        for (int seed = -1; seed < 20; ++seed) {
            Office office;
            office.server.takeOutput();
            const std::string answer =
                office.hears("1 LOGIN {19+}\r\naoki@sakura.example {11+}\r\naoki-secret\r\n"
                             "2 APPEND Sent (\\Seen) {12}\r\nA: b\r\n\r\nhi\r\n\r\n"
                             "3 STATUS {4}\r\nSent (MESSAGES UIDNEXT)\r\n",
                             seed);
            QVERIFY(answer.find("1 OK ") == 0);
            QVERIFY(
                answer.find("+ OK\r\n2 OK [APPENDUID 4 1] Append completed.\r\n"
                            "+ OK\r\n* STATUS Sent (MESSAGES 1 UIDNEXT 2)\r\n3 OK Status completed.\r\n") !=
                answer.npos);
            QCOMPARE(office.mailbox("Sent").messages[0].message.octets(), std::string("A: b\r\n\r\nhi\r\n"));
        }
    }

    void afterStartTlsNothingSaidInClearCounts() {
        Office office;
        office.server.takeOutput();
        const std::string answer = office.hears("1 STARTTLS\r\n2 LOGIN aoki@sakura.example aoki-secret\r\n");
        QCOMPARE(answer, std::string("1 OK Begin TLS negotiation now.\r\n"));
        QCOMPARE(office.hears("3 STARTTLS\r\n"), std::string("3 BAD TLS is already active.\r\n"));
        QVERIFY(office.server.login().empty());
    }
};

MAILTOWN_SUITE(TranscriptTest)
#include "transcript_test.moc"
