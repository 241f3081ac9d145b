// What moves on the map, folded from records: a letter or slip from one host to another over a stretch of
// town time, and what became of it. Pure: the same records give the same movements, so winding back shows the
// same picture.
#pragma once

#include "base/time.h"
#include "town/plan.h"
#include "trace/trace.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace mailtown {

enum class Purpose : std::uint8_t {
    Post,   // a home hands a letter in at its office's counter
    Relay,  // an office carries a letter to another office
    Ask,    // a question slip walks to the directory
    Answer, // … and the answer walks back
    Fetch,  // POP3: a letter walks home out of its box
    Copy,   // IMAP: a copy appears at a device, the letter stays
};

enum class Outcome : std::uint8_t {
    Arrived,
    Refused,  // nobody opens: the door is shut
    TimedOut, // nobody answers
    Deferred, // 4xx: not now
    Rejected, // 5xx: never
    Lost,     // the connection broke: a cut road, a crash
};

struct Movement {
    LetterId letter;  // invalid: a slip about no letter
    NameId recipient; // of a Relay, where known
    ConnectionId connection;
    HostId from, to;
    Time start = 0;    // it leaves
    Time turn = 0;     // it arrives, or has failed before the door
    Time end = 0;      // it is back where it came from; == turn when it arrived or went on elsewhere
    Time next = never; // a failed Relay or Post: when the next try is due
    std::size_t firstRecord = 0, lastRecord = 0; // in the trace and the forecast after it
    int tryNumber = 1;                           // of this letter from this host, 1-based
    int alike = 0;                               // how many movements in a row before it were just like it
    std::int16_t code = 0;
    Purpose purpose = Purpose::Relay;
    Outcome outcome = Outcome::Arrived;
    bool sealed = false; // under TLS

    bool failed() const { return outcome != Outcome::Arrived; }
    bool isLetter() const { return purpose != Purpose::Ask && purpose != Purpose::Answer; }
    bool at(Time now) const { return start <= now && now < end; }
    bool operator==(const Movement&) const = default;
};

// Something that happens to a host or road and that the eye must be given time for.
struct Beat {
    Time at = 0;
    Kind kind = Kind::HostDown;
    HostId host, peer;
    std::size_t record = 0;
    bool operator==(const Beat&) const = default;
};

// Reads records in order and keeps the movements they tell. A value: a copy that reads a forecast leaves the
// original at the end of what has happened.
class Movements {
public:
    explicit Movements(const Plan* plan) : plan_(plan) {}

    // Reads trace[from, to); `offset` is added to the indices it notes (a forecast's records follow the
    // trace's).
    void read(const Trace& trace, std::size_t from, std::size_t to, std::size_t offset = 0);
    std::size_t recordsRead() const { return recordsRead_; }

    const std::vector<Movement>& all() const { return movements_; } // by start
    const std::vector<Beat>& beats() const { return beats_; }       // by time

    // Those under way at `now`, by start. With `linger` also those that ended up to twice as long ago.
    std::vector<const Movement*> at(Time now, Duration linger = 0) const;
    // The letter's last movement that started at or before `now`; null when there is none.
    const Movement* lastOf(LetterId letter, Time now) const;

private:
    struct Talk { // a connection, or a DNS question
        HostId client, server;
        Service service = Service::None;
        Time since = 0; // of opening, or the end of the last letter on it
        std::size_t firstRecord = 0;
        bool sealed = false;
    };
    using Stop = std::pair<HostId, LetterId>; // a letter at a host
    struct Standing {
        Time ready = 0; // when its next movement may begin
        std::size_t record = 0;
        int tries = 0;
        int last = -1; // index of its last movement from here
    };

    void readOne(const Record& record, std::string_view text, std::size_t index);
    Movement leaving(const Record& record, std::size_t index, Purpose purpose, HostId from, HostId to);
    void add(Movement movement);
    void keep(const Movement& movement);
    void failTry(const Record& record, std::size_t index, Outcome outcome);
    void settleTry(const Record& record, std::size_t index);
    void readDns(const Record& record, std::size_t index);
    void sortByStart();
    Talk* talk(const Record& record);

    const Plan* plan_;
    std::vector<Movement> movements_;
    std::vector<Beat> beats_;
    std::map<ConnectionId, Talk> talks_;
    std::map<Stop, Standing> standing_;
    std::map<HostId, Time> answered_; // when a host last heard from the directory
    std::size_t recordsRead_ = 0;
    Duration longest_ = 0; // of a movement
};

} // namespace mailtown
