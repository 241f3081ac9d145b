#include "session/octets.h"

namespace mailtown {

void OctetWriter::number(std::uint64_t value) {
    while (value >= 0x80) {
        octets_ += char(std::uint8_t(value) | 0x80);
        value >>= 7;
    }
    octets_ += char(value);
}

void OctetWriter::signedNumber(std::int64_t value) {
    number((std::uint64_t(value) << 1) ^ std::uint64_t(value >> 63));
}

void OctetWriter::text(std::string_view value) {
    number(value.size());
    octets_ += value;
}

std::uint64_t OctetReader::number() {
    std::uint64_t value = 0;
    for (int shift = 0; shift < 64 && !failed_ && !rest_.empty(); shift += 7) {
        const auto octet = std::uint8_t(rest_.front());
        rest_.remove_prefix(1);
        if (shift == 63 && octet > 1) break; // more than 64 bits
        value |= std::uint64_t(octet & 0x7F) << shift;
        if (octet < 0x80) return value;
    }
    failed_ = true;
    return 0;
}

std::int64_t OctetReader::signedNumber() {
    const std::uint64_t value = number();
    return std::int64_t(value >> 1) ^ -std::int64_t(value & 1);
}

std::string_view OctetReader::text() {
    const std::uint64_t size = number();
    if (failed_ || size > rest_.size()) {
        failed_ = true;
        return {};
    }
    const std::string_view value = rest_.substr(0, std::size_t(size));
    rest_.remove_prefix(std::size_t(size));
    return value;
}

std::size_t OctetReader::count() {
    const std::uint64_t value = number();
    if (value > rest_.size()) failed_ = true;
    return failed_ ? 0 : std::size_t(value);
}

} // namespace mailtown
