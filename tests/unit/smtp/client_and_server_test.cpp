#include "pair.h"
#include "support/suite.h"

using namespace mailtown;
using namespace mailtown::test;

namespace {
const std::string letter = "From: sato@fuji.example\r\nSubject: dots\r\n\r\n.\r\n..two\r\nplain\r\n";

smtp::ServerOptions office() {
    smtp::ServerOptions options;
    options.hostname = "mail.fuji.example";
    return options;
}
smtp::ClientOptions home() {
    smtp::ClientOptions options;
    options.hostname = "pc.fuji.example";
    return options;
}
} // namespace

class ClientAndServerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aLetterArrivesOctetForOctetHoweverTheWireCutsIt() {
        for (std::uint64_t seed = 0; seed < 50; ++seed) {
            Pair pair(home(), office(), seed);
            pair.run();
            QVERIFY(std::holds_alternative<smtp::Ready>(pair.events.back()));
            QVERIFY(pair.server.tls());
            pair.client.send(0, envelope("sato@fuji.example", {"aoki@kita.example"}), Message(letter));
            pair.run();
            QVERIFY(pair.done());
            QCOMPARE(pair.done()->outcomes.size(), std::size_t(1));
            QCOMPARE(pair.done()->outcomes[0].code, 250);
            QCOMPARE(pair.received.at(0), letter);
            pair.client.quit(0);
            pair.run();
            QVERIFY(pair.client.closing());
            QVERIFY(pair.server.closing());
            QVERIFY2(pair.transcript.ends_with("QUIT\r\n221 2.0.0 Bye\r\n"), pair.transcript.c_str());
        }
    }

    void eachRecipientHasItsOwnOutcome() {
        Pair pair(home(), office(), 7);
        pair.run();
        pair.client.send(0,
                         envelope("", {"aoki@kita.example", "nobody@kita.example", "later@kita.example",
                                       "ito@kita.example"}),
                         Message(letter));
        pair.run();
        const auto& outcomes = pair.done()->outcomes;
        QCOMPARE(outcomes.size(), std::size_t(4));
        QCOMPARE(outcomes[0].code, 250);
        QCOMPARE(outcomes[1].code, 550);
        QCOMPARE(outcomes[1].text, std::string("5.1.1 No such user"));
        QVERIFY(outcomes[1].permanent());
        QCOMPARE(outcomes[2].code, 450);
        QVERIFY(!outcomes[2].permanent());
        QCOMPARE(outcomes[3].code, 250);
        QCOMPARE(pair.envelopes[0].recipients.size(), std::size_t(2));
        QVERIFY(!pair.envelopes[0].returnPath);
    }

    void aLetterNobodyTakesIsFollowedByRsetAndTheNext() {
        Pair pair(home(), office(), 3);
        pair.run();
        pair.client.send(0, envelope("sato@fuji.example", {"nobody@kita.example"}), Message(letter));
        pair.run();
        QCOMPARE(pair.done()->outcomes[0].code, 550);
        QVERIFY(pair.received.empty());
        pair.client.send(0, envelope("sato@fuji.example", {"aoki@kita.example"}), Message(letter));
        pair.run();
        QCOMPARE(pair.done()->outcomes[0].code, 250);
        QVERIFY(pair.transcript.find("RSET\r\n250 2.0.0 Ok\r\nMAIL") != std::string::npos);
        pair.client.send(0, envelope("sato@fuji.example", {"aoki@kita.example"}), Message("a virus\r\n"));
        pair.run();
        QCOMPARE(pair.done()->outcomes[0].code, 554);
    }

    void aLoginIsAskedForAndTheWrongPasswordEndsTheConnection() {
        auto submission = office();
        submission.submission = true;
        auto options = home();
        options.user = "sato";
        options.password = "hana";
        Pair right(options, submission, 5);
        right.run();
        QVERIFY(std::holds_alternative<smtp::Ready>(right.events.back()));
        QCOMPARE(right.server.login(), std::string("sato"));

        options.password = "guess";
        Pair wrong(options, submission, 5);
        wrong.run();
        const auto* failed = std::get_if<smtp::Failed>(&wrong.events.back());
        QVERIFY(failed);
        QCOMPARE(failed->reason.code, 535);
        QVERIFY(wrong.client.closing());
        QVERIFY(wrong.server.login().empty());
    }

    void withoutStartTlsTheConversationGoesOnInClear() {
        auto plain = office();
        plain.tlsOffered = false;
        Pair pair(home(), plain, 2);
        pair.run();
        QVERIFY(std::holds_alternative<smtp::Ready>(pair.events.back()));
        QVERIFY(!pair.server.tls());
        QVERIFY(pair.transcript.find("STARTTLS") == std::string::npos);
    }

    void aJapaneseAddressNeedsSmtpUtf8() {
        Pair pair(home(), office(), 2);
        pair.run();
        pair.client.send(0, envelope("sato@fuji.example", {"佐藤@kita.example"}), Message(letter));
        pair.run();
        QCOMPARE(pair.done()->outcomes[0].code, 250);
        QVERIFY(pair.transcript.find(" SMTPUTF8\r\n") != std::string::npos);
    }

    void bareLineEndsAreMadeWholeBeforeTheyAreSent() {
        Pair pair(home(), office(), 11);
        pair.run();
        pair.client.send(0, envelope("sato@fuji.example", {"aoki@kita.example"}),
                         Message("Subject: x\r\n\r\none\n.\nMAIL FROM:<evil@evil.example>\r.\rend"));
        pair.run();
        QCOMPARE(pair.received.size(), std::size_t(1));
        QCOMPARE(pair.received[0],
                 std::string("Subject: x\r\n\r\none\r\n.\r\nMAIL FROM:<evil@evil.example>\r\n.\r\nend\r\n"));
    }

    void aClientThatDoesNotWaitIsSentAway() {
        const std::string refused = "554 5.5.0 Error: SMTP protocol synchronization\r\n";
        const auto hears = [](smtp::Server& server, std::string_view bytes) {
            server.receive(0, bytes);
            while (server.next()) server.answer({250, "2.0.0", "Ok"});
            return server.takeOutput();
        };
        smtp::Server early(office(), 0);
        QCOMPARE(hears(early, "EHLO a.example\r\n"), refused);
        QVERIFY(early.closing());
        const std::string group = "MAIL FROM:<>\r\nRCPT TO:<aoki@kita.example>\r\n";
        for (const std::string& first :
             {"EHLO a.example\r\n" + group, "HELO a.example\r\n" + group, std::string("NOOP\r\nNOOP\r\n"),
              std::string("RSET\r\nRSET\r\n"), std::string("EHLO\r\nx")}) {
            smtp::Server server(office(), 0);
            server.takeOutput();
            QCOMPARE(hears(server, first), refused);
            QVERIFY(server.closing());
        }
        smtp::Server server(office(), 0); // a group ends with DATA, and there the client waits
        server.takeOutput();
        hears(server, "EHLO a.example\r\n");
        QVERIFY(hears(server, "RSET\r\n" + group + "DATA\r\n")
                    .ends_with("354 End data with <CR><LF>.<CR><LF>\r\n"));
        QCOMPARE(hears(server, ".\r\n" + group + "RSET\r\n"),
                 std::string("250 2.0.0 Ok\r\n250 2.0.0 Ok\r\n250 2.0.0 Ok\r\n250 2.0.0 Ok\r\n"));
        QVERIFY(hears(server, group + "DATA\r\nx").ends_with(refused));
    }

    void whoSendsAnOctetNowAndThenIsSentAwayAllTheSame() {
        const std::string group = "EHLO a.example\r\nMAIL FROM:<>\r\nRCPT TO:<aoki@kita.example>\r\nDATA\r\n";
        for (const auto& [start, minutes] : {std::pair(std::string(), 5), std::pair(group, 10)}) {
            smtp::Server server(office(), 0);
            server.takeOutput();
            for (const char octet : start) {
                server.receive(0, {&octet, 1});
                while (server.next()) server.answer({250, "2.0.0", "Ok"});
            }
            Time now = 0;
            for (; !server.closing() && now < hour; now += 10 * second) {
                if (server.deadline() <= now) server.timeout(now);
                server.receive(now, "x");
                QVERIFY(!server.next());
            }
            QVERIFY(server.closing() && now <= (minutes + 1) * minute);
        }
    }

    void aCopyInTheMiddleOfAConversationLivesOnAlone() {
        Pair pair(home(), office(), 0);
        pair.run();
        pair.client.send(0, envelope("sato@fuji.example", {"aoki@kita.example"}), Message(letter));
        const std::string mail = pair.client.takeOutput();
        pair.server.receive(0, std::string_view(mail).substr(0, 9));
        QVERIFY(!pair.server.next());

        Pair other = pair;
        QVERIFY(other.server == pair.server);
        QVERIFY(other.client == pair.client);
        for (Pair* one : {&pair, &other}) {
            one->server.receive(0, std::string_view(mail).substr(9));
            while (auto event = one->server.next()) one->server.answer(one->replyTo(*event));
            if (one == &pair) {
                QVERIFY(!(other.server == pair.server));
            }
            one->run();
        }
        QVERIFY(other.server == pair.server);
        QVERIFY(other.client == pair.client);
        QCOMPARE(pair.received, other.received);
    }
};

MAILTOWN_SUITE(ClientAndServerTest)
#include "client_and_server_test.moc"
