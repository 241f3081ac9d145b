// A scenario that is wrong: where, what was expected, what may have been meant; all of it at once; soon.
#include "scenario/scenario.h"
#include "support/suite.h"

#include <QTemporaryDir>

#include <chrono>
#include <fstream>

using namespace mailtown;

namespace {

std::string problemsOf(std::string_view yaml) {
    const auto scenario = readScenario(yaml, "t.yaml");
    std::string out;
    if (!scenario.ok())
        for (const Problem& problem : scenario.problems()) out += problem.text() + "\n";
    return out;
}

std::string town(std::string_view more) {
    return "mailtown: 1\n"
           "hosts: {sakura: {domains: [sakura.example]}, fuji: {domains: [fuji.example]}}\n"
           "users: [aoki@sakura.example, sato@fuji.example]\n" +
           std::string(more);
}

// Reading is bounded, whatever the text: far below a second, and this allows for a busy machine.
std::string problemsSoon(std::string_view yaml) {
    const auto start = std::chrono::steady_clock::now();
    const std::string out = problemsOf(yaml);
    const auto took = std::chrono::steady_clock::now() - start;
    return took < std::chrono::seconds(10) ? out : "too slow";
}

} // namespace

class MistakesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aMistakeIsToldWithItsPlaceAndWhatWasMeant_data() {
        QTest::addColumn<QString>("yaml");
        QTest::addColumn<QString>("told");
        const auto row = [](const char* name, const std::string& yaml, const char* told) {
            QTest::newRow(name) << QString::fromStdString(yaml) << QString::fromUtf8(told);
        };
        row("unknown key", "mailtown: 1\nhots: {}\nhosts: {a: }\n",
            "t.yaml:2:1: error: unknown key 'hots' in the scenario (did you mean 'hosts'?)");
        row("unknown key inside", "mailtown: 1\nhosts:\n  fuji:\n    domain: [fuji.example]\n",
            "t.yaml:4:5: error: unknown key 'domain' in host 'fuji' (did you mean 'domains'?)");
        row("a quote that is not closed",
            town("description: \"A town\ntimeline:\n  - {at: 1s, down: nobody}\n"),
            "t.yaml:4:14: error: a quote that opens here and is never closed (write \" at its end)");
        row("another one", town("title: 'It''s here\nlength: 2d\n"),
            "t.yaml:4:8: error: a quote that opens here and is never closed (write ' at its end)");
        row("no hosts", "mailtown: 1\ntitle: x\n", "t.yaml:1:1: error: the scenario has no key 'hosts'");
        row("newer version", "mailtown: 2\nhosts: {a: }\n", "t.yaml:1:11: error: the file is of version 2");
        row("a role", "mailtown: 1\nhosts: {a: {roles: [mailbx]}}\n",
            "t.yaml:2:21: error: unknown role 'mailbx' (did you mean 'mailbox'?)");
        row("a duration", town("length: soon\n"),
            "t.yaml:4:9: error: 'length' is 'soon' (expected a duration like 2d, 1h30m, 90s or 250ms)");
        row("a user in the timeline",
            town("timeline:\n  - {at: 1s, send: {from: aoko@sakura.example, to: sato@fuji.example}}\n"),
            "t.yaml:5:27: error: there is no user or client 'aoko@sakura.example' (did you mean "
            "'aoki@sakura.example'?)");
        row("a host in the timeline", town("timeline:\n  - {at: 1s, down: fugi}\n"),
            "t.yaml:5:20: error: there is no host 'fugi' (did you mean 'fuji'?)");
        row("an action", town("timeline:\n  - {at: 1s, sned: {}}\n"),
            "t.yaml:5:14: error: unknown key 'sned' in the entry (did you mean 'send'?)");
        row("a cut without a link", town("timeline:\n  - {at: 1s, cut: [aoki-pc, fuji]}\n"),
            "t.yaml:5:20: error: no link joins 'aoki-pc' and 'fuji'");
        row("a preset", town("retry: postfx\n"),
            "t.yaml:4:8: error: 'retry' is 'postfx' (did you mean 'postfix'?)");
        row("a wait of nothing", town("retry: {intervals: [0s]}\n"),
            "t.yaml:4:21: error: 'intervals' is '0s' (expected at least 1s)");
        row("a domain nobody serves", town("domains: {fujo.example: {}}\n"),
            "t.yaml:4:11: error: no host serves the domain 'fujo.example' (did you mean 'fuji.example'?)");
        row("a day that does not exist", town("start: 2026-02-30 10:00\n"), "t.yaml:4:8: error: 'start' is");
        row("a record's data",
            town("dns: {fuji.example: {records: [{type: MX, data: mail.fuji.example}]}}\n"),
            "t.yaml:4:49: error: the data of this MX record is 'mail.fuji.example' (expected one like "
            "'10 mail.fuji.example')");
        row("an address twice", "mailtown: 1\nhosts: {a: {address: 10.1.0.5}, b: {address: 10.1.0.5}}\n",
            "t.yaml:2:46: error: the address '10.1.0.5' is there twice (the first one stands on line 2)");
        row("a key twice", "mailtown: 1\nhosts: {a: }\nhosts: {b: }\n",
            "t.yaml:3:1: error: key 'hosts' is written twice (the first one stands on line 2)");
        row("broken YAML", "mailtown: 1\nhosts: [a\ntitle: {x\n", "t.yaml:");
        row("after wide letters", "mailtown: 1\nhosts: {a: }\ntitle: {ja: 富士, xx_: a}\n",
            "t.yaml:3:17: error: 'xx_'");
        row("a subject of two lines",
            town("timeline:\n  - {at: 1s, send: {from: aoki@sakura.example, to: a@b.example, subject: "
                 "\"a\\nBcc: c@d.example\"}}\n"),
            "error: the subject cannot be used");
        row("an exchange that is not there",
            town("dns:\n  fuji.example: {records: [{type: MX, data: 10 mx1.fuji.example}]}\n"),
            "t.yaml:5:45: error: the MX record names 'mx1.fuji.example', which has no address (did you mean "
            "'mail.fuji.example'?)");
        row("a line indented by a TAB", "mailtown: 1\nhosts:\n\tfuji:\n\t\tdomains: [fuji.example]\n",
            "error: a TAB indents this line (YAML is indented by spaces alone)");
        row("a control character by its escape", town("description: \"a\\x1b[31m\"\n"),
            "t.yaml:4:14: error: control character in 'a [31m' (remove it)");
        row("a NUL by its escape", town("description: \"\\0\"\n"), "t.yaml:4:14: error: control character");
        row("a domain whose host keeps no letters",
            "mailtown: 1\nhosts: {a: {domains: [a.example], roles: [mx]}}\nusers: [u@a.example]\n",
            "t.yaml:3:9: error: no host keeps mailboxes for 'a.example' (give 'a' the role 'mailbox')");
        row("a name that two hosts serve",
            "mailtown: 1\nhosts: {a: {domains: [sakura.example]}, b: {domains: [sakura.example]}}\n"
            "users: [u@zzzzzzzzzz.test]\n",
            "(expected sakura.example)");
        row("two directories",
            "mailtown: 1\nhosts: {a: {roles: [directory]}, b: {roles: [directory]}, c: }\n",
            "a second directory");
        row("a second document", "mailtown: 1\nhosts: {a: }\n---\nmailtown: 1\n", "a second document");
    }
    void aMistakeIsToldWithItsPlaceAndWhatWasMeant() {
        QFETCH(QString, yaml);
        QFETCH(QString, told);
        const std::string problems = problemsOf(yaml.toStdString());
        QVERIFY2(problems.find(told.toStdString()) != std::string::npos, problems.c_str());
    }

    void severalMistakesAreToldAtOnceInOrderOfPlace() {
        const std::string problems = problemsOf("mailtown: 1\n"
                                                "titel: Hello\n"
                                                "seed: minus one\n"
                                                "hosts: {sakura: {domains: [sakura.example]}}\n"
                                                "users: [aoki@sakuro.example]\n"
                                                "timeline:\n"
                                                "  - {at: later, down: sakuro}\n");
        QCOMPARE(std::count(problems.begin(), problems.end(), '\n'), 5);
        std::size_t last = 0;
        for (const char* place :
             {"t.yaml:2:1:", "t.yaml:3:7:", "t.yaml:5:9:", "t.yaml:7:10:", "t.yaml:7:23:"}) {
            const std::size_t at = problems.find(place);
            QVERIFY2(at != std::string::npos && at >= last, (place + (" in " + problems)).c_str());
            last = at;
        }
    }

    void oneErrorDoesNotDragOthersBehindIt() {
        QCOMPARE(problemsOf("mailtown: 1\n"
                            "hosts: {sakura: {domains: [sakura.example], roels: [mx]}}\n"
                            "users: [aoki@sakura.example]\n"
                            "timeline: [{at: 1s, down: sakura}]\n"),
                 std::string(
                     "t.yaml:2:45: error: unknown key 'roels' in host 'sakura' (did you mean 'roles'?)\n"));
    }

    void aHostWithAnErrorIsNotBlamedForWhatItMayServe_data() {
        QTest::addColumn<QString>("yaml");
        const char* const rest = "users: [aoki@fuji.example]\ndomains: {fuji.example: {}}\n";
        const auto row = [&](const char* name, const std::string& hosts) {
            QTest::newRow(name) << QString::fromStdString("mailtown: 1\nhosts: {" + hosts + "}\n" + rest);
        };
        row("a role", "fuji: {domains: [fuji.example], roles: [mailbx]}");
        row("a key", "fuji: {domain: [fuji.example]}");
        row("no map", "fuji: fuji.example");
        row("another key of a domain's host", "fuji: {domains: [fuji.example], rols: [mailbox]}");
        QTest::newRow("a user")
            << "mailtown: 1\nhosts: {fuji: {domains: [fuji.example]}}\nusers: [aoki@@fuji]\n"
               "timeline: [{at: 1s, check-mail: aoki@@fuji}]\n";
    }
    void aHostWithAnErrorIsNotBlamedForWhatItMayServe() {
        QFETCH(QString, yaml);
        const std::string problems = problemsOf(yaml.toStdString());
        QVERIFY2(std::count(problems.begin(), problems.end(), '\n') == 1, problems.c_str());
    }

    void eachErrorIsToldInOneLineOfAReadableLength() {
        const std::string broken = problemsOf("mailtown: 1\nhosts: {\"a\\nb\": {domains: [a.example]}}\n");
        QCOMPARE(broken, std::string("t.yaml:2:9: error: 'a b' cannot name a host (expected a letter, then "
                                     "letters, digits, '-' or '_', at most 40)\n"));
        const std::string longKey =
            problemsOf("mailtown: 1\nhosts: {a: }\n" + std::string(900, 'x') + ": 1\n");
        QVERIFY2(!longKey.empty() && longKey.size() < 700, longKey.c_str());
    }

    void textThatIsNoScenarioIsRefusedSoon_data() {
        QTest::addColumn<QByteArray>("yaml");
        QTest::addColumn<QByteArray>("told");
        QTest::newRow("empty") << QByteArray() << QByteArray("the file is empty");
        QTest::newRow("a comment") << QByteArray("# nothing\n") << QByteArray("the file is empty");
        QTest::newRow("not UTF-8") << QByteArray("mailtown: 1\ntitle: \xE5\xFF\n")
                                   << QByteArray("t.yaml:2:8: error: not UTF-8");
        QTest::newRow("UTF-16") << QByteArray("\xFF\xFEm\0a\0", 6)
                                << QByteArray("t.yaml:1:1: error: not UTF-8");
        QTest::newRow("NUL") << QByteArray("mailtown: 1\0\n", 13)
                             << QByteArray("t.yaml:1:12: error: control character");
        QTest::newRow("too long") << QByteArray("# ").append(QByteArray(2'000'000, 'x'))
                                  << QByteArray("over 1 MiB");
        QTest::newRow("one long line")
            << QByteArray("a: ").append(QByteArray(100'000, '[')) << QByteArray("the line is over");
        QTest::newRow("deep") << QByteArray(10'000, '[') << QByteArray("levels deep");
        QByteArray lines;
        for (int i = 0; i < 20'000; ++i) lines += "[\n";
        QTest::newRow("deep over lines") << lines << QByteArray("levels deep");
        QByteArray blocks;
        for (int i = 0; i < 1000; ++i) blocks += QByteArray(i, ' ') + "a:\n";
        QTest::newRow("deep blocks") << blocks << QByteArray("levels deep");
        QByteArray dashes;
        for (int i = 0; i < 20'000; ++i) dashes += "- ";
        QTest::newRow("deep dashes") << dashes << QByteArray("levels deep");
        QByteArray laughs = "a: &a [x, x, x, x, x, x, x, x, x, x]\n";
        for (char c = 'b'; c <= 'i'; ++c) {
            laughs += QByteArray(1, c) + ": &" + c + " [";
            for (int i = 0; i < 10; ++i) laughs += QByteArray(i ? ", *" : "*") + char(c - 1);
            laughs += "]\n";
        }
        QTest::newRow("a billion laughs") << laughs << QByteArray("more than 100000 values");
        QTest::newRow("an alias in itself") << QByteArray("a: &a [*a]\n") << QByteArray("t.yaml:1:8: error:");
        QByteArray quotes("mailtown: 1\ntitle: \"");
        for (int i = 0; i < 15'000; ++i) quotes += "no end of this\n  ";
        QTest::newRow("a quote without end") << quotes << QByteArray("error:");
        QByteArray hosts("mailtown: 1\nhosts:\n");
        for (int i = 0; i < 10'000; ++i)
            hosts += "  h" + QByteArray::number(i) + ": {domains: [d.example]}\n";
        QTest::newRow("too many offices") << hosts << QByteArray("more than 200 post offices");
        QByteArray wrong("mailtown: 1\nhosts: {a: }\n");
        for (int i = 0; i < 30'000; ++i) wrong += "titl" + QByteArray::number(i) + ": x\n";
        QTest::newRow("thousands of errors") << wrong << QByteArray("more errors from here on");
        QByteArray names("mailtown: 1\nhosts: {a: {domains: [a.example]}}\nusers:\n");
        for (int i = 0; i < 15'000; ++i) names += " - u" + QByteArray::number(i) + "@a.example\n";
        names += "timeline:\n";
        for (int i = 0; i < 5'000; ++i)
            names += " - {at: 1s, check-mail: v" + QByteArray::number(i) + "@a.example}\n";
        QByteArray offices("mailtown: 1\nhosts:\n"), people("users:\n");
        for (int i = 0; i < 4000; ++i) {
            offices +=
                "  h" + QByteArray::number(i) + ": {domains: [d" + QByteArray::number(i) + ".example]}\n";
            people += "  - u@d" + QByteArray::number(i) + ".example\n  - v@d" + QByteArray::number(i) +
                      ".example\n";
        }
        QTest::newRow("thousands of people of one name")
            << offices + people << QByteArray("more than 200 post offices");
        QByteArray letters(
            "mailtown: 1\nhosts: {a: {domains: [a.example]}}\nusers: [u@a.example]\ntimeline:\n");
        letters += " - {at: 1s, send: {from: u@a.example, to: u@a.example, body: &b \"" +
                   QByteArray("long letter\n  ").repeated(30'000) + "\"}}\n";
        for (int i = 0; i < 5'000; ++i)
            letters += " - {at: 1s, send: {from: u@a.example, to: u@a.example, body: *b}}\n";
        QTest::newRow("a long letter thousands of times") << letters << QByteArray("more than 8 MiB of text");
        QByteArray waits("mailtown: 1\nhosts: {a: }\nretry: {intervals: [\n");
        waits += QByteArray("1s,\n").repeated(90'000) + "]}\n";
        QTest::newRow("a schedule without end") << waits << QByteArray("more than 100 entries");
        QTest::newRow("thousands of names to suggest") << names << QByteArray("there is no user or client");
    }
    void textThatIsNoScenarioIsRefusedSoon() {
        QFETCH(QByteArray, yaml);
        QFETCH(QByteArray, told);
        const std::string problems =
            problemsSoon(std::string_view(yaml.constData(), std::size_t(yaml.size())));
        QVERIFY2(problems.find(told.toStdString()) != std::string::npos, problems.substr(0, 2000).c_str());
    }

    void filesThatCannotBeReadSaySo() {
        QTemporaryDir folder;
        const std::filesystem::path path = folder.path().toStdString();
        const auto what = [](const std::filesystem::path& file) {
            return loadScenario(file).problem().text();
        };
        QCOMPARE(what(path / "none.yaml"), (path / "none.yaml").string() + ": error: there is no such file");
        QVERIFY(what(path).find("is a directory") != std::string::npos);
        const std::filesystem::path big = path / "big.yaml";
        std::ofstream(big) << "mailtown: 1\n";
        std::filesystem::resize_file(big, 100'000'000); // NULs: not read beyond the limit
        QVERIFY(what(big).find("over 1 MiB") != std::string::npos);
    }
};
MAILTOWN_SUITE(MistakesTest)
#include "mistakes_test.moc"
