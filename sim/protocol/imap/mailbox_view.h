// A mailbox as one client knows it: the sequence numbers it counts by, and the flags it was told of. Others
// change the mailbox meanwhile; the client learns of it when the server may say so (RFC 9051 §7.5.1), and
// until then its own numbers hold. Pulled from the mailbox, never pushed.
#pragma once

#include "protocol/imap/message_data.h"
#include "protocol/imap/sequence_set.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace mailtown::imap {

class MailboxView {
public:
    void open(std::vector<MessageState> messages, std::uint64_t change);
    void clear();

    std::uint32_t size() const { return std::uint32_t(entries_.size()); }
    std::uint32_t lastUid() const { return entries_.empty() ? 0 : entries_.back().uid; }
    std::uint32_t uidOf(std::uint32_t number) const { return entries_[number - 1].uid; }
    std::uint32_t numberOf(std::uint32_t uid) const; // 0 when the client does not know it

    // Their uids. None: a sequence number that there is not (RFC 9051 §9: that is an error; with uids not).
    std::optional<std::vector<std::uint32_t>> select(const SequenceSet& set, bool byUid) const;
    std::vector<std::uint32_t> uids() const;

    const MessageFlags& flagsOf(std::uint32_t number) const { return entries_[number - 1].flags; }
    void told(std::uint32_t number, const MessageFlags& flags) { entries_[number - 1].flags = flags; }

    // `change`: of the mailbox, as of now; another than the last one means that something is new.
    bool isStale(std::uint64_t change) const { return change != change_ || owesExpunges_; }

    struct News {
        std::vector<std::uint32_t>
            expunged;                     // sequence numbers, the last first, each as it is when it is told
        std::vector<std::uint32_t> flags; // sequence numbers after that
        bool grown = false;
    };
    // Takes over what the mailbox holds now (by ascending uid). `mayExpunge` false: messages that are gone
    // keep their numbers until another time.
    News update(const std::vector<MessageState>& now, std::uint64_t change, bool mayExpunge);

    bool operator==(const MailboxView&) const = default;

private:
    std::vector<MessageState> entries_; // by ascending uid
    std::uint64_t change_ = 0;
    bool owesExpunges_ = false;
};

} // namespace mailtown::imap
