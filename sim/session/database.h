// The little of SQLite that the session file needs: prepared statements that cannot be left open, and errors
// as Problem.
#pragma once

#include "base/result.h"

#include <cstdint>
#include <sqlite3.h>
#include <string>
#include <string_view>

namespace mailtown {

class Statement {
public:
    Statement(sqlite3* database, const char* sql) {
        status_ = sqlite3_prepare_v2(database, sql, -1, &statement_, nullptr);
    }
    ~Statement() { sqlite3_finalize(statement_); }
    Statement(const Statement&) = delete;
    Statement& operator=(const Statement&) = delete;

    Statement& bind(int index, std::int64_t value) {
        if (statement_) sqlite3_bind_int64(statement_, index, value);
        return *this;
    }
    Statement& bindText(int index, std::string_view text) {
        if (statement_)
            sqlite3_bind_text64(statement_, index, text.data(), text.size(), SQLITE_STATIC, SQLITE_UTF8);
        return *this;
    }
    Statement& bindOctets(int index, std::string_view octets) {
        if (statement_)
            sqlite3_bind_blob64(statement_, index, octets.empty() ? "" : octets.data(), octets.size(),
                                SQLITE_STATIC);
        return *this;
    }

    // A row is there.
    bool step() {
        if (statement_) status_ = sqlite3_step(statement_);
        return status_ == SQLITE_ROW;
    }
    // Runs a statement without rows and makes it ready to run again.
    bool run() {
        step();
        const bool done = status_ == SQLITE_DONE || status_ == SQLITE_ROW;
        if (statement_) sqlite3_reset(statement_);
        return done;
    }
    bool finished() const { return status_ == SQLITE_DONE; } // all rows were read, without an error
    int status() const { return status_; }

    std::int64_t number(int column) const { return sqlite3_column_int64(statement_, column); }
    std::string octets(int column) const {
        const void* data = sqlite3_column_blob(statement_, column); // before its size is asked
        const int size = sqlite3_column_bytes(statement_, column);
        return data ? std::string(static_cast<const char*>(data), std::size_t(size)) : std::string();
    }

private:
    sqlite3_stmt* statement_ = nullptr;
    int status_ = SQLITE_OK;
};

inline bool execute(sqlite3* database, const char* sql) {
    return sqlite3_exec(database, sql, nullptr, nullptr, nullptr) == SQLITE_OK;
}

} // namespace mailtown
