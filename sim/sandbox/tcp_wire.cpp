#include "sandbox/tcp_wire.h"

#include "base/platform.h"
#include "sandbox/commit_group.h"
#include "session/session.h"

#include <QTimer>
#include <array>
#include <utility>

namespace mailtown {
namespace {

// Without what this machine alone understands: the zone of a link-local address (RFC 4007 §11), and IPv4 in
// the form in which a socket that takes both kinds shows it (RFC 4291 §2.5.5.2).
QHostAddress plainAddress(const QHostAddress& seen) {
    bool isIpv4 = false;
    const quint32 ipv4 = seen.toIPv4Address(&isIpv4);
    QHostAddress plain = isIpv4 ? QHostAddress(ipv4) : seen;
    plain.setScopeId({});
    return plain;
}

} // namespace

TcpWire::TcpWire(qintptr descriptor, HostId host, Service service, bool tls, WireRoom& room, QObject* parent)
    : QObject(parent), room_(room), host_(host), service_(service), tls_(tls) {
    socket_.setReadBufferSize(qint64(room.limits.readBuffer));
    socket_.setSslConfiguration(room.tls);
    socket_.setSocketDescriptor(descriptor);
    socket_.setSocketOption(QAbstractSocket::LowDelayOption, 1);
    peer_ = plainAddress(socket_.peerAddress());
    connect(&socket_, &QSslSocket::readyRead, this, &TcpWire::onReadable);
    connect(&socket_, &QSslSocket::bytesWritten, this, &TcpWire::onWritten);
    connect(&socket_, &QSslSocket::encryptedBytesWritten, this, &TcpWire::onWritten);
    connect(&socket_, &QSslSocket::encrypted, this, &TcpWire::onEncrypted);
    connect(&socket_, &QSslSocket::disconnected, this, &TcpWire::onGone);
}

TcpWire::~TcpWire() {
    countUnfinished(0);
    socket_.disconnect(this);
    socket_.abort();
}

void TcpWire::start() {
    if (tls_) {
        startTls();
        return;
    }
    greet();
}

void TcpWire::greet() {
    conversation_ = startConversation(service_, room_.session.present(), host_, tls_,
                                      peer_.toString().toStdString(), room_.now());
    if (!conversation_) {
        drop(); // nobody behind this door
        return;
    }
    // Who speaks before it is greeted is heard first: SMTP sends it away.
    if (socket_.bytesAvailable() > 0 || (!tls_ && socket_.waitForReadyRead(0))) onReadable();
    send();
}

void TcpWire::refuse(Conversation::Refusal why) {
    if (stage_ == Stage::Farewell || stage_ == Stage::Gone) return;
    refused_ = true;
    // Nothing can be said before a handshake, and a change under way waits for its own answer.
    if (stage_ == Stage::Handshake || (!conversation_ && tls_) || held_) {
        drop();
        return;
    }
    if (!conversation_) greet();
    if (!conversation_) return;
    conversation_->refuse(why);
    send();
}

void TcpWire::shutDown() {
    if (stage_ != Stage::Talking || held_ || !conversation_) {
        drop();
        return;
    }
    conversation_->shutDown(room_.now());
    send();
}

void TcpWire::drop() {
    if (stage_ == Stage::Gone) return;
    socket_.disconnect(this);
    socket_.abort();
    onGone();
}

void TcpWire::look() {
    if (stage_ != Stage::Talking || held_ || !conversation_) return;
    conversation_->look(room_.session.present());
    pump();
}

void TcpWire::tick() {
    const Time now = room_.now();
    if (stageDeadline_ <= now || (backlog() > 0 && now - lastTaken_ > room_.limits.stall)) {
        drop();
    } else if (stage_ == Stage::Talking && conversation_ && !held_ && conversation_->deadline() <= now) {
        conversation_->timeout(now);
        send();
    }
}

bool TcpWire::hears() const {
    return stage_ == Stage::Talking && conversation_ && !startingTls_ && !resting_ &&
           !conversation_->closing() &&
           backlog() + qint64(conversation_->output().size()) <= qint64(room_.limits.backlog);
}

void TcpWire::onReadable() {
    std::array<char, 16384> octets;
    if (stage_ == Stage::Farewell) {
        // Read to the end, or the peer would see a reset instead of our last words.
        while (socket_.read(octets.data(), octets.size()) > 0) {
        }
        return;
    }
    while (hears()) {
        const qint64 size = socket_.read(octets.data(), octets.size());
        if (size <= 0) break;
        conversation_->receive(room_.now(), {octets.data(), std::size_t(size)});
        countUnfinished(unfinished_ + std::size_t(size));
        pump();
    }
}

void TcpWire::onWritten() {
    lastTaken_ = room_.now();
    if (awaitingReader_ && hears()) {
        awaitingReader_ = false;
        pump();
        onReadable(); // what waited in the socket meanwhile
    } else if (stage_ == Stage::Farewell) {
        sayFarewell();
    }
}

// Lets the conversation take up what it has received, as far as the peer takes the answers. Answers to
// pipelined commands are held back together. Whatever was asked, it works for a moment only and lets the
// other connections come between.
void TcpWire::pump() {
    const Time end = room_.now() + room_.limits.turn;
    for (bool more = true; more;) {
        while (hears()) {
            if (room_.now() >= end) {
                rest();
                break;
            }
            const Conversation::Step step = conversation_->step(room_.session.present());
            if (step == Conversation::Step::Idle) break;
            countUnfinished(0);
            if (step == Conversation::Step::StartTls) startingTls_ = true;
            if (step == Conversation::Step::Change) enterChange();
        }
        send();
        more = !held_ && hears() && conversation_->paused();
    }
}

void TcpWire::rest() {
    resting_ = true;
    QTimer::singleShot(0, this, [this] {
        resting_ = false;
        pump();
        onReadable(); // what waited in the socket meanwhile
    });
}

void TcpWire::enterChange() {
    Input input = conversation_->takeInput();
    const std::size_t octets = weight(input, room_.limits);
    if (room_.stored + octets > room_.limits.stored) {
        conversation_->decline(Conversation::Refusal::Full);
        return;
    }
    room_.stored += octets;
    unkept_ += octets;
    room_.session.enter(std::move(input), Origin::Client);
    // At once, while the town is as this change left it: other clients may act before the commit.
    conversation_->conclude(room_.session.present());
    hold();
    Q_EMIT room_.entered();
}

void TcpWire::hold() {
    if (std::exchange(held_, true)) return;
    room_.commits.join(*this);
}

void TcpWire::committed(bool done) {
    const std::size_t entered = std::exchange(unkept_, 0);
    if (!done) room_.stored -= entered;
    if (stage_ == Stage::Gone || !held_) return;
    held_ = false;
    if (done) {
        conversation_->confirm();
    } else {
        conversation_->undo(Conversation::Refusal::Disk);
        startingTls_ = false;
    }
    write();
    pump();
    onReadable();
}

void TcpWire::send() {
    if (held_ || !conversation_ || stage_ != Stage::Talking) return;
    // What a mail program was shown must still be so after a crash: it remembers uids.
    if (!conversation_->output().empty() && conversation_->showsMailboxes() && !room_.session.kept()) {
        hold();
        return;
    }
    write();
    if (stage_ != Stage::Talking) return;
    if (conversation_->closing()) {
        stage_ = Stage::Farewell;
        sayFarewell();
    } else if (std::exchange(startingTls_, false)) {
        startTls();
    }
}

void TcpWire::write() {
    const std::string_view output = conversation_->output();
    if (output.empty()) return;
    if (backlog() == 0) lastTaken_ = room_.now();
    socket_.write(output.data(), qint64(output.size()));
    conversation_->clearOutput();
    socket_.flush();
    awaitingReader_ = awaitingReader_ || backlog() > qint64(room_.limits.backlog);
}

void TcpWire::startTls() {
    if (stage_ == Stage::Gone) return;
    stage_ = Stage::Handshake;
    stageDeadline_ = room_.now() + room_.limits.handshake;
    socket_.startServerEncryption();
}

void TcpWire::onEncrypted() {
    if (stage_ != Stage::Handshake) return;
    stage_ = Stage::Talking;
    stageDeadline_ = never;
    if (conversation_)
        conversation_->tlsStarted(room_.now());
    else
        greet();
    send();
    onReadable();
}

void TcpWire::sayFarewell() {
    if (socket_.isEncrypted()) {
        if (!sendingFinished_) socket_.disconnectFromHost(); // sends what waits, then TLS's own goodbye
    } else if (backlog() > 0) {
        return; // again when it is written; a reader that takes nothing is dropped by the clock
    } else if (!sendingFinished_) {
        platform::finishSending(socket_.socketDescriptor());
    }
    if (sendingFinished_ || stage_ == Stage::Gone) return;
    sendingFinished_ = true;
    stageDeadline_ = room_.now() + room_.limits.farewell;
    onReadable();
}

void TcpWire::onGone() {
    if (stage_ == Stage::Gone) return;
    stage_ = Stage::Gone;
    stageDeadline_ = never;
    countUnfinished(0);
    Q_EMIT closed();
}

void TcpWire::countUnfinished(std::size_t octets) {
    room_.unfinished += octets - unfinished_;
    unfinished_ = octets;
    if (room_.unfinished > room_.limits.unfinished) Q_EMIT room_.overloaded();
}

} // namespace mailtown
