// Two small zones, and the answers of a server for them.
#pragma once

#include "protocol/dns/server.h"

namespace mailtown::dns {

inline Name name(const std::string& text) { return *Name::parse(text); }

inline Zone zone(const char* origin, const std::vector<RecordText>& records) {
    return Zone::build(origin, records).value();
}

inline std::vector<Zone> townZones() {
    std::vector<RecordText> fuji{
        {"fuji.example", "SOA", 3600, "ns.fuji.example hostmaster.fuji.example 1 7200 3600 1209600 300"},
        {"fuji.example", "NS", 3600, "ns.fuji.example"},
        {"fuji.example", "MX", 600, "10 mail.fuji.example"},
        {"fuji.example", "MX", 600, "20 backup.kita.example"},
        {"fuji.example", "TXT", 600, "v=spf1 mx -all"},
        {"ns.fuji.example", "A", 3600, "10.0.0.53"},
        {"mail.fuji.example", "A", 3600, "10.1.0.25"},
        {"mail.fuji.example", "AAAA", 3600, "2001:db8::25"},
        {"www.fuji.example", "CNAME", 600, "mail.fuji.example"},
        {"far.fuji.example", "CNAME", 600, "www.kita.example"},
        {"away.fuji.example", "CNAME", 600, "www.elsewhere.test"},
        {"gone.fuji.example", "CNAME", 600, "nobody.kita.example"},
        {"one.fuji.example", "CNAME", 600, "two.fuji.example"},
        {"two.fuji.example", "CNAME", 600, "one.fuji.example"},
        {"a.deep.fuji.example", "A", 600, "10.1.0.9"},
        {"*.wild.fuji.example", "A", 600, "10.1.0.7"},
        {"sub.fuji.example", "NS", 600, "ns.sub.fuji.example"},
        {"ns.sub.fuji.example", "A", 600, "10.9.0.53"},
        {"_imaps._tcp.fuji.example", "SRV", 600, "0 1 993 mail.fuji.example"},
    };
    for (int i = 0; i < 40; ++i)
        fuji.push_back({"big.fuji.example", "TXT", 600, std::to_string(i) + std::string(50, 'x')});
    return {zone("fuji.example", fuji), zone("kita.example", {{"kita.example", "MX", 600, "0 ."},
                                                              {"backup.kita.example", "A", 600, "10.2.0.25"},
                                                              {"www.kita.example", "A", 0, "10.2.0.80"}})};
}

inline Message question(const std::string& about, Type type) {
    Message query;
    query.id = 77;
    query.recursionDesired = true;
    query.questions = {{name(about), type, Class::IN}};
    return query;
}

} // namespace mailtown::dns
