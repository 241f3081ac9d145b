#include "session/journal.h"

#include "base/platform.h"
#include "base/text.h"
#include "scenario/action.h"
#include "session/database.h"
#include "session/log_check.h"

#include <cassert>
#include <charconv>
#include <chrono>
#include <fstream>
#include <iterator>
#include <limits>
#include <random>
#include <thread>
#include <utility>

namespace mailtown {
namespace {

constexpr std::uint32_t applicationId = 0x4D54574E; // "MTWN", in the file's header
constexpr std::uint32_t fileVersion = 1;

Problem about(const std::filesystem::path& file, std::string what, std::string mend = {}) {
    Problem wrong = problem(std::move(what), std::move(mend));
    wrong.file = file.string();
    return wrong;
}

// https://www.sqlite.org/fileformat2.html §1.3: whose file this is can be read without SQLite, so without a
// change to it.
Result<bool> checkHeader(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in) return about(file, "cannot be opened", "check that it is there and that you may read it");
    char header[100] = {};
    in.read(header, sizeof header);
    const auto number = [&header](int at) {
        std::uint32_t value = 0;
        for (int i = 0; i < 4; ++i) value = value << 8 | std::uint8_t(header[at + i]);
        return value;
    };
    if (in.gcount() != sizeof header ||
        std::string_view(header, 16) != std::string_view("SQLite format 3\0", 16) ||
        number(68) != applicationId)
        return about(file, "is not a Mailtown session", "choose another file; this one was left as it is");
    if (number(60) > fileVersion)
        return about(file, "is a session of a newer Mailtown", "open it with that; it was left as it is");
    return true;
}

Problem damaged(const std::filesystem::path& file, const std::string& detail) {
    return about(file, "is a damaged Mailtown session (" + detail + ")", "it was left as it is");
}

// Does the statement answer so? An unknown word is no error to SQLite: it leaves the setting as it was.
bool hasPragma(sqlite3* database, const char* statement, std::string_view expected) {
    Statement ask(database, statement);
    return ask.step() && ask.octets(0) == expected;
}

// Opens and locks. The lock lasts as long as the connection; it dies with the process.
Result<sqlite3*> tryLocked(const std::filesystem::path& file, bool& inUse) {
    sqlite3* database = nullptr;
    const int opened = sqlite3_open_v2(file.string().c_str(), &database,
                                       SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nullptr);
    const auto failed = [&](Problem wrong) {
        sqlite3_close(database);
        return wrong;
    };
    if (opened != SQLITE_OK)
        return failed(about(file, std::string("cannot be opened: ") + sqlite3_errmsg(database)));
    if (sqlite3_db_readonly(database, "main") == 1)
        return failed(about(file, "cannot be written", "a session goes on in its file: make it writable"));
    // Until its contents are understood, not even closing may change the file.
    sqlite3_db_config(database, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
    const auto unsafe = [&] {
        return failed(about(file, std::string("cannot be kept safely: ") + sqlite3_errmsg(database)));
    };
    if (!hasPragma(database, "PRAGMA locking_mode=EXCLUSIVE", "exclusive")) return unsafe();
    int looked = SQLITE_OK;
    std::string why;
    {
        Statement look(database, "SELECT count(*) FROM sqlite_master"); // ends before the connection may
        look.step();
        looked = look.status();
        why = sqlite3_errmsg(database);
    }
    // Another may have put its own in the place of the file that was opened.
    int moved = 0;
    sqlite3_file_control(database, "main", SQLITE_FCNTL_HAS_MOVED, &moved);
    inUse = looked == SQLITE_BUSY || looked == SQLITE_LOCKED || moved != 0;
    if (inUse)
        return failed(
            about(file, "is in use by another Mailtown", "close that one first, or choose another file"));
    if (looked != SQLITE_ROW) return failed(damaged(file, why));
    if (!execute(database, "PRAGMA synchronous=FULL") || !hasPragma(database, "PRAGMA synchronous", "2"))
        return unsafe();
    return database;
}

Result<sqlite3*> openLocked(const std::filesystem::path& file) {
    // Of two that try at the same moment each may find the other in its way: they part by chance.
    constexpr int tries = 5, longestPause = 30; // milliseconds
    std::random_device chance;
    for (int tried = 1;; ++tried) {
        bool inUse = false;
        auto locked = tryLocked(file, inUse);
        if (!inUse || tried == tries) return locked;
        std::this_thread::sleep_for(std::chrono::milliseconds(1 + chance() % longestPause));
    }
}

bool setKey(sqlite3* database, const char* key, std::string_view value) {
    Statement set(database, "INSERT OR REPLACE INTO session(key, value) VALUES(?, ?)");
    return set.bindText(1, key).bindOctets(2, value).run();
}

std::string key(sqlite3* database, const char* name) {
    Statement get(database, "SELECT value FROM session WHERE key = ?");
    return get.bindText(1, name).step() ? get.octets(0) : std::string();
}

// A number of the session, at most `most`. Where there is none, or another, `wrong` says so.
std::int64_t numberKey(sqlite3* database, const char* name, std::int64_t least, std::int64_t most,
                       std::string& wrong) {
    const std::string text = key(database, name);
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error == std::errc() && end == text.data() + text.size() && number >= least && number <= most)
        return number;
    wrong = std::string(name) + " is '" + toValidUtf8(text.substr(0, 40)) + "'";
    return least;
}

bool insertInput(sqlite3* database, const JournalInput& input) {
    Statement insert(database, "INSERT INTO input(at, origin, octets) VALUES(?, ?, ?)");
    return insert.bind(1, input.at).bind(2, int(input.origin)).bindOctets(3, input.octets).run();
}

bool setState(sqlite3* database, const JournalState& state) {
    return setKey(database, "present", std::to_string(state.present)) &&
           setKey(database, "generation", std::to_string(state.generation)) &&
           setKey(database, "uid validity", std::to_string(state.uidValidity)) &&
           setKey(database, "events", std::to_string(state.events)) &&
           setKey(database, "records", std::to_string(state.records)) &&
           setKey(database, "engine", MAILTOWN_VERSION);
}

bool fill(sqlite3* database, const JournalContents& contents) {
    const std::string identity = "PRAGMA application_id=" + std::to_string(applicationId) +
                                 "; PRAGMA user_version=" + std::to_string(fileVersion);
    bool good = execute(database, "PRAGMA synchronous=FULL; BEGIN") && execute(database, identity.c_str()) &&
                execute(database, "CREATE TABLE session(key TEXT PRIMARY KEY, value) WITHOUT ROWID;"
                                  "CREATE TABLE input(id INTEGER PRIMARY KEY, at INTEGER NOT NULL,"
                                  " origin INTEGER NOT NULL, octets BLOB NOT NULL)") &&
                setKey(database, "scenario", contents.scenario) &&
                setKey(database, "language", contents.language) &&
                setKey(database, "seed", std::to_string(std::int64_t(contents.seed))) &&
                setState(database, contents.state);
    for (const JournalInput& input : contents.inputs) good = good && insertInput(database, input);
    // The log comes last: a file with our name on it is whole from its first moment on.
    return good && execute(database, "COMMIT") && hasPragma(database, "PRAGMA journal_mode=WAL", "wal");
}

std::filesystem::path beside(const std::filesystem::path& file, const char* ending) {
    return file.string() + ending;
}

std::string octetsOf(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

// What stands where a new file is to be.
struct InTheWay {
    bool there = false;
    // A session, locked, so that nobody else opens it or puts another in its place.
    std::unique_ptr<sqlite3, int (*)(sqlite3*)> session{nullptr, &sqlite3_close};
};

Result<InTheWay> makeWay(const std::filesystem::path& file) {
    std::error_code error;
    const std::filesystem::path log = beside(file, "-wal");
    // Before the file, which comes before its log when another process begins a session just now.
    const bool logged = std::filesystem::exists(log, error) && std::filesystem::file_size(log, error) > 0;
    const bool there = std::filesystem::exists(file, error);
    if (!there || std::filesystem::file_size(file, error) == 0) {
        // A log whose database is gone would be played into the new one, and may hold what was promised.
        if (logged)
            return about(file, "is gone, but its log " + log.string() + " is still there",
                         "put the session file back, or move its log away to begin a new session");
        return InTheWay{there};
    }
    if (auto ours = checkHeader(file); !ours) return ours.problems();
    auto old = openLocked(file);
    if (!old) return old.problems();
    InTheWay way{true, {*old, &sqlite3_close}};
    if (!hasPragma(*old, "PRAGMA journal_mode=DELETE", "delete")) // its log, too
        return about(file, std::string("cannot be replaced: ") + sqlite3_errmsg(*old));
    return way;
}

Result<JournalContents> readContents(sqlite3* database, const std::filesystem::path& file) {
    {
        Statement check(database, "PRAGMA quick_check(1)");
        if (!check.step()) return damaged(file, sqlite3_errmsg(database));
        if (const std::string verdict = check.octets(0); verdict != "ok") return damaged(file, verdict);
    }
    JournalContents contents;
    contents.scenario = key(database, "scenario");
    contents.language = key(database, "language");
    std::string wrong;
    const auto number = [&](const char* name, std::int64_t least, std::int64_t most) {
        return numberKey(database, name, least, most, wrong);
    };
    constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
    contents.seed = std::uint64_t(number("seed", std::numeric_limits<std::int64_t>::min(), most));
    contents.engine = key(database, "engine");
    contents.state.present = number("present", 0, limits::townTime);
    contents.state.generation = int(number("generation", 0, std::numeric_limits<int>::max()));
    contents.state.uidValidity =
        std::uint32_t(number("uid validity", 1, std::numeric_limits<std::uint32_t>::max()));
    contents.state.events = number("events", -1, most);
    contents.state.records = number("records", -1, most);
    if (contents.scenario.empty()) return damaged(file, "it has no scenario");
    if (!wrong.empty()) return damaged(file, wrong);
    Statement inputs(database, "SELECT at, origin, octets FROM input ORDER BY at, id");
    while (inputs.step()) {
        const std::int64_t at = inputs.number(0), origin = inputs.number(1);
        if (at < 0 || at > limits::townTime ||
            (origin != int(Origin::Person) && origin != int(Origin::Client)))
            return damaged(file, "an input without a time or an origin");
        contents.inputs.push_back({at, Origin(origin), inputs.octets(2)});
    }
    if (!inputs.finished()) return damaged(file, sqlite3_errmsg(database));
    return contents;
}
} // namespace

Result<std::unique_ptr<Journal>> Journal::create(const std::filesystem::path& file,
                                                 const JournalContents& contents) {
    auto way = makeWay(file);
    if (!way) return way.problems();
    // Another process may be about the same: each writes into a file of its own.
    const std::filesystem::path fresh =
        beside(file, (".new-" + std::to_string(std::random_device()())).c_str());
    std::error_code error;
    sqlite3* database = nullptr;
    const bool filled = sqlite3_open_v2(fresh.string().c_str(), &database,
                                        SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX,
                                        nullptr) == SQLITE_OK &&
                        fill(database, contents);
    const std::string why = sqlite3_errmsg(database);
    const bool closed = sqlite3_close(database) == SQLITE_OK;
    if (!filled || !closed) {
        std::filesystem::remove(fresh, error);
        return about(file, "cannot be written: " + why, "check the folder and the free space");
    }
    if (!way->there) { // or what another process has put there meanwhile would be lost
        std::filesystem::create_hard_link(fresh, file, error);
        if (error == std::errc::file_exists) {
            std::filesystem::remove(fresh, error);
            return about(file, "is in use by another Mailtown", "it was begun just now: choose another file");
        }
    }
    // Some file systems have no links.
    if (way->there || error) std::filesystem::rename(fresh, file, error);
    const std::string refused = error ? error.message() : std::string();
    std::filesystem::remove(fresh, error);
    if (!refused.empty()) return about(file, "cannot be written: " + refused);
    way->session.reset();
    if (auto kept = platform::syncDirectory(file.parent_path()); !kept)
        return about(file, "may not outlive a power cut: " + kept.problem().what, "choose another folder");
    auto locked = openLocked(file);
    if (!locked) return locked.problems();
    std::unique_ptr<Journal> journal(new Journal(file, *locked));
    journal->written_ = contents.state;
    journal->accept();
    return journal;
}

Result<Journal::Opened> Journal::open(const std::filesystem::path& file) {
    if (auto ours = checkHeader(file); !ours) return ours.problems();
    auto locked = openLocked(file);
    if (!locked) return locked.problems();
    Opened opened{std::unique_ptr<Journal>(new Journal(file, *locked)), {}};
    auto contents = readContents(*locked, file);
    if (!contents) return contents.problems();
    opened.contents = std::move(contents).value();
    if (hasUnreadableEnd(octetsOf(beside(file, "-wal")))) {
        opened.journal.reset(); // or the copying would give up its lock unseen
        auto copy = keepDamaged(file);
        if (!copy) return copy.problems();
        if (locked = openLocked(file); !locked) return locked.problems();
        opened.journal.reset(new Journal(file, *locked));
        if (contents = readContents(*locked, file); !contents) return contents.problems();
        opened.contents = std::move(contents).value();
        opened.journal->logDamaged_ = true;
        const std::size_t kept = opened.contents.inputs.size();
        opened.contents.lost = file.string() +
                               ": the end of this session's log cannot be read: " + std::to_string(kept) +
                               (kept == 1 ? " input was" : " inputs were") +
                               " kept, and what was entered after that is lost, even letters that were "
                               "accepted; the damaged files were kept as " +
                               copy->string() + " and " + copy->string() + "-wal";
    }
    opened.journal->written_ = opened.contents.state;
    return opened;
}

Journal::~Journal() { sqlite3_close(database_); }

void Journal::accept() {
    sqlite3_db_config(database_, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, nullptr);
    // Or the same damage would be found, told and copied again after a crash.
    if (std::exchange(logDamaged_, false)) execute(database_, "PRAGMA wal_checkpoint(TRUNCATE)");
}

void Journal::add(JournalInput input) { pending_.push_back({std::move(input), false}); }

void Journal::dropAdded(std::size_t count) {
    assert(count <= pending_.size());
    pending_.erase(pending_.end() - std::ptrdiff_t(count), pending_.end());
}

void Journal::takeBackAfter(Time time) { pending_.push_back({{time, Origin::Person, {}}, true}); }

bool Journal::write(const JournalState& state) {
    if (!execute(database_, "BEGIN IMMEDIATE")) return false;
    for (const Change& change : pending_) {
        if (change.takeBack) {
            Statement forget(database_, "DELETE FROM input WHERE at > ? AND origin = ?");
            if (!forget.bind(1, change.input.at).bind(2, int(Origin::Person)).run()) return false;
        } else if (!insertInput(database_, change.input)) {
            return false;
        }
    }
    return setState(database_, state) && execute(database_, "COMMIT");
}

bool Journal::commit(const JournalState& state) {
    if (pending_.empty() && state == written_) return true;
    if (!write(state)) {
        trouble_ = sqlite3_errmsg(database_);
        if (!sqlite3_get_autocommit(database_)) execute(database_, "ROLLBACK");
        return false;
    }
    pending_.clear();
    written_ = state;
    return true;
}

} // namespace mailtown
