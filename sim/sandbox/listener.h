// One TCP port on every address the servers stand on. Closed, it refuses.
#pragma once

#include "base/result.h"

#include <QHostAddress>
#include <QList>
#include <QObject>
#include <cstdint>
#include <functional>
#include <memory>
#include <vector>

class QTcpServer;

namespace mailtown {

// What a port that cannot be listened on says, with what to do about it.
Problem portProblem(const QHostAddress& address, std::uint16_t port, const std::string& whose, bool taken,
                    const QString& detail);

class Listener : public QObject {
    Q_OBJECT

public:
    // `whose`: "smtp of fuji", for messages.
    Listener(QList<QHostAddress> addresses, std::uint16_t port, std::string whose, QObject* parent = nullptr);
    ~Listener() override;

    // On all addresses or on none. ::1 may be missing on a machine without IPv6; never the only address.
    Result<bool> open();
    void close();
    bool isOpen() const { return !servers_.empty(); }
    std::uint16_t port() const { return port_; }

Q_SIGNALS:
    void arrived(qintptr descriptor);

private:
    class Server;

    QList<QHostAddress> addresses_;
    std::uint16_t port_;
    std::string whose_;
    std::vector<std::unique_ptr<Server>> servers_;
};

} // namespace mailtown
