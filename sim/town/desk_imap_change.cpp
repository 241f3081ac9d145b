// What an IMAP client does to the town.
#include "store/mailbox_name.h"
#include "town/desk_imap.h"
#include "town/imap_mailboxes.h"
#include "town/login.h"

#include <algorithm>
#include <variant>

namespace mailtown::desk {
namespace {

std::string refusal(StoreAnswer answer, const std::string& name) {
    switch (answer) {
    case StoreAnswer::Done:
        break;
    case StoreAnswer::NoAccount:
    case StoreAnswer::NoMailbox:
        return "[NONEXISTENT] Mailbox doesn't exist: " + name;
    case StoreAnswer::NotSelectable:
        return "[CANNOT] Mailbox takes no messages: " + name;
    case StoreAnswer::AlreadyExists:
        return "[ALREADYEXISTS] Mailbox already exists";
    case StoreAnswer::BadName:
        return "[CANNOT] Invalid mailbox name: " + name;
    case StoreAnswer::IsInbox:
        return "[CANNOT] INBOX can't be deleted.";
    case StoreAnswer::HasChildren:
        return "[HASCHILDREN] Mailbox has children, delete them first."; // RFC 9051 §7.1
    case StoreAnswer::IntoItself:
        return "[CANNOT] Can't rename mailbox to its own child.";
    case StoreAnswer::Full:
        return "[OVERQUOTA] Too many mailboxes or messages.";
    }
    return "[SERVERBUG] Internal error.";
}

struct Changing {
    const Town& town;
    HostId host;
    imap::Server& server;
    const UserPlan& user;

    const MailStore& store() const { return town.mailStore(host); }
    template <class Event> std::optional<Input> operator()(const Event&) const { return std::nullopt; }

    std::optional<Input> operator()(const imap::MessagesAsked& asked) const {
        const Mailbox* mailbox = selectedMailbox(town, host, server);
        if (!asked.marksSeen || !mailbox) return std::nullopt;
        const auto unseen = those(*mailbox, asked.uids,
                                  [](const StoredMessage& message) { return !(message.flags & seenFlag); });
        if (unseen.empty()) return std::nullopt;
        return input::StoreFlags{host,   user.address,           mailbox->name,
                                 unseen, input::FlagChange::Add, {"\\Seen"}};
    }

    std::optional<Input> operator()(const imap::FlagsAsked& asked) const {
        const Mailbox* mailbox = selectedMailbox(town, host, server);
        const auto uids = mailbox ? those(*mailbox, asked.uids, any) : std::vector<std::uint32_t>();
        if (uids.empty() || !carry(*mailbox, uids, asked)) return std::nullopt;
        const input::FlagChange change = asked.verb == imap::FlagVerb::Set   ? input::FlagChange::Set
                                         : asked.verb == imap::FlagVerb::Add ? input::FlagChange::Add
                                                                             : input::FlagChange::Remove;
        return input::StoreFlags{host, user.address, mailbox->name, uids, change, asked.flags};
    }

    std::optional<Input> operator()(const imap::ExpungeAsked& asked) const {
        const Mailbox* mailbox = selectedMailbox(town, host, server);
        const auto uids =
            mailbox ? those(*mailbox, asked.uids,
                            [](const StoredMessage& message) { return (message.flags & deletedFlag) != 0; })
                    : std::vector<std::uint32_t>();
        if (uids.empty()) return std::nullopt;
        return input::Expunge{host, user.address, mailbox->name, uids};
    }

    std::optional<Input> operator()(const imap::CopyAsked& asked) const {
        const Mailbox* mailbox = selectedMailbox(town, host, server);
        if (!takes(asked.target) || !mailbox) return std::nullopt;
        auto uids = those(*mailbox, asked.uids, any);
        if (uids.size() < asked.uids.size()) return std::nullopt; // answer() says that some are gone
        const Mailbox* target = store().mailbox(user.address, asked.target);
        if (uids.size() > 0xFFFFFFFFu - target->uidNext) {
            server.refuse(refusal(StoreAnswer::Full, asked.target));
            return std::nullopt;
        }
        server.actOn(uids);
        return input::CopyMessages{host,         user.address, mailbox->name, std::move(uids),
                                   asked.target, asked.move};
    }

    std::optional<Input> operator()(const imap::AppendAsked& asked) const {
        if (!takes(asked.mailbox) || refuses(FlagSet::fault(asked.flags))) return std::nullopt;
        return input::Append{host,          user.address, asked.mailbox,
                             asked.message, asked.flags,  asked.internalDate.value_or(town.unixSeconds())};
    }

    std::optional<Input> operator()(const imap::MailboxAsked& asked) const {
        StoreAnswer may = StoreAnswer::Done;
        input::ChangeMailbox change{host, user.address, input::MailboxChange::Create, asked.mailbox,
                                    asked.newName};
        switch (asked.verb) {
        case imap::MailboxVerb::Create:
            may = store().mayCreate(user.address, asked.mailbox);
            break;
        case imap::MailboxVerb::Delete:
            change.change = input::MailboxChange::Delete;
            may = store().mayRemove(user.address, asked.mailbox);
            break;
        case imap::MailboxVerb::Rename:
            change.change = input::MailboxChange::Rename;
            may = store().mayRename(user.address, asked.mailbox, asked.newName);
            break;
        case imap::MailboxVerb::Subscribe:
            change.change = input::MailboxChange::Subscribe;
            may = store().maySubscribe(user.address, asked.mailbox);
            break;
        case imap::MailboxVerb::Unsubscribe:
            change.change = input::MailboxChange::Unsubscribe; // of what is not subscribed: OK, as Dovecot
            break;
        }
        if (may == StoreAnswer::Done) return change;
        server.refuse(refusal(may, asked.mailbox));
        return std::nullopt;
    }

private:
    static bool any(const StoredMessage&) { return true; }

    // Those of the uids that are there and wanted.
    template <class Wanted>
    static std::vector<std::uint32_t> those(const Mailbox& mailbox, const std::vector<std::uint32_t>& uids,
                                            Wanted wanted) {
        std::vector<std::uint32_t> found;
        for (const std::uint32_t uid : uids)
            if (const StoredMessage* message = mailbox.find(uid); message && wanted(*message))
                found.push_back(uid);
        return found;
    }

    // True, and the client is told, when there is a fault.
    bool refuses(FlagFault fault) const {
        if (fault == FlagFault::KeywordTooLong) server.refuse("[CANNOT] Keyword length too long.");
        // RFC 9051 §7.1: the number of flags on one message is what the code is for.
        if (fault == FlagFault::TooManyKeywords) server.refuse("[LIMIT] Too many keywords on one message.");
        return fault != FlagFault::None;
    }

    // False, and the client is told, when there are some that cannot have all of these flags.
    bool carry(const Mailbox& mailbox, const std::vector<std::uint32_t>& uids,
               const imap::FlagsAsked& asked) const {
        FlagFault fault = FlagSet::fault(asked.flags);
        if (fault == FlagFault::None && asked.verb == imap::FlagVerb::Add) {
            const FlagSet added = FlagSet::parse(asked.flags);
            for (const std::uint32_t uid : uids)
                if (!mailbox.find(uid)->flagSet().add(added)) fault = FlagFault::TooManyKeywords;
        }
        return !refuses(fault);
    }

    // False, and the client is told why, when the mailbox takes no messages.
    bool takes(const std::string& name) const {
        const StoreAnswer may = store().mayAdd(user.address, name);
        if (may == StoreAnswer::NoMailbox) // RFC 9051 §6.3.12, §6.4.7: creating it would help
            server.refuse("[TRYCREATE] Mailbox doesn't exist: " + name);
        else if (may != StoreAnswer::Done)
            server.refuse(refusal(may, name));
        return may == StoreAnswer::Done;
    }

public:
    Changing(const Town& in, HostId at, imap::Server& with, const UserPlan& who)
        : town(in), host(at), server(with), user(who) {}
};

} // namespace

std::optional<Input> change(const Town& town, HostId host, imap::Server& server,
                            const imap::ServerEvent& event) {
    const UserPlan* user = server.login().empty() ? nullptr : userNamed(town, host, server.login());
    if (!user) return std::nullopt;
    return std::visit(Changing(town, host, server, *user), event);
}

} // namespace mailtown::desk
