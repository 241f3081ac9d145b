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

Problem portProblem(const std::vector<RefusedPort>& refused) {
    const RefusedPort& first = refused.front();
    const std::string address = first.address.toString().toStdString();
    const std::string place =
        "port " + std::to_string(first.port) + " on " + address + " (" + first.whose + ")";
    const std::string rest = refused.size() == 1 ? std::string()
                                                 : "; " + std::to_string(refused.size()) +
                                                       " of the town's ports in all cannot be had";
    // Every 127.x.y.z is this machine: Linux needs no set-up for another one.
    const std::string elsewhere =
        first.address == QHostAddress(QStringLiteral("127.0.0.2")) ? "127.0.0.3" : "127.0.0.2";
    if (first.taken)
        return problem(place + " is taken by another program" + rest,
                       "close that program, perhaps another Mailtown, or take another address, as with "
                       "--bind " +
                           elsewhere + ", or move all ports with --first-port");
    return problem("cannot listen on " + place + ": " + first.detail.toStdString() + rest,
                   "choose another address with --bind or other ports with --first-port");
}

Listener::Listener(QList<QHostAddress> addresses, std::uint16_t port, std::string whose, QObject* parent)
    : QObject(parent), addresses_(std::move(addresses)), port_(port), whose_(std::move(whose)) {}

Listener::~Listener() = default;

std::optional<RefusedPort> Listener::open() {
    if (isOpen()) return {};
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
        return RefusedPort{address, port_, whose_, error == QAbstractSocket::AddressInUseError,
                           server->errorString()};
    }
    return {};
}

void Listener::close() { servers_.clear(); }

} // namespace mailtown
