#include "sandbox/limits.h"

namespace mailtown {

std::size_t weight(const Input& input, const Limits& limits) {
    if (const auto* letter = std::get_if<input::AcceptLetter>(&input))
        return letter->message.size() + limits.inputOverhead * (1 + letter->envelope.recipients.size());
    if (const auto* append = std::get_if<input::Append>(&input))
        return append->message.size() + limits.inputOverhead;
    if (const auto* flags = std::get_if<input::StoreFlags>(&input))
        return flags->uids.size() * sizeof(std::uint32_t) + limits.inputOverhead;
    return limits.inputOverhead;
}

} // namespace mailtown
