#include "protocol/pop3/client.h"
#include "protocol/pop3/server.h"
#include "support/cuts.h"
#include "support/suite.h"

using namespace mailtown;
using namespace mailtown::test;

namespace {

const std::vector<std::string> letters{"Subject: one\r\n\r\n.\r\n..two\r\nthree\r\n", "Subject: two\r\n\r\n",
                                       "Subject: three\r\n\r\nhello\r\n"};

struct Office { // a maildrop, and the server in front of it
    pop3::Server server{pop3::ServerOptions(), 0};
    std::vector<std::uint32_t> deleted;

    void answer(const pop3::ServerEvent& event) {
        if (const auto* login = std::get_if<pop3::LoginAsked>(&event)) {
            if (login->identity != "sato" || login->password != "hana mizuki") {
                server.refuseLogin("[AUTH] Authentication failed.");
                return;
            }
            std::vector<pop3::Listed> maildrop;
            for (std::size_t i = 0; i < letters.size(); ++i)
                maildrop.push_back(
                    {std::uint32_t(i + 10), letters[i].size(), "uid" + std::to_string(i + 10)});
            server.openMaildrop(std::move(maildrop));
        } else if (const auto* asked = std::get_if<pop3::MessageAsked>(&event)) {
            server.deliver(Message(letters.at(asked->uid - 10)));
        } else if (const auto* update = std::get_if<pop3::UpdateAsked>(&event)) {
            deleted = update->uids;
            server.updated(true);
        } else {
            server.tlsStarted(0);
        }
    }

    // What the server says to all of this, cut as the seed tells (-1: whole).
    std::string hears(std::string_view bytes, int seed) {
        const auto pieces = seed < 0 ? std::vector<std::string_view>{bytes} : cut(bytes, std::uint64_t(seed));
        for (const auto piece : pieces) {
            server.receive(0, piece);
            while (auto event = server.next()) answer(*event);
        }
        return server.takeOutput();
    }
};

struct Visit { // a client and an office, and what came of it
    Office office;
    pop3::Client client;
    std::vector<pop3::Retrieved> retrieved;
    std::string failure, transcript;
    bool finished = false;

    explicit Visit(const std::string& password) : client({true, "sato", password}, 0) {}

    void run(bool leave, std::uint64_t seed) {
        for (bool moved = true; moved;) {
            const std::string said = office.server.takeOutput();
            bool tls = false;
            for (const auto piece : cut(said, seed)) {
                client.receive(0, piece);
                while (auto event = client.next()) {
                    tls |= std::holds_alternative<pop3::StartTls>(*event);
                    if (const auto* listed = std::get_if<pop3::MaildropListed>(&*event))
                        client.fetch(0, {listed->messages[0], listed->messages[2]}, leave,
                                     {listed->messages[1]});
                    if (auto* one = std::get_if<pop3::Retrieved>(&*event)) retrieved.push_back(*one);
                    if (const auto* failed = std::get_if<pop3::Failed>(&*event)) failure = failed->reason;
                    finished |= std::holds_alternative<pop3::Finished>(*event);
                }
            }
            if (tls) client.tlsStarted(0);
            const std::string asked = client.takeOutput();
            transcript += said + asked;
            for (const auto piece : cut(asked, seed)) {
                office.server.receive(0, piece);
                while (auto event = office.server.next()) office.answer(*event);
            }
            moved = !said.empty() || !asked.empty();
        }
    }
};

} // namespace

class Pop3Test : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aSessionReadsAsRfc1939Tells_data() {
        QTest::addColumn<int>("seed");
        QTest::newRow("whole") << -1;
        QTest::newRow("octet by octet") << 0;
        for (int seed = 1; seed < 20; ++seed) QTest::addRow("cut %d", seed) << seed;
    }
    void aSessionReadsAsRfc1939Tells() {
        QFETCH(int, seed);
        Office office;
        const std::string said =
            office.hears("USER sato\r\nPASS hana mizuki\r\nSTAT\r\nLIST\r\nLIST 2\r\nUIDL 3\r\n"
                         "TOP 1 1\r\nRETR 1\r\nDELE 1\r\nRETR 1\r\nSTAT\r\nRSET\r\nDELE 3\r\n"
                         "UIDL\r\nNOOP\r\nQUIT\r\n",
                         seed);
        QCOMPARE(said,
                 std::string("+OK Mailtown ready.\r\n+OK\r\n+OK Logged in.\r\n+OK 3 74\r\n"
                             "+OK 3 messages:\r\n1 33\r\n2 16\r\n3 25\r\n.\r\n"
                             "+OK 2 16\r\n+OK 3 uid12\r\n"
                             "+OK\r\nSubject: one\r\n\r\n..\r\n.\r\n"
                             "+OK 33 octets\r\nSubject: one\r\n\r\n..\r\n...two\r\nthree\r\n.\r\n"
                             "+OK Marked to be deleted.\r\n-ERR Message is deleted.\r\n+OK 2 41\r\n+OK\r\n"
                             "+OK Marked to be deleted.\r\n+OK\r\n1 uid10\r\n2 uid11\r\n.\r\n+OK\r\n"
                             "+OK Logging out, messages deleted.\r\n"));
        QCOMPARE(office.deleted, std::vector<std::uint32_t>{12});
        QVERIFY(office.server.closing());
    }

    void saslLoginsWork() {
        for (const char* lines :
             {"AUTH PLAIN AHNhdG8AaGFuYSBtaXp1a2k=\r\n", "AUTH PLAIN\r\nAHNhdG8AaGFuYSBtaXp1a2k=\r\n",
              "AUTH LOGIN\r\nc2F0bw==\r\naGFuYSBtaXp1a2k=\r\n"}) {
            Office office;
            QVERIFY2(office.hears(lines, 0).ends_with("+OK Logged in.\r\n"), lines);
            QCOMPARE(office.server.login(), std::string("sato"));
        }
        Office office;
        QVERIFY(office.hears("AUTH LOGIN\r\n*\r\nSTAT\r\n", -1).ends_with("-ERR Unknown command.\r\n"));
    }

    void aLostConnectionDeletesNothing() {
        Office office;
        office.hears("USER sato\r\nPASS hana mizuki\r\nDELE 1\r\n", -1);
        office.server.timeout(0);
        QVERIFY(office.server.closing());
        QVERIFY(!office.server.next());
        QVERIFY(office.deleted.empty());
    }

    void whoSendsAnOctetNowAndThenIsSentAwayAllTheSame() {
        pop3::Server server(pop3::ServerOptions(), 0);
        Time now = 0;
        for (; !server.closing() && now < hour; now += 10 * second) {
            if (server.deadline() <= now) server.timeout(now);
            server.receive(now, "x");
            QVERIFY(!server.next());
        }
        QVERIFY(server.closing() && now <= 11 * minute); // RFC 1939 §3
    }

    void whatIsSaidInClearBehindStlsIsForgotten() {
        Office office;
        office.hears("USER sato\r\nSTLS\r\nPASS hana mizuki\r\n", -1);
        QVERIFY(office.server.tls());
        QCOMPARE(office.hears("PASS hana mizuki\r\n", -1), std::string("-ERR No username given.\r\n"));
        QVERIFY(office.hears("CAPA\r\n", -1).find("STLS") == std::string::npos);
    }

    void nonsenseIsRefusedAndTooMuchOfItEndsTheConnection() {
        Office office;
        office.hears("USER sato\r\nPASS hana mizuki\r\n", -1);
        for (const char* line : {"RETR 0", "RETR 4", "RETR -1", "RETR 99999999999999999999", "RETR",
                                 "RETR 1x", "TOP 1", "TOP 1 x", "DELE", "XYZZY", "USER sato", "\x01STAT"})
            QVERIFY2(office.hears(std::string(line) + "\r\n", -1).starts_with("-ERR "), line);
        QVERIFY(office.hears(std::string(100'000, 'a') + "\r\n", -1).starts_with("-ERR "));
        for (int i = 0; i < 20; ++i) office.hears("\r\n", -1);
        QVERIFY(office.server.closing());
    }

    void lettersAreFetchedAndTakenAway() {
        for (std::uint64_t seed = 0; seed < 40; ++seed) {
            Visit visit("hana mizuki");
            visit.run(false, seed);
            QVERIFY2(visit.finished, visit.transcript.c_str());
            QCOMPARE(visit.retrieved.size(), std::size_t(2));
            QCOMPARE(visit.retrieved[0].message.octets(), letters[0]);
            QCOMPARE(visit.retrieved[1].which.uniqueId, std::string("uid12"));
            QCOMPARE(visit.office.deleted, (std::vector<std::uint32_t>{10, 11, 12}));
            QVERIFY(visit.office.server.tls());
        }
    }

    void aLargeLetterIsToldAsItIsTaken() {
        std::string letter = "Subject: large\r\n\r\n";
        while (letter.size() < 1'000'000) letter += std::string(letter.size() % 7, '.') + "dots\r\n";
        for (const std::string command : {"RETR 1", "TOP 1 99999999"}) {
            Office office;
            office.hears("USER sato\r\nPASS hana mizuki\r\n", -1);
            office.server.receive(0, command + "\r\nNOOP\r\n");
            std::string said;
            do {
                while (const auto event = office.server.next()) {
                    QVERIFY(std::holds_alternative<pop3::MessageAsked>(*event));
                    office.server.deliver(Message(letter));
                }
                QVERIFY(office.server.output().size() <= 150'000);
                said += office.server.takeOutput();
            } while (office.server.paused());
            std::string expected =
                command == "RETR 1" ? "+OK " + std::to_string(letter.size()) + " octets\r\n" : "+OK\r\n";
            appendDotText(expected, letter);
            QVERIFY(said == expected + "+OK\r\n");
        }
    }

    void whoIsCutOffInALetterReadsNoLastWordsInIt() {
        Office office;
        office.hears("USER sato\r\nPASS hana mizuki\r\n", -1);
        office.server.receive(0, "RETR 1\r\n");
        QVERIFY(office.server.next().has_value());
        office.server.deliver(Message("Subject: x\r\n\r\n" + std::string(200'000, 'x')));
        office.server.timeout(hour); // it waits for its reader: that is no silence
        QVERIFY(!office.server.closing());
        office.server.shutDown(hour);
        QVERIFY(office.server.closing());
        QVERIFY(office.server.takeOutput().ends_with("xxx"));
    }

    void dotsAreDoubledHoweverTheTextIsCut() {
        const std::string text = "..\r\n.\r\r\n\n.a\n\n\r.\r";
        std::string whole;
        appendDotText(whole, text);
        QCOMPARE(whole, std::string("...\r\n..\r\n\r\n\r\n..a\r\n\r\n\r\n..\r\n.\r\n"));
        for (std::uint64_t seed = 0; seed < 100; ++seed) {
            std::string pieces;
            DotWriter writer;
            for (const auto piece : cut(text, seed)) writer.append(pieces, piece);
            writer.end(pieces);
            QCOMPARE(pieces, whole);
        }
    }

    void lettersCanBeLeftThere() {
        Visit visit("hana mizuki");
        visit.run(true, 3);
        QVERIFY(visit.finished);
        QCOMPARE(visit.retrieved.size(), std::size_t(2));
        QCOMPARE(visit.office.deleted, std::vector<std::uint32_t>{11});
    }

    void aWrongPasswordIsTold() {
        Visit visit("guess");
        visit.run(false, 1);
        QCOMPARE(visit.failure, std::string("[AUTH] Authentication failed."));
        QVERIFY(visit.client.closing());
    }

    void aServerThatTalksNonsenseIsLeft() {
        for (const char* bytes : {"hello\r\n", "+OK\r\n* BYE\r\n", "-ERR busy\r\n"}) {
            pop3::Client client({false, "sato", "x"}, 0);
            client.receive(0, bytes);
            bool failed = false;
            while (auto event = client.next()) failed |= std::holds_alternative<pop3::Failed>(*event);
            QVERIFY2(failed && client.closing(), bytes);
        }
    }
};

MAILTOWN_SUITE(Pop3Test)
#include "pop3_test.moc"
