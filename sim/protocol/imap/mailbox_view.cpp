#include "protocol/imap/mailbox_view.h"

#include <algorithm>

namespace mailtown::imap {

void MailboxView::open(std::vector<MessageState> messages, std::uint64_t change) {
    entries_ = std::move(messages);
    change_ = change;
    owesExpunges_ = false;
}

void MailboxView::clear() { *this = {}; }

std::uint32_t MailboxView::numberOf(std::uint32_t uid) const {
    const auto found =
        std::lower_bound(entries_.begin(), entries_.end(), uid,
                         [](const MessageState& entry, std::uint32_t wanted) { return entry.uid < wanted; });
    return found != entries_.end() && found->uid == uid ? std::uint32_t(found - entries_.begin()) + 1 : 0;
}

std::optional<std::vector<std::uint32_t>> MailboxView::select(const SequenceSet& set, bool byUid) const {
    const std::uint32_t last = byUid ? lastUid() : size();
    if (size() == 0) return std::vector<std::uint32_t>(); // "1:*" is what clients say for "all there are"
    if (!byUid && (set.largest(last) > size() || set.smallest(last) == 0)) return std::nullopt;
    std::vector<std::uint32_t> uids;
    for (std::uint32_t number = 1; number <= size(); ++number)
        if (set.contains(byUid ? uidOf(number) : number, last)) uids.push_back(uidOf(number));
    return uids;
}

std::vector<std::uint32_t> MailboxView::uids() const {
    std::vector<std::uint32_t> uids;
    uids.reserve(entries_.size());
    for (const MessageState& entry : entries_) uids.push_back(entry.uid);
    return uids;
}

MailboxView::News MailboxView::update(const std::vector<MessageState>& now, std::uint64_t change,
                                      bool mayExpunge) {
    News news;
    std::vector<MessageState> next;
    next.reserve(now.size());
    owesExpunges_ = false;
    auto present = now.begin();
    for (std::uint32_t number = 1; number <= size(); ++number) {
        MessageState& entry = entries_[number - 1];
        while (present != now.end() && present->uid < entry.uid) ++present;
        if (present == now.end() || present->uid != entry.uid) {
            if (mayExpunge) {
                news.expunged.push_back(number);
                continue;
            }
            owesExpunges_ = true;
        } else if (present->flags != entry.flags) {
            entry.flags = present->flags;
            news.flags.push_back(std::uint32_t(next.size()) + 1);
        }
        next.push_back(std::move(entry));
    }
    const std::uint32_t last = lastUid(); // of the client's messages; those moved from keep their uid
    std::reverse(news.expunged.begin(), news.expunged.end());
    for (const MessageState& state : now) {
        if (state.uid <= last) continue;
        next.push_back(state);
        news.grown = true;
    }
    entries_ = std::move(next);
    change_ = change;
    return news;
}

} // namespace mailtown::imap
