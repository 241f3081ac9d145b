#include "sandbox/commit_group.h"

#include "sandbox/tcp_wire.h"
#include "session/session.h"

#include <utility>

namespace mailtown {

CommitGroup::CommitGroup(Session& session, QObject* parent) : QObject(parent), session_(session) {}

void CommitGroup::join(TcpWire& wire) {
    // A posted event comes before sockets are polled again, so before a peer's half-close is noticed: who
    // sends all its commands and closes its side still gets its answers.
    if (waiting_.empty()) QMetaObject::invokeMethod(this, &CommitGroup::commit, Qt::QueuedConnection);
    waiting_.emplace_back(&wire);
}

bool CommitGroup::current() const { return session_.present().eventsDone() == committedEvents_; }

void CommitGroup::commit() {
    const auto waiting = std::exchange(waiting_, {});
    const std::uint64_t events = session_.present().eventsDone();
    const bool done = session_.commit();
    if (done)
        committedEvents_ = events;
    else
        Q_EMIT failed(QString::fromStdString(session_.trouble()));
    for (const QPointer<TcpWire>& wire : waiting)
        if (wire) wire->committed(done);
}

} // namespace mailtown
