// What the engine costs, for 100, 10,000 and 1,000,000 letters that wait: ns per event, octets per waiting
// letter, time of a town copy. Build with the release preset; README.md beside this holds the aims.
#include "bench_town.h"

#include <benchmark/benchmark.h>

#include <map>
#include <memory>

namespace mailtown::bench {
namespace {

// Building a million waiting letters takes a while: once for all benchmarks.
const WaitingTown& waitingTown(std::size_t letters) {
    static std::map<std::size_t, std::unique_ptr<WaitingTown>> towns;
    auto& town = towns[letters];
    if (!town) town = std::make_unique<WaitingTown>(letters);
    return *town;
}

void sizes(benchmark::internal::Benchmark* b) {
    for (const int letters : {100, 10'000, 1'000'000}) b->Arg(letters);
}

// The same town again, as it was while its letters waited; the clock of the benchmark stands still meanwhile.
void beginAnew(benchmark::State& state, const WaitingTown& waiting, Town& town) {
    state.PauseTiming();
    town = waiting.town;
    state.ResumeTiming();
}

// Shown as "412ns": what one of `count` took.
benchmark::Counter each(std::size_t count) {
    return {double(count), benchmark::Counter::kIsRate | benchmark::Counter::kInvert};
}

// Tries that find the door shut, one after the other, until every letter has gone back.
void eventOfARetry(benchmark::State& state) {
    const WaitingTown& waiting = waitingTown(std::size_t(state.range(0)));
    Town town = waiting.town;
    Trace trace(Trace::Keep::Nothing);
    for (auto _ : state)
        if (!town.runOne(trace)) beginAnew(state, waiting, town);
    state.counters["per_try"] = each(trace.countOf(Kind::LetterDeferred));
}
BENCHMARK(eventOfARetry)->Apply(sizes)->Iterations(200'000);

// The office has opened: whole SMTP conversations, every line of them.
void eventOfAConversation(benchmark::State& state) {
    const WaitingTown& waiting = waitingTown(std::size_t(state.range(0)));
    Town town = waiting.town;
    Trace trace(Trace::Keep::Nothing);
    std::size_t lettersToCome = waiting.letters;
    town.apply(input::SwitchOn{waiting.closed()}, trace);
    for (auto _ : state) {
        if (trace.countOf(Kind::LetterDelivered) == lettersToCome) {
            beginAnew(state, waiting, town);
            town.apply(input::SwitchOn{waiting.closed()}, trace);
            lettersToCome += waiting.letters;
        }
        town.runOne(trace);
    }
    state.counters["per_line"] = each(trace.countOf(Kind::LineClient) + trace.countOf(Kind::LineServer));
}
BENCHMARK(eventOfAConversation)->Apply(sizes)->Iterations(400'000);

void copyOfATown(benchmark::State& state) {
    const WaitingTown& waiting = waitingTown(std::size_t(state.range(0)));
    for (auto _ : state) {
        Town copy = waiting.town;
        benchmark::DoNotOptimize(copy);
    }
}
BENCHMARK(copyOfATown)->Apply(sizes)->Unit(benchmark::kMicrosecond);

// What a checkpoint costs: a copy, and 10,000 events after it.
void copyThenRun(benchmark::State& state) {
    const WaitingTown& waiting = waitingTown(std::size_t(state.range(0)));
    Trace trace(Trace::Keep::Nothing);
    for (auto _ : state) {
        Town copy = waiting.town;
        for (int i = 0; i < 10'000; ++i) copy.runOne(trace);
        benchmark::DoNotOptimize(copy);
    }
}
BENCHMARK(copyThenRun)->Apply(sizes)->Unit(benchmark::kMillisecond);

// `tables`: what the town's own tables hold; `heap`: those, message content and the allocator's overhead, as
// the C library counts them. The town of no letters is taken off.
void memoryOfAWaitingLetter(benchmark::State& state) {
    const auto letters = std::size_t(state.range(0));
    double tables = 0, heap = 0;
    for (auto _ : state) {
        const std::size_t before = heapOctets();
        const WaitingTown empty{0};
        const std::size_t betweens = heapOctets();
        const WaitingTown waiting{letters};
        const double count = double(waiting.waiting());
        tables = double(waiting.town.octets() - empty.town.octets()) / count;
        heap = double((heapOctets() - betweens) - (betweens - before)) / count;
    }
    state.counters["tables_octets"] = tables;
    state.counters["heap_octets"] = heap;
}
BENCHMARK(memoryOfAWaitingLetter)->Apply(sizes)->Iterations(1)->Unit(benchmark::kMillisecond);

} // namespace
} // namespace mailtown::bench

BENCHMARK_MAIN();
