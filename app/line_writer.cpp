#include "app/line_writer.h"

#include "base/platform.h"

#include <QFile>
#include <QMetaObject>

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>
#include <utility>

namespace mailtown::app {
namespace {

constexpr qsizetype most = 64 << 10; // octets that may wait
constexpr auto patience = std::chrono::seconds(1);

} // namespace

struct LineWriter::Shared {
    std::mutex mutex;
    std::condition_variable news, written;
    QByteArray waiting;
    LineWriter* owner = nullptr; // none: it is gone
    bool writing = false;

    void work() {
        QFile file; // not stdio, whose lock would hold up the process's end
        file.open(platform::standardOutput, QIODevice::WriteOnly | QIODevice::Unbuffered);
        std::unique_lock lock(mutex);
        while (owner || !waiting.isEmpty()) {
            if (waiting.isEmpty()) {
                written.notify_all();
                news.wait(lock);
                continue;
            }
            const QByteArray lines = std::exchange(waiting, {});
            writing = true;
            lock.unlock();
            file.write(lines);
            lock.lock();
            writing = false;
            if (owner && waiting.size() <= most) // to its own thread, where it may be gone by then
                QMetaObject::invokeMethod(owner, &LineWriter::caughtUp, Qt::QueuedConnection);
        }
        written.notify_all();
    }
};

LineWriter::LineWriter() : shared_(std::make_shared<Shared>()) {
    shared_->owner = this;
    std::thread([shared = shared_] { shared->work(); }).detach();
}

LineWriter::~LineWriter() {
    std::unique_lock lock(shared_->mutex);
    shared_->owner = nullptr;
    shared_->news.notify_all();
    shared_->written.wait_for(lock, patience,
                              [this] { return shared_->waiting.isEmpty() && !shared_->writing; });
}

void LineWriter::write(const QByteArray& line) {
    const std::lock_guard lock(shared_->mutex);
    shared_->waiting += line;
    shared_->news.notify_all();
}

bool LineWriter::behind() const {
    const std::lock_guard lock(shared_->mutex);
    return shared_->waiting.size() > most;
}

} // namespace mailtown::app
