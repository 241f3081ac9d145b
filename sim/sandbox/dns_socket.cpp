#include "sandbox/dns_socket.h"

#include <QTcpSocket>
#include <QTimer>
#include <QUdpSocket>
#include <array>

namespace mailtown {
namespace {

constexpr int mostConnections = 100;
constexpr int idleMilliseconds = 30'000; // RFC 7766 §6.2.3: a few seconds at least; ours are patient
constexpr int datagramsATurn = 256;      // then others get their turn
constexpr qint64 lengthOctets = 2;       // RFC 1035 §4.2.2
} // namespace

DnsSocket::DnsSocket(dns::Server server, QList<QHostAddress> addresses, std::uint16_t port,
                     const Limits& limits, QObject* parent)
    : QObject(parent), server_(std::move(server)), addresses_(std::move(addresses)), port_(port),
      limits_(limits), listener_(addresses_, port, "DNS over TCP") {
    connect(&listener_, &Listener::arrived, this, &DnsSocket::arrive);
}

DnsSocket::~DnsSocket() { close(); }

std::optional<RefusedPort> DnsSocket::open() {
    if (!datagrams_.empty()) return {};
    if (auto refused = listener_.open()) return refused;
    for (const QHostAddress& address : addresses_) {
        auto socket = std::make_unique<QUdpSocket>();
        // Not shared: two programs answering on one port would make a riddle of every answer.
        if (socket->bind(address, port_, QAbstractSocket::DontShareAddress)) {
            connect(socket.get(), &QUdpSocket::readyRead, this,
                    [this, s = socket.get()] { answerDatagrams(*s); });
            datagrams_.push_back(std::move(socket));
            continue;
        }
        const auto error = socket->error();
        if (address == QHostAddress(QHostAddress::LocalHostIPv6) && addresses_.size() > 1 &&
            error != QAbstractSocket::AddressInUseError)
            continue;
        close();
        return RefusedPort{address, port_, "DNS over UDP", error == QAbstractSocket::AddressInUseError,
                           socket->errorString()};
    }
    return {};
}

void DnsSocket::close() {
    listener_.close();
    datagrams_.clear();
    const auto streams = streams_.children();
    for (QObject* stream : streams) {
        stream->disconnect(this);
        qobject_cast<QTcpSocket*>(stream)->abort();
        delete stream;
    }
}

void DnsSocket::answerDatagrams(QUdpSocket& socket) {
    std::array<char, dns::longestMessage> query;
    QHostAddress sender;
    std::uint16_t port = 0;
    for (int i = 0; i < datagramsATurn && socket.hasPendingDatagrams(); ++i) {
        const qint64 size = socket.readDatagram(query.data(), query.size(), &sender, &port);
        if (size < 0) continue;
        const std::string response = server_.answer({query.data(), std::size_t(size)}, dns::Transport::Udp);
        if (!response.empty()) socket.writeDatagram(response.data(), qint64(response.size()), sender, port);
    }
    if (socket.hasPendingDatagrams())
        QMetaObject::invokeMethod(
            &socket, [this, &socket] { answerDatagrams(socket); }, Qt::QueuedConnection);
}

void DnsSocket::arrive(qintptr descriptor) {
    auto* socket = new QTcpSocket(&streams_);
    socket->setReadBufferSize(qint64(dns::longestMessage) + lengthOctets);
    socket->setSocketDescriptor(descriptor);
    if (streams_.children().size() > mostConnections) {
        socket->abort();
        delete socket;
        return;
    }
    auto* idle = new QTimer(socket);
    idle->setSingleShot(true);
    idle->start(idleMilliseconds);
    connect(idle, &QTimer::timeout, socket, &QTcpSocket::abort);
    const auto answerSome = [this, socket, idle] {
        // Only whole questions, and a reader for the answers, count as signs of life.
        if (answerStream(*socket)) idle->start(idleMilliseconds);
    };
    connect(socket, &QTcpSocket::readyRead, this, answerSome);
    connect(socket, &QTcpSocket::bytesWritten, this, answerSome, Qt::QueuedConnection);
    connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
}

bool DnsSocket::answerStream(QTcpSocket& socket) {
    bool answered = false;
    std::array<char, lengthOctets> length;
    while (socket.bytesToWrite() <= qint64(limits_.backlog) &&
           socket.peek(length.data(), lengthOctets) == lengthOctets) {
        const qint64 size = qint64(std::uint8_t(length[0])) << 8 | std::uint8_t(length[1]);
        if (socket.bytesAvailable() < lengthOctets + size) break;
        const QByteArray query = socket.read(lengthOctets + size).mid(lengthOctets);
        const std::string response =
            server_.answer({query.data(), std::size_t(query.size())}, dns::Transport::Tcp);
        if (response.empty()) {
            socket.abort(); // not one to answer: RFC 7766 §8, nothing behind it can be trusted
            return false;
        }
        const std::array<char, lengthOctets> prefix{char(response.size() >> 8), char(response.size() & 0xFF)};
        socket.write(prefix.data(), lengthOctets);
        socket.write(response.data(), qint64(response.size()));
        socket.flush();
        answered = true;
    }
    return answered;
}

} // namespace mailtown
