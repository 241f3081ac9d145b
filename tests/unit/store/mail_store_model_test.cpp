// Random operations on the store and on the simplest thing that could be one: they must never differ.
#include "base/random.h"
#include "store/mail_store.h"
#include "support/suite.h"

#include <map>
#include <set>

using namespace mailtown;

namespace {
const Address aoki = *Address::parse("aoki@sakura.example");

struct PlainMessage {
    std::set<std::string> flags;
    std::string octets;
};
struct PlainBox {
    std::uint32_t next = 1;
    std::map<std::uint32_t, PlainMessage> messages;
};
using Plain = std::map<std::string, PlainBox>;

// The names are all on one level: levels have tests of their own.
const std::vector<std::string> names = {"INBOX", "Drafts", "Junk", "Sent", "Trash", "a", "b"};
const std::vector<std::string> flagNames = {"\\Seen", "\\Deleted", "\\Flagged", "work", "$x"};

void compare(const MailStore& store, const Plain& plain) {
    QCOMPARE(store.mailboxNames(aoki).size(), plain.size());
    for (const auto& [name, box] : plain) {
        const Mailbox* stored = store.mailbox(aoki, name);
        QVERIFY(stored);
        QCOMPARE(stored->messages.size(), box.messages.size());
        QCOMPARE(stored->uidNext, box.next);
        std::size_t i = 0;
        for (const auto& [uid, message] : box.messages) {
            const StoredMessage& one = stored->messages[i++];
            QCOMPARE(one.uid, uid);
            const auto flags = one.flagSet().names();
            QCOMPARE(std::set<std::string>(flags.begin(), flags.end()), message.flags);
            QCOMPARE(one.message.octets(), message.octets);
        }
    }
}
} // namespace

class MailStoreModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void doesWhatAPlainMapDoes() {
        for (std::uint64_t seed = 1; seed <= 20; ++seed) {
            run(seed);
            if (QTest::currentTestFailed()) return;
        }
    }

private:
    static void run(std::uint64_t seed) {
        Random random(seed);
        const auto any = [&](const std::vector<std::string>& of) { return of[random.below(of.size())]; };
        MailStore store;
        store.addAccount(aoki, 1);
        Plain plain;
        for (std::size_t i = 0; i < 5; ++i) plain[names[i]];
        MailStore checkpoint = store;
        Plain plainCheckpoint = plain;

        for (int step = 0; step < 600; ++step) {
            const std::string box = any(names), other = any(names), flag = any(flagNames);
            const bool there = plain.contains(box), otherThere = plain.contains(other);
            std::vector<std::uint32_t> uids;
            for (std::uint64_t n = random.below(6); n > 0; --n)
                if (const auto uid = std::uint32_t(1 + random.below(120));
                    std::find(uids.begin(), uids.end(), uid) == uids.end())
                    uids.push_back(uid);
            const StoreAnswer expected = there ? StoreAnswer::Done : StoreAnswer::NoMailbox;
            switch (random.below(9)) {
            case 0:
            case 1: {
                StoredMessage message;
                message.message = Message("Subject: " + std::to_string(step) + "\r\n\r\n\r\n");
                const auto uid = store.add(aoki, box, message);
                QCOMPARE(uid != 0, there);
                if (there) plain[box].messages[plain[box].next++] = {{}, message.message.octets()};
                break;
            }
            case 2:
                QCOMPARE(store.addFlags(aoki, box, uids, {flag}), expected);
                if (there)
                    for (auto uid : uids)
                        if (plain[box].messages.contains(uid)) plain[box].messages[uid].flags.insert(flag);
                break;
            case 3:
                QCOMPARE(store.removeFlags(aoki, box, uids, {flag}), expected);
                if (there)
                    for (auto uid : uids)
                        if (plain[box].messages.contains(uid)) plain[box].messages[uid].flags.erase(flag);
                break;
            case 4:
                QCOMPARE(store.setFlags(aoki, box, uids, {flag}), expected);
                if (there)
                    for (auto uid : uids)
                        if (plain[box].messages.contains(uid)) plain[box].messages[uid].flags = {flag};
                break;
            case 5:
                QCOMPARE(store.expunge(aoki, box, uids), expected);
                if (there)
                    for (auto uid : uids) plain[box].messages.erase(uid);
                break;
            case 6: {
                const bool move = random.below(2) == 0;
                const auto answer =
                    move ? store.move(aoki, box, uids, other) : store.copy(aoki, box, uids, other);
                QCOMPARE(answer, there && otherThere ? StoreAnswer::Done : StoreAnswer::NoMailbox);
                if (answer != StoreAnswer::Done) break;
                const auto before = plain[box].messages;
                for (auto uid : uids)
                    if (before.contains(uid)) plain[other].messages[plain[other].next++] = before.at(uid);
                if (move)
                    for (auto uid : uids) plain[box].messages.erase(uid);
                break;
            }
            case 7:
                if (random.below(2)) {
                    QCOMPARE(store.create(aoki, box), there ? StoreAnswer::AlreadyExists : StoreAnswer::Done);
                    plain[box];
                } else if (box != "INBOX") {
                    QCOMPARE(store.remove(aoki, box), expected);
                    plain.erase(box);
                } else if (!otherThere) {
                    QCOMPARE(store.rename(aoki, box, other), StoreAnswer::Done);
                    plain[other] = plain[box];
                    plain[box].messages.clear();
                } else {
                    QCOMPARE(store.rename(aoki, box, other), StoreAnswer::AlreadyExists);
                }
                break;
            case 8: // time is wound back, or a checkpoint taken
                if (random.below(3) == 0) {
                    store = checkpoint;
                    plain = plainCheckpoint;
                } else {
                    checkpoint = store;
                    plainCheckpoint = plain;
                }
                break;
            }
            if (step % 20 == 0) compare(store, plain);
            if (QTest::currentTestFailed()) return;
        }
        compare(store, plain);
    }
};

MAILTOWN_SUITE(MailStoreModelTest)
#include "mail_store_model_test.moc"
