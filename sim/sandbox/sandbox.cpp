#include "sandbox/sandbox.h"

#include "base/platform.h"
#include "sandbox/certificate.h"
#include "sandbox/commit_group.h"
#include "sandbox/conversation.h"
#include "sandbox/dns_socket.h"
#include "sandbox/tcp_wire.h"
#include "session/session.h"
#include "town/layout.h"

#include <QDateTime>
#include <QSslCertificate>
#include <QSslKey>
#include <QTcpSocket>
#include <algorithm>

namespace mailtown {
namespace {

constexpr int tickMilliseconds = 250;

std::string nameOf(const Plan& plan, HostId host) { return plan.key(host); }

QSslConfiguration tlsConfiguration(const Certificate& made) {
    QSslConfiguration tls;
    tls.setLocalCertificate(QSslCertificate(QByteArray::fromStdString(made.certificatePem)));
    tls.setPrivateKey(QSslKey(QByteArray::fromStdString(made.keyPem), QSsl::Ec));
    tls.setProtocol(QSsl::TlsV1_2OrLater);         // RFC 8997
    tls.setPeerVerifyMode(QSslSocket::VerifyNone); // mail programs show no certificate
    tls.setCaCertificates({});
    return tls;
}
} // namespace

Sandbox::Sandbox(Session& session, SandboxOptions options, QObject* parent)
    : QObject(parent), session_(session), options_(std::move(options)) {
    addresses_ = options_.addresses;
    if (addresses_.isEmpty())
        addresses_ = {QHostAddress(QHostAddress::LocalHost), QHostAddress(QHostAddress::LocalHostIPv6)};
    commits_ = std::make_unique<CommitGroup>(session_);
    room_ = std::make_unique<WireRoom>(session_, *commits_, options_.limits);
    connect(commits_.get(), &CommitGroup::failed, this, &Sandbox::troubled);
    connect(room_.get(), &WireRoom::entered, this, &Sandbox::followSoon);
    connect(room_.get(), &WireRoom::overloaded, this, &Sandbox::relieve);
    clock_.setInterval(tickMilliseconds);
    connect(&clock_, &QTimer::timeout, this, &Sandbox::tick);
}

Sandbox::~Sandbox() {
    for (TcpWire* wire : wires_) wire->disconnect(this);
    qDeleteAll(wires_);
}

Result<bool> Sandbox::prepareTls() {
    std::vector<std::string> names;
    for (const HostPlan& host : session_.scenario().plan.hosts) names.push_back(host.hostname);
    for (const QHostAddress& address : addresses_) names.push_back(address.toString().toStdString());
    const auto directory =
        options_.dataDirectory.empty() ? platform::userDataDirectory() : options_.dataDirectory;
    auto made = serverCertificate(directory, names, QDateTime::currentSecsSinceEpoch());
    if (!made) return made.problems();
    if (!made->trouble.empty())
        Q_EMIT troubled(
            QString::fromStdString("the certificate lasts only until Mailtown ends: " + made->trouble));
    certificateFile_ = made->publicFile;
    room_->tls = tlsConfiguration(*made);
    return true;
}

// A mail program that knows these ports from another session must not take one letter for another by its uid.
// Once in a session: after a restart it goes on with what it knows.
Result<bool> Sandbox::beginSession() {
    for (const TimedInput& input : session_.inputs()) {
        if (std::holds_alternative<input::RenewUidValidity>(input.input)) return true;
    }
    const auto now = std::uint32_t(QDateTime::currentSecsSinceEpoch());
    session_.enter(input::RenewUidValidity{now}, Origin::Client);
    if (!session_.commit()) return problem("the session cannot be kept: " + session_.trouble());
    return true;
}

bool Sandbox::commit() { return commits_->commit(); }

Result<bool> Sandbox::start() {
    if (running_) return true;
    refused_.clear();
    const Plan& plan = session_.scenario().plan;
    auto servers = serverPorts(plan, options_.firstPort);
    if (!servers) return servers.problems();
    if (auto tls = prepareTls(); !tls) return tls.problems();

    servers_ = std::move(servers).value();
    open_.assign(plan.hosts.size(), false);
    for (const ServerPorts& server : servers_) {
        for (std::size_t d = 0; d < doors.size(); ++d) {
            if (server.ports[d] == 0) continue;
            const std::string whose = std::string(doors[d].name) + " of " + nameOf(plan, server.host);
            ports_.push_back(
                {server.host, doors[d], std::make_unique<Listener>(addresses_, server.ports[d], whose)});
            const std::size_t index = ports_.size() - 1;
            connect(ports_.back().listener.get(), &Listener::arrived, this,
                    [this, index](qintptr descriptor) { arrive(ports_[index], descriptor); });
        }
    }
    dns_ = std::make_unique<DnsSocket>(session_.present().layout().directoryServer(), addresses_, dnsPort(),
                                       options_.limits);

    const auto note = [this](std::optional<RefusedPort> refused) {
        if (refused) refused_.push_back(*std::move(refused));
    };
    for (Port& port : ports_) note(port.listener->open());
    note(dns_->open());
    const auto begun = refused_.empty() ? beginSession() : Result<bool>(portProblem(refused_));
    if (!begun) {
        ports_.clear();
        dns_.reset();
        return begun.problems();
    }
    open_.assign(plan.hosts.size(), true);
    running_ = true;
    room_->stored = 0;
    for (const TimedInput& input : session_.inputs())
        if (input.origin == Origin::Client) room_->stored += weight(input.input, options_.limits);
    generation_ = session_.generation();
    clock_.start();
    follow();
    Q_EMIT changed();
    return true;
}

void Sandbox::stop() {
    if (!running_) return;
    running_ = false;
    clock_.stop();
    for (TcpWire* wire : wires_) wire->disconnect(this);
    for (TcpWire* wire : wires_) wire->shutDown();
    qDeleteAll(wires_);
    wires_.clear();
    ports_.clear();
    dns_.reset();
    Q_EMIT changed();
}

std::uint16_t Sandbox::dnsPort() const { return std::uint16_t(options_.firstPort + dnsOffset); }

std::size_t Sandbox::connections(HostId host) const {
    return std::size_t(
        std::count_if(wires_.begin(), wires_.end(), [host](const TcpWire* w) { return w->host() == host; }));
}

void Sandbox::followSoon() {
    if (std::exchange(followPosted_, true)) return;
    QMetaObject::invokeMethod(
        this,
        [this] {
            followPosted_ = false;
            follow();
            Q_EMIT entered();
        },
        Qt::QueuedConnection);
}

void Sandbox::follow() {
    if (!running_) return;
    followHosts();
    followGeneration();
    const std::uint64_t events = session_.present().eventsDone() + session_.inputs().size();
    if (std::exchange(lookedAt_, events) == events) return;
    const auto wires = wires_;
    for (TcpWire* wire : wires) wire->look();
}

std::optional<RefusedPort> Sandbox::openPorts(HostId host) {
    for (Port& port : ports_)
        if (port.host == host)
            if (auto refused = port.listener->open()) return refused;
    if (host == session_.scenario().plan.directory()) return dns_->open();
    return {};
}

void Sandbox::closePorts(HostId host) {
    for (Port& port : ports_)
        if (port.host == host) port.listener->close();
    if (host == session_.scenario().plan.directory()) dns_->close();
    const auto wires = wires_;
    for (TcpWire* wire : wires)
        if (wire->host() == host) wire->drop();
}

void Sandbox::followHosts() {
    for (std::size_t i = 0; i < open_.size(); ++i) {
        const HostId host{std::uint32_t(i)};
        const bool up = session_.present().up(host);
        if (open_[i] == up) continue;
        if (!up) {
            closePorts(host);
        } else if (auto refused = openPorts(host)) {
            // Somebody took a port while the host was down; tried again at the next look.
            if (!std::exchange(portLost_, true))
                Q_EMIT troubled(QString::fromStdString(portProblem({*refused}).text()));
            continue;
        }
        portLost_ = false;
        open_[i] = up;
        Q_EMIT changed();
    }
}

// Time was wound back and goes on another way: what the mailboxes hold is another story now.
void Sandbox::followGeneration() {
    if (std::exchange(generation_, session_.generation()) == session_.generation()) return;
    const auto wires = wires_;
    for (TcpWire* wire : wires)
        if (wire->service() == Service::Imap || wire->service() == Service::Pop3) wire->shutDown();
}

void Sandbox::arrive(const Port& port, qintptr descriptor) {
    const Limits& limits = options_.limits;
    // Those that are being sent away take nobody's place: a flood at one office is none at the others.
    const auto served = [this](const auto& which) {
        return int(std::count_if(wires_.begin(), wires_.end(),
                                 [&](const TcpWire* w) { return !w->refused() && which(*w); }));
    };
    const int all = served([](const TcpWire&) { return true; });
    const int atHost = served([&](const TcpWire& w) { return w.host() == port.host; });
    const bool full = all >= limits.connections || atHost >= limits.connectionsPerHost;
    const bool cuts = int(wires_.size()) - all >= limits.beingRefused;
    if (full && cuts) {
        QTcpSocket cut;
        cut.setSocketDescriptor(descriptor);
        // Nothing can be said before a handshake, and a handshake costs too much now.
        const std::string word =
            port.door.tls ? std::string()
                          : refusalGreeting(session_.scenario().plan, port.host, port.door.service);
        if (cut.write(word.data(), qint64(word.size())) > 0 && cut.flush())
            cut.disconnectFromHost();
        else
            cut.abort();
        return;
    }
    auto* wire = new TcpWire(descriptor, port.host, port.door.service, port.door.tls, *room_, this);
    const int samePeer = served([&](const TcpWire& w) { return w.peer() == wire->peer(); });
    const bool crowded = full || (!wire->peer().isLoopback() && samePeer >= limits.connectionsPerPeer);
    if (crowded && cuts) {
        delete wire; // cuts the connection
        return;
    }
    wires_.push_back(wire);
    connect(wire, &TcpWire::closed, this, [this, wire] { forget(wire); });
    if (crowded)
        wire->refuse(Conversation::Refusal::TooMany);
    else
        wire->start();
    Q_EMIT changed();
}

void Sandbox::forget(TcpWire* wire) {
    std::erase(wires_, wire);
    wire->deleteLater();
    Q_EMIT changed();
}

// Too much content is under way at once: the connection that holds most of it gives way.
void Sandbox::relieve() {
    const auto most = std::max_element(wires_.begin(), wires_.end(), [](const TcpWire* a, const TcpWire* b) {
        return a->unfinished() < b->unfinished();
    });
    if (most != wires_.end()) (*most)->refuse(Conversation::Refusal::TooMuch);
}

void Sandbox::tick() {
    follow();
    const auto wires = wires_;
    for (TcpWire* wire : wires) wire->tick();
}

} // namespace mailtown
