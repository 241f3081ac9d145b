// A value, or what is wrong. Three kinds of wrong have three shapes in Mailtown: the peer's is a Reply on the
// wire, the file's is a Problem (below), ours is an assertion.
#pragma once

#include <cassert>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace mailtown {

// What is wrong with something a person or a file handed in: where, what was found, and how to mend it.
struct Problem {
    std::string file; // empty when it is not about a file
    int line = 0;     // 1-based; 0 when unknown
    int column = 0;   // 1-based; 0 when unknown
    std::string what; // "unknown key 'hots'"
    std::string mend; // "did you mean 'hosts'?"; may be empty

    // "FILE:LINE:COL: error: WHAT (MEND)"
    std::string text() const;
    bool operator==(const Problem&) const = default;
};

using Problems = std::vector<Problem>;

inline Problem problem(std::string what, std::string mend = {}) {
    return Problem{{}, 0, 0, std::move(what), std::move(mend)};
}

template <class T> class [[nodiscard]] Result {
public:
    Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
    Result(Problem problem) : state_(std::in_place_index<1>, Problems{std::move(problem)}) {}
    Result(Problems problems) : state_(std::in_place_index<1>, std::move(problems)) {
        assert(!std::get<1>(state_).empty());
    }

    explicit operator bool() const { return state_.index() == 0; }
    bool ok() const { return state_.index() == 0; }

    T& value() & { return std::get<0>(state_); }
    const T& value() const& { return std::get<0>(state_); }
    T&& value() && { return std::get<0>(std::move(state_)); }
    T& operator*() & { return value(); }
    const T& operator*() const& { return value(); }
    T* operator->() { return &value(); }
    const T* operator->() const { return &value(); }

    const Problems& problems() const { return std::get<1>(state_); }
    const Problem& problem() const { return problems().front(); }

private:
    std::variant<T, Problems> state_;
};

} // namespace mailtown
