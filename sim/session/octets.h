// Plain fields in a row of octets: numbers in LEB128, texts with their length in front.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace mailtown {

class OctetWriter {
public:
    void number(std::uint64_t value);
    void signedNumber(std::int64_t value); // zigzag, so that small negatives stay short
    void text(std::string_view value);
    std::string take() { return std::move(octets_); }

private:
    std::string octets_;
};

// After the first field that is not there, failed() holds and every read gives zero or nothing.
class OctetReader {
public:
    explicit OctetReader(std::string_view octets) : rest_(octets) {}

    std::uint64_t number();
    std::int64_t signedNumber();
    std::string_view text();
    // How many elements follow, each at least one octet: never more than there are octets left.
    std::size_t count();

    void fail() { failed_ = true; }
    bool failed() const { return failed_; }
    bool atEnd() const { return rest_.empty(); }

private:
    std::string_view rest_;
    bool failed_ = false;
};

} // namespace mailtown
