#include "ui/shell/town_picture.h"

#include "ui/map/map_view.h"

namespace mailtown {
namespace {

// The map is drawn this much larger than it is shown: its words keep their size on every map.
constexpr double reduction = 2;

// A letter before a shut door says most; else one on the road between two offices.
Time tellingMoment(const Movements& movements) {
    const Movement* best = nullptr;
    for (const Movement& each : movements.all()) {
        if (each.purpose != Purpose::Relay) continue;
        if (!best || (each.failed() && !best->failed())) best = &each;
    }
    return best ? best->start + (best->turn - best->start) / 2 : 0;
}

} // namespace

QPixmap pictureOf(const Scenario& scenario, Appearance& appearance, QSize size, double devicePixelRatio) {
    Session session(scenario);
    Playback playback(session);
    playback.seek(tellingMoment(playback.movements()));
    MapView map(playback, appearance);
    map.resize(size * reduction);
    QPixmap picture = map.grab();
    picture.setDevicePixelRatio(1);
    picture = picture.scaled(size * devicePixelRatio, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    picture.setDevicePixelRatio(devicePixelRatio);
    return picture;
}

} // namespace mailtown
