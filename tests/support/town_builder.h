// Plans of small towns for tests, spelled in a few lines; and a town with its trace, to be stepped and read.
#pragma once

#include "town/layout.h"
#include "town/town.h"
#include "trace/trace.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace mailtown::test {

class TownBuilder {
public:
    TownBuilder();

    // An office with all roles (or those given), for the domains given: key, then host name
    // "mail.KEY.example" unless given, an address of its own, an MX and an A record.
    TownBuilder& office(std::string_view key, std::vector<std::string> domains, Roles roles = everyRole,
                        std::string hostname = {});
    // A home whose person has a mailbox at `office`: "aoki" lives at aoki@DOMAIN (the office's first).
    TownBuilder& home(std::string_view key, std::string_view user, std::string_view office,
                      ReadBy readBy = ReadBy::Imap, Duration checkEvery = never);
    TownBuilder& account(std::string_view user, std::string_view office); // a person without a home
    TownBuilder& mx(std::string_view domain, int preference,
                    std::string_view exchange); // beside or instead of its own
    TownBuilder& record(std::string_view name, std::string_view type, std::string_view data,
                        std::uint32_t ttl = 3600);
    TownBuilder& withoutRecords(std::string_view name, std::string_view type);
    TownBuilder& retry(RetryPolicy policy); // of all offices
    TownBuilder& seed(std::uint64_t value);
    Plan& plan() { return plan_; }

    std::shared_ptr<const Plan> build() const; // with the links between all, and the directory

    static constexpr Roles everyRole = std::uint8_t(Role::Submission) | std::uint8_t(Role::Relay) |
                                       std::uint8_t(Role::Mx) | std::uint8_t(Role::Mailbox);

private:
    ZonePlan& zone(std::string_view name);
    Plan plan_;
};

// A town and what happened in it.
struct Story {
    Town town;
    Trace trace;

    explicit Story(std::shared_ptr<const Plan> plan) : town(std::move(plan)) {}

    HostId host(std::string_view key) const { return town.plan().find(key); }
    void run(Duration duration) { town.runUntil(town.now() + duration, trace); }
    void apply(const Input& input) { town.apply(input, trace); }
    LetterId send(std::string_view home, std::vector<std::string> to, std::string subject = "Hello",
                  std::string body = "How are you?\n");
    void off(std::string_view key) { apply(input::SwitchOff{host(key)}); }
    void on(std::string_view key) { apply(input::SwitchOn{host(key)}); }
    void cut(std::string_view a, std::string_view b) { apply(input::CutLink{host(a), host(b)}); }
    void mend(std::string_view a, std::string_view b) { apply(input::MendLink{host(a), host(b)}); }
    void check(std::string_view home) { apply(input::CheckMail{host(home)}); }

    std::size_t count(Kind kind) const { return trace.countOf(kind); }
    std::vector<Record> records(Kind kind) const;
    std::string text(const Record& record) const { return std::string(trace.text(record)); }
    // "C: …" and "S: …" lines of one service's conversations between two hosts, in order.
    std::vector<std::string> lines(std::string_view client, std::string_view server, Service service) const;
    std::size_t inboxSize(std::string_view user) const;
    Message inboxMessage(std::string_view user, std::size_t index) const;
    std::string all() const; // every record, a line each: for a failure's output
};

Address address(std::string_view text);

} // namespace mailtown::test
