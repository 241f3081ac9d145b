// The one place where the three clocks meet: real, screen and town time. It moves the session's shown moment
// while it plays, and knows which letter the picture makes the hero and the narration speaks of. Everything
// but the frame timer is a function of town time: winding back shows the same picture.
#pragma once

#include "session/session.h"
#include "ui/playback/moment.h"
#include "ui/playback/story.h"
#include "ui/playback/telling.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <memory>

namespace mailtown {

// What the narration is about.
struct Told {
    StoryMoment moment;
    Time at = 0;    // the moment told of; while it plays the sentence stands until it has been read
    Time clock = 0; // what a countdown in it is counted from
};

class Playback : public QObject {
    Q_OBJECT

public:
    // `session` must outlive it.
    explicit Playback(Session& session, QObject* parent = nullptr);
    ~Playback() override;

    Session& session() { return *session_; }
    const Session& session() const { return *session_; }

    // ---- reading ----
    Time now() const { return session_->now(); }
    Time length() const; // how far the slider reaches (storyEnd)
    bool playing() const { return playing_; }
    bool story() const { return story_; }
    double speed() const { return speed_; } // town seconds a second, when not in story speed
    double townSecondsASecond() const;      // just now, in story speed too
    bool reducedMotion() const { return reducedMotion_; }
    bool following() const { return following_.valid(); }

    const Movements& movements() const { return *movements_; } // what has happened and what will
    // How long a movement stays on the map at least, in town time: 0 in story speed, which makes room for it.
    Duration linger() const;

    StoryMoment moment() const; // what the picture is about
    LetterId hero() const;      // moment()'s letter
    Told told() const;          // what the narration is about; while it stands still, moment()
    // Story speed is passing over what it has shown before: such slips are not drawn.
    bool passesOver() const { return playing_ && story_; }
    // A record of the trace or, past its end, of the forecast; valid until the next change.
    std::size_t records() const;
    const Record& record(std::size_t index) const;
    std::string_view text(std::size_t index) const;

    // Enters it at the shown moment and refreshes. All of the window's inputs come this way.
    void enter(Input input);

public Q_SLOTS:
    void play();
    void pause();
    void toggle();
    void setSpeed(double townSecondsASecond); // leaves story speed
    void setStory(bool on);
    void seek(mailtown::Time to);
    void stepEvent(); // to the next thing that happens to a letter, host or road
    void stepBack();
    void nextTry(); // to the next try's way out, seen half-way when paused
    void toStart();
    void toEnd();
    void toPresent();                       // as far as the town has come
    void follow(mailtown::LetterId letter); // keeps the hero on it; an invalid id lets go
    void setReducedMotion(bool on);
    void setOpenEnded(
        bool on);   // while real clients are served, time runs past the length instead of stopping there
    void refresh(); // something was entered elsewhere (a real client): read anew

Q_SIGNALS:
    void moved();   // the shown moment is another: at most once a frame; read
    void changed(); // playing, speed, story, the future or the session are others

private:
    void tick();
    void anchor();
    void go(Time to);
    void readAhead();
    void lookFarther();
    void retell();
    bool stale() const;

    Session* session_;
    std::unique_ptr<Movements> settled_;   // of what has happened
    std::unique_ptr<Movements> movements_; // and of what will
    Story storyline_;
    Telling telling_;
    std::size_t settledRecords_ = 0;
    int generation_ = -1;
    std::size_t inputs_ = 0;
    std::size_t traceAtRead_ = 0; // the trace's size when the forecast was read
    Time readUntil_ = -1;
    Time end_ = 0; // storyEnd when the future was read

    QTimer timer_;
    QElapsedTimer clock_;
    double anchorScreen_ = 0; // ms of story at clock_ 0
    Time anchorTown_ = 0;
    bool playing_ = false;
    bool story_ = true;
    double speed_ = 60;
    bool reducedMotion_ = false;
    bool openEnded_ = false;
    LetterId following_;
};

} // namespace mailtown
