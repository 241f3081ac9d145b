// What moves on the map, folded from records: a letter or slip from one host to another over a stretch of
// town time, and what became of it. Pure: the same records give the same movements, so winding back shows the
// same picture.
#pragma once

#include "base/time.h"
#include "town/plan.h"
#include "trace/trace.h"

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace mailtown {

enum class Purpose : std::uint8_t {
    Post,   // a home hands a letter in at its office's counter
    Relay,  // an office carries a letter to another office
    Keep,   // an office puts a letter of its own counter, or a report it wrote, into a letter box of its own
    Ask,    // a question slip walks to the directory
    Answer, // … and the answer walks back
    Fetch,  // POP3: a letter walks home out of its box
    Copy,   // IMAP: a copy appears at a device, the letter stays
    Look,   // POP3: a device comes for letters that another one has taken, and goes home empty-handed
};

enum class Outcome : std::uint8_t {
    Arrived,
    Refused,  // nobody opens: the door is shut
    TimedOut, // nobody answers
    Deferred, // 4xx: not now
    Rejected, // 5xx: never
    Lost,     // the connection broke: a cut road, a crash
    Nothing,  // of a Look: there was no letter
};

struct Movement {
    LetterId letter;         // of a Look: the one it comes too late for; invalid: a slip about no letter
    NameId recipient, other; // whom it is for, where known; `other` the next one, when it is for several
    int others = 0;          // how many besides `recipient`
    ConnectionId connection;
    HostId from, to;
    HostId takenBy;    // of a Look: the device that has emptied the box
    Time start = 0;    // it leaves
    Time turn = 0;     // it arrives, or has failed before the door
    Time end = 0;      // it is back where it came from; == turn when it arrived or went on elsewhere
    Time next = never; // a failed Relay or Post: when the next try is due
    Time read = never; // of a Fetch or Copy: when the letter was read there
    std::size_t firstRecord = 0, lastRecord = 0; // in the trace and the forecast after it
    int tryNumber = 1;                           // of its host to pass the letter on, 1-based
    int alike = 0;                               // how many movements in a row before it were just like it
    std::int16_t code = 0;
    Purpose purpose = Purpose::Relay;
    Outcome outcome = Outcome::Arrived;
    bool postcard = false; // its text was spoken without TLS; what has not been spoken yet is sealed
    bool report = false;   // it carries a delivery report

    bool failed() const { return outcome != Outcome::Arrived; }
    bool isSlip() const { return purpose == Purpose::Ask || purpose == Purpose::Answer; }
    bool isLetter() const { return !isSlip() && purpose != Purpose::Look; }
    // A question that its office has asked before, or its answer: the story passes over it.
    bool passing() const { return isSlip() && alike > 0; }
    bool gaveUp() const { return failed() && next == never; }
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

    const std::vector<Movement>& all() const { return movements_; } // by start
    const std::vector<Beat>& beats() const { return beats_; }       // by time

    // Those under way at `now`, by start. With `linger` also those that ended up to twice as long ago.
    std::vector<const Movement*> at(Time now, Duration linger = 0) const;
    // The letter's last movement that started at or before `now`; null when there is none.
    const Movement* lastOf(LetterId letter, Time now) const;
    // The report that told its sender that `letter` was given up; invalid when there is none.
    LetterId reportOn(LetterId letter) const;

private:
    struct Talk { // a connection, or a DNS question
        HostId client, server;
        Service service = Service::None;
        Time since = 0; // of opening, or the end of the last letter on it
        std::size_t firstRecord = 0;
        int attempt = 0;       // 0: it carries no letter
        bool sealed = false;   // TLS was asked for
        bool postcard = false; // a letter was spoken of before that
        bool looked = false;   // POP3: it asked what is in the box
        bool fetched = false;  // … and took a letter
        int before = 0;        // DNS: how often its office had asked that
    };
    using Stop = std::pair<HostId, LetterId>; // a letter at a host
    struct Standing {
        Time ready = 0; // when its next movement may begin
        std::size_t record = 0;
        int last = -1;  // index of its last movement from here
        int fetch = -1; // index of the movement that brought it here from its box
    };
    struct GivenUp { // by an office
        LetterId letter;
        Time at = 0, back = 0; // when, and when the letter is back there
    };
    struct Emptied { // a letter box
        HostId by;
        LetterId letter;
        std::set<HostId> seenBy; // devices that have come in vain since
    };

    void readOne(const Record& record, std::string_view text, std::size_t index);
    Movement leaving(const Record& record, std::size_t index, Purpose purpose, HostId from, HostId to);
    void add(Movement movement);
    void keep(const Movement& movement);
    void alsoFor(Movement& movement, NameId recipient);
    void failTry(const Record& record, std::size_t index, Outcome outcome);
    void settleTry(const Record& record, std::size_t index);
    void readDns(const Record& record, std::size_t index);
    void keepHere(const Record& record, std::size_t index);
    void readFetch(const Record& record, std::size_t index);
    void endTalk(const Record& record, std::size_t index);
    void spoken(const Record& record, std::string_view text);
    void inTalk(Movement& movement, const Record& record);
    void sortByStart();
    Talk* talk(const Record& record);

    const Plan* plan_;
    std::vector<Movement> movements_;
    std::vector<Beat> beats_;
    std::map<ConnectionId, Talk> talks_;
    std::map<Stop, Standing> standing_;
    std::map<HostId, Time> answered_;      // when a host last heard from the directory
    std::map<HostId, GivenUp> givenUp_;    // what each office gave up last
    std::map<LetterId, LetterId> reports_; // by the letter they are about
    std::set<LetterId> isReport_;
    std::set<LetterId> postcards_;                        // those last spoken without TLS
    std::map<std::string, Emptied> emptied_;              // by user
    std::map<std::pair<HostId, std::string>, int> asked_; // how often an office asked the directory that
    Duration longest_ = 0;                                // of a movement
};

} // namespace mailtown
