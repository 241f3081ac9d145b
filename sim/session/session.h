// A session is a scenario plus its inputs. It holds the town, the inputs so far, the trace and the
// checkpoints, and moves through time both ways.
#pragma once

#include "scenario/scenario.h"
#include "town/town.h"
#include "trace/trace.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace mailtown {

class Journal;

class Session {
public:
    // How much of what has happened is remembered. Present: nothing but the counts of the trace, so that
    // memory does not grow with town time; there is then no way back.
    enum class Memory : std::uint8_t { All, Present };

    explicit Session(Scenario scenario, Memory memory = Memory::All);
    ~Session();
    Session(Session&&) noexcept;
    Session& operator=(Session&&) noexcept;

    const Scenario& scenario() const;

    // The town as shown: the present, or, wound back, a moment of the past.
    const Town& town() const;
    Time now() const;
    bool inPast() const; // the shown moment is one that was reached before
    // The town real clients talk to: the latest moment reached.
    const Town& present() const;

    // All that has happened up to present().now(), whatever moment is shown. [0, shown()) is what had
    // happened at now().
    const Trace& trace() const;
    std::size_t shown() const;

    // What will happen until `until` if nobody does anything: the records after the trace's, for playback to
    // look ahead. Kept until an input makes it wrong; cheap to ask again.
    const Trace& forecast(Time until);

    // Moves the shown moment forward to `to`, past the present if need be, or back. Any moment ≥ 0.
    void seek(Time to);
    // Like seek to a moment at or after the present, broken off after `steps` events and inputs: false, and
    // now() is the last one's time. For whoever must not be kept waiting, however much happens.
    bool advance(Time to, std::uint64_t steps);
    // To just after the next event or input; false when nothing more will happen.
    bool stepEvent();

    // A person acts now, at the shown moment. In the past, this is a new future: later inputs of persons are
    // taken back, those of real clients are kept, and generation() changes. A real client acts at the
    // present, whatever is shown.
    void enter(Input input, Origin origin = Origin::Person);
    int generation() const; // counts the futures begun

    const std::vector<TimedInput>& inputs() const; // beyond the scenario's timeline, in order

    // ---- the session file ----
    // Keeps every input on disk from now on. A session file that is there already is replaced. Error: there
    // is a file of another kind or of a newer version, it is in use, or it cannot be written.
    Result<bool> keepIn(const std::filesystem::path& file);
    // What keepIn wrote, replayed. The file goes on being kept.
    static Result<Session> open(const std::filesystem::path& file, Memory memory = Memory::All);
    // After open: the replay did not come to what the file says it had come to, as when another engine wrote
    // it; or the end of its log could not be read, and what was kept beside it. Empty: all is there as it
    // was.
    const std::string& caveat() const;
    // After true, everything entered so far survives kill -9. False: the disk refused, and what was entered
    // since the last commit never happened: the town is as if nobody had acted, at the same hour. Only what
    // was entered before a new future began stays, and waits for the next commit.
    bool commit();
    bool kept() const; // nothing happened, or was entered, since the last commit; true without a file
    std::string trouble() const; // why the last commit failed

private:
    struct State;
    std::unique_ptr<State> state_;
};

} // namespace mailtown
