// The town: all simulated state as a value. Copyable (cheap: chunks are shared), comparable, deterministic.
// It knows no files, no sockets, no screen and no wall clock. A town and its copies live on one thread.
#pragma once

#include "mail/envelope.h"
#include "mail/message.h"
#include "store/mail_store.h"
#include "town/input.h"
#include "town/mail_program.h"
#include "town/plan.h"
#include "trace/trace.h"

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace mailtown {

class Layout;
struct TownState;

// One recipient's letter in a host's queue.
struct Waiting {
    LetterId letter;
    NameId recipient;
    Time queued = 0;
    Time next = never; // when the next try is due; `never` while one is under way
    int tries = 0;
    bool underWay = false;
    int code = 0;                // of the last answer; 0: none, or no connection
    std::string_view lastAnswer; // "450 4.2.0 …" or "connection refused"; lives as long as the town
};

struct Letter {
    Time composed = 0;                                  // or accepted from a real client
    NameId returnPath;                                  // invalid: null reverse-path
    bool report = false;                                // an RFC 3464 delivery report
    LetterId about;                                     // of a report: the letter it reports on
    std::uint32_t recipientsAt = 0, recipientCount = 0; // Town::recipients
    Message message;                                    // as first composed or accepted
    bool operator==(const Letter&) const = default;
};

// A connection under way.
struct Connected {
    ConnectionId id;
    HostId client, server;
    Service service = Service::None;
    LetterId letter;   // the one it carries, where it carries one
    bool open = false; // accepted by the server; false: still being tried
    bool tls = false;
};

class Town {
public:
    explicit Town(std::shared_ptr<const Plan> plan); // a plan never changes once a town stands on it
    Town(const Town&);
    Town(Town&&) noexcept;
    Town& operator=(const Town&);
    Town& operator=(Town&&) noexcept;
    ~Town();

    const Plan& plan() const;
    const Layout& layout() const;
    Time now() const;
    std::int64_t unixSeconds() const; // the calendar's now (UTC)
    Time nextEventAt() const;         // `never` when nothing more will happen by itself
    std::uint64_t eventsDone() const;

    void runUntil(Time to, Trace& trace);         // every event with time ≤ to; then now() == to
    bool runOne(Trace& trace);                    // one event; false when there is none
    void apply(const Input& input, Trace& trace); // takes effect at now(), at once

    bool operator==(const Town& other) const;

    // ---- reading ----
    bool up(HostId host) const;            // homes are always up
    bool linkUp(HostId a, HostId b) const; // false when no link joins them
    std::size_t letterCount() const;
    const Letter& letter(LetterId id) const;
    std::vector<NameId> recipients(LetterId id) const; // as first written
    std::string_view name(NameId id) const;            // lives as long as the town
    NameId findName(std::string_view text) const;      // invalid when the town never met it
    std::size_t waitingCount(HostId host) const;       // letters per recipient, those under way included
    std::vector<Waiting> waiting(HostId host) const;   // in order of queueing
    const MailStore& mailStore(HostId host) const;     // of a host, not of a home
    const MailProgram& mailProgram(HostId client) const;
    std::vector<Connected> connections() const; // in order of opening
    std::size_t octets() const;                 // of the town's tables; what messages hold is not counted

private:
    std::unique_ptr<TownState> state_;
};

} // namespace mailtown
