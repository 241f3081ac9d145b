// What is written down of a conversation: no password, and of a long letter its beginning.
#include "support/suite.h"
#include "support/town_builder.h"
#include "town/state.h"
#include "town/transcript.h"

using namespace mailtown;
using namespace mailtown::test;

namespace {

// Octets said on one connection: those that begin with "C" by the client, the others by the server.
std::vector<std::string> written(Service service, const std::vector<std::string>& said) {
    const Town town(TownBuilder().office("fuji", {"fuji.example"}).build());
    TownState state;
    Trace trace;
    Turn turn{town, state, trace};
    Connection connection;
    connection.service = service;
    for (const std::string& piece : said)
        writeDown(turn, connection, piece.starts_with("C") ? Side::Client : Side::Server,
                  std::string_view(piece).substr(1));
    std::vector<std::string> lines;
    for (std::size_t i = 0; i < trace.size(); ++i)
        lines.push_back((trace[i].kind == Kind::LineClient ? "C" : "S") + std::string(trace.text(trace[i])));
    return lines;
}

std::string letterOf(int lines) {
    std::string text;
    for (int i = 0; i < lines; ++i) text += "x\r\n";
    return text;
}

using Lines = std::vector<std::string>;

} // namespace

class TranscriptTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void passwordsAreMaskedOnWhicheverLineTheyCome() {
        const Lines smtp{"CAUTH LOGIN\r\n", "S334 VXNlcm5hbWU6\r\n", "CYW9raQ==\r\n", "S334 UGFzc3dvcmQ6\r\n",
                         "Cc2VjcmV0\r\n",   "S235 2.7.0 Ok\r\n",     "CQUIT\r\n"};
        QCOMPARE(written(Service::Submission, smtp),
                 (Lines{"CAUTH LOGIN", "S334 VXNlcm5hbWU6", "C********", "S334 UGFzc3dvcmQ6", "C********",
                        "S235 2.7.0 Ok", "CQUIT"}));
        QCOMPARE(written(Service::Pop3, {"CAUTH PLAIN\r\n", "S+ \r\n", "CAGFva2kAcw==\r\n", "S+OK\r\n",
                                         "CSTAT\r\n", "CPASS s\r\n"}),
                 (Lines{"CAUTH PLAIN", "S+ ", "C********", "S+OK", "CSTAT", "CPASS ********"}));
        QCOMPARE(written(Service::Imap, {"Ca1 AUTHENTICATE PLAIN\r\n", "S+ \r\n", "CAGFva2kAcw==\r\n",
                                         "Sa1 OK Logged in\r\n", "Ca2 NOOP\r\n"}),
                 (Lines{"Ca1 AUTHENTICATE PLAIN", "S+ ", "C********", "Sa1 OK Logged in", "Ca2 NOOP"}));
    }

    void literalsOfALoginAreMasked() {
        QCOMPARE(written(Service::Imap,
                         {"Ca1 LOGIN {4}\r\n", "S+ OK\r\n", "Caoki {6}\r\n", "S+ OK\r\n", "Csecret\r\n",
                          "S* CAPABILITY IMAP4rev1\r\n", "Sa1 OK Logged in\r\n", "Ca2 SELECT INBOX\r\n"}),
                 (Lines{"Ca1 LOGIN {4}", "S+ OK", "C********", "S+ OK", "C********",
                        "S* CAPABILITY IMAP4rev1", "Sa1 OK Logged in", "Ca2 SELECT INBOX"}));
        QCOMPARE(written(Service::Imap, {"Ca1 LOGIN aoki {6+}\r\nsecret\r\n", "Sa1 NO\r\n"}),
                 (Lines{"Ca1 LOGIN aoki ********", "C********", "Sa1 NO"}));
    }

    void ofALongLetterTheBeginningIsWrittenDown() {
        const std::string most = letterOf(int(mostContentLines)), more = letterOf(100);
        const auto check = [&](Service service, const Lines& said, const Lines& last) {
            const Lines lines = written(service, said);
            QCOMPARE(lines.size(), 2 + mostContentLines + last.size());
            for (std::size_t i = 0; i < last.size(); ++i) QCOMPARE(lines[2 + mostContentLines + i], last[i]);
        };
        check(Service::Smtp, {"CDATA\r\n", "S354 Go on\r\n", "C" + most + more + ".\r\n", "S250 Ok\r\n"},
              {"C[300 octets more]", "C.", "S250 Ok"});
        check(Service::Pop3, {"CRETR 1\r\n", "S+OK 900 octets\r\n" + most + more + ".\r\n", "CQUIT\r\n"},
              {"S[300 octets more]", "S.", "CQUIT"});
        check(Service::Imap,
              {"Ca1 FETCH 1 (BODY.PEEK[])\r\n",
               "S* 1 FETCH (BODY[] {900}\r\n" + most + more + ")\r\na1 OK Done\r\n"},
              {"S[300 octets more]", "S)", "Sa1 OK Done"});
    }

    void aLetterThatEndsWithoutALineEndLeavesTheAnswerReadable() {
        QCOMPARE(
            written(Service::Imap, {"Ca1 FETCH 1 BODY[]\r\n", "S* 1 FETCH (BODY[] {7}\r\nx\r\n{9}\r\n",
                                    "S FLAGS ())\r\n", "S* 2 FETCH (BODY[] {3}\r\nend)\r\na1 OK Done\r\n"}),
            (Lines{"Ca1 FETCH 1 BODY[]", "S* 1 FETCH (BODY[] {7}", "Sx", "S{9}", "S FLAGS ())",
                   "S* 2 FETCH (BODY[] {3}", "Send)", "Sa1 OK Done"}));
    }

    void anAnswerWithoutALetterIsWholeHoweverLong() {
        Lines said{"CLIST\r\n", "S+OK 300 messages\r\n" + letterOf(300) + ".\r\n"};
        QCOMPARE(written(Service::Pop3, said).size(), std::size_t(303));
    }
};

MAILTOWN_SUITE(TranscriptTest)
#include "transcript_test.moc"
