// A scenario that is right: what is written, and what is inferred.
#include "protocol/dns/zone.h"
#include "scenario/scenario.h"
#include "support/suite.h"

#include <algorithm>

using namespace mailtown;

namespace {

Scenario read(std::string_view yaml, std::string_view language = "en") {
    auto scenario = readScenario(yaml, "town.yaml", language);
    if (!scenario)
        for (const Problem& problem : scenario.problems()) qWarning("%s", problem.text().c_str());
    return scenario ? *std::move(scenario) : Scenario{};
}

constexpr std::string_view twoOffices = R"(
mailtown: 1
title: Hello
hosts:
  sakura: {domains: [sakura.example]}
  fuji: {domains: [fuji.example]}
users: [aoki@sakura.example, sato@fuji.example]
timeline:
  - {at: 5s, send: {from: aoki@sakura.example, to: sato@fuji.example, subject: Hello}}
)";

std::vector<std::string> records(const Plan& plan, std::string_view zone) {
    std::vector<std::string> out;
    for (const ZonePlan& each : plan.zones)
        if (each.name == zone)
            for (const ZoneRecord& r : each.records)
                if (r.type != "SOA") out.push_back(r.name + " " + r.type + " " + r.data);
    return out;
}

} // namespace

class ReadingTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void fillsInATownOfTwoOfficesAndOneLetter() {
        const Scenario scenario = read(twoOffices);
        const Plan& plan = scenario.plan;
        QCOMPARE(plan.hosts.size(), 3u);
        QCOMPARE(plan.hosts[0].hostname, std::string("mail.sakura.example"));
        QCOMPARE(plan.hosts[0].address, std::string("10.1.0.25"));
        QCOMPARE(plan.hosts[0].label.in("en"), std::string("Sakura office"));
        QCOMPARE(plan.hosts[2].key, std::string("directory"));
        QCOMPARE(plan.directory().index, 2u);
        QCOMPARE(plan.clients.size(), 2u);
        QCOMPARE(plan.clients[0].key, std::string("aoki-pc"));
        QCOMPARE(plan.clients[0].outgoing, std::string("sakura"));
        QCOMPARE(plan.clients[1].incoming, std::string("fuji"));
        QCOMPARE(plan.users[0].password, std::string("sakura-aoki"));
        QVERIFY(plan.domains[0].colour != plan.domains[1].colour);
        QVERIFY(plan.domains[0].emblem != plan.domains[1].emblem);
        QCOMPARE(plan.links.size(), 5u); // sakura–fuji, both to the directory, two homes
        QCOMPARE(records(plan, "fuji.example"),
                 (std::vector<std::string>{"fuji.example NS ns.town.example",
                                           "fuji.example MX 10 mail.fuji.example",
                                           "mail.fuji.example A 10.2.0.25"}));
        QCOMPARE(records(plan, "town.example").back(), std::string("ns.town.example A 10.0.0.53"));
        QCOMPARE(records(plan, "in-addr.arpa"),
                 (std::vector<std::string>{"in-addr.arpa NS ns.town.example",
                                           "25.0.1.10.in-addr.arpa PTR mail.sakura.example",
                                           "25.0.2.10.in-addr.arpa PTR mail.fuji.example",
                                           "53.0.0.10.in-addr.arpa PTR ns.town.example"}));
        QCOMPARE(scenario.timeline.size(), 1u);
        const auto& send = std::get<input::Send>(scenario.timeline[0].input);
        QCOMPARE(scenario.timeline[0].at, 5 * second);
        QCOMPARE(send.client, plan.find("aoki-pc"));
        QCOMPARE(send.to.at(0).text(), std::string("sato@fuji.example"));
        QCOMPARE(scenario.source, std::string(twoOffices));
        QVERIFY(scenario.length >= 5 * second);
    }

    void keepsWhatIsWritten() {
        const Scenario scenario = read(R"(
mailtown: 1
title: {en: Backup, ja: 控え}
start: 2026-06-01 19:50 +0900
length: 2d
seed: 42
latency: 30ms
retry: {intervals: [5m, 1h], give-up-after: 2d}
hosts:
  sakura: {domains: [sakura.example], retry: exim, up: false}
  yama: {domains: [fuji.example], roles: [mx, relay], hostname: mx2.fuji.example}
  fuji: {label: {en: Fuji}, domains: [fuji.example], address: 10.9.9.9, place: [1000, 200.5]}
domains:
  fuji.example: {label: {en: Fuji, ja: 富士}, colour: green, emblem: star}
users:
  aoki@sakura.example: {label: Aoki, password: geheim}
  sato@fuji.example:
clients:
  sato-phone: {user: sato@fuji.example, device: phone, reads: pop3, leave-on-server: true, check-every: never, tls: false}
links:
  - {between: [sakura, fuji], latency: 150ms}
timeline:
  - {at: 2026-06-01 20:00, up: sakura}
  - {at: 1m, down: [fuji, yama]}
  - {at: 2m, cut: [aoki-pc, sakura]}
  - {at: 3m, check-mail: sato@fuji.example}
)");
        const Plan& plan = scenario.plan;
        QCOMPARE(scenario.title.in("ja"), std::string("控え"));
        QCOMPARE(plan.startUnixSeconds, std::int64_t(1780311000));
        QCOMPARE(plan.utcOffsetMinutes, 540);
        QCOMPARE(scenario.length, 2 * day);
        QCOMPARE(plan.seed, std::uint64_t(42));
        QCOMPARE(plan.hosts[0].retry.name, std::string("exim"));
        QVERIFY(!plan.hosts[0].up);
        QCOMPARE(plan.hosts[1].retry.intervals, (std::vector<Duration>{5 * minute, hour}));
        QCOMPARE(plan.hosts[1].retry.giveUpAfter, 2 * day);
        QCOMPARE(plan.hosts[2].place.y, 200.5);
        QCOMPARE(plan.hosts[2].address, std::string("10.9.9.9"));
        // Who keeps the mail is preferred, wherever it stands in the file.
        const std::vector<std::string> zone = records(plan, "fuji.example");
        QVERIFY(std::find(zone.begin(), zone.end(), "fuji.example MX 10 mail.fuji.example") != zone.end());
        QVERIFY(std::find(zone.begin(), zone.end(), "fuji.example MX 20 mx2.fuji.example") != zone.end());
        QCOMPARE(plan.domain("fuji.example")->colour, std::string("green"));
        QCOMPARE(plan.users[0].password, std::string("geheim"));
        QCOMPARE(plan.users[1].mailboxHost, std::string("fuji"));
        QCOMPARE(plan.clients.size(), 2u); // the phone is Sato's home; Aoki gets a PC
        QCOMPARE(plan.clients[0].checkEvery, never);
        QVERIFY(plan.clients[0].leaveOnServer && !plan.clients[0].tls);
        QVERIFY(plan.clients[0].readBy == ReadBy::Pop3 && plan.clients[0].device == Device::Phone);
        const auto link = std::find_if(plan.links.begin(), plan.links.end(),
                                       [](const LinkPlan& l) { return l.a == "sakura" && l.b == "fuji"; });
        QCOMPARE(link->latency, 150 * millisecond);
        QCOMPARE(plan.links[0].latency, 30 * millisecond);
        // In order of time, whatever the order in the file.
        QCOMPARE(scenario.timeline.size(), 5u);
        QVERIFY(std::holds_alternative<input::SwitchOff>(scenario.timeline[0].input));
        QVERIFY(std::holds_alternative<input::CutLink>(scenario.timeline[2].input));
        QCOMPARE(std::get<input::CheckMail>(scenario.timeline[3].input).client, plan.find("sato-phone"));
        QCOMPARE(scenario.timeline[4].at, 10 * minute);
    }

    void letsZonesSayOtherwise() {
        const Scenario scenario = read(R"(
mailtown: 1
hosts:
  sakura: {domains: [sakura.example]}
  fuji: {domains: [fuji.example]}
dns:
  fuji.example:
    ttl: 60
    records:
      - {type: MX, data: "0 ."}
      - {name: www, type: CNAME, data: mail.fuji.example.}
      - {name: mail.fuji.example, type: A, data: 10.7.7.7, ttl: 5}
  sakura.example: {infer: false}
)");
        QCOMPARE(records(scenario.plan, "fuji.example"),
                 (std::vector<std::string>{"fuji.example NS ns.town.example", "fuji.example MX 0 .",
                                           "www.fuji.example CNAME mail.fuji.example",
                                           "mail.fuji.example A 10.7.7.7"}));
        QCOMPARE(records(scenario.plan, "sakura.example").size(), 1u);
    }

    void makesZonesThatADirectoryCanAnswerFrom() {
        const Scenario scenario = read(R"(
mailtown: 1
hosts:
  sakura: {domains: [sakura.example, kita.example]}
  away: {domains: [away.example], hostname: mx.provider.test}
  apex: {domains: [apex.example], hostname: apex.example}
  relay: {}
dns:
  sakura.example: {records: [{type: TXT, data: v=spf1 mx -all}, {name: "*", type: A, data: 10.0.0.1}]}
)");
        QCOMPARE(scenario.plan.zones.size(), 7u); // four domains, provider.test, town.example, addresses
        for (const ZonePlan& zone : scenario.plan.zones) {
            std::vector<dns::RecordText> texts;
            for (const ZoneRecord& record : zone.records)
                texts.push_back({record.name, record.type, record.ttl, record.data});
            const auto built = dns::Zone::build(zone.name, texts);
            QVERIFY2(built.ok(), built.ok() ? "" : built.problem().text().c_str());
        }
        QCOMPARE(records(scenario.plan, "provider.test").back(), std::string("mx.provider.test A 10.2.0.25"));
    }

    void writesLettersInTheLanguageAskedFor() {
        constexpr std::string_view yaml = R"(
mailtown: 1
hosts: {sakura: {domains: [sakura.example]}}
users: [aoki@sakura.example]
timeline:
  - at: 1s
    send: {from: aoki-pc, to: [aoki@sakura.example], subject: {en: Trip, ja: 遠足}, body: {en: Friday}}
)";
        const auto send = [&](std::string_view language) {
            return std::get<input::Send>(read(yaml, language).timeline.at(0).input);
        };
        QCOMPARE(send("ja").subject, std::string("遠足"));
        QCOMPARE(send("ja").body, std::string("Friday"));
        QCOMPARE(send("en").subject, std::string("Trip"));
        QCOMPARE(send("de").subject, std::string("Trip"));
        QCOMPARE(read(yaml, "ja").language, std::string("ja"));
        QCOMPARE(read(yaml, "ja").plan.language, std::string("ja")); // and names their writers in it
    }

    void joinsFoldedLinesWhereALanguageWritesNoSpaces_data() {
        QTest::addColumn<QByteArray>("yaml");
        QTest::addColumn<QByteArray>("text");
        const auto row = [](const char* name, const char* yaml, const char* text) {
            QTest::newRow(name) << QByteArray(yaml) << QByteArray(text);
        };
        row("folded block", ">-\n    手紙が届く\n    まで、待ちます。\n    局が\n    開く。\n",
            "手紙が届くまで、待ちます。局が開く。");
        row("quoted", "\"手紙が\n    届く\"\n", "手紙が届く");
        row("plain", "手紙が\n    届く\n", "手紙が届く");
        row("with CR LF", ">-\r\n    手紙が\r\n    届く\r\n", "手紙が届く");
        row("with an anchor", "&a >-\n    手紙が\n    届く\n", "手紙が届く");
        row("a final line end", ">\n    手紙が\n    届く\n", "手紙が届く\n");
        row("beside other letters", ">-\n    fuji.example\n    宛ての\n    letter\n    box\n",
            "fuji.example 宛ての letter box");
        row("a space that was written", "青木 太郎\n", "青木 太郎");
        row("a space that was written in a folded text", ">-\n    青木 太郎\n    さん\n", "青木 太郎さん");
        row("paragraphs", ">-\n    一\n\n    二\n", "一\n二");
        row("a literal block", "|\n    一\n    二\n", "一\n二\n");
        row("Korean", ">-\n    안녕\n    하세요\n", "안녕 하세요");
    }
    void joinsFoldedLinesWhereALanguageWritesNoSpaces() {
        QFETCH(QByteArray, yaml);
        QFETCH(QByteArray, text);
        const Scenario scenario = read(("mailtown: 1\nhosts: {a: }\ntitle:\n  ja: " + yaml).toStdString());
        QCOMPARE(QByteArray::fromStdString(scenario.title.in("ja")), text);
    }

    void readsJsonAndTheHelpOfAliases() {
        const Scenario json = read(R"({"mailtown": 1, "hosts": {"a": {"domains": ["a.example"]}}})");
        QCOMPARE(json.plan.hosts.size(), 2u);
        const Scenario aliased = read("mailtown: 1\nhosts:\n  a: &office {roles: [relay]}\n  b: *office\n");
        QCOMPARE(aliased.plan.hosts[1].roles, aliased.plan.hosts[0].roles);
    }

    void peopleOfOneNameHaveAHomeEach() {
        const Plan plan = read(R"(
mailtown: 1
hosts: {a: {domains: [a.example]}, b: {domains: [b.example]}, u-pc-2: {}}
users: [u@a.example, u@b.example, u-pc@b.example]
)")
                              .plan;
        QCOMPARE(plan.clients[0].key, std::string("u-pc"));
        QCOMPARE(plan.clients[1].key, std::string("u-pc-3")); // u-pc-2 is a host
        QCOMPARE(plan.clients[2].key, std::string("u-pc-pc"));
    }

    void namesAndPlacesManyOfficesWithoutCollision() {
        std::string yaml = "mailtown: 1\nhosts:\n";
        for (int i = 0; i < 40; ++i)
            yaml += "  h" + std::to_string(i) + ": {domains: [d" + std::to_string(i) + ".example]}\n";
        yaml += "users:\n";
        for (int i = 0; i < 600; ++i)
            yaml += "  - u" + std::to_string(i) + "@d" + std::to_string(i % 2) + ".example\n";
        const Plan plan = read(yaml).plan;
        QCOMPARE(plan.clients.size(), 600u);
        for (std::size_t i = 0; i < plan.hostCount(); ++i)
            for (std::size_t k = i + 1; k < plan.hostCount(); ++k) {
                const Place a = plan.place(HostId{std::uint32_t(i)}),
                            b = plan.place(HostId{std::uint32_t(k)});
                QVERIFY2(std::max(std::abs(a.x - b.x), std::abs(a.y - b.y)) >= 80,
                         (plan.key(HostId{std::uint32_t(i)}) + plan.key(HostId{std::uint32_t(k)})).c_str());
            }
    }
};
MAILTOWN_SUITE(ReadingTest)
#include "reading_test.moc"
