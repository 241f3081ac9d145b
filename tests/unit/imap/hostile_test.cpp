#include "base/random.h"
#include "base/text.h"
#include "office.h"
#include "protocol/imap/list_query.h"
#include "protocol/imap/name_code.h"
#include "protocol/imap/word_finder.h"
#include "support/suite.h"

#include <algorithm>

using namespace mailtown;
using namespace mailtown::test;

class HostileTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void nonsenseIsAnsweredAndEndsTheConversation() {
        Office office;
        office.server.takeOutput();
        std::string nonsense;
        for (int i = 0; i < 30; ++i) nonsense += "x GET / HTTP/1.1\r\n";
        const std::string answer = office.hears(nonsense);
        QVERIFY(answer.starts_with("x BAD "));
        QVERIFY(answer.ends_with("* BYE Too many invalid IMAP commands.\r\n"));
        QVERIFY(office.server.closing());
    }

    void controlCharactersNeverComeBack() {
        Office office;
        office.logIn();
        for (const std::string& line :
             {std::string("a\rb NOOP"), std::string("a SELECT \"x\ry\""), std::string("a SELECT {3}\r\nx\ny"),
              std::string("a \x1b[31m"), std::string("a CREATE \"\x07\"")}) {
            const std::string answer = office.hears(line + "\r\n");
            for (std::size_t i = 0; i < answer.size(); ++i) {
                const bool lineEnd = (answer[i] == '\r' && answer[i + 1] == '\n') ||
                                     (answer[i] == '\n' && i > 0 && answer[i - 1] == '\r');
                QVERIFY2(lineEnd || static_cast<unsigned char>(answer[i]) >= 0x20, answer.c_str());
            }
        }
    }

    void hugeLiteralsAreRefusedBeforeTheyCome() {
        Office office;
        office.server.takeOutput();
        QCOMPARE(office.hears("1 LOGIN {4000000000}\r\n"),
                 std::string("1 NO [TOOBIG] Literal is too large.\r\n"));
        QVERIFY(!office.server.closing());
        office.logIn();
        QCOMPARE(office.hears("2 APPEND INBOX {99999999999999999999}\r\n"),
                 std::string("2 NO [TOOBIG] Literal is too large.\r\n"));
        QVERIFY(office.hears("3 SELECT {2000000+}\r\n").ends_with("* BYE Literal is too large.\r\n"));
        QVERIFY(office.server.closing());
    }

    void endlessLinesAreThrownAway() {
        Office office;
        office.logIn();
        QCOMPARE(office.hears("1 FETCH " + std::string(1'000'000, '1') + "\r\n2 NOOP\r\n"),
                 std::string("1 BAD Too long command line.\r\n2 OK NOOP completed.\r\n"));
    }

    void deeplyNestedSearchesAreRefused() {
        Office office;
        office.put("Subject: x\r\n\r\n");
        office.logIn();
        QVERIFY(office.hears("1 SEARCH " + std::string(60'000, '(') + "\r\n").starts_with("1 BAD "));
        std::string nots;
        for (int i = 0; i < 10'000; ++i) nots += "NOT ";
        QVERIFY(office.hears("2 SEARCH " + nots + "ALL\r\n").starts_with("2 BAD "));
        std::string ors;
        for (int i = 0; i < 300; ++i) ors += "OR SEEN ";
        QCOMPARE(office.hears("4 SEARCH " + ors + "UNSEEN\r\n"),
                 std::string("* SEARCH 1\r\n4 OK Search completed.\r\n"));
        QCOMPARE(office.hears("3 SEARCH (NOT (OR SEEN DELETED)) HEADER Subject x\r\n"),
                 std::string("* SEARCH 1\r\n3 OK Search completed.\r\n"));
    }

    // How often the server let others come between until it had answered.
    static int turns(Office& office, const std::string& command, std::string& said) {
        office.server.receive(0, command);
        for (int turns = 1;; ++turns) {
            const auto event = office.server.next();
            if (event) desk::answer(office.story.town, office.host, office.server, *event);
            said += office.server.takeOutput();
            if (!office.server.paused() && !event) return turns;
        }
    }

    void aSearchForManyWordsReadsALargeLetterOnce() {
        Office office;
        std::string letter = "Subject: Ad\r\nX-Zs: zzzz\r\n\r\n";
        while (letter.size() < 5'000'000) letter += std::string(70, 'z') + "\r\n";
        for (int i = 0; i < 4; ++i) office.put(letter);
        office.put("Subject: small\r\n\r\nzzzzY\r\n");
        office.logIn();
        std::string command = "1 SEARCH";
        for (int i = 0; i < 400; ++i) command += " NOT TEXT " + std::string(std::size_t(i % 60), 'z') + "y";
        // Far more than the time of one reading for each word would be noticed: this test would not end.
        std::string said;
        QVERIFY(turns(office, command + "\r\n", said) > 4); // letter by letter
        QCOMPARE(said, std::string("* SEARCH 1 2 3 4\r\n1 OK Search completed.\r\n"));
    }

    void moreWordsThanCanBeLookedForAtOnceAreRefused() {
        Office office;
        office.put("Subject: x\r\n\r\n");
        office.logIn();
        std::string word;
        for (int i = 0; i < 250'000; ++i) word += char('a' + i % 26);
        QCOMPARE(office.hears("1 SEARCH BODY {250000+}\r\n" + word + "\r\n2 NOOP\r\n"),
                 std::string("1 NO [LIMIT] Too much to look for at once.\r\n2 OK NOOP completed.\r\n"));
    }

    void aHeaderThatNeverEndsIsReadNoFurtherThanAnyIs() {
        Office office;
        std::string letter = "Subject: first\r\nTo: a16@b.example\r\n";
        while (letter.size() < 2'000'000)
            letter += "X-To: a" + std::to_string(letter.size()) + "@b.example\r\n";
        letter += "Cc: last@b.example\r\n";
        for (int i = 0; i < 5; ++i) office.put(letter + "\r\nBody\r\n");
        office.logIn();
        std::string said;
        QVERIFY(turns(office, "1 FETCH 1:* ENVELOPE\r\n", said) > 5);
        QVERIFY(said.find("(NIL \"first\" NIL NIL NIL ((NIL NIL \"a16\" \"b.example\"") != std::string::npos);
        QVERIFY(said.find("last") == std::string::npos);
        // It is passed on whole all the same.
        QVERIFY(office.hears("2 FETCH 1 BODY.PEEK[HEADER]\r\n").find(letter + "\r\n)\r\n2 OK") !=
                std::string::npos);
        QVERIFY(office.hears("3 SEARCH SUBJECT FIRST NOT CC last TEXT a16\r\n")
                    .starts_with("* SEARCH 1 2 3 4 5\r\n"));
    }

    void wordsAreFoundAsBySearchingForEach() {
        Random random(3);
        const auto text = [&](std::uint64_t most) {
            std::string out;
            for (std::uint64_t left = random.below(most + 1); left > 0; --left)
                out += "aAbB\xC3"[random.below(5)];
            return out;
        };
        for (int round = 0; round < 2000; ++round) {
            std::vector<std::string> words;
            for (int i = 0; i < 8; ++i) words.push_back(text(5));
            const imap::WordFinder finder(std::vector<std::string_view>(words.begin(), words.end()));
            auto found = finder.nothingFound();
            const std::string texts[] = {text(30), text(30)};
            for (const std::string& one : texts) finder.look(one, found);
            for (const std::string& word : words) {
                const bool expected = std::any_of(std::begin(texts), std::end(texts), [&](const auto& one) {
                    return toLower(one).find(toLower(word)) != std::string::npos;
                });
                QCOMPARE(finder.holds(found, word), expected);
            }
        }
    }

    void randomCommandsAreAnsweredTheSameHoweverTheyAreCut() {
        static const std::string words[] = {
            "UID",      "FETCH",  "STORE",  "SEARCH", "(",     ")",    "1:*",  "BODY[", "]",      "<0.1>",
            "{2+}\r\n", "\"",     "\\Seen", "+FLAGS", "INBOX", "LIST", "%",    "*",     "APPEND", "NIL",
            "\r\n",     "SELECT", "OR",     "NOT",    "0",     "IDLE", "DONE", "a"};
        Random random(7);
        for (int round = 0; round < 300; ++round) {
            Office whole, inPieces;
            for (Office* office : {&whole, &inPieces}) {
                office->put("Subject: x\r\n\r\n");
                office->logIn();
            }
            std::string bytes;
            for (int i = 0; i < 200; ++i) {
                bytes += words[random.below(std::size(words))];
                if (random.below(4)) bytes += ' ';
                if (!random.below(6)) bytes += "\r\nt ";
            }
            QCOMPARE(inPieces.hears(bytes, round), whole.hears(bytes));
            QVERIFY(inPieces.server == whole.server);
        }
    }

    void whoTakesNothingIsToldNoMoreThanFits() {
        Office office;
        const std::string letter = "Subject: x\r\n\r\n" + std::string(50'000, 'x') + "\r\n";
        for (int i = 0; i < 6; ++i) office.put(letter);
        office.logIn();
        std::string command = "a FETCH 1:* (";
        for (int i = 0; i < 10; ++i) command += "BODY[] ";
        command += "UID)\r\nb NOOP\r\n";
        Office eager = office;
        office.server.receive(0, command);
        for (int i = 0; i < 10; ++i) office.drain(office.server);
        QVERIFY(office.server.paused());
        QVERIFY(office.server.output().size() < 200'000);
        // A message that others expunge meanwhile is told to its end, and the copy goes on by itself.
        Office copy = office;
        office.story.apply(input::Expunge{office.host, office.user(), "INBOX", {1}});
        const std::string whole = eager.hears(command);
        QCOMPARE(copy.hears(""), whole);
        QVERIFY(whole.starts_with("* 1 FETCH (FLAGS (\\Seen) BODY[] {"));
        QVERIFY(whole.ends_with(" UID 6)\r\na OK Fetch completed.\r\nb OK NOOP completed.\r\n"));
        std::string expected = whole;
        expected.insert(expected.rfind("b OK"), "* 1 EXPUNGE\r\n");
        QCOMPARE(office.hears(""), expected);
    }

    void aLargeLetterIsToldAsItIsTaken() {
        Office office;
        const std::string header = "Subject: x\r\n\r\n";
        std::string body;
        while (body.size() < 2'000'000) body += std::to_string(body.size()) + "\r\n";
        const std::string letter = header + body;
        office.put(letter);
        office.logIn();
        office.server.receive(0, "a FETCH 1 (BODY.PEEK[] BODY.PEEK[TEXT] BODY.PEEK[1] "
                                 "BODY.PEEK[]<10.1000000> BODY.PEEK[HEADER] UID)\r\nb NOOP\r\n");
        std::string said;
        do {
            office.drain(office.server);
            QVERIFY2(office.server.output().size() <= 200'000,
                     std::to_string(office.server.output().size()).c_str());
            said += office.server.takeOutput();
        } while (office.server.paused());
        const auto literal = [](const std::string& octets) {
            return '{' + std::to_string(octets.size()) + "}\r\n" + octets;
        };
        const std::string expected =
            "* 1 FETCH (BODY[] " + literal(letter) + " BODY[TEXT] " + literal(body) + " BODY[1] " +
            literal(body) + " BODY[]<10> " + literal(letter.substr(10, 1'000'000)) + " BODY[HEADER] " +
            literal(header) + " UID 1)\r\na OK Fetch completed.\r\nb OK NOOP completed.\r\n";
        QVERIFY(said == expected);
    }

    void whatIsMadeOfALetterIsToldInPiecesToo() {
        Office office;
        std::string header = "To: a@b.example";
        for (int i = 0; i < 10'000; ++i) header += ",\r\n a" + std::to_string(i) + "@b.example";
        office.put(header + "\r\n\r\n");
        office.logIn();
        office.server.receive(0, "a FETCH 1 (ENVELOPE BODY.PEEK[HEADER.FIELDS (To)] ENVELOPE)\r\n");
        std::string said;
        do {
            office.drain(office.server);
            QVERIFY(office.server.output().size() <= 200'000);
            said += office.server.takeOutput();
        } while (office.server.paused());
        const std::size_t begin = said.find("ENVELOPE ("), last = said.rfind(" ENVELOPE (");
        QVERIFY(said.find("(NIL NIL \"a9999\" \"b.example\")") != std::string::npos);
        QVERIFY(said.find(header + "\r\n\r\n ENVELOPE (") != std::string::npos);
        QCOMPARE(said.substr(last + 1),
                 said.substr(begin, said.find(" BODY[") - begin) + ")\r\na OK Fetch completed.\r\n");
    }

    void whoIsCutOffInALiteralReadsNoLastWordsInIt() {
        Office office;
        office.put("Subject: x\r\n\r\n" + std::string(200'000, 'x') + "\r\n");
        office.logIn();
        office.server.receive(0, "a FETCH 1 BODY.PEEK[]\r\n");
        office.drain(office.server);
        office.server.shutDown(0);
        QVERIFY(office.server.closing());
        QVERIFY(office.server.takeOutput().ends_with("xxx"));
    }

    void mailboxNamesGoOverTheWireAndBack() {
        for (const std::string name :
             {"INBOX", "a & b", "日本語/送信済み", "\xF0\x9F\x93\xAE post", "~peter/mail/台北"})
            QCOMPARE(imap::decodeName(imap::encodeName(name)).value_or("?"), name);
        QCOMPARE(imap::encodeName("~peter/mail/台北/日本語"), std::string("~peter/mail/&U,BTFw-/&ZeVnLIqe-"));
        for (const char* wrong : {"&", "&AGE-", "&2D0-", "&Ze", "&Ze!-", "&ZeVnLIqf-x&", "a&b", "&ACY-",
                                  "&AOk-&AOk-", "\xC3\xA9", "a\x07"})
            QVERIFY2(!imap::decodeName(wrong), wrong);
    }

    void aNameThatIsNoneIsRefusedWhateverIsAskedOfIt() {
        Office office;
        office.put("Subject: x\r\n\r\n");
        office.logIn();
        const std::string refused = " NO Mailbox name is not valid mUTF-7.\r\n";
        for (const char* command :
             {"CREATE &bad", "CREATE a&b", "CREATE &ACY-", "CREATE \"r\xC3\xA9sum\xC3\xA9\"", "DELETE &bad",
              "RENAME Junk &bad", "RENAME &bad Junk2", "SUBSCRIBE &bad", "UNSUBSCRIBE &bad",
              "STATUS &bad (MESSAGES)", "APPEND &bad {3+}\r\na\r\n", "COPY 1 &bad", "MOVE 1 &bad"})
            QCOMPARE(office.hears("1 " + std::string(command) + "\r\n"), "1" + refused);
        QCOMPARE(office.hears("2 SELECT &bad\r\n"), "* OK [CLOSED] Previous mailbox closed.\r\n2" + refused);
        // As UTF-7 of what is not composed; and as UTF-8, once that was agreed on.
        QVERIFY(office.hears("3 CREATE e&AwE-\r\n").starts_with("3 NO [CANNOT] Invalid mailbox name"));
        office.hears("4 ENABLE UTF8=ACCEPT\r\n");
        QVERIFY(office.hears("5 CREATE \"e\xCC\x81\"\r\n").starts_with("5 NO [CANNOT] "));
        QCOMPARE(office.hears("6 CREATE \"\xC3\xA9\"\r\n"), std::string("6 OK Create completed.\r\n"));
        QVERIFY(office.hears("7 LIST \"\" \"&AOk-\"\r\n").find("\"\xC3\xA9\"") != std::string::npos);
    }

    void whoSendsAnOctetNowAndThenIsSentAwayAllTheSame_data() {
        QTest::addColumn<QString>("start");
        QTest::addColumn<qint64>("minutes");
        QTest::newRow("before the login") << QString() << qint64(3);
        QTest::newRow("a command") << QStringLiteral("1 NOOP\r\n") << qint64(30);
        QTest::newRow("a literal") << QStringLiteral("1 APPEND INBOX {1000+}\r\n") << qint64(30);
        QTest::newRow("while idling") << QStringLiteral("1 IDLE\r\n") << qint64(30);
    }
    void whoSendsAnOctetNowAndThenIsSentAwayAllTheSame() {
        QFETCH(QString, start);
        QFETCH(qint64, minutes);
        Office office;
        if (!start.isEmpty()) office.logIn();
        office.hears(start.toStdString());
        Time now = 0;
        for (; !office.server.closing() && now < hour; now += 10 * second) {
            if (office.server.deadline() <= now) office.server.timeout(now);
            office.server.receive(now, "x");
            office.drain(office.server);
        }
        QVERIFY2(office.server.closing() && now <= (minutes + 1) * minute,
                 std::to_string(now / minute).c_str());
    }

    void aMailboxOfManyLettersIsReadWhole() {
        Office office;
        for (int i = 0; i < 5000; ++i) office.put("Subject: " + std::to_string(i) + "\r\n\r\nx\r\n");
        office.logIn();
        const std::string all =
            office.hears("1 FETCH 1:* (FLAGS ENVELOPE BODY[])\r\n2 SEARCH SUBJECT 4999\r\n");
        QVERIFY(all.ends_with("1 OK Fetch completed.\r\n* SEARCH 5000\r\n2 OK Search completed.\r\n"));
        QVERIFY(all.find("* 5000 FETCH (FLAGS (\\Seen) ENVELOPE (NIL \"4999\"") != std::string::npos);
        office.hears("3 STORE 1:* +FLAGS.SILENT (\\Deleted)\r\n");
        QVERIFY(office.hears("4 EXPUNGE\r\n").ends_with("* 1 EXPUNGE\r\n4 OK Expunge completed.\r\n"));
    }

    void aFlagThatIsNotKeptIsRefused() {
        Office office;
        office.put("Subject: x\r\n\r\n");
        office.logIn();
        const auto both = [&](const std::string& flags, const std::string& answer) {
            const std::string append = office.hears("1 APPEND INBOX (" + flags + ") {3+}\r\na\r\n\r\n");
            const std::string store = office.hears("2 STORE 1 +FLAGS (" + flags + ")\r\n");
            QVERIFY2(append.starts_with("1 " + answer), append.c_str());
            QVERIFY2(store.starts_with("2 " + answer), store.c_str());
        };
        for (const char* flag : {"\\Recent", "\\Bogus", "\\*", "r\xC3\xA9"}) both(flag, "BAD ");
        both(std::string(65, 'k'), "NO [CANNOT] Keyword length too long.");
        std::string sixtyFive;
        for (int i = 0; i < 65; ++i) sixtyFive += " k" + std::to_string(i);
        both(sixtyFive.substr(1), "NO [LIMIT] ");
        QCOMPARE(office.mailbox().messages.size(), std::size_t(1));
        QVERIFY(office.hears("3 STORE 1 FLAGS (" + sixtyFive.substr(4) + ")\r\n")
                    .ends_with("3 OK Store completed.\r\n"));
        QVERIFY(office.hears("4 STORE 1 +FLAGS (k1 new)\r\n").starts_with("4 NO [LIMIT] "));
        QVERIFY(office.hears("5 STORE 1 +FLAGS (k1 \\Seen)\r\n").ends_with("5 OK Store completed.\r\n"));
        QCOMPARE(office.mailbox().messages[0].keywords.size(), std::size_t(64));
    }

    void aSeparatorAtTheEndIsNoPartOfTheName() {
        Office office;
        office.logIn();
        QCOMPARE(office.hears("1 STATUS Junk/ (MESSAGES)\r\n"),
                 std::string("* STATUS Junk (MESSAGES 0)\r\n1 OK Status completed.\r\n"));
        office.hears("2 SELECT Junk\r\n");
        QCOMPARE(office.hears("3 RENAME Junk/ Bin/\r\n4 NOOP\r\n"),
                 std::string("3 OK Rename completed.\r\n4 OK NOOP completed.\r\n"));
        QCOMPARE(office.server.mailbox(), std::string("Bin"));
    }

    void patternsOfManyStarsEndSoon() {
        QVERIFY(imap::matchesPattern("*a*a*a*a*a*a*a*a*", std::string(200, 'a')));
        std::string stars;
        for (int i = 0; i < 400; ++i) stars += "*a";
        QVERIFY(!imap::matchesPattern(stars + "b", std::string(900, 'a')));
        QVERIFY(imap::matchesPattern("inbox", "INBOX"));
        QVERIFY(!imap::matchesPattern("%", "a/b"));
        QVERIFY(imap::matchesPattern("a/%", "a/b"));
    }
};

MAILTOWN_SUITE(HostileTest)
#include "hostile_test.moc"
