// The project's own random numbers: the same on every platform (the standard library's distributions are
// not).
#pragma once

#include <array>
#include <cstdint>

namespace mailtown {

// xoshiro256** seeded by splitmix64. A value: copying it copies the future.
class Random {
public:
    explicit Random(std::uint64_t seed = 1);

    std::uint64_t next();
    std::uint64_t below(std::uint64_t bound); // 0 … bound-1, without bias; bound > 0
    double unit();                            // [0, 1)

    bool operator==(const Random&) const = default;

private:
    std::array<std::uint64_t, 4> state_;
};

} // namespace mailtown
