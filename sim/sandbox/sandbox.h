// The post offices on real ports of this machine: a real mail program posts and fetches letters in the town.
// One sandbox serves one session, on the session's thread.
#pragma once

#include "base/result.h"
#include "sandbox/limits.h"
#include "sandbox/listener.h"
#include "sandbox/ports.h"

#include <QHostAddress>
#include <QList>
#include <QObject>
#include <QTimer>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

namespace mailtown {

class CommitGroup;
class DnsSocket;
class Session;
class TcpWire;
class WireRoom;

struct SandboxOptions {
    QList<QHostAddress> addresses; // empty: 127.0.0.1, and ::1 where there is one
    int firstPort = standardFirstPort;
    std::filesystem::path dataDirectory; // of the certificate; empty: the user's
    Limits limits;
};

class Sandbox : public QObject {
    Q_OBJECT

public:
    explicit Sandbox(Session& session, SandboxOptions options = {}, QObject* parent = nullptr);
    ~Sandbox() override;

    // Listens on every port, or on none. Error: one problem, whatever the number of ports that
    // cannot be had; those are refused().
    Result<bool> start();
    const std::vector<RefusedPort>& refused() const { return refused_; } // by the last start
    void stop();                                                         // says goodbye on every connection
    bool running() const { return running_; }

    const std::vector<ServerPorts>& servers() const { return servers_; }
    std::uint16_t dnsPort() const;
    // To hand to a mail program that asks whom to trust; empty when it could not be kept on disk.
    const std::filesystem::path& certificateFile() const { return certificateFile_; }
    std::size_t connections() const { return wires_.size(); }
    std::size_t connections(HostId host) const;

public Q_SLOTS:
    // The town moved, or somebody acted: closes and opens ports as hosts go down and up, and tells mail
    // programs that wait for news. Called often; where nothing changed it costs nothing.
    void follow();

    // Session::commit, for the connections that wait for it, too. False: the disk refused, which was told.
    bool commit();

Q_SIGNALS:
    void changed(); // started, stopped, a port opened or closed, a connection came or went
    void entered(); // a real client changed the town
    void troubled(const QString& what); // the disk refuses, a port is lost: in English, for the log

private:
    struct Port {
        HostId host;
        Door door;
        std::unique_ptr<Listener> listener;
    };

    Result<bool> prepareTls();
    Result<bool> beginSession();
    std::optional<RefusedPort> openPorts(HostId host);
    void closePorts(HostId host);
    void followHosts();
    void followGeneration();
    void arrive(const Port& port, qintptr descriptor);
    void relieve();
    void forget(TcpWire* wire);
    void followSoon();
    void tick();

    Session& session_;
    const SandboxOptions options_;
    QList<QHostAddress> addresses_;
    std::unique_ptr<CommitGroup> commits_;
    std::unique_ptr<WireRoom> room_;
    std::vector<Port> ports_;
    std::vector<RefusedPort> refused_;
    std::vector<ServerPorts> servers_;
    std::vector<TcpWire*> wires_; // children of this
    std::unique_ptr<DnsSocket> dns_;
    std::filesystem::path certificateFile_;
    std::vector<bool> open_; // by host: its ports should be open
    QTimer clock_;
    int generation_ = 0;
    std::uint64_t lookedAt_ = 0; // events of the town when mail programs were last told
    bool running_ = false;
    bool followPosted_ = false;
    bool portLost_ = false; // was told
};

} // namespace mailtown
