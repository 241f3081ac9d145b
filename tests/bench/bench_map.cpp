// A frame of the map at 1920 × 1080 with many letters under way, and the copying of sprites alone. A 60 Hz
// frame is 16.7 ms.
#include "scenario/scenario.h"
#include "ui/map/map_painter.h"

#include <QApplication>
#include <QImage>

#include <benchmark/benchmark.h>

namespace mailtown {
namespace {

constexpr QSize screen(1920, 1080);

Plan townPlan() {
    auto scenario = loadScenario(MAILTOWN_SOURCE_DIR "/scenarios/maintenance.yaml", "en");
    return scenario ? std::move(scenario->plan) : Plan{};
}

// `count` letters between all offices and homes, all of them under way after a second.
Trace lettersUnderWay(const Plan& plan, std::uint32_t count) {
    Trace trace;
    std::vector<std::pair<HostId, HostId>> ways;
    for (std::uint32_t a = 0; a < plan.hostCount(); ++a)
        for (std::uint32_t b = 0; b < plan.hosts.size(); ++b)
            if (a != b && HostId{a} != plan.directory() && HostId{b} != plan.directory())
                ways.emplace_back(HostId{a}, HostId{b});
    const auto record = [&](Kind kind, std::uint32_t i, Time at) {
        Record r;
        r.kind = kind, r.at = at, r.letter = LetterId{i}, r.connection = ConnectionId{i};
        const auto [from, to] = ways[i % ways.size()];
        r.service = Service::Smtp, r.host = from, r.peer = to;
        trace.add(r);
    };
    for (std::uint32_t i = 0; i < count; ++i) record(Kind::ConnectionOpened, i, Time(i) * second / count);
    for (std::uint32_t i = 0; i < count; ++i)
        record(Kind::LetterRelayed, i, second + Time(i) * second / count);
    return trace;
}

void frame(benchmark::State& state) {
    const Plan plan = townPlan();
    const Trace trace = lettersUnderWay(plan, std::uint32_t(state.range(0)));
    Movements movements(&plan);
    movements.read(trace, 0, trace.size());
    MapPainter painter(plan);
    std::vector<Face> faces;
    for (int i = 0; i < int(state.range(0)); ++i) faces.push_back({i % int(plan.domains.size()), false});
    Standstill still;
    still.offices.resize(plan.hosts.size());
    still.homes.resize(plan.clients.size());
    Captions captions;
    captions.names.resize(plan.hostCount(), QStringLiteral("Sakura office"));
    captions.seconds.resize(plan.hostCount());
    captions.heroChip = QStringLiteral("Aoki → Sato");
    const Camera camera = Camera::fitting(painter.terrain().bounds, screen, 16);
    const MapStyle style{&tokensOf(Theme::Light), {}};
    QImage image(screen, QImage::Format_RGB32);
    Time now = second;
    std::size_t shown = 0;
    for (auto _ : state) {
        QPainter onto(&image);
        const Scene scene = sceneAt({plan, movements, painter.roads(), faces, now, 0, {}, false, 1});
        painter.paint(onto, screen, camera, style, scene, still, captions, {});
        shown = scene.movers.size() + scene.streams.size();
        now = second + (now + 3 * millisecond) % (second / 4);
    }
    state.counters["painted"] = double(shown);
}
BENCHMARK(frame)->Arg(100)->Arg(1000)->Arg(10000)->Unit(benchmark::kMillisecond);

void sprites(benchmark::State& state) {
    Sprites sprites;
    sprites.prepare(tokensOf(Theme::Light), {{"purple", "flower"}, {"blue", "mountain"}}, 1.4, 1);
    QImage image(screen, QImage::Format_RGB32);
    for (auto _ : state) {
        QPainter onto(&image);
        for (int i = 0; i < int(state.range(0)); ++i)
            sprites.add(QPointF(i * 37 % 1920, i * 61 % 1080), art::Sprite::Sealed, i % 2, false);
        sprites.paint(onto);
    }
}
BENCHMARK(sprites)->Arg(10000)->Unit(benchmark::kMillisecond);

} // namespace
} // namespace mailtown

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
