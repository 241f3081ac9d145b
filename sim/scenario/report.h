// Collects what is wrong with a file, so that a person hears all of it at once.
#pragma once

#include "base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace mailtown {

// A place in the file: 1-based line and column (in characters); 0 when unknown.
struct Where {
    int line = 0;
    int column = 0;
    bool operator==(const Where&) const = default;
};

template <class T> struct Located {
    T value;
    Where where;
    bool operator==(const Located&) const = default;
};
using Name = Located<std::string>; // a name as written, and where

class Report {
public:
    explicit Report(std::string file) : file_(std::move(file)) {}

    // Told in one line each, whatever the file's names hold.
    void error(Where where, std::string what, std::string mend = {});
    bool clean() const { return problems_.empty(); }
    std::size_t count() const { return problems_.size(); }
    // suggestion(), as long as it helps: in a file that is wrong all over it would only cost time.
    std::string suggest(std::string_view written, const std::vector<std::string>& known);
    Problems sorted() const; // by line and column; at most 50, then one that counts the rest

private:
    std::string file_;
    Problems problems_;
    int suggested_ = 0;
};

// "did you mean 'hosts'?" when a known name is near, else "expected one of …" (or "" when there is nothing to
// offer).
std::string suggestion(std::string_view written, const std::vector<std::string>& known);

} // namespace mailtown
