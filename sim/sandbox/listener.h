// One TCP port on every address the servers stand on. Closed, it refuses.
#pragma once

#include "base/result.h"

#include <QHostAddress>
#include <QList>
#include <QObject>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

class QTcpServer;

namespace mailtown {

// A port that cannot be had.
struct RefusedPort {
    QHostAddress address;
    std::uint16_t port = 0;
    std::string whose;  // "smtp of fuji"
    bool taken = false; // by another program
    QString detail;     // what the system says
};
// One sentence for all of them: the first, how many, and what to do. There is at least one.
Problem portProblem(const std::vector<RefusedPort>& refused);

class Listener : public QObject {
    Q_OBJECT

public:
    // `whose`: "smtp of fuji", for messages.
    Listener(QList<QHostAddress> addresses, std::uint16_t port, std::string whose, QObject* parent = nullptr);
    ~Listener() override;

    // On all addresses or on none. ::1 may be missing on a machine without IPv6; never the only address.
    // Nothing: it listens.
    std::optional<RefusedPort> open();
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
