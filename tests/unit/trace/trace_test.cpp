#include "support/suite.h"
#include "trace/trace.h"

#include <set>

using namespace mailtown;

namespace {

Record at(Time time, Kind kind = Kind::LineClient) {
    Record record;
    record.at = time;
    record.kind = kind;
    return record;
}

} // namespace

class TraceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyKindHasANameOfItsOwn() {
        std::set<std::string_view> names;
        for (int kind = 0; kind < kindCount; ++kind) names.insert(kindName(Kind(kind)));
        QCOMPARE(int(names.size()), kindCount);
        QCOMPARE(std::string(kindName(Kind::LetterComposed)), std::string("letter.composed"));
        QCOMPARE(std::string(kindName(Kind::LinkMended)), std::string("link.mended"));
        QCOMPARE(std::string(kindName(Kind::DnsAnswer)), std::string("dns.answer"));
    }

    void keepsTextsBesideTheirRecords() {
        Trace trace;
        for (int i = 0; i < 30000; ++i)
            trace.add(at(i), "MAIL FROM:<" + std::to_string(i) + "@sakura.example>");
        for (int i = 0; i < 30000; ++i)
            QCOMPARE(std::string(trace.text(trace[std::size_t(i)])),
                     "MAIL FROM:<" + std::to_string(i) + "@sakura.example>");
        QCOMPARE(trace.countOf(Kind::LineClient), std::size_t(30000));
    }

    void aCopyAndItsOriginalGoOnApart() {
        Trace first;
        first.add(at(1), "shared");
        Trace second = first;
        first.add(at(2), "first");
        second.add(at(2), "second");
        first.add(at(3), "first again");
        QCOMPARE(std::string(first.text(first[0])), std::string("shared"));
        QCOMPARE(std::string(second.text(second[0])), std::string("shared"));
        QCOMPARE(std::string(first.text(first[1])), std::string("first"));
        QCOMPARE(std::string(second.text(second[1])), std::string("second"));
        QCOMPARE(std::string(first.text(first[2])), std::string("first again"));
        QVERIFY(!(first == second));
    }

    void forgettingTheFutureLeavesACopyThatRemembersIt() {
        Trace trace;
        trace.add(at(1), "kept");
        trace.add(at(2), "forgotten");
        const Trace memory = trace;
        trace.truncate(1);
        trace.add(at(2), "new!");
        QCOMPARE(std::string(memory.text(memory[1])), std::string("forgotten"));
        QCOMPARE(std::string(trace.text(trace[1])), std::string("new!"));
        QCOMPARE(trace.countOf(Kind::LineClient), std::size_t(2));
    }

    void equalTracesMayLieDifferentlyInMemory() {
        Trace one, other;
        one.add(at(1), "a");
        one.add(at(2), "b");
        other.add(at(1), "a");
        Trace sharer = other;
        sharer.add(at(2), "x"); // takes the rest of the shared block, so that `other` starts a new one
        other.add(at(2), "b");
        QVERIFY(one == other);
        other.truncate(1);
        QVERIFY(!(one == other));
        other.add(at(2), "c");
        QVERIFY(!(one == other));
    }

    void truncatedToNothingItStartsAgain() {
        Trace trace;
        trace.add(at(1));
        trace.add(at(2), "text");
        trace.truncate(1);
        QCOMPARE(trace.size(), std::size_t(1));
        trace.truncate(0);
        trace.add(at(0), "again");
        QCOMPARE(std::string(trace.text(trace[0])), std::string("again"));
        QCOMPARE(trace.countOf(Kind::LineClient), std::size_t(1));
    }

    void findsTheFirstRecordAfterATime() {
        Trace trace;
        for (Time time : {0, 5, 5, 9}) trace.add(at(time));
        QCOMPARE(trace.firstAfter(-1), std::size_t(0));
        QCOMPARE(trace.firstAfter(0), std::size_t(1));
        QCOMPARE(trace.firstAfter(4), std::size_t(1));
        QCOMPARE(trace.firstAfter(5), std::size_t(3));
        QCOMPARE(trace.firstAfter(9), std::size_t(4));
    }

    void clearedForStreamingItKeepsCounting() {
        Trace trace;
        trace.add(at(1, Kind::LetterQueued), "x");
        trace.clear();
        trace.add(at(2, Kind::LetterQueued), "y");
        QCOMPARE(trace.size(), std::size_t(1));
        QCOMPARE(std::string(trace.text(trace[0])), std::string("y"));
        QCOMPARE(trace.countOf(Kind::LetterQueued), std::size_t(2));
    }

    void keepingNothingItCounts() {
        Trace trace(Trace::Keep::Nothing);
        trace.add(at(1, Kind::DnsQuery), "fuji.example MX");
        QCOMPARE(trace.size(), std::size_t(0));
        QCOMPARE(trace.octets(), std::size_t(0));
        QCOMPARE(trace.countOf(Kind::DnsQuery), std::size_t(1));
    }

    void aTextLongerThanABlockIsCut() {
        Trace trace;
        trace.add(at(1), "before");
        trace.add(at(2), std::string(100000, 'x'));
        trace.add(at(3), "after");
        QCOMPARE(trace.text(trace[1]).size(), std::size_t(65536));
        QCOMPARE(std::string(trace.text(trace[2])), std::string("after"));
    }
};

MAILTOWN_SUITE(TraceTest)
#include "trace_test.moc"
