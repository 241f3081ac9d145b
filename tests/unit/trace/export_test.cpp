#include "support/json.h"
#include "support/suite.h"
#include "trace/export.h"
#include "trace/statistics.h"

using namespace mailtown;

namespace {

struct Names : TraceNames {
    std::string_view host(HostId id) const override { return id.index == 0 ? "fuji" : "aoki-pc"; }
    std::string_view name(NameId) const override { return "sato@fuji.example"; }
    std::string sender(LetterId) const override { return "aoki@sakura.example"; }
    std::string recipients(LetterId) const override { return "sato@fuji.example, mori@kita.example"; }
};

Record deferred() {
    Record record;
    record.kind = Kind::LetterDeferred;
    record.at = day + 90 * second + 5;
    record.next = 2 * day;
    record.letter = LetterId{6};
    record.host = HostId{0};
    record.peer = HostId{1};
    record.recipient = NameId{3};
    record.code = 450;
    return record;
}

QVariantMap read(const Record& record, std::string_view text) {
    std::string line;
    appendJsonLine(line, record, text, Names());
    return line.ends_with("}\n") ? test::readJson(line) : QVariantMap();
}

} // namespace

class ExportTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aRecordIsOneLineOfJson() {
        const QVariantMap object = read(deferred(), "450 4.2.0 come again");
        QCOMPARE(object[QStringLiteral("t")].toLongLong(), qint64(day + 90 * second + 5));
        QCOMPARE(object[QStringLiteral("kind")].toString(), QStringLiteral("letter.deferred"));
        QCOMPARE(object[QStringLiteral("letter")].toInt(), 7);
        QCOMPARE(object[QStringLiteral("host")].toString(), QStringLiteral("fuji"));
        QCOMPARE(object[QStringLiteral("peer")].toString(), QStringLiteral("aoki-pc"));
        QCOMPARE(object[QStringLiteral("from")].toString(), QStringLiteral("aoki@sakura.example"));
        QCOMPARE(object[QStringLiteral("to")].toString(), QStringLiteral("sato@fuji.example"));
        QCOMPARE(object[QStringLiteral("code")].toInt(), 450);
        QCOMPARE(object[QStringLiteral("next")].toLongLong(), qint64(2 * day));
    }

    void whatDoesNotApplyIsLeftOut() {
        Record record;
        record.kind = Kind::HostDown;
        record.host = HostId{0};
        QCOMPARE(read(record, "").keys(),
                 (QStringList{QStringLiteral("host"), QStringLiteral("kind"), QStringLiteral("t")}));
    }

    void hostileTextStaysInsideItsString() {
        Record record;
        record.kind = Kind::LineClient;
        for (const char* text : {"a\"b\\c", "tab\there", "\x01\x7f", "bad \xff utf-8", "\"}\n{\"t\":1"}) {
            const QVariantMap object = read(record, text);
            QVERIFY2(object.contains(QStringLiteral("text")), text);
            QCOMPARE(object.size(), qsizetype(2 + 1));
        }
        QCOMPARE(read(record, "佐藤\"\n").value(QStringLiteral("text")).toString(),
                 QStringLiteral("佐藤\"\n"));
        std::string line;
        appendTextLine(line, record, "one\ntwo\x1b[2J", Names());
        QCOMPARE(std::count(line.begin(), line.end(), '\n'), std::ptrdiff_t(1));
        QVERIFY(line.find('\x1b') == std::string::npos);
    }

    void aPersonCanReadTheLine() {
        std::string line;
        appendTextLine(line, deferred(), "4.2.0 come again", Names());
        QCOMPARE(line,
                 std::string("1d 00:01:30.000005  fuji > aoki-pc            letter.deferred     "
                             "letter 7 <aoki@sakura.example> to <sato@fuji.example> 450 4.2.0 come again; "
                             "next try at 2d 00:00:00.000000\n"));
    }

    void officesAreCounted() {
        Statistics statistics(1);
        Record record = deferred();
        for (const Kind kind :
             {Kind::LetterQueued, Kind::LetterQueued, Kind::LetterDeferred, Kind::LetterRelayed}) {
            record.kind = kind;
            QVERIFY(statistics.add(record));
        }
        record.kind = Kind::LineClient;
        QVERIFY(!statistics.add(record));
        record.kind = Kind::LetterDeferred;
        record.host = HostId{1}; // a home
        QVERIFY(!statistics.add(record));
        std::string row;
        appendCsvRow(row, 5, "fuji", statistics.of(HostId{0}));
        QCOMPARE(row, std::string("5,fuji,1,2,1,0,1,0\n"));
        const auto commas = [](std::string_view text) { return std::count(text.begin(), text.end(), ','); };
        QCOMPARE(commas(row), commas(statisticsCsvHead()));
    }
};

MAILTOWN_SUITE(ExportTest)
#include "export_test.moc"
