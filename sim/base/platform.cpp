#include "base/platform.h"

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

namespace mailtown::platform {
namespace {

Problem systemProblem(const std::string& doing, const std::filesystem::path& file) {
    return problem("cannot " + doing + " " + file.string() + ": " + std::strerror(errno));
}

bool writeAll(int descriptor, std::string_view content) {
    while (!content.empty()) {
        const ssize_t written = ::write(descriptor, content.data(), content.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return false;
        content.remove_prefix(std::size_t(written));
    }
    return true;
}

int signalPipe[2] = {-1, -1};

extern "C" void onTermination(int) {
    const int saved = errno;
    const char octet = 1;
    // Nothing to be done in a handler when the pipe is full: a signal waits in it already.
    [[maybe_unused]] const ssize_t written = ::write(signalPipe[1], &octet, 1);
    // Whoever asks again does not want to wait.
    std::signal(SIGINT, SIG_DFL);
    std::signal(SIGTERM, SIG_DFL);
    errno = saved;
}
} // namespace

Result<bool> syncDirectory(const std::filesystem::path& directory) {
    const std::string name = directory.empty() ? std::string(".") : directory.string();
    const int descriptor = ::open(name.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0) return systemProblem("open", name);
    // EINVAL: a file system that has no such thing, and does what it can without being asked.
    const bool synced = ::fsync(descriptor) == 0 || errno == EINVAL;
    const Problem wrong = systemProblem("sync", name);
    ::close(descriptor);
    if (!synced) return wrong;
    return true;
}

Result<bool> writePrivateFile(const std::filesystem::path& file, std::string_view content) {
    std::string pattern = file.string() + ".XXXXXX";
    const int descriptor = ::mkstemp(pattern.data()); // 0600
    if (descriptor < 0) return systemProblem("write", file);
    const bool written = writeAll(descriptor, content) && ::fsync(descriptor) == 0;
    if (::close(descriptor) != 0 || !written || ::rename(pattern.c_str(), file.c_str()) != 0) {
        const Problem wrong = systemProblem("write", file);
        ::unlink(pattern.c_str());
        return wrong;
    }
    return syncDirectory(file.parent_path());
}

Result<bool> makePrivateDirectory(const std::filesystem::path& directory) {
    std::error_code error;
    if (std::filesystem::is_directory(directory, error)) return true;
    const std::filesystem::path parent = directory.parent_path();
    if (!parent.empty() && !std::filesystem::is_directory(parent, error)) {
        std::filesystem::create_directories(parent, error);
        if (error) return problem("cannot make " + parent.string() + ": " + error.message());
    }
    if (::mkdir(directory.c_str(), 0700) != 0 && errno != EEXIST) return systemProblem("make", directory);
    if (!std::filesystem::is_directory(directory, error)) // EEXIST, of a file
        return problem("cannot make " + directory.string() + ": there is a file of that name");
    return true;
}

std::filesystem::path userDataDirectory() {
    // The XDG Base Directory Specification takes absolute paths only.
    if (const char* data = std::getenv("XDG_DATA_HOME"); data && *data == '/')
        return std::filesystem::path(data) / "mailtown";
    const char* home = std::getenv("HOME");
    return std::filesystem::path(home && *home ? home : "/") / ".local" / "share" / "mailtown";
}

bool finishSending(std::intptr_t descriptor) { return ::shutdown(int(descriptor), SHUT_WR) == 0; }

std::optional<std::string> readSome(int descriptor) {
    std::string octets(64 << 10, '\0');
    ssize_t size = 0;
    do size = ::read(descriptor, octets.data(), octets.size());
    while (size < 0 && errno == EINTR);
    if (size <= 0) return std::nullopt;
    octets.resize(std::size_t(size));
    return octets;
}

bool hasDisplay() {
    return std::getenv("DISPLAY") || std::getenv("WAYLAND_DISPLAY") || std::getenv("QT_QPA_PLATFORM");
}

void ignoreBrokenPipes() { std::signal(SIGPIPE, SIG_IGN); }

int terminationDescriptor() {
    if (signalPipe[0] >= 0) return signalPipe[0];
    if (::pipe2(signalPipe, O_CLOEXEC | O_NONBLOCK) != 0) return -1;
    struct sigaction action {};
    action.sa_handler = onTermination;
    sigemptyset(&action.sa_mask);
    action.sa_flags = SA_RESTART;
    ::sigaction(SIGINT, &action, nullptr);
    ::sigaction(SIGTERM, &action, nullptr);
    return signalPipe[0];
}

} // namespace mailtown::platform
