#include "town/desk_pop3.h"

#include "store/mailbox_name.h"
#include "town/login.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <variant>

namespace mailtown::desk {
namespace {

const Mailbox* inboxOf(const Town& town, HostId host, const UserPlan* user) {
    if (!user || !keepsMailboxOf(town, host, *user)) return nullptr;
    return town.mailStore(host).mailbox(user->address, inboxName);
}

std::string hexadecimal(std::uint32_t value) {
    std::array<char, 8> digits;
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value, 16).ptr;
    const std::size_t count = std::size_t(end - digits.data());
    return std::string(digits.size() - count, '0').append(digits.data(), count);
}

// Never used again (RFC 1939 §7), not even once the mailbox is made anew: its uid validity is part of it.
std::string uniqueId(const Mailbox& inbox, std::uint32_t uid) {
    return hexadecimal(uid) + hexadecimal(inbox.uidValidity);
}

void openMaildrop(const Town& town, HostId host, pop3::Server& server, const pop3::LoginAsked& asked) {
    const Mailbox* inbox = inboxOf(town, host, userWithPassword(town, host, asked.identity, asked.password));
    if (!inbox) {
        server.refuseLogin("[AUTH] Authentication failed."); // RFC 3206 §4
        return;
    }
    std::vector<pop3::Listed> maildrop;
    maildrop.reserve(inbox->messages.size());
    for (std::size_t i = 0; i < inbox->messages.size(); ++i) {
        const StoredMessage& message = inbox->messages[i];
        maildrop.push_back({message.uid, message.message.size(), uniqueId(*inbox, message.uid)});
    }
    server.openMaildrop(std::move(maildrop));
}

} // namespace

std::optional<Input> change(const Town& town, HostId host, pop3::Server& server,
                            const pop3::ServerEvent& event) {
    const auto* update = std::get_if<pop3::UpdateAsked>(&event);
    const UserPlan* user = update ? userNamed(town, host, server.login()) : nullptr;
    if (!inboxOf(town, host, user)) return std::nullopt;
    return input::Expunge{host, user->address, std::string(inboxName), update->uids};
}

void answer(const Town& town, HostId host, pop3::Server& server, const pop3::ServerEvent& event) {
    if (const auto* login = std::get_if<pop3::LoginAsked>(&event)) {
        openMaildrop(town, host, server, *login);
        return;
    }
    const Mailbox* inbox = inboxOf(town, host, userNamed(town, host, server.login()));
    if (const auto* asked = std::get_if<pop3::MessageAsked>(&event)) {
        const StoredMessage* stored = inbox ? inbox->find(asked->uid) : nullptr;
        if (stored)
            server.deliver(stored->message);
        else
            server.messageGone();
    } else if (const auto* update = std::get_if<pop3::UpdateAsked>(&event)) {
        server.updated(inbox && std::none_of(update->uids.begin(), update->uids.end(),
                                             [&](std::uint32_t uid) { return inbox->find(uid) != nullptr; }));
    }
}

const StoredMessage* messageOf(const Mailbox& inbox, std::string_view id) {
    std::uint32_t uid = 0;
    std::from_chars(id.data(), id.data() + std::min<std::size_t>(id.size(), 8), uid, 16);
    return uniqueId(inbox, uid) == id ? inbox.find(uid) : nullptr;
}

} // namespace mailtown::desk
