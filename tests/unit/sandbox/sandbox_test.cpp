#include "sandbox/sandbox.h"

#include "session/session.h"
#include "support/full_disk.h"
#include "support/suite.h"

#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>

using namespace mailtown;
using mailtown::test::FullDisk;

namespace {

// A peer that speaks in lines.
class Peer {
public:
    explicit Peer(std::uint16_t port) { socket_.connectToHost(QHostAddress::LocalHost, port); }

    void send(const QByteArray& octets) { socket_.write(octets); }
    // The last line of the next answer; empty when the connection ended.
    QByteArray answer() {
        for (;;) {
            while (!socket_.canReadLine()) {
                if (socket_.state() == QAbstractSocket::UnconnectedState) return {};
                if (!spin([this] {
                        return socket_.canReadLine() || socket_.state() == QAbstractSocket::UnconnectedState;
                    }))
                    return "nothing came";
            }
            const QByteArray line = socket_.readLine().trimmed();
            if (line.size() < 4 || line[3] != '-') return line;
        }
    }
    QByteArray ask(const QByteArray& command) {
        send(command + "\r\n");
        return answer();
    }
    bool ended() {
        return spin([this] { return socket_.state() == QAbstractSocket::UnconnectedState; });
    }
    // Until the answer to the whole letter.
    QByteArray post(const QByteArray& content = "Subject: x\r\n\r\nHello\r\n") {
        if (!ask("MAIL FROM:<a@elsewhere.example>").startsWith("250")) return "no MAIL";
        if (!ask("RCPT TO:<sato@fuji.example>").startsWith("250")) return "no RCPT";
        if (!ask("DATA").startsWith("354")) return "no DATA";
        return ask(content + ".");
    }

private:
    template <class Condition> static bool spin(Condition condition) {
        return QTest::qWaitFor(condition, 10'000);
    }

    QTcpSocket socket_;
};
} // namespace

class SandboxTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> folder_;
    std::unique_ptr<Session> session_;
    std::unique_ptr<Sandbox> sandbox_;

    std::filesystem::path path(const char* name) const {
        return std::filesystem::path(folder_->path().toStdString()) / name;
    }
    HostId fuji() const { return session_->scenario().plan.find("fuji"); }

    void start(const Limits& limits = {}) {
        auto read =
            readScenario("mailtown: 1\n"
                         "hosts: {sakura: {domains: [sakura.example]}, fuji: {domains: [fuji.example]}}\n"
                         "users:\n"
                         "  aoki@sakura.example: {password: a}\n"
                         "  sato@fuji.example: {password: b}\n",
                         "sandbox.yaml");
        QVERIFY(read.ok());
        session_ = std::make_unique<Session>(*read);
        QVERIFY(session_->keepIn(path("town.mailtown")).ok());
        for (int i = 0; i < 20; ++i) {
            SandboxOptions options;
            options.addresses = {QHostAddress(QHostAddress::LocalHost)};
            options.firstPort = 4000 + QRandomGenerator::global()->bounded(24'000);
            options.dataDirectory = path("data");
            options.limits = limits;
            sandbox_ = std::make_unique<Sandbox>(*session_, options);
            if (sandbox_->start()) return;
        }
        QFAIL("no free ports");
    }
    std::uint16_t port(std::size_t door) const { return sandbox_->servers().at(1).ports.at(door); }
    std::unique_ptr<Peer> smtp() const {
        auto peer = std::make_unique<Peer>(port(0));
        if (!peer->answer().startsWith("220") || !peer->ask("EHLO elsewhere.example").startsWith("250"))
            return {};
        return peer;
    }

private Q_SLOTS:
    void init() { folder_ = std::make_unique<QTemporaryDir>(); }
    void cleanup() {
        sandbox_.reset();
        session_.reset();
    }

    void aRealLetterIsAnInputOfTheSession() {
        start();
        QSignalSpy entered(sandbox_.get(), &Sandbox::entered);
        const auto peer = smtp();
        QVERIFY(peer && peer->post().startsWith("250"));
        QVERIFY(std::holds_alternative<input::AcceptLetter>(session_->inputs().back().input));
        QVERIFY(session_->inputs().back().origin == Origin::Client);
        QTRY_VERIFY(!entered.isEmpty());
    }

    void aRealLetterIsStampedWithItsPostersAddressAndReplaysSo() {
        start();
        const auto peer = smtp();
        QVERIFY(peer && peer->ask("EHLO mail.sakura.example").startsWith("250"));
        QVERIFY(peer->post().startsWith("250"));
        const auto& entered = std::get<input::AcceptLetter>(session_->inputs().back().input);
        QVERIFY(entered.message.field("Received").starts_with("from mail.sakura.example ([127.0.0.1])"));
        const Town before = session_->present();
        sandbox_.reset();
        session_.reset();
        auto again = Session::open(path("town.mailtown"));
        QVERIFY(again.ok());
        QVERIFY(again->present() == before);
    }

    void aLetterThatCannotBeWrittenDownIsNotAccepted() {
        start();
        QSignalSpy troubled(sandbox_.get(), &Sandbox::troubled);
        const auto peer = smtp();
        QVERIFY(peer && peer->post().startsWith("250"));
        session_->seek(minute);
        QVERIFY(sandbox_->commit());
        const Town before = session_->present();
        const std::size_t inputs = session_->inputs().size();
        {
            const FullDisk full;
            QVERIFY(peer->post().startsWith("451"));
            const auto others = {smtp(), smtp()};
            for (const auto& other : others) {
                QVERIFY(other->ask("MAIL FROM:<a@elsewhere.example>").startsWith("250"));
                QVERIFY(other->ask("RCPT TO:<sato@fuji.example>").startsWith("250"));
                QVERIFY(other->ask("DATA").startsWith("354"));
            }
            for (const auto& other : others) other->send("Subject: both at once\r\n\r\n.\r\n");
            for (const auto& other : others) QVERIFY(other->answer().startsWith("451"));
        }
        QVERIFY(!troubled.isEmpty());
        // The town is as if nobody had come, and space that returns brings nothing back.
        QVERIFY(session_->present() == before);
        QCOMPARE(session_->inputs().size(), inputs);
        QVERIFY(peer->post().startsWith("250"));
        QCOMPARE(session_->inputs().size(), inputs + 1);
        sandbox_.reset();
        session_.reset();
        QCOMPARE(Session::open(path("town.mailtown"))->inputs().size(), inputs + 1);
    }

    void aMailReaderIsShownNothingThatTheDiskRefused() {
        start();
        Peer reader(port(5));
        QVERIFY(reader.answer().startsWith("* OK"));
        QVERIFY(reader.ask("a LOGIN sato@fuji.example b").startsWith("a OK"));
        const auto lastOf = [&](const QByteArray& command) { // its answers, up to the tagged one
            QByteArray all, line = reader.ask(command);
            for (; !line.isEmpty() && line.startsWith("* "); line = reader.answer()) all += line + "\n";
            return all + line;
        };
        QVERIFY(lastOf("b SELECT INBOX").contains("* 0 EXISTS"));
        const auto peer = smtp();
        QVERIFY(peer && peer->post().startsWith("250"));
        session_->seek(minute);
        QVERIFY(sandbox_->commit());
        QVERIFY(lastOf("c NOOP").contains("* 1 EXISTS"));
        {
            const FullDisk full;
            QVERIFY(lastOf("d STORE 1 +FLAGS (\\Flagged)").startsWith("d NO [UNAVAILABLE]"));
            QVERIFY(lastOf("e FETCH 1 FLAGS").contains("FLAGS ()"));
            // What the town itself does is not on disk either: a crash now could give the uid to another.
            session_->enter(input::Append{fuji(),
                                          *Address::parse("sato@fuji.example"),
                                          "INBOX",
                                          Message(std::string("Subject: y\r\n\r\n")),
                                          {},
                                          0});
            QVERIFY(!lastOf("f NOOP").contains("EXISTS"));
        }
        QVERIFY(reader.ended());
        Peer again(port(5));
        QVERIFY(again.answer().startsWith("* OK"));
    }

    void aLetterBehindOneThatTheDiskRefusedIsAnsweredForItself() {
        start();
        const auto peer = smtp();
        QVERIFY(peer);
        const QByteArray group = "MAIL FROM:<a@elsewhere.example>\r\nRCPT TO:<sato@fuji.example>\r\nDATA\r\n";
        const FullDisk full;
        peer->send(group);
        QVERIFY(peer->answer().startsWith("250"));
        QVERIFY(peer->answer().startsWith("250"));
        QVERIFY(peer->answer().startsWith("354"));
        peer->send("Subject: x\r\n\r\nHello\r\n.\r\n" + group);
        QVERIFY(peer->answer().startsWith("451"));
        // What came behind it is another transaction, and answered as such.
        QVERIFY(peer->answer().startsWith("250"));
        QVERIFY(peer->answer().startsWith("250"));
        QVERIFY(peer->answer().startsWith("354"));
        peer->send("Subject: y\r\n\r\nHello\r\n.\r\n");
        QVERIFY(peer->answer().startsWith("451"));
    }

    void aHostThatGoesDownDropsAndRefuses() {
        start();
        const auto peer = smtp();
        QVERIFY(peer);
        session_->enter(input::SwitchOff{fuji()});
        sandbox_->follow();
        QVERIFY(peer->ended());
        QVERIFY(Peer(port(0)).answer().isEmpty());
        session_->enter(input::SwitchOn{fuji()});
        sandbox_->follow();
        QVERIFY(smtp());
    }

    void aNewFutureSendsMailReadersAwayAndRenewsTheirUids() {
        start();
        const auto validity = [this] {
            return session_->present()
                .mailStore(fuji())
                .mailbox(Address::parse("sato@fuji.example").value(), "INBOX")
                ->uidValidity;
        };
        session_->seek(hour);
        const std::uint32_t before = validity();
        const auto poster = smtp();
        Peer reader(port(3));
        QVERIFY(reader.answer().startsWith("+OK"));
        session_->seek(minute);
        session_->enter(input::SwitchOff{session_->scenario().plan.find("sakura")});
        sandbox_->follow();
        QVERIFY(reader.answer().startsWith("-ERR"));
        QVERIFY(reader.ended());
        QVERIFY(validity() > before);
        QVERIFY(poster->post().startsWith("250"));
    }

    void windingBackAloneDisturbsNobody() {
        start();
        session_->seek(hour);
        Peer reader(port(3));
        QVERIFY(reader.answer().startsWith("+OK"));
        session_->seek(minute);
        sandbox_->follow();
        QVERIFY(reader.ask("CAPA").startsWith("+OK"));
    }

    void uidsOutliveARestartAndDifferBetweenSessions() {
        start();
        const auto renewals = [this] {
            return std::count_if(
                session_->inputs().begin(), session_->inputs().end(),
                [](const TimedInput& i) { return std::holds_alternative<input::RenewUidValidity>(i.input); });
        };
        QCOMPARE(renewals(), 1);
        sandbox_->stop();
        QVERIFY(sandbox_->start().ok());
        QCOMPARE(renewals(), 1);
    }

    void aTakenPortIsNamedAndNothingIsOpenedBesideIt() {
        start();
        const std::uint16_t taken = port(2), other = port(0);
        sandbox_->stop();
        QTcpServer somebody;
        QVERIFY(somebody.listen(QHostAddress::LocalHost, taken));
        const auto started = sandbox_->start();
        QVERIFY(!started.ok());
        QCOMPARE(started.problems().size(), std::size_t(1));
        QVERIFY(started.problem().what.find("port " + std::to_string(taken)) != std::string::npos);
        QVERIFY(!started.problem().mend.empty());
        QVERIFY(!sandbox_->running());
        QVERIFY(Peer(other).answer().isEmpty());
        somebody.close();
        QVERIFY(sandbox_->start().ok());
    }

    void manyTakenPortsAreOneErrorThatTellsTheFirstAndHowMany() {
        start();
        const std::uint16_t first = sandbox_->servers().at(0).ports.at(0);
        const SandboxOptions same = [&] {
            SandboxOptions options;
            options.addresses = {QHostAddress(QHostAddress::LocalHost)};
            options.firstPort = first - 25;
            options.dataDirectory = path("data");
            return options;
        }();
        Sandbox second(*session_, same);
        const auto started = second.start();
        QVERIFY(!started.ok());
        QCOMPARE(started.problems().size(), std::size_t(1));
        const Problem& problem = started.problem();
        QVERIFY(problem.what.starts_with("port " + std::to_string(first) +
                                         " on 127.0.0.1 (smtp of sakura) is taken"));
        QCOMPARE(second.refused().size(), 2 * doors.size() + 1); // two post offices and the DNS
        QVERIFY(problem.what.find(std::to_string(second.refused().size()) + " of the town's ports in all") !=
                std::string::npos);
        QVERIFY(problem.mend.find("--bind 127.0.0.2") != std::string::npos);
    }

    void oneTooManyIsTold() {
        Limits limits;
        limits.connectionsPerHost = 2;
        start(limits);
        const auto first = smtp(), second = smtp();
        QVERIFY(first && second);
        Peer third(port(0));
        QVERIFY(third.answer().startsWith("220"));
        QVERIFY(third.answer().startsWith("421"));
        QVERIFY(third.ended());
        QVERIFY(first->ask("NOOP").startsWith("250"));
    }

    void whoComesWhenEvenRefusalsAreTooManyIsStillToldSo() {
        Limits limits;
        limits.connections = limits.beingRefused = 0;
        start(limits);
        const std::pair<std::size_t, QByteArray> told[] = {
            {0, "421 4.7.0 mail.fuji.example Error: too many connections"},
            {1, "421 4.7.0 mail.fuji.example Error: too many connections"},
            {3, "-ERR [SYS/TEMP] Too many connections."},
            {5, "* BYE [UNAVAILABLE] Too many connections."}};
        for (const auto& [door, line] : told) {
            Peer late(port(door));
            QCOMPARE(late.answer(), line);
            QVERIFY(late.ended());
        }
    }

    void aFloodAtOneOfficeIsNoneAtTheOthers() {
        Limits limits;
        limits.connections = 20;
        limits.connectionsPerHost = 10;
        start(limits);
        std::vector<std::unique_ptr<Peer>> flood;
        for (int i = 0; i < 200; ++i) flood.push_back(std::make_unique<Peer>(port(0)));
        for (const auto& peer : flood) peer->answer();
        Peer other(sandbox_->servers().at(0).ports.at(0));
        QVERIFY(other.answer().startsWith("220"));
        QVERIFY(other.ask("EHLO elsewhere.example").startsWith("250"));
        // Those who were sent away keep their end open; the last of them were cut off.
        QVERIFY(flood.back()->ended());
        QVERIFY(flood.front()->ask("NOOP").startsWith("250"));
    }

    void whoHoldsMostGivesWayWhenItIsTooMuch() {
        Limits limits;
        limits.unfinished = 200'000;
        start(limits);
        const auto modest = smtp(), greedy = smtp();
        for (const auto& peer : {modest.get(), greedy.get()}) {
            QVERIFY(peer->ask("MAIL FROM:<a@elsewhere.example>").startsWith("250"));
            QVERIFY(peer->ask("RCPT TO:<sato@fuji.example>").startsWith("250"));
            QVERIFY(peer->ask("DATA").startsWith("354"));
        }
        modest->send("Subject: small\r\n\r\n");
        greedy->send(QByteArray("x\r\n").repeated(100'000));
        QVERIFY(greedy->answer().startsWith("421"));
        QVERIFY(modest->ask("Hello\r\n.").startsWith("250"));
    }

    void aLargeLetterReachesItsReadersWholeWhileOthersAreServed() {
        start();
        const QByteArray letter = "Subject: x\r\n\r\n" + QByteArray(70, 'x').append("\r\n").repeated(40'000);
        const auto poster = smtp();
        Peer pop3(port(3)), imap(port(5));
        pop3.answer();
        imap.answer();
        QCOMPARE(imap.ask("a LOGIN sato@fuji.example b").left(4), QByteArray("a OK"));
        imap.send("a APPEND INBOX {" + QByteArray::number(letter.size()) + "+}\r\n");
        QCOMPARE(imap.ask(letter).left(4), QByteArray("a OK"));
        QVERIFY(pop3.ask("USER sato@fuji.example").startsWith("+OK") && pop3.ask("PASS b").startsWith("+OK"));
        QByteArray line = imap.ask("b SELECT INBOX");
        while (!line.startsWith("b ")) line = imap.answer();
        imap.send("c FETCH 1 BODY.PEEK[TEXT]\r\n");
        pop3.send("RETR 1\r\nNOOP\r\n");
        QVERIFY(poster->ask("NOOP").startsWith("250"));
        int imapLines = 0, pop3Lines = 0;
        for (line = imap.answer(); !line.startsWith("c ") && line != "nothing came"; line = imap.answer())
            imapLines += line == QByteArray(70, 'x');
        QVERIFY(pop3.answer().startsWith("+OK"));
        QCOMPARE(pop3.answer(), QByteArray("Subject: x"));
        QCOMPARE(pop3.answer(), QByteArray());
        for (line = pop3.answer(); line != "." && line != "nothing came"; line = pop3.answer())
            pop3Lines += line == QByteArray(70, 'x');
        QCOMPARE(imapLines, 40'000);
        QCOMPARE(pop3Lines, 40'000);
        QCOMPARE(line, QByteArray("."));
        QCOMPARE(pop3.answer(), QByteArray("+OK"));
    }

    void aSessionTakesOnlySoMuch() {
        Limits limits;
        limits.stored = 5000;
        start(limits);
        const auto peer = smtp();
        const QByteArray letter = "Subject: x\r\n\r\n" + QByteArray("x\r\n").repeated(1000);
        QVERIFY(peer->post(letter).startsWith("250"));
        QVERIFY(peer->post(letter).startsWith("452"));
        QVERIFY(peer->post().startsWith("250"));
    }

    void stoppingSaysGoodbye() {
        start();
        const auto peer = smtp();
        sandbox_->stop();
        QVERIFY(peer->answer().startsWith("421"));
        QVERIFY(peer->ended());
        QVERIFY(Peer(port(0)).answer().isEmpty());
    }
};

MAILTOWN_SUITE(SandboxTest)
#include "sandbox_test.moc"
