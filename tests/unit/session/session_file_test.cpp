#include "session/database.h"
#include "session/journal.h"
#include "session/session.h"

#include "support/full_disk.h"
#include "support/suite.h"
#include "town_text.h"

#include <QTemporaryDir>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <sys/wait.h>
#include <unistd.h>

using namespace mailtown;
using namespace mailtown::test;

namespace {
std::string octetsOf(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}
void write(const std::filesystem::path& file, const std::string& octets) {
    std::ofstream(file, std::ios::binary | std::ios::trunc) << octets;
}
void die() { ::kill(::getpid(), SIGKILL); }
} // namespace

class SessionFileTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> folder_;
    std::filesystem::path file() const {
        return std::filesystem::path(folder_->path().toStdString()) / "town.mailtown";
    }

    // In another process, which ends itself as a power cut would end it.
    template <class Work> void inAnotherProcess(Work work) {
        const pid_t child = ::fork();
        if (child == 0) {
            work();
            ::_exit(1);
        }
        int status = 0;
        QCOMPARE(::waitpid(child, &status, 0), child);
        QVERIFY(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL);
    }

    // A file with one future taken back and letters of every origin.
    void keepOne() {
        Session session(readSessionScenario());
        QVERIFY(session.keepIn(file()).ok());
        session.seek(3 * minute);
        session.enter(realLetter(session, "real"), Origin::Client);
        session.seek(20 * minute);
        session.enter(writtenLetter(session, "taken back"));
        session.seek(5 * minute);
        session.enter(writtenLetter(session, "what if"));
        session.seek(2 * hour);
        QVERIFY(session.commit());
    }

    void alter(const std::string& statement) {
        sqlite3* database = nullptr;
        QCOMPARE(sqlite3_open(file().string().c_str(), &database), SQLITE_OK);
        QVERIFY(execute(database, statement.c_str()));
        sqlite3_close(database);
    }

private Q_SLOTS:
    void init() { folder_ = std::make_unique<QTemporaryDir>(); }

    void goesOnWhereItEnded() {
        Session session(readSessionScenario());
        QVERIFY(session.keepIn(file()).ok());
        session.seek(3 * minute);
        session.enter(realLetter(session, "real"), Origin::Client);
        session.seek(20 * minute);
        session.enter(writtenLetter(session, "taken back"));
        session.seek(5 * minute);
        session.enter(writtenLetter(session, "what if"));
        session.seek(2 * hour);
        QVERIFY(session.commit());
        const Town present = session.present();
        const Trace trace = session.trace();
        const auto inputs = session.inputs();
        session = Session(readSessionScenario()); // closes the file
        auto opened = Session::open(file());
        QVERIFY(opened.ok());
        QCOMPARE(opened->now(), 2 * hour);
        QCOMPARE(opened->generation(), 1);
        QVERIFY(opened->inputs() == inputs);
        QVERIFY(opened->trace() == trace);
        QVERIFY(opened->present() == present);
        QVERIFY(opened->caveat().empty());
    }

    void aPastThatComesOutOtherwiseIsTold() {
        keepOne();
        sqlite3* database = nullptr;
        QCOMPARE(sqlite3_open(file().string().c_str(), &database), SQLITE_OK);
        QVERIFY(execute(database, "UPDATE session SET value = value + 1 WHERE key = 'events';"
                                  "UPDATE session SET value = '0.0.9' WHERE key = 'engine'"));
        sqlite3_close(database);
        {
            const auto opened = Session::open(file());
            QVERIFY(opened.ok());
            QVERIFY(opened->caveat().find("Mailtown 0.0.9") != std::string::npos);
            QCOMPARE(opened->inputs().size(), std::size_t(3));
        }
        // Once it is kept by this engine, it is this engine's.
        {
            auto opened = Session::open(file());
            opened->seek(3 * hour);
            QVERIFY(opened->commit());
        }
        QVERIFY(Session::open(file())->caveat().empty());
    }

    void keepsTheLanguageItsLettersAreIn() {
        {
            Session session(readSessionScenario("ja"));
            QVERIFY(session.keepIn(file()).ok());
            session.seek(minute);
            QVERIFY(session.commit());
        }
        auto opened = Session::open(file());
        QVERIFY(opened.ok());
        Session straight(readSessionScenario("ja"));
        straight.seek(minute);
        QVERIFY(opened->trace() == straight.trace());
        QVERIFY(opened->present() == straight.present());
    }

    void whatWasCommittedSurvivesKill9() {
        inAnotherProcess([this] {
            Session session(readSessionScenario());
            if (!session.keepIn(file())) return;
            for (int i = 0; i < 50; ++i) {
                session.seek(Time(i) * second);
                session.enter(realLetter(session, std::to_string(i).c_str()), Origin::Client);
                if (!session.commit()) return;
            }
            session.enter(realLetter(session, "never confirmed"), Origin::Client);
            die();
        });
        auto opened = Session::open(file());
        QVERIFY(opened.ok());
        QCOMPARE(opened->inputs().size(), std::size_t(50));
        QCOMPARE(opened->now(), 49 * second);
        // And goes on being kept.
        opened->enter(realLetter(*opened, "after"), Origin::Client);
        QVERIFY(opened->commit());
        *opened = Session(readSessionScenario());
        QCOMPARE(Session::open(file())->inputs().size(), std::size_t(51));
    }

    void whatTheDiskRefusesNeverHappened() {
        Session session(readSessionScenario());
        QVERIFY(session.keepIn(file()).ok());
        session.seek(3 * minute);
        session.enter(realLetter(session, "kept"), Origin::Client);
        QVERIFY(session.commit());
        QVERIFY(session.kept());
        session.seek(5 * minute);
        QVERIFY(!session.kept());
        Session untouched = Session(readSessionScenario());
        untouched.seek(3 * minute);
        untouched.enter(realLetter(untouched, "kept"), Origin::Client);
        for (int round = 0; round < 3; ++round) {
            const FullDisk full;
            for (const char* subject : {"refused", "refused, too"}) {
                session.enter(realLetter(session, subject), Origin::Client);
                session.enter(writtenLetter(session, subject));
                session.seek(session.now() + 20 * second); // what it brings about is taken back with it
            }
            QVERIFY(!session.commit());
            QVERIFY(!session.trouble().empty());
            untouched.seek(session.now());
            QVERIFY(session.present() == untouched.present());
            QVERIFY(session.trace() == untouched.trace());
            QVERIFY(session.inputs() == untouched.inputs());
        }
        session.seek(4 * minute);
        untouched.seek(4 * minute);
        QVERIFY(session.town() == untouched.town());
        session.seek(2 * hour);
        untouched.seek(2 * hour);
        session.enter(realLetter(session, "after"), Origin::Client);
        untouched.enter(realLetter(untouched, "after"), Origin::Client);
        QVERIFY(session.commit());
        QVERIFY(session.kept());
        session = Session(readSessionScenario());
        const auto opened = Session::open(file());
        QVERIFY(opened->present() == untouched.present());
        QVERIFY(opened->inputs() == untouched.inputs());
        QVERIFY(opened->caveat().empty());
    }

    void ofTwoThatBeginOneSessionAtOnceOneWins() {
        for (int round = 0; round < 10; ++round) {
            std::filesystem::remove(file());
            int ready[2], go[2], ended[2];
            QCOMPARE(::pipe(ready) + ::pipe(go) + ::pipe(ended), 0);
            std::vector<pid_t> children;
            for (int i = 0; i < 2; ++i) {
                children.push_back(::fork());
                if (children.back() != 0) continue;
                char start = 0;
                Session session(readSessionScenario());
                if (::write(ready[1], "r", 1) != 1 || ::read(go[0], &start, 1) != 1) ::_exit(2);
                const auto kept = session.keepIn(file());
                const bool told =
                    !kept && kept.problem().what.find("in use by another Mailtown") != std::string::npos;
                if (!kept && !told) std::fprintf(stderr, "%s\n", kept.problem().text().c_str());
                // The winner keeps it until both have tried.
                if (::write(ready[1], "e", 1) != 1 || ::read(ended[0], &start, 1) != 1) ::_exit(2);
                ::_exit(kept ? 0 : told ? 1 : 2);
            }
            char octets[2];
            for (int i = 0; i < 2; ++i) QCOMPARE(::read(ready[0], octets, 1), ssize_t(1));
            QCOMPARE(::write(go[1], "gg", 2), ssize_t(2));
            for (int i = 0; i < 2; ++i) QCOMPARE(::read(ready[0], octets, 1), ssize_t(1));
            QCOMPARE(::write(ended[1], "ee", 2), ssize_t(2));
            int won = 0, lost = 0;
            for (const pid_t child : children) {
                int status = 0;
                ::waitpid(child, &status, 0);
                won += WIFEXITED(status) && WEXITSTATUS(status) == 0;
                lost += WIFEXITED(status) && WEXITSTATUS(status) == 1;
            }
            for (int* pipe : {ready, go, ended}) {
                ::close(pipe[0]);
                ::close(pipe[1]);
            }
            QCOMPARE(won, 1);
            QCOMPARE(lost, 1);
            QVERIFY(Session::open(file()).ok());
            int files = 0; // nothing is left of the other's attempt
            for (const auto& entry : std::filesystem::directory_iterator(file().parent_path()))
                files += entry.path().filename().string().find(".new") != std::string::npos;
            QCOMPARE(files, 0);
        }
    }

    void numbersThatCannotBeAreDamage() {
        const std::pair<const char*, const char*> wrong[] = {{"present", "'99999999999999999'"},
                                                             {"present", "-1"},
                                                             {"present", "'soon'"},
                                                             {"present", "''"},
                                                             {"events", "-2"},
                                                             {"events", "'1e3'"},
                                                             {"generation", "2147483648"},
                                                             {"uid validity", "0"},
                                                             {"uid validity", "4294967296"},
                                                             {"seed", "'99999999999999999999'"}};
        for (const auto& [key, value] : wrong) {
            std::filesystem::remove(file());
            keepOne();
            alter("UPDATE session SET value = " + std::string(value) + " WHERE key = '" + key + "'");
            const std::string before = octetsOf(file());
            const auto opened = Session::open(file());
            QVERIFY2(!opened.ok(), value);
            QVERIFY2(opened.problem().what.find(std::string("damaged Mailtown session (") + key) !=
                         std::string::npos,
                     opened.problem().what.c_str());
            QCOMPARE(octetsOf(file()), before);
        }
        std::filesystem::remove(file());
        keepOne();
        alter("UPDATE input SET at = 999999999999999999");
        QVERIFY(!Session::open(file()).ok());
    }

    void aPresentFarFromWhatHadHappenedIsDamage() {
        {
            auto read =
                readScenario(std::string(sessionScenario) +
                                 "clients:\n  pc: {user: sato@fuji.example, reads: imap, check-every: 1m}\n",
                             "polling.yaml");
            QVERIFY(read.ok());
            Session session(std::move(read).value());
            QVERIFY(session.keepIn(file()).ok());
            session.seek(minute / 2);
            QVERIFY(session.commit());
        }
        alter("UPDATE session SET value = '315000000000000' WHERE key = 'present'"); // ten years of polls
        const std::string before = octetsOf(file());
        const auto opened = Session::open(file(), Session::Memory::Present);
        QVERIFY(!opened.ok());
        QVERIFY(opened.problem().what.find("damaged") != std::string::npos);
        QCOMPARE(octetsOf(file()), before);
    }

    void aNewFutureStaysWhenTheDiskRefuses() {
        Session session(readSessionScenario());
        QVERIFY(session.keepIn(file()).ok());
        session.seek(20 * minute);
        session.enter(writtenLetter(session, "taken back"));
        session.seek(5 * minute);
        session.enter(writtenLetter(session, "what if"));
        const Town before = session.present();
        {
            const FullDisk full;
            QVERIFY(!session.commit());
        }
        QCOMPARE(session.generation(), 1);
        QCOMPARE(session.inputs().size(), std::size_t(1)); // the renewal of the uids
        QVERIFY(!(session.present() == before));
        QVERIFY(session.commit());
    }

    void aLogCutAnywhereLosesOnlyItsEnd() {
        // What a power cut leaves of the write-ahead log: any beginning of it.
        std::string database, log;
        inAnotherProcess([this] {
            Session session(readSessionScenario());
            if (!session.keepIn(file())) return;
            for (int i = 0; i < 5; ++i) {
                session.enter(realLetter(session, std::to_string(i).c_str()), Origin::Client);
                if (!session.commit()) return;
            }
            die();
        });
        const std::filesystem::path logFile = file().string() + "-wal";
        database = octetsOf(file());
        log = octetsOf(logFile);
        QVERIFY(log.size() > 4096);
        std::size_t last = 0;
        for (std::size_t size = 0; size <= log.size(); size += 777) {
            write(file(), database);
            write(logFile, log.substr(0, size));
            auto opened = Session::open(file());
            QVERIFY2(opened.ok(), std::to_string(size).c_str());
            QVERIFY(opened->inputs().size() >= last);
            last = opened->inputs().size();
        }
        QVERIFY(last >= 4);
    }

    void aLogDamagedInTheMiddleIsToldAndKept() {
        inAnotherProcess([this] {
            Session session(readSessionScenario());
            if (!session.keepIn(file())) return;
            for (int i = 0; i < 5; ++i) {
                session.enter(realLetter(session, std::to_string(i).c_str()), Origin::Client);
                if (!session.commit()) return;
            }
            die();
        });
        const std::filesystem::path logFile = file().string() + "-wal", copy = file().string() + ".damaged";
        const std::string database = octetsOf(file()), log = octetsOf(logFile);
        {
            write(copy, "another one's");
            QVERIFY(Session::open(file())->caveat().empty()); // a crash alone damages nothing
        }
        // Wherever an octet is wrong: no input is missing without a word.
        for (std::size_t at = 0; at < log.size(); at += 1 + log.size() / 97) {
            std::string wrong = log;
            wrong[at] = char(wrong[at] ^ 0x55);
            write(file(), database);
            write(logFile, wrong);
            const std::string place = std::to_string(at);
            for (const auto& entry : std::filesystem::directory_iterator(folder_->path().toStdString()))
                if (entry.path().string().find(".damaged") != std::string::npos && entry.path() != copy)
                    std::filesystem::remove(entry.path());
            {
                const auto opened = Session::open(file());
                QVERIFY2(opened.ok(), place.c_str());
                const std::string kept = std::to_string(opened->inputs().size()) + " input";
                QVERIFY2(opened->inputs().size() < 5, place.c_str());
                QVERIFY2(opened->caveat().find(kept) != std::string::npos, opened->caveat().c_str());
                QCOMPARE(octetsOf(copy), std::string("another one's"));
                QCOMPARE(octetsOf(copy.string() + "2"), database);
                QCOMPARE(octetsOf(copy.string() + "2-wal"), wrong);
            }
            QVERIFY2(Session::open(file())->caveat().empty(), place.c_str()); // told once
        }
    }

    void aLogWithoutItsSessionIsNotThrownAway() {
        const std::filesystem::path logFile = file().string() + "-wal";
        write(logFile, "letters");
        Session session(readSessionScenario());
        QVERIFY(!session.keepIn(file()).ok());
        QCOMPARE(octetsOf(logFile), std::string("letters"));
        std::filesystem::remove(logFile);
        QVERIFY(session.keepIn(file()).ok());
    }

    void aDamagedFileIsToldAndLeftAsItIs() {
        keepOne();
        const std::string whole = octetsOf(file());
        const auto opens = [this](const std::string& octets) {
            write(file(), octets);
            const auto opened = Session::open(file());
            if (!opened) {
                // Told in words, and the file stays as it is.
                if (opened.problem().what.empty() || octetsOf(file()) != octets) return -1;
            }
            return opened ? 1 : 0;
        };
        QCOMPARE(opens(whole), 1);
        QCOMPARE(opens(""), 0);
        QCOMPARE(opens("my diary\n"), 0);
        QCOMPARE(opens(std::string(100'000, 'x')), 0);
        QCOMPARE(opens(whole.substr(0, whole.size() / 2)), 0);
        std::string newer = whole;
        newer[63] = 99; // user_version
        QCOMPARE(opens(newer), 0);
        // Whatever octet is wrong: it opens or it is told; nothing else happens to it.
        for (std::size_t at = 100; at < whole.size(); at += 1 + whole.size() / 150) {
            std::string wrong = whole;
            wrong[at] = char(wrong[at] ^ 0x55);
            QVERIFY2(opens(wrong) >= 0, std::to_string(at).c_str());
        }
    }

    void anotherKindOfFileIsNeverReplaced() {
        write(file(), "my diary\n");
        Session session(readSessionScenario());
        QVERIFY(!session.keepIn(file()).ok());
        QCOMPARE(octetsOf(file()), std::string("my diary\n"));
    }

    void aFileInUseIsNotOpenedTwice() {
        Session session(readSessionScenario());
        QVERIFY(session.keepIn(file()).ok());
        inAnotherProcess([this] {
            // A lock is another process's.
            const auto opened = Session::open(file());
            if (!opened && opened.problem().what.find("in use") != std::string::npos) die();
        });
        session = Session(readSessionScenario());
        QVERIFY(Session::open(file()).ok());
    }
};

MAILTOWN_SUITE(SessionFileTest)
#include "session_file_test.moc"
