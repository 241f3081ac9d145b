// A small town and a hand that writes its records: two offices, a home at each, the directory.
#pragma once

#include "town/plan.h"
#include "trace/trace.h"

namespace mailtown::test {

inline Text text(const char* english, const char* japanese) {
    return Text{{{"en", english}, {"ja", japanese}}};
}

inline const HostId sakura{0}, fuji{1}, directory{2}, aoki{3}, sato{4};
inline const LetterId firstLetter{0};

inline Plan twoOffices() {
    const Roles everything = std::uint8_t(Role::Submission) | std::uint8_t(Role::Relay) |
                             std::uint8_t(Role::Mx) | std::uint8_t(Role::Mailbox);
    Plan plan;
    const auto office = [&](const char* key, Text label, const char* domain, Place place) {
        HostPlan host;
        host.key = key, host.label = std::move(label), host.place = place, host.roles = everything;
        host.domains = {domain};
        plan.hosts.push_back(host);
    };
    office("sakura", text("Sakura office", "さくら局"), "sakura.example", {270, 292});
    office("fuji", text("Fuji office", "富士局"), "fuji.example", {1100, 292});
    HostPlan guide;
    guide.key = "directory", guide.label = text("Directory office", "案内所"), guide.place = {690, 172};
    guide.roles = std::uint8_t(Role::Directory);
    plan.hosts.push_back(guide);
    plan.domains = {{"sakura.example", text("Sakura", "さくら"), "purple", "flower"},
                    {"fuji.example", text("Fuji", "富士"), "blue", "mountain"}};
    const auto home = [&](const char* key, Text label, const char* user, const char* server, Place place,
                          Device device) {
        ClientPlan client;
        client.key = key, client.label = std::move(label), client.user = *Address::parse(user);
        client.outgoing = client.incoming = server;
        client.place = place, client.device = device;
        plan.clients.push_back(client);
        UserPlan person;
        person.address = client.user, person.label = client.label, person.mailboxHost = server;
        plan.users.push_back(person);
    };
    home("aoki-pc", text("Aoki", "青木さん"), "aoki@sakura.example", "sakura", {240, 630}, Device::Pc);
    home("sato-pc", text("Sato", "佐藤さん"), "sato@fuji.example", "fuji", {1134, 630}, Device::Phone);
    return plan;
}

// Writes records one after the other.
class Scribe {
public:
    Trace trace;

    Record& at(Time time, Kind kind, HostId host, HostId peer = {}) {
        flush();
        pending_ = Record{};
        pending_.at = time, pending_.kind = kind, pending_.host = host, pending_.peer = peer;
        waiting_ = true;
        return pending_;
    }
    void flush(std::string_view text = {}) {
        if (waiting_) trace.add(pending_, text);
        waiting_ = false;
    }

    // Aoki posts the first letter at `time`; queued at Sakura 300 ms later.
    void post(Time time) {
        at(time, Kind::LetterComposed, aoki).letter = firstLetter;
        open(time, 1, aoki, sakura, Service::Submission);
        Record& queued = at(time + 300 * millisecond, Kind::LetterQueued, sakura, aoki);
        queued.letter = firstLetter, queued.connection = ConnectionId{1};
        at(time + 340 * millisecond, Kind::ConnectionClosed, aoki, sakura).connection = ConnectionId{1};
    }
    void open(Time time, std::uint32_t connection, HostId client, HostId server, Service service) {
        Record& record = at(time, Kind::ConnectionOpened, client, server);
        record.connection = ConnectionId{connection}, record.service = service, record.letter = firstLetter;
    }
    // Sakura asks where fuji.example is.
    void ask(Time time, std::uint32_t question) {
        at(time, Kind::DnsQuery, sakura, directory).connection = ConnectionId{question};
        flush("fuji.example MX");
        at(time + 40 * millisecond, Kind::DnsAnswer, sakura, directory).connection = ConnectionId{question};
        flush("10 mail.fuji.example");
    }
    // A try that finds the door of Fuji shut.
    void refused(Time time, std::uint32_t connection, Time next) {
        Record& refusal = at(time, Kind::ConnectionRefused, sakura, fuji);
        refusal.letter = firstLetter, refusal.connection = ConnectionId{connection},
        refusal.service = Service::Smtp, refusal.attempt = ++tries_;
        Record& deferred = at(time, Kind::LetterDeferred, sakura, fuji);
        deferred.letter = firstLetter, deferred.next = next, deferred.attempt = tries_;
        flush("connection refused");
    }
    void relay(Time time, std::uint32_t connection) {
        open(time, connection, sakura, fuji, Service::Smtp);
        at(time + 400 * millisecond, Kind::LetterDelivered, fuji, sakura).letter = firstLetter;
        Record& relayed = at(time + 420 * millisecond, Kind::LetterRelayed, sakura, fuji);
        relayed.letter = firstLetter, relayed.connection = ConnectionId{connection};
        relayed.attempt = ++tries_;
        flush();
    }

private:
    Record pending_;
    bool waiting_ = false;
    std::uint16_t tries_ = 0;
};

// Postfix's own schedule: the next try comes after the letter's age, but 5 minutes at least and 4000 s at
// most.
inline void maintenance(Scribe& scribe, Time closedUntil) {
    scribe.post(minute);
    const Time queued = minute + 300 * millisecond;
    scribe.ask(queued, 2);
    Time now = queued + 40 * millisecond;
    std::uint32_t connection = 10;
    while (now < closedUntil) {
        const Time failed = now + 40 * millisecond;
        const Time next = failed + std::clamp<Duration>(failed - queued, 300 * second, 4000 * second);
        scribe.refused(failed, connection++, next);
        now = next;
    }
    scribe.relay(now, connection);
}

} // namespace mailtown::test
