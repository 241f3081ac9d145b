#include "town/letters.h"

namespace mailtown {

LetterId addLetter(Turn& turn, const Envelope& envelope, const Message& message) {
    TownState& state = turn.state;
    Letter letter;
    letter.composed = turn.now();
    if (envelope.returnPath) letter.returnPath = state.names.intern(envelope.returnPath->text());
    letter.recipientsAt = std::uint32_t(state.letterRecipients.size());
    letter.recipientCount = std::uint32_t(envelope.recipients.size());
    letter.message = message;
    for (const Address& recipient : envelope.recipients)
        state.letterRecipients.push_back(state.names.intern(recipient.text()));
    state.letters.push_back(std::move(letter));
    return LetterId{std::uint32_t(state.letters.size() - 1)};
}

LetterId addReport(Turn& turn, LetterId about, const Address& recipient, const Message& message) {
    const LetterId id = addLetter(turn, Envelope{std::nullopt, {recipient}}, message);
    Letter& letter = turn.state.letters.edit(id.index);
    letter.report = true;
    letter.about = about;
    return id;
}

Address addressOf(const TownState& state, NameId name) {
    auto parsed = Address::parse(state.names.text(name));
    assert(parsed.ok()); // only texts of addresses are interned as such
    return parsed.ok() ? std::move(parsed).value() : Address{};
}

} // namespace mailtown
