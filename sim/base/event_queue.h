// The town's agenda: small plain events in order of time, then of scheduling. A radix wheel: its cost for an
// event does not grow with the number of events that wait. A value, in chunks that copies share.
#pragma once

#include "base/chunked_array.h"
#include "base/time.h"

#include <array>
#include <cstdint>
#include <vector>

namespace mailtown {

// 24 octets, plain: a chunk of them is not written to before they come. What `kind`, `subject` and `argument`
// mean is the town's business.
struct Event {
    Time at;
    std::uint64_t order; // number of scheduling × 256 + kind
    std::uint32_t subject;
    std::uint32_t argument;

    std::uint8_t kind() const { return std::uint8_t(order); }
    bool operator==(const Event&) const = default;
};

// Time is cut into digits of six bits. An event waits in the slot named by the highest digit in which its
// time differs from the cursor, and that digit's value; so the earliest events are in the lowest occupied
// level's first occupied slot. When that slot is reached, its events are sorted if they are few, else dealt
// out to the levels below. Dealing and sorting keep the order of scheduling among equal times.
class EventQueue {
public:
    // `at` must not lie before the last event popped. `never` schedules nothing.
    void schedule(Time at, std::uint8_t kind, std::uint32_t subject, std::uint32_t argument);

    bool empty() const { return size_ == 0; }
    std::size_t size() const { return size_; }
    Time nextAt() const { return nextAt_; } // `never` when empty
    Event pop();                            // not when empty

    // The event that is `ahead` places behind the next one, if it is sorted already: what to prefetch. Else
    // null.
    const Event* peek(std::size_t ahead) const {
        return head_ + ahead < ready_.size() ? &ready_[head_ + ahead] : nullptr;
    }

    std::size_t octets() const;                     // held, shared chunks counted in full
    bool operator==(const EventQueue& other) const; // the same events will be popped in the same order

private:
    static constexpr int digitBits = 6;
    static constexpr int levels = 11; // 64 bits
    static constexpr std::size_t slotsPerLevel = std::size_t(1) << digitBits;
    static constexpr std::size_t fewEnoughToSort = 64;
    static constexpr std::size_t tooManyReady = 128;

    struct Slot {
        ChunkedArray<Event, 40> events; // in order of scheduling
        Time earliest = never;          // of them
        bool operator==(const Slot&) const = default;
    };

    void place(const Event& event);
    void insertReady(const Event& event);
    void sortIn(const Event& event);
    void dealOutReady();
    void fillReady();
    void findNext();
    int lowestLevel() const;
    void appendSorted(std::vector<Event>& out) const;

    // Sorted events before readyEnd_, from head_ on; every other event is later and lies in the wheel.
    std::vector<Event> ready_;
    std::size_t head_ = 0;
    Time readyEnd_ = 0;
    Time cursor_ = 0; // ≤ the time of every event that waits or can still come
    Time now_ = 0;    // of the last event popped
    Time nextAt_ = never;
    std::size_t size_ = 0;
    std::uint64_t scheduled_ = 0;
    std::array<std::uint64_t, levels> occupied_{};
    ChunkedArray<Slot, 16> slots_;
};

} // namespace mailtown
