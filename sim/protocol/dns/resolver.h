// Who asks the directory: a machine without sockets or a clock that puts questions, tries again, follows
// aliases and remembers answers for as long as they hold.
#pragma once

#include "base/time.h"
#include "protocol/dns/cache.h"
#include "protocol/dns/wire.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace mailtown::dns {

struct ResolverOptions {
    Duration timeout = 5 * second; // for one try, as resolv.conf has it
    int tries = 3;
    bool operator==(const ResolverOptions&) const = default;
};

// What became of a question.
struct Answer {
    enum class Outcome : std::uint8_t {
        Records,
        NoData,   // the name is there, but nothing of that type
        NoName,   // NXDOMAIN
        Failed,   // the directory said `rcode`, or its answer leads nowhere (ServFail); worth asking later
        TimedOut, // no answer came; worth asking later
    };
    Outcome outcome = Outcome::TimedOut;
    std::vector<Record> records; // of the type asked for, behind any aliases
    Rcode rcode = Rcode::NoError;
    Time until = 0; // from the cache: it says the same before that, unless it hears of something new

    bool temporary() const { return outcome == Outcome::Failed || outcome == Outcome::TimedOut; }
    // "10 mail.fuji.example, 20 backup.fuji.example", "NODATA", "NXDOMAIN", "REFUSED", "timeout"
    std::string text() const;
    bool operator==(const Answer&) const = default;
};

// Of one call of ask(); numbered from 0, never used again.
using Ticket = std::uint32_t;

struct Answered { // an event: what ask() asked for
    Ticket ticket = 0;
    Answer answer;
    bool operator==(const Answered&) const = default;
};

struct Outgoing { // to the directory
    std::string octets;
    bool tcp = false; // the answer did not fit into a datagram (RFC 7766 §5); send over TCP
    bool operator==(const Outgoing&) const = default;
};

// First in, first out; taking is cheap however many wait.
template <class Item> class Outbox {
public:
    void put(Item item) { items_.push_back(std::move(item)); }
    std::optional<Item> take() {
        if (taken_ == items_.size()) return std::nullopt;
        std::optional<Item> item(std::move(items_[taken_++]));
        if (taken_ == items_.size()) *this = {};
        return item;
    }
    bool operator==(const Outbox&) const = default;

private:
    std::vector<Item> items_;
    std::size_t taken_ = 0;
};

class Resolver {
public:
    explicit Resolver(ResolverOptions options = {}) : options_(options) {}

    // What the cache knows.
    std::optional<Answer> lookup(Time now, const Name& name, Type type) const;
    // Ends in one Answered, at once when the cache knows. The same question asked twice goes out once. Not
    // for ANY.
    Ticket ask(Time now, const Name& name, Type type);

    // A datagram, or a message that came over TCP. What answers no open question is passed over (RFC 5452
    // §9.1).
    void receive(Time now, std::string_view octets);
    std::optional<Answered> next() { return ready_.take(); }
    std::optional<Outgoing> takeOutput() { return output_.take(); }
    Time deadline() const; // then call timeout()
    void timeout(Time now);

    // Power off: every open question and all that was remembered is gone.
    void clear();

    const Cache& cache() const { return cache_; }
    bool operator==(const Resolver&) const = default;

private:
    struct Pending {
        Name name; // where the aliases led so far
        int aliases = 0;
        std::vector<Ticket> tickets;
        std::uint16_t id = 0;
        int tries = 0;
        Time due = never;
        bool tcp = false;
        bool operator==(const Pending&) const = default;
    };
    using Questions = std::map<Cache::Key, Pending>; // by what was asked for first

    std::optional<Answer> fromCache(Time now, Name& name, Type type, int& aliases) const;
    void send(Time now, Type type, Pending& pending);
    std::optional<Answer> read(Time now, const Message& message, Type type, Pending& pending);
    Questions::iterator finish(Questions::iterator question, const Answer& answer);

    ResolverOptions options_;
    Cache cache_;
    Questions questions_;
    Outbox<Answered> ready_;
    Outbox<Outgoing> output_;
    Ticket nextTicket_ = 0;
    std::uint16_t nextId_ = 1;
};

} // namespace mailtown::dns
