#include "trace/record.h"

#include <array>
#include <cassert>

namespace mailtown {
namespace {

constexpr std::array<std::string_view, kindCount> names{
    "letter.composed",    "letter.queued",     "letter.deferred", "letter.relayed",    "letter.delivered",
    "letter.bounced",     "letter.fetched",    "letter.read",     "connection.opened", "connection.refused",
    "connection.timeout", "connection.closed", "line.client",     "line.server",       "dns.query",
    "dns.answer",         "host.down",         "host.up",         "link.cut",          "link.mended"};

} // namespace

std::string_view kindName(Kind kind) {
    assert(std::size_t(kind) < names.size());
    return names[std::size_t(kind)];
}

} // namespace mailtown
