// Answers wait here for the disk: all that came in during one turn of the event loop shares one commit, so
// that a durable answer costs each of many clients a fraction of an fsync.
#pragma once

#include <QObject>
#include <QPointer>
#include <QString>
#include <vector>

namespace mailtown {

class Session;
class TcpWire;

class CommitGroup : public QObject {
    Q_OBJECT

public:
    explicit CommitGroup(Session& session, QObject* parent = nullptr);

    // TcpWire::committed is called before the event loop looks at the network again.
    void join(TcpWire& wire);
    // At once, for those who wait and for whoever acted without a wire. False: the disk refused, and what was
    // entered since the last commit never happened.
    bool commit();

Q_SIGNALS:
    void failed(const QString& why);

private:
    Session& session_;
    std::vector<QPointer<TcpWire>> waiting_;
};

} // namespace mailtown
