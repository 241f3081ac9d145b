// One real connection: a socket in front of a conversation. Octets go in, the town is changed by what the
// peer asks, and no answer leaves before what it promises is on disk.
#pragma once

#include "base/time.h" // first: moc 6.4 cannot read <compare> before <string>
#include "sandbox/conversation.h"
#include "sandbox/limits.h"

#include <QElapsedTimer>
#include <QHostAddress>
#include <QObject>
#include <QSslConfiguration>
#include <QSslSocket>
#include <memory>

namespace mailtown {

class CommitGroup;
class Session;

// What all connections of a sandbox share.
class WireRoom : public QObject {
    Q_OBJECT

public:
    WireRoom(Session& theSession, CommitGroup& theCommits, const Limits& theLimits, QObject* parent = nullptr)
        : QObject(parent), session(theSession), commits(theCommits), limits(theLimits) {
        clock_.start();
    }
    Time now() const { return clock_.nsecsElapsed() / 1000; }

    Session& session;
    CommitGroup& commits;
    const Limits limits;
    QSslConfiguration tls;
    std::size_t unfinished = 0; // octets of content under way, of all connections
    std::size_t stored = 0;     // octets real clients added to the session

Q_SIGNALS:
    void entered();    // a real client changed the town
    void overloaded(); // `unfinished` is above its limit

private:
    QElapsedTimer clock_;
};

class TcpWire : public QObject {
    Q_OBJECT

public:
    TcpWire(qintptr descriptor, HostId host, Service service, bool tls, WireRoom& room,
            QObject* parent = nullptr);
    ~TcpWire() override;

    HostId host() const { return host_; }
    Service service() const { return service_; }
    const QHostAddress& peer() const { return peer_; }
    std::size_t unfinished() const { return unfinished_; }
    bool refused() const { return refused_; } // was sent away, and only hears so yet

    void start();                           // greets
    void refuse(Conversation::Refusal why); // says so and closes
    void shutDown();                        // in good order
    void drop();                            // at once, as when a host loses power
    void look();                            // the town moved on
    void tick();                            // looks at the clock
    void committed(bool done);              // by CommitGroup

Q_SIGNALS:
    void closed(); // nothing comes after it

private:
    enum class Stage : std::uint8_t { Handshake, Talking, Farewell, Gone };

    void greet();
    void onReadable();
    void onWritten();
    void onEncrypted();
    void onGone();
    bool hears() const;
    void pump();
    void rest();
    void enterChange();
    void hold();
    void send(); // unless it must wait for the disk
    void write();
    void startTls();
    void sayFarewell();
    void countUnfinished(std::size_t octets);
    qint64 backlog() const { return socket_.bytesToWrite() + socket_.encryptedBytesToWrite(); }

    WireRoom& room_;
    HostId host_;
    Service service_;
    bool tls_; // from the first octet
    QSslSocket socket_;
    QHostAddress peer_;
    std::unique_ptr<Conversation> conversation_;
    Stage stage_ = Stage::Talking;
    bool refused_ = false;
    bool held_ = false;        // its answers wait for the disk
    bool startingTls_ = false; // once they are sent
    bool awaitingReader_ = false;
    bool resting_ = false; // it had its turn: others come first
    bool sendingFinished_ = false;
    Time stageDeadline_ = never; // of a handshake or a farewell
    Time lastTaken_ = 0;         // when the peer took something of what waits for it
    std::size_t unfinished_ = 0;
    std::size_t unkept_ = 0; // of `stored`, what waits for the disk
};

} // namespace mailtown
