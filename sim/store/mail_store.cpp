#include "store/mail_store.h"

#include "base/text.h"
#include "store/mailbox_name.h"

#include <algorithm>

namespace mailtown {
namespace {

constexpr std::size_t mailboxLimit = 1000, subscriptionLimit = 1000; // an account

std::string keyOf(const Address& user) { return toLower(user.local()) + "@" + toLower(user.domain()); }

// A mailbox name that is not one is a mailbox that is not there.
std::string canonical(std::string_view name) { return mailboxName(name).value_or(std::string{}); }

} // namespace

// ---- accounts ----

std::size_t MailStore::accountIndex(const Address& user) const {
    if (!index_) return none;
    const auto found = index_->find(keyOf(user));
    return found == index_->end() ? none : found->second;
}

const MailStore::Account* MailStore::account(const Address& user) const {
    const std::size_t index = accountIndex(user);
    return index == none ? nullptr : &accounts_[index];
}

MailStore::Account* MailStore::editAccount(const Address& user) {
    const std::size_t index = accountIndex(user);
    return index == none ? nullptr : &accounts_.edit(index);
}

void MailStore::addAccount(const Address& user, std::uint32_t uidValidity) {
    if (hasAccount(user)) return;
    nextUidValidity_ = std::max(nextUidValidity_, uidValidity);
    Account added;
    added.user = user;
    insert(added, std::string(inboxName), {});
    for (const char* name : {"Drafts", "Junk", "Sent", "Trash"})
        insert(added, name, std::string("\\") + name);
    added.subscribed = {"Drafts", std::string(inboxName), "Junk", "Sent", "Trash"};
    accounts_.push_back(std::move(added));
    auto index = index_ ? std::make_shared<Index>(*index_) : std::make_shared<Index>();
    index->emplace(keyOf(user), accounts_.size() - 1);
    index_ = std::move(index);
}

bool MailStore::hasAccount(const Address& user) const { return accountIndex(user) != none; }

std::vector<Address> MailStore::accounts() const {
    std::vector<Address> users;
    users.reserve(accounts_.size());
    for (const Account& one : accounts_) users.push_back(one.user);
    return users;
}

// ---- mailboxes ----

std::size_t MailStore::mailboxIndex(const Account& in, std::string_view name) const {
    const std::string wanted = canonical(name);
    for (std::size_t i = 0; i < in.mailboxes.size(); ++i)
        if (in.mailboxes[i].name == wanted) return i;
    return none;
}

const Mailbox* MailStore::mailbox(const Address& user, std::string_view name) const {
    const Account* in = account(user);
    if (!in) return nullptr;
    const std::size_t index = mailboxIndex(*in, name);
    return index == none ? nullptr : &in->mailboxes[index];
}

Mailbox* MailStore::editMailbox(const Address& user, std::string_view name) {
    const Mailbox* found = mailbox(user, name);
    if (!found || !found->selectable) return nullptr;
    Account* in = editAccount(user);
    return &in->mailboxes.edit(mailboxIndex(*in, name));
}

std::vector<std::string> MailStore::mailboxNames(const Address& user) const {
    std::vector<std::string> names;
    if (const Account* in = account(user))
        for (const Mailbox& box : in->mailboxes) names.push_back(box.name);
    std::sort(names.begin(), names.end(), mailboxNameBefore);
    return names;
}

bool MailStore::hasChildren(const Address& user, std::string_view name) const {
    const Account* in = account(user);
    if (!in) return false;
    const std::string above = canonical(name);
    for (const Mailbox& box : in->mailboxes)
        if (isBelow(box.name, above)) return true;
    return false;
}

std::uint32_t MailStore::takeUidValidity() {
    if (nextUidValidity_ == 0) nextUidValidity_ = 1; // RFC 9051 §9: nz-number
    return nextUidValidity_++;
}

void MailStore::insert(Account& into, std::string name, std::string specialUse) {
    Mailbox box;
    box.name = std::move(name);
    box.uidValidity = takeUidValidity();
    box.specialUse = std::move(specialUse);
    into.mailboxes.push_back(std::move(box));
}

void MailStore::removeAt(Account& from, std::size_t index) {
    if (index + 1 < from.mailboxes.size()) {
        Mailbox last = from.mailboxes.back();
        from.mailboxes.edit(index) = std::move(last);
    }
    from.mailboxes.pop_back();
}

StoreAnswer MailStore::mayCreate(const Address& user, std::string_view name) const {
    const Account* in = account(user);
    if (!in) return StoreAnswer::NoAccount;
    const auto wanted = mailboxName(name);
    if (!wanted) return StoreAnswer::BadName;
    std::size_t missing = 0;
    for (std::string_view level = *wanted; !level.empty(); level = parentName(level))
        missing += mailboxIndex(*in, level) == none;
    if (missing == 0) {
        const Mailbox* box = mailbox(user, *wanted);
        return box->selectable ? StoreAnswer::AlreadyExists : StoreAnswer::Done;
    }
    return in->mailboxes.size() + missing > mailboxLimit ? StoreAnswer::Full : StoreAnswer::Done;
}

StoreAnswer MailStore::create(const Address& user, std::string_view name) {
    if (const StoreAnswer answer = mayCreate(user, name); answer != StoreAnswer::Done) return answer;
    Account* in = editAccount(user);
    const std::string wanted = canonical(name);
    for (std::string_view level = wanted; !level.empty(); level = parentName(level))
        if (mailboxIndex(*in, level) == none) insert(*in, std::string(level), {});
    // A name that had lost its mailbox gets a new one, with a validity of its own.
    Mailbox& box = in->mailboxes.edit(mailboxIndex(*in, wanted));
    if (!box.selectable) {
        box.selectable = true;
        box.uidValidity = takeUidValidity();
        box.uidNext = 1;
    }
    ++box.change;
    return StoreAnswer::Done;
}

StoreAnswer MailStore::mayRemove(const Address& user, std::string_view name) const {
    if (!hasAccount(user)) return StoreAnswer::NoAccount;
    const Mailbox* box = mailbox(user, name);
    if (!box) return StoreAnswer::NoMailbox;
    if (box->name == inboxName) return StoreAnswer::IsInbox;
    if (!box->selectable && hasChildren(user, name)) return StoreAnswer::HasChildren;
    return StoreAnswer::Done;
}

StoreAnswer MailStore::remove(const Address& user, std::string_view name) {
    if (const StoreAnswer answer = mayRemove(user, name); answer != StoreAnswer::Done) return answer;
    const bool keepName = hasChildren(user, name);
    Account* in = editAccount(user);
    const std::size_t index = mailboxIndex(*in, name);
    if (!keepName) {
        removeAt(*in, index);
        return StoreAnswer::Done;
    }
    Mailbox& box = in->mailboxes.edit(index);
    box.messages.clear();
    box.selectable = false;
    box.specialUse.clear();
    ++box.change;
    return StoreAnswer::Done;
}

StoreAnswer MailStore::mayRename(const Address& user, std::string_view name, std::string_view newName) const {
    const Account* in = account(user);
    if (!in) return StoreAnswer::NoAccount;
    const Mailbox* box = mailbox(user, name);
    if (!box) return StoreAnswer::NoMailbox;
    const auto wanted = mailboxName(newName);
    if (!wanted) return StoreAnswer::BadName;
    if (mailboxIndex(*in, *wanted) != none) return StoreAnswer::AlreadyExists;
    std::size_t made = 0;
    for (std::string_view level = parentName(*wanted); !level.empty(); level = parentName(level))
        made += mailboxIndex(*in, level) == none;
    if (box->name == inboxName)
        ++made;
    else if (isBelow(*wanted, box->name))
        return StoreAnswer::IntoItself;
    else
        for (const Mailbox& other : in->mailboxes) // those below move along, and their names must stay names
            if (isBelow(other.name, box->name) && !mailboxName(*wanted + other.name.substr(box->name.size())))
                return StoreAnswer::BadName;
    return in->mailboxes.size() + made > mailboxLimit ? StoreAnswer::Full : StoreAnswer::Done;
}

StoreAnswer MailStore::rename(const Address& user, std::string_view name, std::string_view newName) {
    if (const StoreAnswer answer = mayRename(user, name, newName); answer != StoreAnswer::Done) return answer;
    Account* in = editAccount(user);
    const std::string from = canonical(name), to = canonical(newName);
    for (std::string_view level = parentName(to); !level.empty(); level = parentName(level))
        if (mailboxIndex(*in, level) == none) insert(*in, std::string(level), {});
    if (from == inboxName) {
        // RFC 9051 §6.3.6: the messages move, INBOX stays, and what is below INBOX is left alone. The new
        // mailbox has a validity of its own, so the uids can stay; in INBOX they are not used again.
        insert(*in, to, {});
        Mailbox& inbox = in->mailboxes.edit(mailboxIndex(*in, inboxName));
        Mailbox& box = in->mailboxes.edit(mailboxIndex(*in, to));
        box.messages = inbox.messages;
        box.uidNext = inbox.uidNext;
        inbox.messages.clear();
        ++inbox.change;
        ++box.change;
        return StoreAnswer::Done;
    }
    for (std::size_t i = 0; i < in->mailboxes.size(); ++i) {
        const std::string& old = in->mailboxes[i].name;
        if (old != from && !isBelow(old, from)) continue;
        std::string changed = to + old.substr(from.size());
        Mailbox& box = in->mailboxes.edit(i);
        box.name = std::move(changed);
        ++box.change;
    }
    return StoreAnswer::Done;
}

// ---- subscriptions ----

bool MailStore::isSubscribed(const Address& user, std::string_view name) const {
    const Account* in = account(user);
    return in && std::binary_search(in->subscribed.begin(), in->subscribed.end(), canonical(name));
}

std::vector<std::string> MailStore::subscriptions(const Address& user) const {
    std::vector<std::string> names;
    if (const Account* in = account(user)) names = in->subscribed;
    std::sort(names.begin(), names.end(), mailboxNameBefore);
    return names;
}

StoreAnswer MailStore::maySubscribe(const Address& user, std::string_view name) const {
    const Account* in = account(user);
    if (!in) return StoreAnswer::NoAccount;
    if (!mailbox(user, name)) return StoreAnswer::NoMailbox;
    return in->subscribed.size() >= subscriptionLimit && !isSubscribed(user, name) ? StoreAnswer::Full
                                                                                   : StoreAnswer::Done;
}

StoreAnswer MailStore::subscribe(const Address& user, std::string_view name) {
    if (const StoreAnswer answer = maySubscribe(user, name); answer != StoreAnswer::Done) return answer;
    if (isSubscribed(user, name)) return StoreAnswer::Done;
    std::vector<std::string>& names = editAccount(user)->subscribed;
    std::string added = canonical(name);
    names.insert(std::lower_bound(names.begin(), names.end(), added), added);
    return StoreAnswer::Done;
}

StoreAnswer MailStore::unsubscribe(const Address& user, std::string_view name) {
    if (!hasAccount(user)) return StoreAnswer::NoAccount;
    if (isSubscribed(user, name)) std::erase(editAccount(user)->subscribed, canonical(name));
    return StoreAnswer::Done;
}

// ---- messages ----

StoreAnswer MailStore::mayAdd(const Address& user, std::string_view name) const {
    if (!hasAccount(user)) return StoreAnswer::NoAccount;
    const Mailbox* box = mailbox(user, name);
    if (!box) return StoreAnswer::NoMailbox;
    if (!box->selectable) return StoreAnswer::NotSelectable;
    return box->uidNext == 0 ? StoreAnswer::Full : StoreAnswer::Done;
}

std::uint32_t MailStore::add(const Address& user, std::string_view name, StoredMessage message) {
    Mailbox* box = editMailbox(user, name);
    return box ? box->add(std::move(message)) : 0;
}

StoreAnswer MailStore::setFlags(const Address& user, std::string_view name,
                                const std::vector<std::uint32_t>& uids,
                                const std::vector<std::string>& flags) {
    Mailbox* box = editMailbox(user, name);
    if (!box) return mayAdd(user, name);
    box->setFlags(uids, FlagSet::parse(flags));
    return StoreAnswer::Done;
}

StoreAnswer MailStore::addFlags(const Address& user, std::string_view name,
                                const std::vector<std::uint32_t>& uids,
                                const std::vector<std::string>& flags) {
    Mailbox* box = editMailbox(user, name);
    if (!box) return mayAdd(user, name);
    box->changeFlags(uids, FlagSet::parse(flags), true);
    return StoreAnswer::Done;
}

StoreAnswer MailStore::removeFlags(const Address& user, std::string_view name,
                                   const std::vector<std::uint32_t>& uids,
                                   const std::vector<std::string>& flags) {
    Mailbox* box = editMailbox(user, name);
    if (!box) return mayAdd(user, name);
    box->changeFlags(uids, FlagSet::parse(flags), false);
    return StoreAnswer::Done;
}

StoreAnswer MailStore::expunge(const Address& user, std::string_view name,
                               const std::vector<std::uint32_t>& uids) {
    Mailbox* box = editMailbox(user, name);
    if (!box) return mayAdd(user, name);
    box->expunge(uids);
    return StoreAnswer::Done;
}

StoreAnswer MailStore::copy(const Address& user, std::string_view name,
                            const std::vector<std::uint32_t>& uids, std::string_view target) {
    const Mailbox* from = mailbox(user, name);
    if (!from) return hasAccount(user) ? StoreAnswer::NoMailbox : StoreAnswer::NoAccount;
    if (const StoreAnswer answer = mayAdd(user, target); answer != StoreAnswer::Done) return answer;
    std::vector<StoredMessage> copies;
    for (const std::uint32_t uid : uids)
        if (const StoredMessage* message = from->find(uid)) copies.push_back(*message);
    // RFC 9051 §6.4.7: a copy that cannot be whole leaves the target as it was.
    if (copies.size() > 0xFFFFFFFFu - mailbox(user, target)->uidNext) return StoreAnswer::Full;
    if (copies.empty()) return StoreAnswer::Done;
    Mailbox* box = editMailbox(user, target);
    for (StoredMessage& message : copies) box->add(std::move(message));
    return StoreAnswer::Done;
}

StoreAnswer MailStore::move(const Address& user, std::string_view name,
                            const std::vector<std::uint32_t>& uids, std::string_view target) {
    const StoreAnswer answer = copy(user, name, uids, target);
    if (answer != StoreAnswer::Done) return answer;
    return expunge(user, name, uids);
}

// ---- the whole ----

void MailStore::renewUidValidities(std::uint32_t uidValidity) {
    nextUidValidity_ = std::max(nextUidValidity_, uidValidity);
    for (std::size_t a = 0; a < accounts_.size(); ++a) {
        Account& one = accounts_.edit(a);
        for (std::size_t m = 0; m < one.mailboxes.size(); ++m) {
            Mailbox& box = one.mailboxes.edit(m);
            box.uidValidity = takeUidValidity();
            ++box.change;
        }
    }
}

bool MailStore::operator==(const MailStore& other) const {
    return nextUidValidity_ == other.nextUidValidity_ &&
           accounts_ == other.accounts_; // the index follows from them
}

} // namespace mailtown
