#include "mail/message.h"
#include "support/suite.h"

#include <algorithm>

using namespace mailtown;

class MessageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void splitsHeaderAndBodyAtTheEmptyLine() {
        const Message message("Subject: Hello\r\nTo: a@b\r\n\r\nLine\r\n\r\nMore\r\n");
        QCOMPARE(message.header(), std::string("Subject: Hello\r\nTo: a@b\r\n"));
        QCOMPARE(message.body(), std::string("Line\r\n\r\nMore\r\n"));
        QCOMPARE(message.size(), std::size_t(41));
    }

    void prependsATraceHeaderAndSharesTheRest() {
        const Message first("Subject: Hello\r\n\r\nBody\r\n");
        const Message second = first.withPrepended("Received: by a\r\n").withPrepended("Received: by b\r\n");
        QCOMPARE(second.octets(),
                 std::string("Received: by b\r\nReceived: by a\r\nSubject: Hello\r\n\r\nBody\r\n"));
        QCOMPARE(second.size(), second.octets().size());
        QCOMPARE(second.field("received"), std::string("by b"));
        QCOMPARE(second.body(), std::string("Body\r\n"));
        QCOMPARE(first.octets(), std::string("Subject: Hello\r\n\r\nBody\r\n"));
    }

    void findsAFieldInAnyCaseAndUnfoldsIt() {
        const Message message(
            "X-Subject: no\r\nSUBJECT : one\r\n two\r\n\tthree \r\nSubject: later\r\n\r\nSubject: body\r\n");
        QCOMPARE(message.field("Subject"), std::string("one two\tthree"));
        QCOMPARE(message.field("Date"), std::string());
        QCOMPARE(message.field("X-Subject"), std::string("no"));
    }

    void comparesContentNotHowItIsCut() {
        const Message whole("A: 1\r\nB: 2\r\n\r\nC");
        const Message cut = Message("B: 2\r\n\r\nC").withPrepended("A: 1\r\n").withPrepended("");
        QVERIFY(whole == cut);
        QVERIFY(cut == whole);
        QVERIFY(cut == cut);
        QVERIFY(!(whole == Message("A: 1\r\nB: 3\r\n\r\nC")));
        QVERIFY(!(whole == whole.withPrepended("X: 1\r\n")));
        QVERIFY(whole.withPrepended("X: 1\r\n") == whole.withPrepended("X: 1\r\n"));
    }

    void hasNoContentUntilItIsGivenSome() {
        const Message none;
        QVERIFY(!none);
        QCOMPARE(none.size(), std::size_t(0));
        QCOMPARE(none.octets() + none.header() + none.body() + none.field("Subject"), std::string());
        QVERIFY(bool(Message("")));
        QVERIFY(bool(none.withPrepended("A: 1\r\n")));
    }

    void canBeTakenInPieces() {
        const Message message =
            Message("Subject: Hello\r\n\r\nBody\r\n").withPrepended("").withPrepended("Received: by a\r\n");
        const std::string whole = message.octets();
        for (std::size_t first = 0; first <= whole.size() + 1; ++first)
            for (std::size_t count = 0; count <= whole.size() + 1; ++count) {
                std::string piece = ">";
                message.appendOctets(piece, first, count);
                QCOMPARE(piece, ">" + whole.substr(std::min(first, whole.size()), count));
            }
        for (const char* octets : {"", "A: 1", "A: 1\r\n", "\r\nbody", "\nbody", "A: 1\nB: 2\n\nbody\n",
                                   "A: 1\r\n\r\nbody", "A: 1\r\n\r"}) {
            const Message one{std::string(octets)};
            QCOMPARE(one.octets().substr(one.headerSize()), one.body());
        }
        QCOMPARE(message.headerSize(), whole.size() - message.body().size());
        QCOMPARE(Message().headerSize(), std::size_t(0));
    }

    void readsWhatIsMalformed() {
        QCOMPARE(Message("no header at all").header(), std::string("no header at all\r\n"));
        QCOMPARE(Message("no header at all").body(), std::string());
        QCOMPARE(Message("A: 1").field("A"), std::string("1"));
        QCOMPARE(Message("\r\nbody").header(), std::string());
        QCOMPARE(Message("\r\nbody").body(), std::string("body"));
        QCOMPARE(Message("A: 1\nB: 2\n\nbody\n").field("B"), std::string("2"));
        QCOMPARE(Message("A: 1\nB: 2\n\nbody\n").body(), std::string("body\n"));
        QCOMPARE(Message(" folded first\r\nA: 1\r\n\r\n").field("A"), std::string("1"));
        QCOMPARE(Message(std::string("A: \0x\r\n\r\n", 10)).field("A").size(), std::size_t(2));
        // The line end itself cut in two.
        QCOMPARE(Message("\nrest").withPrepended("A: 1\r\n\r").body(), std::string("rest"));
    }

    void freesAHundredThousandHopsWithoutRecursion() {
        Message message("\r\n");
        for (int hop = 0; hop < 300'000; ++hop) message = message.withPrepended("R: x\r\n");
        const Message kept = message;
        message = Message();
        QCOMPARE(kept.size(), std::size_t(300'000 * 6 + 2));
    }
};

MAILTOWN_SUITE(MessageTest)
#include "message_test.moc"
