#include "store/mail_store.h"
#include "store/mailbox_name.h"
#include "support/suite.h"

#include <set>

using namespace mailtown;

namespace {
const Address aoki = *Address::parse("aoki@sakura.example");

MailStore storeOfAoki() {
    MailStore store;
    store.addAccount(aoki, 1000);
    return store;
}

StoredMessage letter(const std::string& subject) {
    StoredMessage message;
    message.message = Message("Subject: " + subject + "\r\n\r\nHello\r\n");
    return message;
}

std::vector<std::uint32_t> uidsOf(const MailStore& store, const char* name) {
    std::vector<std::uint32_t> uids;
    for (const StoredMessage& message : store.mailbox(aoki, name)->messages) uids.push_back(message.uid);
    return uids;
}

std::vector<std::string> flagsOf(const MailStore& store, const char* name, std::uint32_t uid) {
    return store.mailbox(aoki, name)->find(uid)->flagSet().names();
}
using Names = std::vector<std::string>;
using Uids = std::vector<std::uint32_t>;
} // namespace

class MailStoreTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anAccountStartsWithTheUsualMailboxes() {
        const MailStore store = storeOfAoki();
        QCOMPARE(store.mailboxNames(aoki), (Names{"INBOX", "Drafts", "Junk", "Sent", "Trash"}));
        QCOMPARE(store.subscriptions(aoki), (Names{"INBOX", "Drafts", "Junk", "Sent", "Trash"}));
        QCOMPARE(store.mailbox(aoki, "Sent")->specialUse, std::string("\\Sent"));
        QCOMPARE(store.mailbox(aoki, "INBOX")->specialUse, std::string());
        std::set<std::uint32_t> validities;
        for (const std::string& name : store.mailboxNames(aoki))
            validities.insert(store.mailbox(aoki, name)->uidValidity);
        QCOMPARE(validities.size(), std::size_t(5));
        QVERIFY(*validities.begin() >= 1000);
    }

    void findsAUserAndInboxInAnyCase() {
        const MailStore store = storeOfAoki();
        QVERIFY(store.hasAccount(*Address::parse("AOKI@Sakura.example")));
        QVERIFY(store.mailbox(aoki, "inbox"));
        QVERIFY(store.mailbox(aoki, "InBox"));
        QVERIFY(!store.mailbox(aoki, "sent"));
        QVERIFY(!store.mailbox(*Address::parse("sato@sakura.example"), "INBOX"));
    }

    void givesUidsOnceOnly() {
        MailStore store = storeOfAoki();
        QCOMPARE(store.add(aoki, "INBOX", letter("a")), 1u);
        QCOMPARE(store.add(aoki, "INBOX", letter("b")), 2u);
        QCOMPARE(store.expunge(aoki, "INBOX", {2}), StoreAnswer::Done);
        QCOMPARE(store.add(aoki, "INBOX", letter("c")), 3u);
        QCOMPARE(uidsOf(store, "INBOX"), (Uids{1, 3}));
        QCOMPARE(store.add(aoki, "Nowhere", letter("d")), 0u);
    }

    void changesFlags() {
        MailStore store = storeOfAoki();
        store.add(aoki, "INBOX", letter("a"));
        store.addFlags(aoki, "INBOX", {1, 99}, {"\\seen", "work", "$Forwarded"});
        QCOMPARE(flagsOf(store, "INBOX", 1), (Names{"\\Seen", "$Forwarded", "work"}));
        store.removeFlags(aoki, "INBOX", {1}, {"WORK", "\\Seen"});
        QCOMPARE(flagsOf(store, "INBOX", 1), (Names{"$Forwarded"}));
        store.setFlags(aoki, "INBOX", {1}, {"\\Deleted", "\\Recent", "\\Strange", "two words", "x\r\ny"});
        QCOMPARE(flagsOf(store, "INBOX", 1), (Names{"\\Deleted"}));
    }

    void aChangeThatChangesNothingIsNotNoticed() {
        MailStore store = storeOfAoki();
        store.add(aoki, "INBOX", letter("a"));
        store.addFlags(aoki, "INBOX", {1}, {"\\Seen"});
        const auto before = store.mailbox(aoki, "INBOX")->change;
        store.addFlags(aoki, "INBOX", {1}, {"\\Seen"});
        store.expunge(aoki, "INBOX", {7});
        QCOMPARE(store.mailbox(aoki, "INBOX")->change, before);
    }

    void copiesAndMovesKeepFlagsAndTakeNewUids() {
        MailStore store = storeOfAoki();
        for (const char* subject : {"a", "b", "c"}) store.add(aoki, "INBOX", letter(subject));
        store.addFlags(aoki, "INBOX", {3}, {"\\Flagged", "work"});
        QCOMPARE(store.copy(aoki, "INBOX", {1, 3}, "Trash"), StoreAnswer::Done);
        QCOMPARE(uidsOf(store, "Trash"), (Uids{1, 2}));
        QCOMPARE(flagsOf(store, "Trash", 2), (Names{"\\Flagged", "work"}));
        QCOMPARE(store.move(aoki, "INBOX", {2}, "Trash"), StoreAnswer::Done);
        QCOMPARE(uidsOf(store, "INBOX"), (Uids{1, 3}));
        QCOMPARE(uidsOf(store, "Trash"), (Uids{1, 2, 3}));
        QCOMPARE(store.copy(aoki, "INBOX", {1}, "Nowhere"), StoreAnswer::NoMailbox);
        QCOMPARE(store.move(aoki, "Nowhere", {1}, "Trash"), StoreAnswer::NoMailbox);
        QCOMPARE(uidsOf(store, "INBOX"), (Uids{1, 3}));
    }

    void movingWithinAMailboxKeepsTheMessages() {
        MailStore store = storeOfAoki();
        store.add(aoki, "INBOX", letter("a"));
        QCOMPARE(store.move(aoki, "INBOX", {1}, "INBOX"), StoreAnswer::Done);
        QCOMPARE(uidsOf(store, "INBOX"), (Uids{2}));
    }

    void createsTheLevelsAbove() {
        MailStore store = storeOfAoki();
        QCOMPARE(store.create(aoki, "school/class 1/reports/"), StoreAnswer::Done);
        QCOMPARE(store.mailboxNames(aoki), (Names{"INBOX", "Drafts", "Junk", "Sent", "Trash", "school",
                                                  "school/class 1", "school/class 1/reports"}));
        QCOMPARE(store.create(aoki, "school"), StoreAnswer::AlreadyExists);
        QCOMPARE(store.create(aoki, "inbox"), StoreAnswer::AlreadyExists);
        QVERIFY(!store.isSubscribed(aoki, "school"));
    }

    void aNewMailboxOfAnOldNameHasANewValidity() {
        MailStore store = storeOfAoki();
        store.create(aoki, "school");
        const auto before = store.mailbox(aoki, "school")->uidValidity;
        QCOMPARE(store.remove(aoki, "school"), StoreAnswer::Done);
        QVERIFY(!store.mailbox(aoki, "school"));
        store.create(aoki, "school");
        QVERIFY(store.mailbox(aoki, "school")->uidValidity > before);
    }

    void deletingANameWithOthersBelowLeavesTheName() { // the example of RFC 3501 §6.3.4
        MailStore store = storeOfAoki();
        store.create(aoki, "foo/bar");
        store.add(aoki, "foo", letter("a"));
        QCOMPARE(store.remove(aoki, "foo"), StoreAnswer::Done);
        QVERIFY(!store.mailbox(aoki, "foo")->selectable);
        QVERIFY(store.mailbox(aoki, "foo")->messages.empty());
        QCOMPARE(store.add(aoki, "foo", letter("b")), 0u);
        QCOMPARE(store.copy(aoki, "INBOX", {}, "foo"), StoreAnswer::NotSelectable);
        QCOMPARE(store.remove(aoki, "foo"), StoreAnswer::HasChildren);
        const auto before = store.mailbox(aoki, "foo")->uidValidity;
        QCOMPARE(store.create(aoki, "foo"), StoreAnswer::Done);
        QVERIFY(store.mailbox(aoki, "foo")->selectable);
        QVERIFY(store.mailbox(aoki, "foo")->uidValidity > before);
        QCOMPARE(store.remove(aoki, "foo/bar"), StoreAnswer::Done);
        QCOMPARE(store.remove(aoki, "foo"), StoreAnswer::Done);
        QCOMPARE(store.remove(aoki, "foo"), StoreAnswer::NoMailbox);
        QCOMPARE(store.remove(aoki, "INBOX"), StoreAnswer::IsInbox);
    }

    void renamingTakesAlongWhatIsBelow() {
        MailStore store = storeOfAoki();
        store.create(aoki, "foo/bar/baz");
        store.create(aoki, "foobar");
        store.add(aoki, "foo/bar", letter("a"));
        const auto validity = store.mailbox(aoki, "foo/bar")->uidValidity;
        QCOMPARE(store.rename(aoki, "foo", "new/zowie"), StoreAnswer::Done);
        QVERIFY(!store.mailbox(aoki, "foo") && !store.mailbox(aoki, "foo/bar"));
        QVERIFY(store.mailbox(aoki, "new") && store.mailbox(aoki, "foobar"));
        QCOMPARE(store.mailbox(aoki, "new/zowie/bar")->uidValidity, validity);
        QVERIFY(store.mailbox(aoki, "new/zowie/bar/baz"));
        QCOMPARE(store.rename(aoki, "new", "new/below"), StoreAnswer::IntoItself);
        QCOMPARE(store.rename(aoki, "new", "Sent"), StoreAnswer::AlreadyExists);
        QCOMPARE(store.rename(aoki, "new", "new"), StoreAnswer::AlreadyExists);
        QCOMPARE(store.rename(aoki, "foo", "x"), StoreAnswer::NoMailbox);
        QCOMPARE(store.rename(aoki, "new", "a//b"), StoreAnswer::BadName);
        QCOMPARE(store.rename(aoki, "new",
                              std::string(255, 'x') + "/" + std::string(255, 'y') + "/" +
                                  std::string(255, 'z') + "/" + std::string(225, 'z')),
                 StoreAnswer::BadName); // "…/zowie/bar/baz" would be too long
    }

    void renamingInboxMovesItsLettersOut() {
        MailStore store = storeOfAoki();
        store.create(aoki, "INBOX/kept");
        store.add(aoki, "INBOX", letter("a"));
        store.add(aoki, "INBOX", letter("b"));
        store.expunge(aoki, "INBOX", {1});
        QCOMPARE(store.rename(aoki, "inbox", "old-mail"), StoreAnswer::Done);
        QCOMPARE(uidsOf(store, "old-mail"), (Uids{2}));
        QCOMPARE(uidsOf(store, "INBOX"), Uids{});
        QVERIFY(store.mailbox(aoki, "INBOX/kept"));
        QVERIFY(store.mailbox(aoki, "old-mail")->uidValidity != store.mailbox(aoki, "INBOX")->uidValidity);
        QCOMPARE(store.add(aoki, "INBOX", letter("c")), 3u);
    }

    void aSubscriptionOutlivesItsMailbox() {
        MailStore store = storeOfAoki();
        store.create(aoki, "club");
        QCOMPARE(store.subscribe(aoki, "club"), StoreAnswer::Done);
        QCOMPARE(store.subscribe(aoki, "nowhere"), StoreAnswer::NoMailbox);
        store.remove(aoki, "club");
        QVERIFY(store.isSubscribed(aoki, "club"));
        QCOMPARE(store.unsubscribe(aoki, "club"), StoreAnswer::Done);
        QVERIFY(!store.isSubscribed(aoki, "club"));
    }

    void refusesWhatIsNoName_data() {
        QTest::addColumn<QByteArray>("name");
        QTest::newRow("empty") << QByteArray("");
        QTest::newRow("separator alone") << QByteArray("/");
        QTest::newRow("empty level") << QByteArray("a//b");
        QTest::newRow("two separators at the end") << QByteArray("a//");
        QTest::newRow("leading separator") << QByteArray("/etc/passwd");
        QTest::newRow("up") << QByteArray("../../etc");
        QTest::newRow("up within") << QByteArray("a/../b");
        QTest::newRow("dot") << QByteArray("a/./b");
        QTest::newRow("line end") << QByteArray("a\r\nb");
        QTest::newRow("nul") << QByteArray("a\0b", 3);
        QTest::newRow("delete") << QByteArray("a\x7f");
        QTest::newRow("C1 control") << QByteArray("a\xC2\x85");
        QTest::newRow("line separator") << QByteArray("a\xE2\x80\xA8");
        QTest::newRow("not UTF-8") << QByteArray("a\xFF");
        QTest::newRow("overlong UTF-8") << QByteArray("a\xC0\xAF");
        QTest::newRow("not composed") << QByteArray("e\xCC\x81t\xC3\xA9");
        QTest::newRow("star") << QByteArray("a*");
        QTest::newRow("percent") << QByteArray("a%");
        QTest::newRow("long level") << QByteArray(256, 'x');
        QTest::newRow("long name") << QByteArray("a/").repeated(15) + QByteArray("x").repeated(250) + "/" +
                                          QByteArray("y").repeated(250) + "/" +
                                          QByteArray("z").repeated(250) + "/" + QByteArray("w").repeated(250);
        QTest::newRow("deep") << QByteArray("a/").repeated(32) + "a";
    }
    void refusesWhatIsNoName() {
        QFETCH(QByteArray, name);
        MailStore store = storeOfAoki();
        const MailStore before = store;
        QCOMPARE(store.create(aoki, name.toStdString()), StoreAnswer::BadName);
        QVERIFY(store == before);
    }

    void keepsNamesOfAnyScript() {
        MailStore store = storeOfAoki();
        QCOMPARE(store.create(aoki, "学校/お知らせ"), StoreAnswer::Done);
        QVERIFY(store.mailbox(aoki, "学校"));
        QCOMPARE(mailboxName("inBOX/a").value_or(""), std::string("INBOX/a"));
        QCOMPARE(mailboxName("inBOXes").value_or(""), std::string("inBOXes"));
    }

    void endsAtAThousandMailboxes() {
        MailStore store = storeOfAoki();
        for (int i = 0; i < 995; ++i)
            QCOMPARE(store.create(aoki, "m" + std::to_string(i)), StoreAnswer::Done);
        QCOMPARE(store.create(aoki, "one too many"), StoreAnswer::Full);
        QCOMPARE(store.rename(aoki, "INBOX", "one too many"), StoreAnswer::Full);
    }

    void aCopyIsIndependent() {
        MailStore store = storeOfAoki();
        store.add(aoki, "INBOX", letter("a"));
        MailStore copy = store;
        QVERIFY(copy == store);
        copy.addFlags(aoki, "INBOX", {1}, {"\\Seen"});
        QVERIFY(!(copy == store));
        QCOMPARE(flagsOf(store, "INBOX", 1), Names{});
        copy.removeFlags(aoki, "INBOX", {1}, {"\\Seen"});
        copy.addAccount(*Address::parse("ito@sakura.example"), 1000);
        QVERIFY(!store.hasAccount(*Address::parse("ito@sakura.example")));
    }

    void renewedValiditiesAreAllNewAndDiffer() {
        MailStore store = storeOfAoki();
        std::set<std::uint32_t> before, after;
        for (const std::string& name : store.mailboxNames(aoki))
            before.insert(store.mailbox(aoki, name)->uidValidity);
        store.renewUidValidities(5);
        for (const std::string& name : store.mailboxNames(aoki))
            after.insert(store.mailbox(aoki, name)->uidValidity);
        QCOMPARE(after.size(), std::size_t(5));
        for (const auto validity : after) QVERIFY(!before.contains(validity));
    }
};

MAILTOWN_SUITE(MailStoreTest)
#include "mail_store_test.moc"
