#include "session/log_check.h"

#include <cstddef>
#include <cstdint>

namespace mailtown {
namespace {

constexpr std::size_t headerOctets = 32;
constexpr std::size_t frameHeaderOctets = 24;
constexpr std::uint32_t magic = 0x377F0682; // its lowest bit: words of checksums are big-endian

std::uint32_t word(std::string_view octets, std::size_t at, bool bigEndian = true) {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < 4; ++i)
        value = value << 8 | std::uint8_t(octets[at + (bigEndian ? i : 3 - i)]);
    return value;
}

// §4.2
struct Checksum {
    bool bigEndian = false;
    std::uint32_t first = 0, second = 0;

    void add(std::string_view octets) {
        for (std::size_t at = 0; at + 8 <= octets.size(); at += 8) {
            first += word(octets, at, bigEndian) + second;
            second += word(octets, at + 4, bigEndian) + first;
        }
    }
    bool standsAt(std::string_view octets, std::size_t at) const {
        return word(octets, at) == first && word(octets, at + 4) == second;
    }
};
} // namespace

bool hasUnreadableEnd(std::string_view log) {
    if (log.empty()) return false;
    if (log.size() < headerOctets || (word(log, 0) & ~1U) != magic) return true;
    Checksum sum{(word(log, 0) & 1) != 0};
    sum.add(log.substr(0, 24));
    const std::size_t pageOctets = word(log, 8);
    // A page has 512 to 65,536 octets.
    if (!sum.standsAt(log, 24) || pageOctets < 512 || pageOctets > 0x10000) return true;
    const std::uint32_t olderLogs = word(log, 12); // in this file before this log
    const std::uint32_t salt = word(log, 16);      // one more with each log
    const std::size_t frameOctets = frameHeaderOctets + pageOctets;

    std::size_t at = headerOctets, committed = headerOctets;
    for (; log.size() - at >= frameOctets; at += frameOctets) {
        const std::string_view frame = log.substr(at, frameOctets);
        Checksum next = sum;
        next.add(frame.substr(0, 8));
        next.add(frame.substr(frameHeaderOctets));
        if (frame.substr(8, 8) != log.substr(16, 8) || !next.standsAt(frame, 16)) break;
        sum = next;
        if (word(frame, 4) != 0) committed = at + frameOctets; // the last of a transaction
    }
    for (at = committed; at < log.size(); at += frameOctets) {
        if (log.size() - at < frameHeaderOctets) return true;
        const std::uint32_t age = salt - word(log, at + 8);
        if (age == 0 || age > olderLogs) return true;
    }
    return false;
}

Result<std::filesystem::path> keepDamaged(const std::filesystem::path& file) {
    namespace fs = std::filesystem;
    constexpr int mostCopies = 100;
    std::error_code error;
    for (int i = 1; i <= mostCopies; ++i) {
        const fs::path copy = file.string() + ".damaged" + (i > 1 ? std::to_string(i) : std::string());
        const fs::path log = copy.string() + "-wal";
        if (fs::exists(copy, error) || fs::exists(log, error)) continue;
        // The log first: when the second copy fails, the name stays taken and nothing is mixed up.
        if (fs::copy_file(file.string() + "-wal", log, error) && fs::copy_file(file, copy, error))
            return copy;
        break;
    }
    Problem wrong = problem("is a damaged Mailtown session, and no copy of it can be kept beside it" +
                                (error ? ": " + error.message() : std::string()),
                            "it was left as it is; make room beside it, or copy it elsewhere");
    wrong.file = file.string();
    return wrong;
}

} // namespace mailtown
