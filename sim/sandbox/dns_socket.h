// The directory office on a real port: answers from the scenario's zones over UDP and TCP (RFC 1035 §4.2,
// RFC 7766).
#pragma once

#include "base/result.h"
#include "protocol/dns/server.h"
#include "sandbox/limits.h"
#include "sandbox/listener.h"

#include <QHostAddress>
#include <QList>
#include <QObject>
#include <cstdint>
#include <memory>
#include <vector>

class QTcpSocket;
class QUdpSocket;

namespace mailtown {

class DnsSocket : public QObject {
    Q_OBJECT

public:
    DnsSocket(dns::Server server, QList<QHostAddress> addresses, std::uint16_t port, const Limits& limits,
              QObject* parent = nullptr);
    ~DnsSocket() override;

    std::optional<RefusedPort> open(); // both transports on all addresses, or nothing
    void close();                      // and drops connections

private:
    void arrive(qintptr descriptor);
    void answerDatagrams(QUdpSocket& socket);
    bool answerStream(QTcpSocket& socket); // some question was answered

    const dns::Server server_;
    const QList<QHostAddress> addresses_;
    const std::uint16_t port_;
    const Limits limits_;
    Listener listener_;
    std::vector<std::unique_ptr<QUdpSocket>> datagrams_;
    QObject streams_; // parent of the connections
};

} // namespace mailtown
