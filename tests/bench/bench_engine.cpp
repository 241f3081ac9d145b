// What the engine costs, for 100, 10,000 and 1,000,000 letters that wait: ns per event, octets per waiting
// letter, time of a town copy. Build with the release preset; DESIGN.md holds the figures to compare with.
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

// Tries that find the door shut, one after the other.
void eventOfARetry(benchmark::State& state) {
    Town town = waitingTown(std::size_t(state.range(0))).town;
    Trace trace(Trace::Keep::Nothing);
    for (auto _ : state)
        if (!town.runOne(trace)) state.SkipWithError("nothing more happens");
    state.counters["tries"] = double(trace.countOf(Kind::LetterDeferred));
}
BENCHMARK(eventOfARetry)->Apply(sizes)->Iterations(200'000);

// The office has opened: whole SMTP conversations, every line of them.
void eventOfAConversation(benchmark::State& state) {
    const WaitingTown& waiting = waitingTown(std::size_t(state.range(0)));
    Town town = waiting.town;
    Trace trace(Trace::Keep::Nothing);
    town.apply(input::SwitchOn{waiting.closed()}, trace);
    std::size_t before = 0;
    for (auto _ : state) {
        if (waiting.letters == trace.countOf(Kind::LetterDelivered)) { // all gone: the same again
            state.PauseTiming();
            before += trace.countOf(Kind::LineClient) + trace.countOf(Kind::LineServer);
            town = waiting.town;
            trace = Trace(Trace::Keep::Nothing);
            town.apply(input::SwitchOn{waiting.closed()}, trace);
            state.ResumeTiming();
        }
        town.runOne(trace);
    }
    const double lines = double(before + trace.countOf(Kind::LineClient) + trace.countOf(Kind::LineServer));
    state.counters["lines"] = lines;
    state.counters["ns_per_line"] =
        benchmark::Counter(lines * 1e-9, benchmark::Counter::kIsRate | benchmark::Counter::kInvert);
}
BENCHMARK(eventOfAConversation)->Apply(sizes)->Iterations(400'000);

void copyOfATown(benchmark::State& state) {
    const WaitingTown& waiting = waitingTown(std::size_t(state.range(0)));
    for (auto _ : state) {
        Town copy = waiting.town;
        benchmark::DoNotOptimize(copy);
    }
    state.counters["octets_per_letter"] = double(waiting.town.octets()) / double(waiting.waiting());
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

// Town and message content as the system counts them, allocator's overhead included.
void memoryOfAWaitingLetter(benchmark::State& state) {
    double perLetter = 0;
    for (auto _ : state) {
        const std::size_t before = residentOctets();
        const WaitingTown waiting{std::size_t(state.range(0))};
        perLetter = double(residentOctets() - before) / double(waiting.waiting());
    }
    state.counters["resident_octets_per_letter"] = perLetter;
}
BENCHMARK(memoryOfAWaitingLetter)->Arg(1'000'000)->Iterations(1)->Unit(benchmark::kMillisecond);

} // namespace
} // namespace mailtown::bench

BENCHMARK_MAIN();
