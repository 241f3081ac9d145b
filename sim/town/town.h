// The town: all simulated state as a value. Copyable (cheap: chunks are shared), comparable, deterministic. It knows no
// files, no sockets, no screen and no wall clock.
#pragma once

// DRAFT of the public face; the engine room completes it (and replaces std containers by chunked ones inside).

#include "mail/envelope.h"
#include "mail/message.h"
#include "store/mail_store.h"
#include "town/input.h"
#include "town/plan.h"
#include "trace/trace.h"

#include <cstdint>
#include <memory>
#include <vector>

namespace mailtown {

// One recipient's letter in a host's queue.
struct Waiting {
    LetterId letter;
    NameId recipient;
    Time queued = 0;
    Time next = never; // when the next try is due; `never` while one is under way
    int tries = 0;
    bool underWay = false;
    int code = 0;           // of the last answer; 0: none, or no connection
    std::string lastAnswer; // "450 4.2.0 …" or "connection refused"
};

struct Letter {
    Time composed = 0;
    NameId returnPath;     // invalid: null reverse-path
    bool report = false;   // an RFC 3464 delivery report
    LetterId about;        // of a report: the letter it reports on
    Message message;       // as first composed or accepted
};

class Town {
public:
    explicit Town(std::shared_ptr<const Plan> plan); // a plan never changes once a town stands on it

    const Plan& plan() const;
    Time now() const;
    Time nextEventAt() const; // `never` when nothing more will happen by itself
    std::uint64_t eventsDone() const;

    void runUntil(Time to, Trace& trace); // every event with time ≤ to; then now() == to
    bool runOne(Trace& trace);            // one event; false when there is none
    void apply(const Input& input, Trace& trace); // takes effect at now(), at once

    bool operator==(const Town& other) const;

    // ---- reading ----
    bool up(HostId host) const;
    bool linkUp(HostId a, HostId b) const;
    std::size_t letterCount() const;
    const Letter& letter(LetterId id) const;
    std::string_view name(NameId id) const;
    std::size_t waitingCount(HostId host) const;
    std::vector<Waiting> waiting(HostId host) const; // in order of queueing
    const MailStore& mailStore(HostId host) const;
    // mail programs: what each has at home
    // connections under way; DNS caches
};

} // namespace mailtown
