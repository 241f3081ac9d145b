#include "sandbox/listener.h"

#include "sandbox/limits.h"

#include <QTcpServer>
#include <QTimer>

namespace mailtown {

// Hands over descriptors instead of sockets: who they are for decides what kind of socket they get.
class Listener::Server : public QTcpServer {
public:
    explicit Server(Listener& owner) : owner_(owner) {
        // Without a descriptor left, the peer stays in the queue and would be offered again at once, for
        // ever.
        connect(this, &QTcpServer::acceptError, this, [this] {
            pauseAccepting();
            QTimer::singleShot(int(Limits().acceptPause / millisecond), this, [this] { resumeAccepting(); });
        });
    }

protected:
    void incomingConnection(qintptr descriptor) override { Q_EMIT owner_.arrived(descriptor); }

private:
    Listener& owner_;
};

Problem portProblem(const QHostAddress& address, std::uint16_t port, const std::string& whose, bool taken,
                    const QString& detail) {
    const std::string place =
        "port " + std::to_string(port) + " on " + address.toString().toStdString() + " (" + whose + ")";
    if (taken)
        return problem(place + " is taken by another program",
                       "close that program, perhaps another Mailtown, or move all ports with --first-port");
    return problem("cannot listen on " + place + ": " + detail.toStdString(),
                   "choose another address with --bind or other ports with --first-port");
}

Listener::Listener(QList<QHostAddress> addresses, std::uint16_t port, std::string whose, QObject* parent)
    : QObject(parent), addresses_(std::move(addresses)), port_(port), whose_(std::move(whose)) {}

Listener::~Listener() = default;

Result<bool> Listener::open() {
    if (isOpen()) return true;
    for (const QHostAddress& address : addresses_) {
        auto server = std::make_unique<Server>(*this);
        server->setListenBacklogSize(256);
        if (server->listen(address, port_)) {
            servers_.push_back(std::move(server));
            continue;
        }
        const auto error = server->serverError();
        const bool missing = error == QAbstractSocket::SocketAddressNotAvailableError ||
                             error == QAbstractSocket::UnsupportedSocketOperationError;
        if (missing && address == QHostAddress(QHostAddress::LocalHostIPv6) && addresses_.size() > 1)
            continue;
        servers_.clear();
        return portProblem(address, port_, whose_, error == QAbstractSocket::AddressInUseError,
                           server->errorString());
    }
    return true;
}

void Listener::close() { servers_.clear(); }

} // namespace mailtown
