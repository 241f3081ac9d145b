#include "base/event_queue.h"
#include "base/random.h"
#include "support/suite.h"

#include <algorithm>

using namespace mailtown;

namespace {

// What the queue promises, the slow way.
class ReferenceQueue {
public:
    void schedule(Time at, std::uint32_t subject) { waiting_.push_back({at, next_++, subject, 0}); }
    bool empty() const { return waiting_.empty(); }
    Event pop() {
        const auto first =
            std::min_element(waiting_.begin(), waiting_.end(), [](const Event& a, const Event& b) {
                return a.at != b.at ? a.at < b.at : a.order < b.order;
            });
        const Event event = *first;
        waiting_.erase(first);
        return event;
    }

private:
    std::vector<Event> waiting_;
    std::uint64_t next_ = 0;
};

Time someDelay(Random& random) {
    switch (random.below(6)) {
    case 0:
        return 0;
    case 1:
        return Time(random.below(5));
    case 2:
        return 20 * millisecond;
    case 3:
        return Time(random.below(std::uint64_t(second)));
    case 4:
        return 5 * minute;
    default:
        return Time(random.below(std::uint64_t(5 * day)));
    }
}

} // namespace

class EventQueueTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void popsInOrderOfTimeThenOfScheduling() {
        for (std::uint64_t seed = 1; seed <= 12; ++seed) {
            Random random(seed);
            EventQueue queue;
            ReferenceQueue reference;
            Time now = 0;
            std::uint32_t subject = 0;
            for (int step = 0; step < 3000; ++step) {
                const bool grow = random.below(100) < (step < 1500 ? 60u : 35u);
                if (grow || reference.empty()) {
                    const Time at = now + someDelay(random);
                    const auto burst = random.below(20) == 0 ? random.below(150) : 1;
                    for (std::uint64_t i = 0; i < burst; ++i) {
                        queue.schedule(at, 7, subject, 0);
                        reference.schedule(at, subject++);
                    }
                } else {
                    const Event expected = reference.pop();
                    QCOMPARE(queue.nextAt(), expected.at);
                    const Event got = queue.pop();
                    QCOMPARE(got.at, expected.at);
                    QCOMPARE(got.subject, expected.subject);
                    QCOMPARE(got.kind(), std::uint8_t(7));
                    now = got.at;
                }
            }
            while (!reference.empty()) QCOMPARE(queue.pop().subject, reference.pop().subject);
            QVERIFY(queue.empty());
            QCOMPARE(queue.nextAt(), never);
        }
    }

    void takesAnEventEarlierThanAllThatWait() {
        EventQueue queue;
        queue.schedule(5 * day, 1, 1, 0);
        QCOMPARE(queue.nextAt(), 5 * day);
        for (std::uint32_t i = 0; i < 1000; ++i) queue.schedule(Time(i % 10) * second, 1, 2, i);
        Time last = 0;
        for (int i = 0; i < 1000; ++i) {
            const Event event = queue.pop();
            QCOMPARE(event.subject, 2u);
            QVERIFY(event.at >= last);
            last = event.at;
        }
        QCOMPARE(queue.pop().subject, 1u);
    }

    void aCopyPopsTheSameAndDoesNotDisturbTheOriginal() {
        Random random(3);
        EventQueue queue;
        for (std::uint32_t i = 0; i < 5000; ++i) queue.schedule(someDelay(random), 1, i, 0);
        for (int i = 0; i < 700; ++i) queue.pop();
        EventQueue copy = queue;
        QVERIFY(copy == queue);
        std::vector<Event> first;
        while (!copy.empty()) first.push_back(copy.pop());
        QCOMPARE(queue.size(), first.size());
        QVERIFY(!(copy == queue));
        for (const Event& event : first) QVERIFY(queue.pop() == event);
    }

    void neverIsNotScheduled() {
        EventQueue queue;
        queue.schedule(never, 1, 1, 1);
        QVERIFY(queue.empty());
    }
};

MAILTOWN_SUITE(EventQueueTest)
#include "event_queue_test.moc"
