#include "town/desk_smtp.h"

#include "base/text.h"
#include "mail/header_field.h"
#include "protocol/dns/record.h"
#include "town/layout.h"
#include "town/login.h"
#include "town/stamp.h"

#include <algorithm>
#include <string>
#include <variant>

namespace mailtown::desk {
namespace {

// Postfix: hopcount_limit. RFC 5321 §6.3 asks for at least 100 where nothing else notices a loop.
constexpr int mostHops = 50;

int hops(std::string_view message) {
    const auto fields = headerFields(message.substr(0, message.find("\r\n\r\n")));
    return int(std::count_if(fields.begin(), fields.end(),
                             [](const HeaderField& f) { return equalIgnoringCase(f.name, "Received"); }));
}

Reply toLogin(const Town& town, HostId host, const smtp::LoginAsked& asked) {
    const UserPlan* user = userWithPassword(town, host, asked.identity, asked.password);
    if (!user || !mayPostAt(town, host, *user)) return {535, "5.7.8", "Error: authentication failed"};
    return {235, "2.7.0", "Authentication successful"};
}

// RFC 6409 §6.1: whoever logged in writes under an address of their own; nobody does in another's name.
Reply toSender(const Town& town, HostId host, const smtp::Server& server, const smtp::SenderGiven& given) {
    if (!server.login().empty() && given.returnPath) {
        const UserPlan* user = userNamed(town, host, server.login());
        if (!user || town.layout().user(given.returnPath->text()) != user)
            return {553, "5.7.1",
                    "<" + given.returnPath->text() + ">: Sender address rejected: not owned by user " +
                        server.login()};
    }
    return {250, "2.1.0", "Ok"};
}

// Does the directory name this host as a mail exchange of the domain (as a second one, say)?
bool isExchangeOf(const Town& town, HostId host, std::string_view domain) {
    const std::string& hostname = town.plan().hostname(host);
    for (const ZonePlan& zone : town.plan().zones)
        for (const ZoneRecord& record : zone.records)
            if (record.type == "MX" && equalIgnoringCase(record.name, domain))
                if (const auto data = dns::parseData(dns::Type::MX, record.data))
                    if (equalIgnoringCase(std::get<dns::Mx>(*data).exchange.text(), hostname)) return true;
    return false;
}

Reply toRecipient(const Town& town, HostId host, const smtp::Server& server, const Address& recipient) {
    const auto refused = [&](int code, std::string_view enhanced, std::string_view why) {
        return Reply{code, enhanced, "<" + recipient.text() + ">: " + std::string(why)};
    };
    if (town.layout().serves(host, recipient.domain())) {
        if (town.layout().user(recipient.text()) || postmasterOf(town, host, recipient))
            return {250, "2.1.5", "Ok"};
        return refused(550, "5.1.1", "Recipient address rejected: User unknown");
    }
    if (postmasterOf(town, host, recipient)) return {250, "2.1.5", "Ok"};
    // RFC 5321 §3.6.2, §7.9: no open relay. Carried are the letters of those who logged in, and those for a
    // domain that names this host in its MX records, if it is an office that passes letters on.
    const bool carries =
        has(town.plan().host(host).roles, Role::Relay) && isExchangeOf(town, host, recipient.domain());
    if (!server.login().empty() || carries) return {250, "2.1.5", "Ok"};
    return refused(554, "5.7.1", "Relay access denied");
}

// The postmaster's letters go to a person (RFC 5321 §4.5.1).
Envelope envelopeOf(const Town& town, HostId host, const smtp::Server& server) {
    Envelope envelope = server.envelope();
    for (Address& recipient : envelope.recipients) {
        const bool named =
            town.layout().serves(host, recipient.domain()) && town.layout().user(recipient.text()) != nullptr;
        if (named) continue;
        if (const UserPlan* person = postmasterOf(town, host, recipient)) recipient = person->address;
    }
    return envelope;
}

} // namespace

std::optional<Input> change(const Town& town, HostId host, smtp::Server& server,
                            const smtp::ServerEvent& event) {
    if (!std::holds_alternative<smtp::MessageGiven>(event) || hops(server.message()) >= mostHops)
        return std::nullopt;
    Envelope envelope = envelopeOf(town, host, server);
    std::string stamp = stampFor(town, host, server);
    return input::AcceptLetter{host, std::move(envelope),
                               Message(server.takeMessage()).withPrepended(std::move(stamp))};
}

void answer(const Town& town, HostId host, smtp::Server& server, const smtp::ServerEvent& event) {
    if (const auto* login = std::get_if<smtp::LoginAsked>(&event))
        server.answer(toLogin(town, host, *login));
    else if (const auto* given = std::get_if<smtp::SenderGiven>(&event))
        server.answer(toSender(town, host, server, *given));
    else if (const auto* asked = std::get_if<smtp::RecipientAsked>(&event))
        server.answer(toRecipient(town, host, server, asked->recipient));
    else if (std::holds_alternative<smtp::MessageGiven>(event))
        server.answer(server.messageTaken() ? Reply{250, "2.0.0", "Ok: queued"}
                                            : Reply{554, "5.4.6", "Error: too many hops"});
}

} // namespace mailtown::desk
