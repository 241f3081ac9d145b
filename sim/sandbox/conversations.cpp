#include "sandbox/conversation.h"

#include "town/desk_imap.h"
#include "town/desk_pop3.h"
#include "town/desk_smtp.h"
#include "town/doors.h"
#include "town/town.h"

#include <cassert>
#include <utility>

namespace mailtown {
namespace {

using Refusal = Conversation::Refusal;

// ---- how each protocol says that something cannot be had for now ----

Reply smtpRefusal(Refusal why) {
    switch (why) {
    case Refusal::TooMany:
        return {421, "4.7.0", "Error: too many connections"};
    case Refusal::TooMuch:
        return {421, "4.3.1", "Error: too much mail at once"};
    case Refusal::Disk:
        return {451, "4.3.0", "Error: the letter could not be written to disk"};
    case Refusal::Full:
        break;
    }
    return {452, "4.3.1", "Error: insufficient system storage"};
}

void refuseConnection(smtp::Server& server, Refusal why) { server.refuse(smtpRefusal(why)); }
void refuseEvent(smtp::Server& server, const smtp::ServerEvent&, Refusal why) {
    server.answer(smtpRefusal(why));
}
constexpr bool showsMail(const smtp::Server&) { return false; }

void refuseConnection(pop3::Server& server, Refusal why) {
    // RFC 3206 §4: it is not the client's fault, and may be over soon.
    server.refuse(why == Refusal::TooMany ? "[SYS/TEMP] Too many connections."
                                          : "[SYS/TEMP] Try again later.");
}
void refuseEvent(pop3::Server& server, const pop3::ServerEvent&, Refusal) { server.updated(false); }
constexpr bool showsMail(const pop3::Server&) { return true; }

void refuseConnection(imap::Server& server, Refusal why) {
    // RFC 5530 §3.
    server.bye(why == Refusal::TooMany ? "[UNAVAILABLE] Too many connections."
                                       : "[UNAVAILABLE] Try again later.");
}
void refuseEvent(imap::Server& server, const imap::ServerEvent&, Refusal why) {
    server.refuse(why == Refusal::Full ? "[OVERQUOTA] No space is left."
                                       : "[UNAVAILABLE] It could not be written to disk.");
}
constexpr bool showsMail(const imap::Server&) { return true; }

// ---- an answer that comes as the peer takes it ----

template <class Server> bool isPaused(const Server&) { return false; }
bool isPaused(const imap::Server& server) { return server.paused(); }
bool isPaused(const pop3::Server& server) { return server.paused(); }

// ---- what is told unasked ----

template <class Server> void tellNews(const Town&, HostId, Server&) {}
void tellNews(const Town& town, HostId host, imap::Server& server) { desk::refresh(town, host, server); }

// ---- a machine with its desk ----

template <class Server, class Event> class Machine final : public Conversation {
public:
    Machine(HostId host, Server server) : host_(host), server_(std::move(server)) {}

    void receive(Time now, std::string_view octets) override {
        if (before_) heardSince_ = true;
        server_.receive(now, octets);
    }

    Step step(const Town& town) override {
        std::optional<Event> event = server_.next();
        if (!event) return Step::Idle;
        if (std::visit([](const auto& e) { return isTlsAsked(e); }, *event)) return Step::StartTls;
        input_ = desk::change(town, host_, server_, *event);
        if (!input_) {
            desk::answer(town, host_, server_, *event);
            return Step::Answered;
        }
        event_ = std::move(event);
        return Step::Change;
    }
    Input takeInput() override {
        assert(input_);
        return *std::exchange(input_, std::nullopt);
    }
    void decline(Refusal why) override { refuseEvent(server_, *event_, why); }
    void conclude(const Town& town) override {
        if (before_) {
            heardSince_ = true;
        } else {
            before_ = server_;
            unconfirmed_ = *event_;
        }
        desk::answer(town, host_, server_, *event_);
    }
    void confirm() override {
        before_.reset();
        heardSince_ = false;
    }
    void undo(Refusal why) override {
        const bool changed = before_.has_value();
        if (changed) server_ = *std::exchange(before_, std::nullopt);
        bool over = std::exchange(heardSince_, false); // what was asked after it is gone with its answers
        if (showsMail(server_) && (!changed || !server_.output().empty())) {
            server_.clearOutput();
            over = true;
        } else if (changed) {
            refuseEvent(server_, *unconfirmed_, why);
        }
        if (over) refuseConnection(server_, why); // the peer must begin anew
    }
    void look(const Town& town) override { tellNews(town, host_, server_); }

    void tlsStarted(Time now) override { server_.tlsStarted(now); }
    std::string_view output() const override { return server_.output(); }
    void clearOutput() override { server_.clearOutput(); }
    bool paused() const override { return isPaused(server_); }
    Time deadline() const override { return server_.deadline(); }
    void timeout(Time now) override { server_.timeout(now); }
    void shutDown(Time now) override { server_.shutDown(now); }
    void refuse(Refusal why) override { refuseConnection(server_, why); }
    bool closing() const override { return server_.closing(); }
    bool showsMailboxes() const override { return showsMail(server_); }

private:
    static bool isTlsAsked(const smtp::TlsAsked&) { return true; }
    static bool isTlsAsked(const pop3::TlsAsked&) { return true; }
    static bool isTlsAsked(const imap::TlsAsked&) { return true; }
    template <class Other> static bool isTlsAsked(const Other&) { return false; }

    HostId host_;
    Server server_;
    std::optional<Event> event_;       // the change under way
    std::optional<Input> input_;       // what it is
    std::optional<Server> before_;     // before the answer to the first change that is not on disk
    std::optional<Event> unconfirmed_; // that change
    bool heardSince_ = false;          // more than that copy knows of
};
} // namespace

std::string refusalGreeting(const Plan& plan, HostId host, Service service) {
    switch (service) {
    case Service::Smtp:
    case Service::Submission:
        // RFC 5321 §4.2.3: 421 may stand in place of the greeting.
        return "421 4.7.0 " + plan.hostname(host) + " Error: too many connections\r\n";
    case Service::Pop3:
        return "-ERR [SYS/TEMP] Too many connections.\r\n"; // RFC 3206 §4
    case Service::Imap:
        return "* BYE [UNAVAILABLE] Too many connections.\r\n"; // RFC 9051 §7.1.5, RFC 5530 §3
    case Service::None:
    case Service::Dns:
        break;
    }
    return {};
}

std::unique_ptr<Conversation> startConversation(Service service, const Town& town, HostId host, bool tls,
                                                std::string peer, Time now) {
    const Plan& plan = town.plan();
    switch (service) {
    case Service::Smtp:
    case Service::Submission:
        return std::make_unique<Machine<smtp::Server, smtp::ServerEvent>>(
            host, smtp::Server(smtpDoor(plan, host, service, std::move(peer), tls), now));
    case Service::Pop3:
        return std::make_unique<Machine<pop3::Server, pop3::ServerEvent>>(host,
                                                                          pop3::Server(pop3Door(tls), now));
    case Service::Imap:
        return std::make_unique<Machine<imap::Server, imap::ServerEvent>>(
            host, imap::Server(imapDoor(plan, tls), now));
    case Service::None:
    case Service::Dns: // has its own socket
        break;
    }
    return nullptr;
}

} // namespace mailtown
