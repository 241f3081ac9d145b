// Resource records (RFC 1035 §3.2, 3596, 2782, 7505) as values, and as zone files spell their data.
#pragma once

#include "base/ip_address.h"
#include "protocol/dns/name.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace mailtown::dns {

enum class Type : std::uint16_t {
    A = 1,
    NS = 2,
    CNAME = 5,
    SOA = 6,
    PTR = 12,
    MX = 15,
    TXT = 16,
    AAAA = 28,
    SRV = 33,
    OPT = 41, // EDNS (RFC 6891), never a question
    IXFR = 251,
    AXFR = 252,
    ANY = 255, // only a question
};

enum class Class : std::uint16_t { IN = 1, CH = 3, ANY = 255 };

struct Mx {
    std::uint16_t preference = 0; // the lowest is tried first (RFC 5321 §5.1)
    Name exchange;                // the root, with preference 0: null MX (RFC 7505)
    bool operator==(const Mx&) const = default;
};
struct Txt {
    std::vector<std::string> strings; // each at most 255 octets
    bool operator==(const Txt&) const = default;
};
struct Soa {
    Name primary;
    Name responsible; // hostmaster.fuji.example for hostmaster@fuji.example
    std::uint32_t serial = 1, refresh = 7200, retry = 3600, expire = 1'209'600;
    std::uint32_t minimum = 300; // how long a negative answer holds (RFC 2308 §4)
    bool operator==(const Soa&) const = default;
};
struct Srv {
    std::uint16_t priority = 0, weight = 0, port = 0;
    Name target;
    bool operator==(const Srv&) const = default;
};
struct Opaque { // a type that is not read here (RFC 3597)
    std::string octets;
    bool operator==(const Opaque&) const = default;
};
// Name: CNAME, NS and PTR.
using Data = std::variant<Opaque, Ipv4, Ipv6, Name, Mx, Txt, Soa, Srv>;

struct Record {
    Name name;
    Type type = Type::A;
    Class recordClass = Class::IN;
    std::uint32_t ttl = 0; // seconds
    Data data;
    bool operator==(const Record&) const = default;
};

std::string typeName(Type type); // "MX"; "TYPE65" for one not listed above (RFC 3597 §5)
std::optional<Type> typeNamed(std::string_view name); // of those a zone may hold, in any case

// "10 mail.fuji.example", names without the final dot. TXT: strings in quotes, or, when it is not made of
// these, one text as it stands (cut at 255 octets).
std::optional<Data> parseData(Type type, std::string_view text);
std::string dataText(const Data& data);

// For messages: "an MX record reads '10 mail.fuji.example'".
std::string_view dataExample(Type type);

} // namespace mailtown::dns
