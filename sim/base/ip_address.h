// IPv4 and IPv6 addresses as text and as octets: our own, so that the engine needs no socket header.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace mailtown {

using Ipv4 = std::array<std::uint8_t, 4>;
using Ipv6 = std::array<std::uint8_t, 16>;

std::optional<Ipv4> parseIpv4(std::string_view text); // four decimal numbers, no leading zeros
std::optional<Ipv6> parseIpv6(std::string_view text); // RFC 4291 §2.2, all three forms; no zone
std::string formatIpv4(const Ipv4& address);
std::string formatIpv6(const Ipv6& address); // RFC 5952

} // namespace mailtown
