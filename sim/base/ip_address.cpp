#include "base/ip_address.h"

#include "base/text.h"

#include <vector>

namespace mailtown {
namespace {

std::optional<std::uint16_t> parseGroup(std::string_view text) {
    if (text.empty() || text.size() > 4) return {};
    unsigned value = 0;
    for (const char c : text) {
        const char lower = toLower(c);
        if (isDigit(c))
            value = value * 16 + unsigned(c - '0');
        else if (lower >= 'a' && lower <= 'f')
            value = value * 16 + unsigned(lower - 'a' + 10);
        else
            return {};
    }
    return std::uint16_t(value);
}

// Groups between colons; the last may be an IPv4 address, which makes two.
std::optional<std::vector<std::uint16_t>> parseGroups(std::string_view text, bool ipv4Allowed) {
    std::vector<std::uint16_t> groups;
    if (text.empty()) return groups;
    for (;;) {
        const std::size_t colon = text.find(':');
        const std::string_view part = text.substr(0, colon);
        if (colon == text.npos && ipv4Allowed && part.find('.') != part.npos) {
            const auto ipv4 = parseIpv4(part);
            if (!ipv4) return {};
            groups.push_back(std::uint16_t((*ipv4)[0] << 8 | (*ipv4)[1]));
            groups.push_back(std::uint16_t((*ipv4)[2] << 8 | (*ipv4)[3]));
            return groups;
        }
        const auto group = parseGroup(part);
        if (!group || groups.size() == 8) return {};
        groups.push_back(*group);
        if (colon == text.npos) return groups;
        text.remove_prefix(colon + 1);
        if (text.empty()) return {};
    }
}

} // namespace

std::optional<Ipv4> parseIpv4(std::string_view text) {
    Ipv4 address{};
    std::size_t at = 0;
    for (std::size_t i = 0; i < 4; ++i) {
        if (i > 0 && (at >= text.size() || text[at++] != '.')) return {};
        const std::size_t start = at;
        unsigned value = 0;
        while (at < text.size() && isDigit(text[at]) && at - start < 3)
            value = value * 10 + unsigned(text[at++] - '0');
        const std::size_t digits = at - start;
        if (digits == 0 || value > 255 || (digits > 1 && text[start] == '0')) return {};
        address[i] = std::uint8_t(value);
    }
    if (at != text.size()) return {};
    return address;
}

std::optional<Ipv6> parseIpv6(std::string_view text) {
    std::vector<std::uint16_t> groups;
    const std::size_t gap = text.find("::");
    if (gap == text.npos) {
        const auto all = parseGroups(text, true);
        if (!all || all->size() != 8) return {};
        groups = *all;
    } else {
        const auto left = parseGroups(text.substr(0, gap), false);
        const auto right = parseGroups(text.substr(gap + 2), true);
        if (!left || !right || left->size() + right->size() > 7) return {};
        groups = *left;
        groups.resize(8 - right->size());
        groups.insert(groups.end(), right->begin(), right->end());
    }
    Ipv6 address{};
    for (std::size_t i = 0; i < 8; ++i) {
        address[2 * i] = std::uint8_t(groups[i] >> 8);
        address[2 * i + 1] = std::uint8_t(groups[i] & 0xFF);
    }
    return address;
}

std::string formatIpv4(const Ipv4& address) {
    std::string out;
    for (std::size_t i = 0; i < 4; ++i) {
        if (i > 0) out += '.';
        out += std::to_string(address[i]);
    }
    return out;
}

std::string formatIpv6(const Ipv6& address) {
    const auto group = [&](int i) {
        return unsigned(address[std::size_t(2 * i)] << 8 | address[std::size_t(2 * i + 1)]);
    };
    // RFC 5952 §4.2: the longest run of zero groups, the first of equal ones, at least two.
    int gap = -1, gapSize = 1;
    for (int i = 0; i < 8; ++i) {
        int size = 0;
        while (i + size < 8 && group(i + size) == 0) ++size;
        if (size > gapSize) gap = i, gapSize = size;
    }
    constexpr std::string_view digits = "0123456789abcdef";
    std::string out;
    for (int i = 0; i < 8; ++i) {
        if (i == gap) {
            out += "::";
            i += gapSize - 1;
            continue;
        }
        if (!out.empty() && out.back() != ':') out += ':';
        bool started = false;
        for (int shift = 12; shift >= 0; shift -= 4) {
            const unsigned digit = (group(i) >> shift) & 0xF;
            started = started || digit != 0 || shift == 0;
            if (started) out += digits[digit];
        }
    }
    return out;
}

} // namespace mailtown
