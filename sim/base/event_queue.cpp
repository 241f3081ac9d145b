#include "base/event_queue.h"

#include <algorithm>
#include <bit>
#include <vector>

namespace mailtown {

void EventQueue::schedule(Time at, std::uint8_t kind, std::uint32_t subject, std::uint32_t argument) {
    if (at == never) return;
    assert(at >= now_);
    const Event event{at, (scheduled_++ << 8) | kind, subject, argument};
    ++size_;
    nextAt_ = std::min(nextAt_, at);
    if (at < readyEnd_)
        insertReady(event);
    else
        place(event);
}

Event EventQueue::pop() {
    assert(size_ > 0);
    if (head_ == ready_.size()) fillReady();
    const Event event = ready_[head_++];
    --size_;
    now_ = event.at;
    if (head_ == ready_.size()) {
        ready_.clear();
        head_ = 0;
        findNext();
    } else {
        nextAt_ = ready_[head_].at;
    }
    return event;
}

void EventQueue::place(const Event& event) {
    const auto differing = std::uint64_t(event.at) ^ std::uint64_t(cursor_);
    const int level = differing == 0 ? 0 : (std::bit_width(differing) - 1) / digitBits;
    const auto digit = (std::uint64_t(event.at) >> (level * digitBits)) & (slotsPerLevel - 1);
    const std::size_t slot = std::size_t(level) * slotsPerLevel + digit;
    while (slots_.size() <= slot) slots_.push_back({});
    Slot& into = slots_.edit(slot);
    into.events.push_back(event);
    into.earliest = std::min(into.earliest, event.at);
    occupied_[std::size_t(level)] |= std::uint64_t(1) << digit;
}

void EventQueue::insertReady(const Event& event) {
    if (ready_.size() - head_ >= tooManyReady && readyEnd_ - cursor_ > 1) {
        dealOutReady();
        place(event);
        return;
    }
    sortIn(event);
}

// Behind those of the same time.
void EventQueue::sortIn(const Event& event) {
    auto at = ready_.end();
    while (at != ready_.begin() + std::ptrdiff_t(head_) && (at - 1)->at > event.at) --at;
    ready_.insert(at, event);
}

// The ready events go back to the levels below theirs, which are empty while there are ready ones: their
// digits from that level on are the cursor's.
void EventQueue::dealOutReady() {
    cursor_ = std::max(cursor_, now_);
    readyEnd_ = cursor_;
    for (std::size_t i = head_; i < ready_.size(); ++i) place(ready_[i]);
    ready_.clear();
    head_ = 0;
}

int EventQueue::lowestLevel() const {
    int level = 0;
    while (level < levels && occupied_[std::size_t(level)] == 0) ++level;
    return level;
}

void EventQueue::fillReady() {
    for (;;) {
        const int level = lowestLevel();
        assert(level < levels);
        const auto digit = std::size_t(std::countr_zero(occupied_[std::size_t(level)]));
        const std::size_t index = std::size_t(level) * slotsPerLevel + digit;
        Slot& slot = slots_.edit(index);
        occupied_[std::size_t(level)] &= occupied_[std::size_t(level)] - 1;

        const auto span = (std::uint64_t(1) << (level * digitBits)) - 1; // 0 at the lowest level: one moment
        cursor_ = slot.earliest;
        const bool ready = level == 0 || slot.events.size() <= fewEnoughToSort;
        readyEnd_ = ready ? Time((std::uint64_t(cursor_) | span) + 1) : cursor_;
        for (const Event& event : slot.events) ready ? sortIn(event) : place(event);
        slot.events.clear();
        slot.earliest = never;
        if (ready) return;
    }
}

// Does not move the cursor: until the next pop, events may still come that are earlier than all that wait.
void EventQueue::findNext() {
    nextAt_ = never;
    readyEnd_ = std::max(now_, cursor_);
    cursor_ = readyEnd_;
    const int level = lowestLevel();
    if (level == levels) return;
    const auto digit = std::size_t(std::countr_zero(occupied_[std::size_t(level)]));
    nextAt_ = slots_[std::size_t(level) * slotsPerLevel + digit].earliest;
}

std::size_t EventQueue::octets() const {
    std::size_t sum = ready_.size() * sizeof(Event) + slots_.octets();
    for (const Slot& slot : slots_) sum += slot.events.octets();
    return sum;
}

void EventQueue::appendSorted(std::vector<Event>& out) const {
    out.insert(out.end(), ready_.begin() + std::ptrdiff_t(head_), ready_.end());
    for (const Slot& slot : slots_)
        for (const Event& event : slot.events) out.push_back(event);
    std::sort(out.begin(), out.end(),
              [](const Event& a, const Event& b) { return a.at != b.at ? a.at < b.at : a.order < b.order; });
}

bool EventQueue::operator==(const EventQueue& other) const {
    if (size_ != other.size_ || scheduled_ != other.scheduled_ || nextAt_ != other.nextAt_) return false;
    if (head_ == other.head_ && occupied_ == other.occupied_ && ready_ == other.ready_ &&
        slots_ == other.slots_)
        return true; // cheap where chunks are shared
    std::vector<Event> mine, theirs;
    mine.reserve(size_);
    theirs.reserve(size_);
    appendSorted(mine);
    other.appendSorted(theirs);
    return mine == theirs;
}

} // namespace mailtown
