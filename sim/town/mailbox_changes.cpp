#include "base/text.h"
#include "town/apply_input.h"

#include <algorithm>

namespace mailtown {
namespace {

// Null where there are no mailboxes: at a home, at a host that is not of the plan.
MailStore* storeOf(Turn& turn, HostId host) {
    return host.index < turn.state.stores.size() ? &turn.state.stores.edit(host.index) : nullptr;
}

bool setsSeen(const input::StoreFlags& store) {
    return store.change != input::FlagChange::Remove &&
           std::any_of(store.flags.begin(), store.flags.end(),
                       [](const std::string& flag) { return equalIgnoringCase(flag, "\\Seen"); });
}

} // namespace

void change(Turn& turn, const input::StoreFlags& store, HostId home) {
    MailStore* mail = storeOf(turn, store.host);
    const Mailbox* mailbox = mail ? mail->mailbox(store.user, store.mailbox) : nullptr;
    if (!mailbox) return;
    // A home tells by itself when its person reads; of a real mail program this is all that is known.
    if (!home && setsSeen(store))
        for (const std::uint32_t uid : store.uids) {
            const StoredMessage* message = mailbox->find(uid);
            if (!message || !message->letter || (message->flags & seenFlag)) continue;
            Record record;
            record.kind = Kind::LetterRead;
            record.host = store.host;
            record.letter = message->letter;
            record.service = Service::Imap;
            turn.record(record);
        }
    switch (store.change) {
    case input::FlagChange::Set:
        mail->setFlags(store.user, store.mailbox, store.uids, store.flags);
        break;
    case input::FlagChange::Add:
        mail->addFlags(store.user, store.mailbox, store.uids, store.flags);
        break;
    case input::FlagChange::Remove:
        mail->removeFlags(store.user, store.mailbox, store.uids, store.flags);
        break;
    }
}

void change(Turn& turn, const input::Expunge& expunge) {
    if (MailStore* mail = storeOf(turn, expunge.host))
        mail->expunge(expunge.user, expunge.mailbox, expunge.uids);
}

void change(Turn& turn, const input::Append& append) {
    MailStore* mail = storeOf(turn, append.host);
    if (!mail) return;
    StoredMessage message;
    message.message = append.message;
    message.internalDate = append.internalDate;
    FlagSet flags = FlagSet::parse(append.flags);
    message.flags = flags.system;
    message.keywords = std::move(flags.keywords);
    mail->add(append.user, append.mailbox, std::move(message));
}

void change(Turn& turn, const input::CopyMessages& copy) {
    MailStore* mail = storeOf(turn, copy.host);
    if (!mail) return;
    if (copy.move)
        mail->move(copy.user, copy.mailbox, copy.uids, copy.target);
    else
        mail->copy(copy.user, copy.mailbox, copy.uids, copy.target);
}

void change(Turn& turn, const input::ChangeMailbox& change) {
    MailStore* mail = storeOf(turn, change.host);
    if (!mail) return;
    switch (change.change) {
    case input::MailboxChange::Create:
        mail->create(change.user, change.mailbox);
        break;
    case input::MailboxChange::Delete:
        mail->remove(change.user, change.mailbox);
        break;
    case input::MailboxChange::Rename:
        mail->rename(change.user, change.mailbox, change.newName);
        break;
    case input::MailboxChange::Subscribe:
        mail->subscribe(change.user, change.mailbox);
        break;
    case input::MailboxChange::Unsubscribe:
        mail->unsubscribe(change.user, change.mailbox);
        break;
    }
}

} // namespace mailtown
