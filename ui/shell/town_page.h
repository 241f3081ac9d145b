// A session on the screen: map, narration, time and the inspector. Opening another scenario makes another
// page.
#pragma once

#include "ui/playback/playback.h"
#include "ui/theme/appearance.h"

#include <QWidget>

#include <memory>

namespace mailtown {

class Inspector;
class MapView;
class SandboxPanel;
class TimePanel;

class TownPage : public QWidget {
    Q_OBJECT

public:
    // `appearance` must outlive it.
    TownPage(std::unique_ptr<Session> session, Appearance& appearance, QWidget* parent);
    ~TownPage() override;

    Session& session() { return *session_; }
    bool untouched() const; // nobody has acted in it, and nothing has served it
    Playback& playback() { return *playback_; }
    MapView& map() { return *map_; }

    void switchHost(HostId host, bool up);
    void writeLetter();        // opens the compose box
    void showSandbox(bool on); // the servers on this machine, in the inspector’s place

protected:
    void keyPressEvent(QKeyEvent* event) override; // time’s keys that no part has taken
    void resizeEvent(QResizeEvent* event) override;

private:
    void connectMap();
    void share(); // the page among its parts
    void leaveSpaceToPlay();

    Appearance& appearance_;
    std::unique_ptr<Session> session_;
    std::unique_ptr<Playback> playback_;
    MapView* map_;
    TimePanel* time_;
    Inspector* inspector_;
    SandboxPanel* sandbox_ = nullptr; // made when first asked for
};

} // namespace mailtown
