// The session file: an SQLite database that holds the scenario's text and every input, so that a session can
// be replayed. Written as it happens; what commit() confirmed survives kill -9 and a power cut (write-ahead
// log, synchronous=FULL). Many inputs share one commit.
#pragma once

#include "base/result.h"
#include "town/input.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

struct sqlite3;

namespace mailtown {

// One input as the file holds it; `octets` is session/input_code's.
struct JournalInput {
    Time at = 0;
    Origin origin = Origin::Person;
    std::string octets;
};

// How far the session had come, and what it had come to: by the counts a replay is known to be the same.
struct JournalState {
    Time present = 0;
    int generation = 0;
    std::uint32_t uidValidity = 1; // the highest that a future began with
    std::int64_t events = -1;      // of the town; -1: not known, as in the midst of what happens at one time
    std::int64_t records = -1;     // of the trace
    bool operator==(const JournalState&) const = default;
};

struct JournalContents {
    std::string scenario; // its text
    std::string language; // its letters were written in
    std::uint64_t seed = 1;
    std::string engine; // version of the Mailtown that last wrote to the file
    JournalState state;
    std::string lost;                 // what could not be read, in words; empty: nothing is missing
    std::vector<JournalInput> inputs; // in order of time, then of entering
};

class Journal {
public:
    struct Opened;

    // A new file. A session file that is there already is replaced, in one step; any other file is left
    // alone: error.
    static Result<std::unique_ptr<Journal>> create(const std::filesystem::path& file,
                                                   const JournalContents& contents);
    // Error, and the file stays as it is, octet by octet: it is no session file, is of a newer version, is
    // damaged, is in use by another process, or cannot be read or written. Where only the end of its log
    // cannot be read, the damaged files are copied beside it first; contents.lost tells.
    static Result<Opened> open(const std::filesystem::path& file);
    ~Journal();

    // Kept in memory until commit().
    void add(JournalInput input);
    // The last `count` inputs that were added, and not yet committed, never were.
    void dropAdded(std::size_t count);
    // A new future begins: what persons entered after `time` is taken back.
    void takeBackAfter(Time time);

    // Puts everything since the last commit on disk, with how far the session has come. False: the disk
    // refused; nothing is lost from memory, and the next commit tries again.
    bool commit(const JournalState& state);
    bool hasPending() const { return !pending_.empty(); }   // what the next commit would add or take back
    const std::string& trouble() const { return trouble_; } // of the last commit that failed
    // The contents were understood: from now on the file may be tidied when it is closed.
    void accept();

    const std::filesystem::path& file() const { return file_; }

private:
    struct Change { // an input, or, without octets, the taking back
        JournalInput input;
        bool takeBack = false;
    };
    Journal(std::filesystem::path file, sqlite3* database) : file_(std::move(file)), database_(database) {}
    bool write(const JournalState& state);

    std::filesystem::path file_;
    sqlite3* database_;
    std::vector<Change> pending_;
    JournalState written_;
    std::string trouble_;
    bool logDamaged_ = false; // its copy is kept; the log may be begun anew
};

struct Journal::Opened {
    std::unique_ptr<Journal> journal;
    JournalContents contents;
};

} // namespace mailtown
