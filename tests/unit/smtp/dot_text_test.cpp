#include "protocol/dot_text.h"
#include "support/suite.h"

using namespace mailtown;

namespace {
struct Taken {
    std::string content;
    ContentFault fault = ContentFault::None;
    std::size_t octets = 0; // up to and with the end
    bool ended = false;
};

Taken take(std::string_view octets, std::size_t piece) {
    DotReader reader(1 << 20);
    Taken taken;
    while (taken.octets < octets.size() && !reader.ended())
        taken.octets += reader.take(octets.substr(taken.octets, piece), taken.content);
    taken.fault = reader.fault();
    taken.ended = reader.ended();
    return taken;
}
} // namespace

class DotTextTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keepsALineThatEndsInABareLfAsALine() {
        for (std::size_t piece : {1, 2, 3, 100}) {
            const Taken taken = take("Subject: x\n\none\n..two\nthree\r\n.\r\n", piece);
            QVERIFY(taken.ended);
            QVERIFY(taken.fault == ContentFault::None);
            QCOMPARE(taken.content, std::string("Subject: x\r\n\r\none\r\n.two\r\nthree\r\n"));
        }
    }

    void refusesWhatAnotherServerMightTakeForTheEnd_data() {
        QTest::addColumn<QByteArray>("end");
        for (const char* end : {"\n.\n", "\n.\r\n", "\r\n.\n", "\r.\r", "\r.\r\n", "\r\n.\r", "\n.\r"})
            QTest::newRow(qPrintable(QString::fromLatin1(QByteArray(end).toHex()))) << QByteArray(end);
    }
    void refusesWhatAnotherServerMightTakeForTheEnd() {
        QFETCH(QByteArray, end);
        const std::string octets =
            "Subject: x\r\n\r\none" + end.toStdString() + "MAIL FROM:<a@b.example>\r\n.\r\n";
        for (std::size_t piece : {1, 2, 3, 100}) {
            const Taken taken = take(octets, piece);
            QVERIFY(taken.ended);
            QCOMPARE(taken.octets, octets.size());
            QVERIFY(taken.fault == ContentFault::BareLineEnd);
        }
    }
};

MAILTOWN_SUITE(DotTextTest)
#include "dot_text_test.moc"
