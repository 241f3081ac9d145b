// DNS messages and their octets (RFC 1035 §4, EDNS: RFC 6891).
#pragma once

#include "protocol/dns/record.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mailtown::dns {

enum class Rcode : std::uint16_t {
    NoError = 0,
    FormErr = 1,
    ServFail = 2,
    NxDomain = 3,
    NotImp = 4,
    Refused = 5,
    BadVers = 16, // needs EDNS
};
std::string rcodeName(Rcode rcode); // "NXDOMAIN"; "RCODE9" for one not listed

enum class Opcode : std::uint8_t { Query = 0 }; // others are kept as they came

struct Question {
    Name name;
    Type type = Type::A;
    Class questionClass = Class::IN;
    bool operator==(const Question&) const = default;
};

struct Edns {
    std::uint16_t udpSize = 1232; // the longest answer the sender takes
    std::uint8_t version = 0;
    bool dnssecOk = false;
    bool operator==(const Edns&) const = default;
};

struct Message {
    std::uint16_t id = 0;
    bool response = false; // QR
    Opcode opcode = Opcode::Query;
    bool authoritative = false;      // AA
    bool truncated = false;          // TC
    bool recursionDesired = false;   // RD
    bool recursionAvailable = false; // RA
    bool authenticData = false;      // AD
    bool checkingDisabled = false;   // CD
    Rcode rcode = Rcode::NoError;
    std::vector<Question> questions;
    std::vector<Record> answers, authority, additional; // OPT is in `edns`, never here
    std::optional<Edns> edns;
    bool operator==(const Message&) const = default;
};

inline constexpr std::size_t longestMessage = 65'535;
inline constexpr std::size_t plainUdpSize = 512; // RFC 1035 §4.2.1

// None: anything that is not a message by the letter of the specifications: a count, length or pointer that
// leads astray, a name too long, two OPT records. Octets after it are passed over, as BIND does.
std::optional<Message> decode(std::string_view octets);
// The twelve octets at the beginning alone, for an answer to a message that cannot be read.
std::optional<Message> decodeHeader(std::string_view octets);

// At most `limit` octets (512 or more). What does not fit is left out by whole record sets, with TC when it
// was more than additional (RFC 2181 §9).
std::string encode(const Message& message, std::size_t limit = longestMessage);

} // namespace mailtown::dns
