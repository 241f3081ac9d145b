#include "town/desk_imap.h"

#include "store/mailbox_name.h"
#include "town/imap_mailboxes.h"
#include "town/layout.h"
#include "town/login.h"

#include <algorithm>
#include <variant>

namespace mailtown::desk {
namespace {

// What passes between the two rooms is the set of bits as it is.
static_assert(int(imap::seenBit) == seenFlag && int(imap::answeredBit) == answeredFlag &&
              int(imap::flaggedBit) == flaggedFlag && int(imap::deletedBit) == deletedFlag &&
              int(imap::draftBit) == draftFlag);

imap::MessageState stateOf(const StoredMessage& message) {
    return {message.uid, {message.flags, message.keywords}};
}

std::vector<imap::MessageState> statesOf(const Mailbox& mailbox) {
    std::vector<imap::MessageState> states;
    states.reserve(mailbox.messages.size());
    for (const StoredMessage& message : mailbox.messages) states.push_back(stateOf(message));
    return states;
}

// What is new in the selected mailbox, if there is anything and the client may be told now.
void bringUpToDate(const Town& town, HostId host, imap::Server& server) {
    if (server.mailbox().empty()) return;
    const Mailbox* mailbox = selectedMailbox(town, host, server);
    if (!mailbox)
        server.mailboxGone();
    else if (server.wantsUpdate(mailbox->change))
        server.update(statesOf(*mailbox), mailbox->change);
}

struct Answering {
    const Town& town;
    HostId host;
    imap::Server& server;

    void operator()(const imap::TlsAsked&) const {} // the wire brings the handshake

    void operator()(const imap::LoginAsked& asked) const {
        const UserPlan* user = userWithPassword(town, host, asked.identity, asked.password);
        if (user && keepsMailboxOf(town, host, *user))
            server.done();
        else
            server.refuse("[AUTHENTICATIONFAILED] Authentication failed."); // RFC 5530
    }

    void operator()(const imap::SelectAsked& asked) const {
        const Mailbox* mailbox = mailboxNamed(town, host, server, asked.mailbox);
        if (!mailbox) {
            server.refuse("[NONEXISTENT] Mailbox doesn't exist: " + asked.mailbox);
        } else if (!mailbox->selectable) {
            server.refuse("[NONEXISTENT] Mailbox isn't selectable: " + asked.mailbox);
        } else {
            server.opened(
                {mailbox->name, mailbox->uidValidity, mailbox->uidNext, mailbox->change, statesOf(*mailbox)});
            server.done();
        }
    }

    void operator()(const imap::UpdatesAsked&) const { finish(); }
    // The selected mailbox itself may be the one: only done() knows what it is called now.
    void operator()(const imap::MailboxAsked&) const { server.done(); }
    void operator()(const imap::ExpungeAsked&) const { finish(); }

    void operator()(const imap::MessagesAsked& asked) const {
        auto next = asked.uids.begin();
        if (const Mailbox* mailbox = selectedMailbox(town, host, server))
            for (; next != asked.uids.end() && server.wantsMore(); ++next)
                if (const StoredMessage* message = mailbox->find(*next))
                    server.give({*next,
                                 {message->flags, message->keywords},
                                 message->internalDate,
                                 message->message});
        if (server.wantsMore())
            finish();
        else
            server.later({next, asked.uids.end()});
    }

    void operator()(const imap::FlagsAsked& asked) const {
        std::vector<imap::MessageState> states;
        if (const Mailbox* mailbox = selectedMailbox(town, host, server))
            for (const std::uint32_t uid : asked.uids)
                if (const StoredMessage* message = mailbox->find(uid)) states.push_back(stateOf(*message));
        server.stored(states);
        finish();
    }

    void operator()(const imap::CopyAsked& asked) const {
        const Mailbox* target = mailboxNamed(town, host, server, asked.target);
        const std::vector<std::uint32_t>& from = server.actsOn();
        if (from.empty()) {
            // RFC 9051 §6.4.7: all are copied or none, and others expunged some that this client still
            // counts.
            bringUpToDate(town, host, server);
            server.refuse("[EXPUNGEISSUED] Some of the requested messages no longer exist.");
            return;
        }
        if (target) {
            // The copies took the last uids there are, in order.
            std::vector<std::uint32_t> to;
            for (std::uint32_t uid = target->uidNext - std::uint32_t(from.size()); uid != target->uidNext;
                 ++uid)
                to.push_back(uid);
            server.copied(target->uidValidity, from, to);
        }
        finish();
    }

    void operator()(const imap::AppendAsked& asked) const {
        if (const Mailbox* target = mailboxNamed(town, host, server, asked.mailbox))
            server.appended(target->uidValidity, target->uidNext - 1);
        finish();
    }

    void operator()(const imap::ListAsked&) const {
        std::vector<imap::ListedMailbox> listed;
        if (const UserPlan* user = userNamed(town, host, server.login())) {
            const MailStore& store = town.mailStore(host);
            for (const std::string& name : store.mailboxNames(user->address)) {
                const Mailbox& mailbox = *store.mailbox(user->address, name);
                listed.push_back({name, mailbox.specialUse, true, mailbox.selectable,
                                  store.hasChildren(user->address, name),
                                  store.isSubscribed(user->address, name)});
            }
            for (const std::string& name : store.subscriptions(user->address)) {
                if (store.mailbox(user->address, name)) continue;
                const auto place = std::find_if(listed.begin(), listed.end(), [&](const auto& other) {
                    return mailboxNameBefore(name, other.name);
                });
                listed.insert(place, {name, {}, false, false, false, true});
            }
        }
        server.listed(listed);
        finish();
    }

    void operator()(const imap::StatusAsked& asked) const {
        const Mailbox* mailbox = mailboxNamed(town, host, server, asked.mailbox);
        if (!mailbox || !mailbox->selectable) {
            server.refuse("[NONEXISTENT] Mailbox doesn't exist: " + asked.mailbox);
            return;
        }
        imap::MailboxStatus status;
        status.messages = mailbox->messages.size();
        status.unseen = mailbox->unseenCount();
        status.uidNext = mailbox->uidNext;
        status.uidValidity = mailbox->uidValidity;
        for (const StoredMessage& message : mailbox->messages) {
            status.deleted += (message.flags & deletedFlag) != 0;
            status.octets += message.message.size();
        }
        server.status(status);
        finish();
    }

private:
    void finish() const {
        bringUpToDate(town, host, server);
        server.done();
    }

public:
    Answering(const Town& in, HostId at, imap::Server& with) : town(in), host(at), server(with) {}
};

} // namespace

const Mailbox* mailboxNamed(const Town& town, HostId host, const imap::Server& server,
                            std::string_view name) {
    const UserPlan* user = userNamed(town, host, server.login());
    return user && keepsMailboxOf(town, host, *user) ? town.mailStore(host).mailbox(user->address, name)
                                                     : nullptr;
}

const Mailbox* selectedMailbox(const Town& town, HostId host, const imap::Server& server) {
    if (server.mailbox().empty()) return nullptr;
    const Mailbox* mailbox = mailboxNamed(town, host, server, server.mailbox());
    // RFC 9051 §2.3.1.1: with another validity its uids mean other messages.
    return mailbox && mailbox->selectable && mailbox->uidValidity == server.uidValidity() ? mailbox : nullptr;
}

void answer(const Town& town, HostId host, imap::Server& server, const imap::ServerEvent& event) {
    if (server.isAsking()) std::visit(Answering(town, host, server), event);
}

void refresh(const Town& town, HostId host, imap::Server& server) {
    if (server.idling()) bringUpToDate(town, host, server);
}

} // namespace mailtown::desk
