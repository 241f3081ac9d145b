#include "office.h"
#include "protocol/imap/client.h"
#include "support/suite.h"

using namespace mailtown;
using namespace mailtown::test;

class SeveralClientsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void numbersHoldUntilACommandThatDoesNotUseThem() {
        Office office;
        for (int i = 0; i < 3; ++i) office.put("Subject: x\r\n\r\n");
        imap::Server other{imap::ServerOptions(), 0};
        office.logIn();
        office.logIn(other);
        office.hears(other, "1 STORE 1 +FLAGS.SILENT (\\Deleted)\r\n2 EXPUNGE\r\n");
        // RFC 9051 §7.5.1: no EXPUNGE while FETCH, STORE or SEARCH count by number.
        QCOMPARE(office.hears("1 FETCH 3 UID\r\n"),
                 std::string("* 3 FETCH (UID 3)\r\n1 OK Fetch completed.\r\n"));
        QCOMPARE(office.hears("2 SEARCH ALL\r\n"), std::string("* SEARCH 2 3\r\n2 OK Search completed.\r\n"));
        QCOMPARE(office.hears("3 FETCH 1 FLAGS\r\n"),
                 std::string("3 NO [EXPUNGEISSUED] Some of the requested messages no longer exist.\r\n"));
        QCOMPARE(office.hears("4 NOOP\r\n"), std::string("* 1 EXPUNGE\r\n4 OK NOOP completed.\r\n"));
        QCOMPARE(office.hears("5 FETCH 2 UID\r\n"),
                 std::string("* 2 FETCH (UID 3)\r\n5 OK Fetch completed.\r\n"));
    }

    void whatOthersFlagIsToldAndWhatOneSilentlyDidIsNot() {
        Office office;
        office.put("Subject: x\r\n\r\n");
        imap::Server other{imap::ServerOptions(), 0};
        office.logIn();
        office.logIn(other);
        QCOMPARE(office.hears("1 STORE 1 +FLAGS.SILENT (\\Flagged)\r\n"),
                 std::string("1 OK Store completed.\r\n"));
        QCOMPARE(office.hears(other, "1 NOOP\r\n"),
                 std::string("* 1 FETCH (FLAGS (\\Flagged))\r\n1 OK NOOP completed.\r\n"));
        QCOMPARE(office.hears(other, "2 UID FETCH 1 BODY[TEXT]\r\n"),
                 std::string("* 1 FETCH (UID 1 FLAGS (\\Flagged \\Seen) BODY[TEXT] {0}\r\n)\r\n"
                             "2 OK Fetch completed.\r\n"));
        QCOMPARE(office.hears("2 NOOP\r\n"),
                 std::string("* 1 FETCH (FLAGS (\\Flagged \\Seen))\r\n2 OK NOOP completed.\r\n"));
    }

    void anIdlingClientHearsOfALetterAtOnceAndThatItIsStillThere() {
        Office office;
        office.logIn();
        QCOMPARE(office.hears("1 IDLE\r\n"), std::string("+ idling\r\n"));
        desk::refresh(office.story.town, office.host, office.server);
        QVERIFY(!office.server.hasOutput());
        office.put("Subject: new\r\n\r\n");
        desk::refresh(office.story.town, office.host, office.server);
        QCOMPARE(office.server.takeOutput(), std::string("* 1 EXISTS\r\n* 0 RECENT\r\n"));
        QCOMPARE(office.server.deadline(), 2 * minute);
        office.server.timeout(2 * minute);
        QCOMPARE(office.server.takeOutput(), std::string("* OK Still here\r\n"));
        QCOMPARE(office.hears("DONE\r\n2 NOOP\r\n"),
                 std::string("1 OK Idle completed.\r\n2 OK NOOP completed.\r\n"));
    }

    void aClientWhoseUidsBecameVoidIsSentAway() {
        Office office;
        office.put("Subject: x\r\n\r\n");
        office.logIn();
        office.story.apply(input::RenewUidValidity{1000});
        QVERIFY(office.hears("1 NOOP\r\n").starts_with("* BYE "));
        QVERIFY(office.server.closing());
    }

    void readingRoomsOpenForReadingChangeNothing() {
        Office office;
        office.put("Subject: x\r\n\r\nbody\r\n");
        office.logIn();
        office.hears("1 EXAMINE INBOX\r\n");
        office.hears("2 FETCH 1 BODY[]\r\n");
        QCOMPARE(office.hears("3 STORE 1 +FLAGS (\\Seen)\r\n"),
                 std::string("3 NO Mailbox is read-only.\r\n"));
        QCOMPARE(office.hears("4 EXPUNGE\r\n"), std::string("4 NO Mailbox is read-only.\r\n"));
        QCOMPARE(office.mailbox().messages[0].flags, std::uint8_t(0));
    }

    void moveTellsWhereTheLettersWentBeforeTheyVanish() {
        Office office;
        for (int i = 0; i < 3; ++i) office.put("Subject: x\r\n\r\n");
        office.logIn();
        QCOMPARE(office.hears("1 UID MOVE 1,3 Trash\r\n"),
                 std::string("* OK [COPYUID 5 1,3 1:2] Moved UIDs.\r\n* 3 EXPUNGE\r\n* 1 EXPUNGE\r\n"
                             "1 OK Move completed.\r\n"));
        QCOMPARE(office.hears("2 COPY 1 Nowhere\r\n"),
                 std::string("2 NO [TRYCREATE] Mailbox doesn't exist: Nowhere\r\n"));
    }

    void whatAnotherExpungedIsCopiedWholeOrNotAtAll() {
        Office office;
        for (int i = 0; i < 4; ++i) office.put("Subject: x\r\n\r\n");
        imap::Server other{imap::ServerOptions(), 0};
        office.logIn();
        office.logIn(other);
        const auto goes = [&](const std::string& number) {
            office.hears(other, "1 STORE " + number + " +FLAGS.SILENT (\\Deleted)\r\n2 EXPUNGE\r\n");
        };
        const std::string gone = " NO [EXPUNGEISSUED] Some of the requested messages no longer exist.\r\n";
        goes("2");
        QCOMPARE(office.hears("1 COPY 1:3 Trash\r\n"), "* 2 EXPUNGE\r\n1" + gone);
        goes("2");
        QCOMPARE(office.hears("2 MOVE 2 Trash\r\n"), "* 2 EXPUNGE\r\n2" + gone);
        goes("2");
        QCOMPARE(office.hears("3 UID COPY 1:* Trash\r\n"), "* 2 EXPUNGE\r\n3" + gone);
        QCOMPARE(office.mailbox("Trash").messages.size(), std::size_t(0));
        QCOMPARE(office.mailbox().messages.size(), std::size_t(1));
        // A uid that never was is no error (RFC 9051 §6.4.9).
        QVERIFY(office.hears("4 UID COPY 1,99 Trash\r\n").starts_with("4 OK [COPYUID "));
        QCOMPARE(office.hears("5 UID COPY 99 Trash\r\n"), std::string("5 OK No messages found.\r\n"));
    }

    void ourClientReadsWhatOurServerKeeps() {
        for (std::uint64_t seed = 0; seed < 20; ++seed) {
            Office office;
            office.put("Subject: old\r\n\r\n", {"\\Seen"});
            office.put("Subject: {3}\r\n\r\n\"quoted\" {5}\r\n)\r\n");
            imap::Client client({true, "aoki@sakura.example", "aoki-secret"}, 0);
            std::vector<imap::Fetched> fetched;
            bool finished = false, marked = false;
            for (bool moved = true; moved;) {
                const std::string bytes = office.server.takeOutput();
                for (const auto piece : cut(bytes, seed)) {
                    client.receive(0, piece);
                    while (const auto event = client.next()) {
                        if (std::holds_alternative<imap::StartTls>(*event)) client.tlsStarted(0);
                        if (std::holds_alternative<imap::InboxOpened>(*event)) client.fetch(0, 2);
                        if (const auto* one = std::get_if<imap::Fetched>(&*event)) fetched.push_back(*one);
                        if (std::holds_alternative<imap::CommandDone>(*event)) {
                            if (std::exchange(marked, true))
                                client.logout(0);
                            else
                                client.markSeen(0, {2});
                        }
                        finished |= std::holds_alternative<imap::Finished>(*event);
                    }
                }
                const std::string said = client.takeOutput();
                for (const auto piece : cut(said, seed)) {
                    office.server.receive(0, piece);
                    office.drain(office.server);
                }
                moved = !bytes.empty() || !said.empty();
            }
            QVERIFY(finished);
            QVERIFY(office.server.tls());
            QCOMPARE(fetched.size(), std::size_t(1));
            QCOMPARE(fetched[0].uid, 2u);
            QCOMPARE(fetched[0].message.octets(), office.mailbox().messages[1].message.octets());
            QCOMPARE(office.mailbox().messages[1].flags, std::uint8_t(seenFlag));
        }
    }
};

MAILTOWN_SUITE(SeveralClientsTest)
#include "several_clients_test.moc"
