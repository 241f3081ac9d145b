#include "sandbox/commit_group.h"

#include "sandbox/tcp_wire.h"
#include "session/session.h"

#include <utility>

namespace mailtown {

CommitGroup::CommitGroup(Session& session, QObject* parent) : QObject(parent), session_(session) {}

void CommitGroup::join(TcpWire& wire) {
    // A posted event comes before sockets are polled again, so before a peer's half-close is noticed: who
    // sends all its commands and closes its side still gets its answers.
    const auto commitTheirs = [this] {
        if (!waiting_.empty()) commit();
    };
    if (waiting_.empty()) QMetaObject::invokeMethod(this, commitTheirs, Qt::QueuedConnection);
    waiting_.emplace_back(&wire);
}

bool CommitGroup::commit() {
    const auto waiting = std::exchange(waiting_, {});
    const bool done = session_.commit();
    if (!done) Q_EMIT failed(QString::fromStdString(session_.trouble()));
    for (const QPointer<TcpWire>& wire : waiting)
        if (wire) wire->committed(done);
    return done;
}

} // namespace mailtown
