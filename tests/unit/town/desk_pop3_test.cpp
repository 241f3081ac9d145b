// What a user finds in the maildrop, and what leaves it.
#include "support/suite.h"
#include "support/town_builder.h"
#include "town/desk_pop3.h"

using namespace mailtown;
using namespace mailtown::test;

namespace {

TownBuilder twoOffices() {
    TownBuilder builder;
    builder.office("sakura", {"sakura.example"}).office("fuji", {"fuji.example"});
    builder.home("aoki-pc", "aoki", "sakura").home("sato-pc", "sato", "fuji");
    return builder;
}

struct Counter { // a server in front of one office's desk, as a wire drives it
    Story& story;
    HostId host;
    pop3::Server server{pop3::ServerOptions(), 0};

    Counter(Story& town, std::string_view office) : story(town), host(town.host(office)) {
        server.clearOutput(); // the greeting
    }

    std::string hears(std::string_view bytes) {
        server.receive(0, bytes);
        while (const auto event = server.next()) {
            if (const auto input = desk::change(story.town, host, server, *event)) story.apply(*input);
            desk::answer(story.town, host, server, *event);
        }
        return server.takeOutput();
    }
};

void sendTwo(Story& story) {
    story.send("aoki-pc", {"sato@fuji.example"}, "one");
    story.run(minute);
    story.send("aoki-pc", {"sato@fuji.example"}, "two");
    story.run(minute);
}

} // namespace

class DeskPop3Test : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aUserLogsInWithTheAddressOrItsFirstPart() {
        Story story(twoOffices().build());
        for (const char* name : {"sato@fuji.example", "sato", "SATO@Fuji.example"}) {
            Counter counter(story, "fuji");
            QCOMPARE(counter.hears("USER " + std::string(name) + "\r\nPASS sato-secret\r\n"),
                     std::string("+OK\r\n+OK Logged in.\r\n"));
        }
    }

    void aUniqueIdNamesOneMessage() {
        Story story(twoOffices().build());
        sendTwo(story);
        const Mailbox& inbox =
            *story.town.mailStore(story.host("fuji")).mailbox(address("sato@fuji.example"), "INBOX");
        Counter counter(story, "fuji");
        counter.hears("USER sato\r\nPASS sato-secret\r\n");
        const std::string listing = counter.hears("UIDL 2\r\n");
        const std::string id = listing.substr(6, listing.find('\r') - 6);
        QCOMPARE(desk::messageOf(inbox, id), inbox.find(inbox.messages[1].uid));
        for (const std::string& other :
             {std::string(), id + "0", id.substr(1), "00000099" + id.substr(8), std::string("x")})
            QVERIFY(!desk::messageOf(inbox, other));
    }

    void whoHasNoMailboxHereOrAnotherPasswordIsRefusedAlike() {
        Story story(twoOffices().build());
        for (const char* lines :
             {"USER sato\r\nPASS aoki-secret\r\n", "USER sato\r\nPASS \r\n",
              "USER aoki@sakura.example\r\nPASS aoki-secret\r\n", "USER nobody\r\nPASS sato-secret\r\n"}) {
            Counter counter(story, "fuji");
            QCOMPARE(counter.hears(lines), std::string("+OK\r\n-ERR [AUTH] Authentication failed.\r\n"));
        }
    }

    void sizesAndIdsAreTheLettersOwn() {
        Story story(twoOffices().build());
        sendTwo(story);
        Counter counter(story, "fuji");
        counter.hears("USER sato\r\nPASS sato-secret\r\n");
        const std::string first = story.inboxMessage("sato@fuji.example", 0).octets();
        const std::string second = story.inboxMessage("sato@fuji.example", 1).octets();
        QCOMPARE(counter.hears("STAT\r\n"), "+OK 2 " + std::to_string(first.size() + second.size()) + "\r\n");
        const std::string told = counter.hears("RETR 2\r\n");
        QCOMPARE(told, "+OK " + std::to_string(second.size()) + " octets\r\n" + second + ".\r\n");
        const std::string ids = counter.hears("UIDL\r\n");
        Counter later(story, "fuji");
        later.hears("USER sato\r\nPASS sato-secret\r\n");
        QCOMPARE(later.hears("UIDL\r\n"), ids);
        later.hears("DELE 1\r\nQUIT\r\n");
        Counter last(story, "fuji");
        last.hears("USER sato\r\nPASS sato-secret\r\n");
        const std::string kept = last.hears("UIDL\r\n");
        QCOMPARE(kept.substr(kept.find("1 ") + 2), ids.substr(ids.find("2 ") + 2));
    }

    void whatIsDeletedGoesAtQuitAndNotBefore() {
        Story story(twoOffices().build());
        sendTwo(story);
        Counter lost(story, "fuji");
        lost.hears("USER sato\r\nPASS sato-secret\r\nDELE 1\r\n");
        lost.server.timeout(hour);
        QCOMPARE(story.inboxSize("sato@fuji.example"), std::size_t(2));
        Counter counter(story, "fuji");
        QVERIFY(counter.hears("USER sato\r\nPASS sato-secret\r\nDELE 1\r\nQUIT\r\n")
                    .ends_with("+OK Logging out, messages deleted.\r\n"));
        QCOMPARE(story.inboxSize("sato@fuji.example"), std::size_t(1));
    }

    void aSessionKeepsItsListWhileAnotherDeletes() {
        Story story(twoOffices().build());
        sendTwo(story);
        Counter one(story, "fuji"), other(story, "fuji");
        one.hears("USER sato\r\nPASS sato-secret\r\n");
        other.hears("USER sato\r\nPASS sato-secret\r\nDELE 1\r\nQUIT\r\n");
        QVERIFY(one.hears("LIST\r\n").starts_with("+OK 2 messages:\r\n1 "));
        QCOMPARE(one.hears("RETR 1\r\n"), std::string("-ERR [SYS/TEMP] Message was expunged elsewhere.\r\n"));
        QVERIFY(one.hears("RETR 2\r\n").find("Subject: two\r\n") != std::string::npos);
        QVERIFY(one.hears("DELE 1\r\nQUIT\r\n").ends_with("+OK Logging out, messages deleted.\r\n"));
        QCOMPARE(story.inboxSize("sato@fuji.example"), std::size_t(1));
    }

    void aMailboxMadeAnewHasNewIds() {
        Story story(twoOffices().build());
        sendTwo(story);
        const auto ids = [&] {
            Counter counter(story, "fuji");
            counter.hears("USER sato\r\nPASS sato-secret\r\n");
            return counter.hears("UIDL 1\r\n");
        };
        const std::string before = ids();
        story.apply(input::RenewUidValidity{77});
        QVERIFY(ids() != before);
    }
};

MAILTOWN_SUITE(DeskPop3Test)
#include "desk_pop3_test.moc"
