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
    slots_.edit(slot).push_back(event);
    occupied_[std::size_t(level)] |= std::uint64_t(1) << digit;
}

void EventQueue::insertReady(const Event& event) {
    if (ready_.size() - head_ >= tooManyReady && readyEnd_ - cursor_ > 1) {
        dealOutReady();
        place(event);
        return;
    }
    ready_.push_back(event);
    std::size_t at = ready_.size() - 1;
    while (at > head_ && ready_[at - 1].at > event.at) {
        ready_.edit(at) = ready_[at - 1];
        --at;
    }
    if (at != ready_.size() - 1) ready_.edit(at) = event;
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
        Slot slot = std::exchange(slots_.edit(index), {});
        occupied_[std::size_t(level)] &= occupied_[std::size_t(level)] - 1;

        const auto span = (std::uint64_t(1) << (level * digitBits)) - 1; // 0 at the lowest level: one moment
        cursor_ = nextAt_;
        readyEnd_ = Time((std::uint64_t(cursor_) | span) + 1);
        if (level == 0) {
            ready_ = std::move(slot);
            return;
        }
        if (slot.size() <= fewEnoughToSort) {
            std::array<Event, fewEnoughToSort> sorted;
            for (std::size_t i = 0; i < slot.size(); ++i) { // insertion keeps equal times in order
                std::size_t at = i;
                const Event event = slot[i];
                for (; at > 0 && sorted[at - 1].at > event.at; --at) sorted[at] = sorted[at - 1];
                sorted[at] = event;
            }
            for (std::size_t i = 0; i < slot.size(); ++i) ready_.push_back(sorted[i]);
            return;
        }
        readyEnd_ = cursor_;
        for (std::size_t i = 0; i < slot.size(); ++i) place(slot[i]);
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
    const Slot& slot = slots_[std::size_t(level) * slotsPerLevel + digit];
    for (std::size_t i = 0; i < slot.size(); ++i) nextAt_ = std::min(nextAt_, slot[i].at);
}

std::size_t EventQueue::octets() const {
    std::size_t sum = ready_.octets() + slots_.octets();
    for (std::size_t i = 0; i < slots_.size(); ++i) sum += slots_[i].octets();
    return sum;
}

void EventQueue::appendSorted(std::vector<Event>& out) const {
    for (std::size_t i = head_; i < ready_.size(); ++i) out.push_back(ready_[i]);
    for (std::size_t s = 0; s < slots_.size(); ++s)
        for (std::size_t i = 0; i < slots_[s].size(); ++i) out.push_back(slots_[s][i]);
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
