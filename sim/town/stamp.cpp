#include "town/stamp.h"

#include "base/text.h"
#include "mail/compose.h"
#include "mail/header_field.h"
#include "mail/header_writer.h"
#include "mail/trace_header.h"

#include <algorithm>
#include <string_view>
#include <vector>

namespace mailtown::desk {
namespace {

ReceivedStamp received(const Town& town, HostId host, const smtp::Server& server) {
    ReceivedStamp stamp;
    stamp.helo = server.helo();
    stamp.clientAddress = server.options().clientAddress;
    stamp.hostname = town.plan().hostname(host);
    stamp.extended = server.extended();
    stamp.tls = server.tls();
    stamp.authenticated = !server.login().empty();
    if (server.envelope().recipients.size() == 1) stamp.recipient = server.envelope().recipients.front();
    stamp.unixSeconds = town.unixSeconds();
    stamp.utcOffsetMinutes = town.plan().utcOffsetMinutes;
    return stamp;
}

bool startsWithField(std::string_view message) {
    const std::string_view line = message.substr(0, message.find("\r\n"));
    const std::size_t colon = line.find(':');
    if (colon == line.npos || colon == 0) return false;
    const std::string_view name = trimmed(line.substr(0, colon)); // RFC 5322 §4.5: white space before it
    return std::all_of(name.begin(), name.end(), [](char c) { return c > ' ' && c < 0x7F; });
}

bool hasField(const std::vector<HeaderField>& fields, std::string_view name) {
    return std::any_of(fields.begin(), fields.end(),
                       [&](const HeaderField& field) { return equalIgnoringCase(field.name, name); });
}

} // namespace

std::string stampFor(const Town& town, HostId host, const smtp::Server& server) {
    const std::string_view message = server.message();
    const bool headed = startsWithField(message);
    std::string stamp = receivedField(received(town, host, server));
    if (!server.login().empty()) {
        std::vector<HeaderField> fields;
        if (headed) fields = headerFields(message.substr(0, message.find("\r\n\r\n")));
        if (!hasField(fields, "Date"))
            stamp += "Date: " + formatDate(town.unixSeconds(), town.plan().utcOffsetMinutes) + "\r\n";
        if (!hasField(fields, "Message-ID"))
            // Told apart by what the town has seen so far: no clock, no chance, yet never twice.
            stamp += plainField("Message-ID", messageIdText(std::to_string(town.now()) + "." +
                                                            std::to_string(town.letterCount()) + "@" +
                                                            town.plan().hostname(host)));
    }
    if (!headed && !message.starts_with("\r\n")) stamp += "\r\n";
    return stamp;
}

} // namespace mailtown::desk
