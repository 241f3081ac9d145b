#include "scenario/keys.h"

#include <algorithm>

namespace mailtown {

bool KeyTable::has(std::string_view key) const {
    return std::find(required.begin(), required.end(), key) != required.end() ||
           std::find(optional.begin(), optional.end(), key) != optional.end();
}

std::vector<std::string> KeyTable::all() const {
    std::vector<std::string> out = required;
    out.insert(out.end(), optional.begin(), optional.end());
    return out;
}

namespace keys {

const KeyTable scenario{"scenario",
                        {"mailtown", "hosts"},
                        {"title", "description", "start", "length", "seed", "retry", "latency", "domains",
                         "users", "clients", "links", "dns", "timeline"}};
const KeyTable host{"host", {}, {"label", "domains", "roles", "hostname", "address", "place", "retry", "up"}};
const KeyTable domain{"domain", {}, {"label", "colour", "emblem"}};
const KeyTable user{"user", {}, {"label", "password", "host"}};
const KeyTable client{"client",
                      {"user"},
                      {"label", "device", "reads", "leave-on-server", "check-every", "outgoing", "incoming",
                       "tls", "hostname", "address", "place"}};
const KeyTable link{"link", {"between"}, {"latency"}};
const KeyTable zone{"zone", {}, {"records", "ttl", "infer"}};
const KeyTable record{"record", {"type", "data"}, {"name", "ttl"}};
const KeyTable retry{"retry", {}, {"preset", "intervals", "give-up-after"}};
// An entry of the timeline has `at` and one action.
const KeyTable entry{"entry", {"at"}, {"send", "check-mail", "down", "up", "cut", "mend"}};
const KeyTable letter{"letter", {"from", "to"}, {"subject", "body"}};

const std::vector<const KeyTable*>& tables() {
    static const std::vector<const KeyTable*> all{&scenario, &host,   &domain, &user,  &client, &link,
                                                  &zone,     &record, &retry,  &entry, &letter};
    return all;
}

} // namespace keys

namespace words {
const std::vector<std::string> roles{"submission", "relay", "mx", "mailbox", "directory"};
const std::vector<std::string> colours{"blue", "green", "purple", "ochre", "graphite", "sky"};
const std::vector<std::string> emblems{"mountain", "star", "flower", "square", "hexagon", "drop"};
const std::vector<std::string> readers{"pop3", "imap"};
const std::vector<std::string> devices{"pc", "phone"};
const std::vector<std::string> recordTypes{"A", "AAAA", "CNAME", "MX", "NS", "PTR", "SRV", "TXT"};
} // namespace words

} // namespace mailtown
