// The mailboxes of one host: accounts, their mailboxes, and the messages in them. A value: a copy shares
// every mailbox with the original until one of them changes it.
//
// Every change is total: a name that is not there, or a rule that forbids it, is answered and changes
// nothing. Each has a const twin (mayCreate …) that tells the answer beforehand.
#pragma once

#include "mail/address.h"
#include "store/mailbox.h"

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace mailtown {

enum class StoreAnswer : std::uint8_t {
    Done,
    NoAccount,
    NoMailbox,
    NotSelectable, // a name with others below it, without messages of its own
    AlreadyExists,
    BadName,     // see mailboxName()
    IsInbox,     // INBOX cannot be deleted
    HasChildren, // a \Noselect name with others below it cannot be deleted (RFC 9051 §6.3.5)
    IntoItself,  // a name cannot be renamed to one below it
    Full,        // 1000 mailboxes an account, 1000 subscriptions, 2³²-1 uids a mailbox
};

class MailStore {
public:
    // Creates INBOX, Sent, Drafts, Trash and Junk, subscribed. Uid validities count upwards through the host
    // from the highest `uidValidity` given so far: no two mailboxes ever have the same, so a rename can keep
    // it. No effect on an account that exists. User names are compared without case.
    void addAccount(const Address& user, std::uint32_t uidValidity);
    bool hasAccount(const Address& user) const;
    std::vector<Address> accounts() const; // in the order they were added

    const Mailbox* mailbox(const Address& user, std::string_view name) const; // null when there is none
    std::vector<std::string> mailboxNames(const Address& user) const; // in hierarchical order, INBOX first
    bool hasChildren(const Address& user, std::string_view name) const;
    bool isSubscribed(const Address& user, std::string_view name) const;
    // In hierarchical order. May name mailboxes that are gone: a subscription outlives them (RFC 9051
    // §6.3.7).
    std::vector<std::string> subscriptions(const Address& user) const;

    // Gives and returns the uid; 0 when there is no such mailbox, or it takes no messages.
    std::uint32_t add(const Address& user, std::string_view mailbox, StoredMessage message);

    // Uids that are not there are passed over. Flags by name: "\\Seen", keywords (FlagSet::parse).
    StoreAnswer setFlags(const Address& user, std::string_view mailbox,
                         const std::vector<std::uint32_t>& uids, const std::vector<std::string>& flags);
    StoreAnswer addFlags(const Address& user, std::string_view mailbox,
                         const std::vector<std::uint32_t>& uids, const std::vector<std::string>& flags);
    StoreAnswer removeFlags(const Address& user, std::string_view mailbox,
                            const std::vector<std::uint32_t>& uids, const std::vector<std::string>& flags);
    StoreAnswer expunge(const Address& user, std::string_view mailbox,
                        const std::vector<std::uint32_t>& uids);

    // All or nothing; the copies keep flags and internal date and take the target's next uids in the order
    // given.
    StoreAnswer copy(const Address& user, std::string_view mailbox, const std::vector<std::uint32_t>& uids,
                     std::string_view target);
    StoreAnswer move(const Address& user, std::string_view mailbox, const std::vector<std::uint32_t>& uids,
                     std::string_view target);

    // Creates the levels above as well.
    StoreAnswer create(const Address& user, std::string_view name);
    // A mailbox with others below it loses its messages and becomes \Noselect (RFC 9051 §6.3.5).
    StoreAnswer remove(const Address& user, std::string_view name);
    // Takes along what is below. Renaming INBOX moves its messages into a new mailbox (RFC 9051 §6.3.6).
    StoreAnswer rename(const Address& user, std::string_view name, std::string_view newName);
    StoreAnswer subscribe(const Address& user, std::string_view name);
    StoreAnswer unsubscribe(const Address& user, std::string_view name);

    StoreAnswer mayAdd(const Address& user, std::string_view mailbox) const;
    StoreAnswer mayCreate(const Address& user, std::string_view name) const;
    StoreAnswer mayRemove(const Address& user, std::string_view name) const;
    StoreAnswer mayRename(const Address& user, std::string_view name, std::string_view newName) const;
    StoreAnswer maySubscribe(const Address& user, std::string_view name) const;

    // Every mailbox gets a new uid validity, at least `uidValidity`: what clients remember of them is void.
    // For the town that becomes the present one after time was wound back.
    void renewUidValidities(std::uint32_t uidValidity);

    bool operator==(const MailStore& other) const;

private:
    struct Account {
        Address user;
        ChunkedArray<Mailbox, 1> mailboxes;  // in no order that shows
        std::vector<std::string> subscribed; // sorted
        bool operator==(const Account&) const = default;
    };
    static constexpr std::size_t none = std::size_t(-1);
    using Index = std::map<std::string, std::size_t, std::less<>>;

    std::size_t accountIndex(const Address& user) const;
    std::size_t mailboxIndex(const Account& account, std::string_view name) const;
    const Account* account(const Address& user) const;
    Account* editAccount(const Address& user);
    Mailbox* editMailbox(const Address& user, std::string_view name);
    void insert(Account& account, std::string name, std::string specialUse);
    void removeAt(Account& account, std::size_t index);
    std::uint32_t takeUidValidity();

    ChunkedArray<Account, 1> accounts_;
    std::shared_ptr<const Index> index_; // user in lower case → accounts_; shared by all copies
    std::uint32_t nextUidValidity_ = 1;
};

} // namespace mailtown
