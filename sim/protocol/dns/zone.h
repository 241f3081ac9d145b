// A zone: the part of the name tree that one directory answers for (RFC 1034 §4.2), and how a name is looked
// up in it.
#pragma once

#include "base/result.h"
#include "protocol/dns/record.h"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace mailtown::dns {

// A record as plans and files spell it: names absolute, with or without the final dot.
struct RecordText {
    std::string name; // "fuji.example", "*.fuji.example"
    std::string type; // "MX"
    std::uint32_t ttl = 3600;
    std::string data; // "10 mail.fuji.example" (parseData)
    bool operator==(const RecordText&) const = default;
};

class Zone {
public:
    // A zone without SOA or NS is given one: without them a negative answer cannot say how long it holds (RFC
    // 2308 §3). Tells every record that cannot stand: of no known type, data that cannot be read, a name out
    // of the zone, a CNAME beside other records (RFC 2181 §10.1).
    static Result<Zone> build(std::string_view origin, const std::vector<RecordText>& records);

    const Name& origin() const { return origin_; }
    const Record& soa() const { return sets(origin_)->at(Type::SOA).front(); }

    struct Found {
        enum class Kind : std::uint8_t {
            Records, // of the type asked for
            Alias,   // a CNAME instead: go on at its target
            NoData,  // the name is there, without that type
            NoName,
            Elsewhere, // delegated: the NS records of who answers (RFC 1034 §4.3.2 3b)
        };
        Kind kind = Kind::NoName;
        std::vector<Record> records; // owned by the name asked for, also where a wildcard gave them
    };
    // `name` must be within the zone. ANY finds all that the name has.
    Found lookup(const Name& name, Type type) const;

    // A and AAAA of that very name, for the additional section; below a delegation too: glue.
    std::vector<Record> addresses(const Name& name) const;

    bool operator==(const Zone&) const = default;

private:
    using Sets = std::map<Type, std::vector<Record>>; // a name's records by type, none empty
    const Sets* sets(const Name& name) const;
    const Sets* delegation(const Name& name) const;
    void add(Record record);

    Name origin_;
    std::map<Name, Sets> names_; // with the names between, that hold nothing themselves (RFC 4592 §2.2.2)
};

} // namespace mailtown::dns
