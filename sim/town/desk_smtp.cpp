#include "town/desk_smtp.h"

#include "base/text.h"
#include "mail/header_field.h"
#include "mail/trace_header.h"
#include "town/layout.h"

#include <algorithm>
#include <variant>

namespace mailtown::desk {
namespace {

constexpr int mostHops =
    50; // Postfix: hopcount_limit; RFC 5321 §6.3 asks for at least 100 where loops are not seen otherwise

int hops(std::string_view message) {
    const auto fields = headerFields(message.substr(0, message.find("\r\n\r\n")));
    return int(std::count_if(fields.begin(), fields.end(),
                             [](const HeaderField& f) { return equalIgnoringCase(f.name, "Received"); }));
}

// By the whole address, or by the part before the @ where it is plain whose it is.
const UserPlan* userNamed(const Town& town, HostId host, std::string_view identity) {
    if (const UserPlan* user = town.layout().user(identity)) return user;
    for (const std::string& domain : town.plan().host(host).domains)
        if (const UserPlan* user = town.layout().user(std::string(identity) + "@" + domain)) return user;
    return nullptr;
}

Reply toLogin(const Town& town, HostId host, const smtp::LoginAsked& asked) {
    const UserPlan* user = userNamed(town, host, asked.identity);
    if (!user || user->password != asked.password) return {535, "5.7.8", "Error: authentication failed"};
    return {235, "2.7.0", "Authentication successful"};
}

Reply toRecipient(const Town& town, HostId host, const smtp::Server& server, const Address& recipient) {
    const Layout& layout = town.layout();
    if (layout.serves(host, recipient.domain())) {
        if (!layout.user(recipient.text())) return {550, "5.1.1", "Error: no such user here"};
        return {250, "2.1.5", "Ok"};
    }
    // RFC 5321 §3.6.2: no open relay; a relay carries for the town's own domains.
    const bool carries =
        has(town.plan().host(host).roles, Role::Relay) && town.plan().domain(recipient.domain());
    if (!server.login().empty() || carries) return {250, "2.1.5", "Ok"};
    return {554, "5.7.1", "Error: relay access denied"};
}

ReceivedStamp stampOf(const Town& town, HostId host, const smtp::Server& server) {
    ReceivedStamp stamp;
    stamp.helo = server.helo();
    const HostId peer = town.layout().hostByHostname(server.helo());
    if (peer)
        stamp.clientAddress =
            town.plan().isClient(peer) ? town.plan().client(peer).address : town.plan().host(peer).address;
    else
        stamp.clientAddress = "127.0.0.1"; // real clients are on this machine
    stamp.hostname = town.plan().hostname(host);
    stamp.extended = server.extended();
    stamp.tls = server.tls();
    stamp.authenticated = !server.login().empty();
    if (server.envelope().recipients.size() == 1) stamp.recipient = server.envelope().recipients.front();
    stamp.unixSeconds = town.unixSeconds();
    stamp.utcOffsetMinutes = town.plan().utcOffsetMinutes;
    return stamp;
}

} // namespace

std::optional<Input> change(const Town& town, HostId host, smtp::Server& server,
                            const smtp::ServerEvent& event) {
    if (!std::holds_alternative<smtp::MessageGiven>(event) || hops(server.message()) >= mostHops)
        return std::nullopt;
    const std::string received = receivedField(stampOf(town, host, server));
    Envelope envelope = server.envelope();
    return input::AcceptLetter{host, std::move(envelope),
                               Message(server.takeMessage()).withPrepended(received)};
}

void answer(const Town& town, HostId host, smtp::Server& server, const smtp::ServerEvent& event) {
    if (const auto* login = std::get_if<smtp::LoginAsked>(&event))
        server.answer(toLogin(town, host, *login));
    else if (std::holds_alternative<smtp::SenderGiven>(event))
        server.answer({250, "2.1.0", "Ok"});
    else if (const auto* asked = std::get_if<smtp::RecipientAsked>(&event))
        server.answer(toRecipient(town, host, server, asked->recipient));
    else if (std::holds_alternative<smtp::MessageGiven>(event))
        server.answer(server.messageTaken() ? Reply{250, "2.0.0", "Ok: queued"}
                                            : Reply{554, "5.4.6", "Error: too many hops"});
}

} // namespace mailtown::desk
