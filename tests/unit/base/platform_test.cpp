#include "base/platform.h"
#include "support/suite.h"

#include <QTemporaryDir>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sys/wait.h>
#include <unistd.h>

using namespace mailtown;
namespace fs = std::filesystem;

class PlatformTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> folder_;
    fs::path path(const char* name) const { return fs::path(folder_->path().toStdString()) / name; }

private Q_SLOTS:
    void init() { folder_ = std::make_unique<QTemporaryDir>(); }

    void aPrivateFileIsItsOwnersAlone() {
        QVERIFY(platform::writePrivateFile(path("key"), "one").ok());
        QVERIFY(platform::writePrivateFile(path("key"), "two").ok());
        std::ifstream in(path("key"));
        QCOMPARE(std::string(std::istreambuf_iterator<char>(in), {}), std::string("two"));
        QVERIFY(fs::status(path("key")).permissions() == (fs::perms::owner_read | fs::perms::owner_write));
    }

    void whatCannotBeMadeIsTold() {
        QVERIFY(platform::makePrivateDirectory(path("a/b/c")).ok());
        QVERIFY(platform::makePrivateDirectory(path("a/b/c")).ok());
        QVERIFY(fs::status(path("a/b/c")).permissions() == fs::perms::owner_all);
        std::ofstream(path("file")) << "x";
        for (const char* wrong : {"file", "file/below", "file/below/deeper"}) {
            const auto made = platform::makePrivateDirectory(path(wrong));
            QVERIFY2(!made.ok(), wrong);
            QVERIFY2(made.problem().what.find("file") != std::string::npos, made.problem().what.c_str());
        }
        QVERIFY(!platform::writePrivateFile(path("nowhere/key"), "x").ok());
        QVERIFY(!platform::syncDirectory(path("nowhere")).ok());
        QVERIFY(platform::syncDirectory(path("a")).ok());
    }

    void theSecondSignalEndsTheProcessWhicheverItIs() {
        for (const int second : {SIGINT, SIGTERM}) {
            const pid_t child = ::fork();
            if (child == 0) {
                if (platform::terminationDescriptor() < 0) ::_exit(1);
                ::raise(SIGTERM); // is waited for by nobody
                ::raise(second);
                ::_exit(2);
            }
            int status = 0;
            QCOMPARE(::waitpid(child, &status, 0), child);
            QVERIFY(WIFSIGNALED(status));
            QCOMPARE(WTERMSIG(status), second);
        }
    }
};

MAILTOWN_SUITE(PlatformTest)
#include "platform_test.moc"
