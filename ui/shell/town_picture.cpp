#include "ui/shell/town_picture.h"

#include "ui/map/map_view.h"

#include <algorithm>

namespace mailtown {
namespace {

// The map is drawn this much larger than it is shown: its words keep their size on every map.
constexpr double reduction = 2;

int rarity(const Movement& movement, const Town& town, bool bothWays) {
    const bool report =
        movement.letter && movement.letter.index < town.letterCount() && town.letter(movement.letter).report;
    if (report && !movement.failed()) return 4;
    switch (movement.purpose) {
    case Purpose::Relay:
        return movement.failed() ? 3 : 1;
    case Purpose::Copy:
        return bothWays ? 2 : 0;
    default:
        return 0;
    }
}

} // namespace

Time tellingMoment(Playback& playback) {
    playback.seek(playback.session().scenario().length); // by then each letter is written
    const auto& all = playback.movements().all();
    const auto has = [&all](Purpose purpose) {
        return std::any_of(all.begin(), all.end(), [=](const Movement& m) { return m.purpose == purpose; });
    };
    const bool bothWays = has(Purpose::Fetch) && has(Purpose::Copy); // POP3 beside IMAP
    const Movement* best = nullptr;
    int most = 0;
    for (const Movement& each : all)
        if (const int now = rarity(each, playback.session().town(), bothWays); now > most)
            best = &each, most = now;
    return best ? best->start + (best->turn - best->start) / 2 : 0;
}

QPixmap pictureOf(const Scenario& scenario, Appearance& appearance, QSize size, double devicePixelRatio) {
    Session session(scenario);
    Playback playback(session);
    playback.seek(tellingMoment(playback));
    MapView map(playback, appearance);
    map.resize(size * reduction);
    QPixmap picture = map.grab();
    picture.setDevicePixelRatio(1);
    picture = picture.scaled(size * devicePixelRatio, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    picture.setDevicePixelRatio(devicePixelRatio);
    return picture;
}

} // namespace mailtown
