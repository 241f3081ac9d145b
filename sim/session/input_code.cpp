#include "session/input_code.h"

#include "session/octets.h"

#include <limits>
#include <type_traits>

namespace mailtown {
namespace {

// The kinds' numbers in the file are their places in Input: new kinds go at its end.
template <class T, std::size_t I = 0> constexpr std::size_t kindOf() {
    if constexpr (std::is_same_v<std::variant_alternative_t<I, Input>, T>)
        return I;
    else
        return kindOf<T, I + 1>();
}

// ---- one walk over the fields serves both directions ----
class Out {
public:
    Out(const Plan& plan, OctetWriter& writer) : plan_(plan), writer_(writer) {}

    void field(const HostId& host) { writer_.text(plan_.key(host)); }
    void field(const Address& address) { writer_.text(address.text()); }
    void field(const std::string& text) { writer_.text(text); }
    void field(const std::int64_t& value) { writer_.signedNumber(value); }
    void field(const std::uint32_t& value) { writer_.number(value); }
    void field(const bool& value) { writer_.number(value ? 1 : 0); }
    void field(const Message& message) { writer_.text(message.octets()); }
    void field(const Envelope& envelope) {
        // No address is empty: the empty text is the null reverse-path.
        writer_.text(envelope.returnPath ? envelope.returnPath->text() : std::string());
        field(envelope.recipients);
    }
    template <class T> void field(const std::vector<T>& list) {
        writer_.number(list.size());
        for (const T& one : list) field(one);
    }
    template <class E> void choice(const E& value, E) { writer_.number(std::uint64_t(value)); }

private:
    const Plan& plan_;
    OctetWriter& writer_;
};

class In {
public:
    In(const Plan& plan, OctetReader& reader) : plan_(plan), reader_(reader) {}

    void field(HostId& host) {
        const std::string_view key = reader_.text();
        host = plan_.find(key);
        if (!host.valid()) wrong("there is no host '" + std::string(key) + "'");
    }
    void field(Address& address) { readAddress(reader_.text(), address); }
    void field(std::string& text) { text = reader_.text(); }
    void field(std::int64_t& value) { value = reader_.signedNumber(); }
    void field(std::uint32_t& value) {
        const std::uint64_t number = reader_.number();
        if (number > std::numeric_limits<std::uint32_t>::max()) wrong("a number is too large");
        value = std::uint32_t(number);
    }
    void field(bool& value) {
        const std::uint64_t number = reader_.number();
        if (number > 1) wrong("a yes or no is neither");
        value = number == 1;
    }
    void field(Message& message) { message = Message(std::string(reader_.text())); }
    void field(Envelope& envelope) {
        const std::string_view path = reader_.text();
        if (!path.empty()) readAddress(path, envelope.returnPath.emplace());
        field(envelope.recipients);
    }
    template <class T> void field(std::vector<T>& list) {
        const std::size_t count = reader_.count();
        for (std::size_t i = 0; i < count && !failed(); ++i) field(list.emplace_back());
    }
    template <class E> void choice(E& value, E last) {
        const std::uint64_t number = reader_.number();
        if (number > std::uint64_t(last)) wrong("a choice is not one");
        value = E(number);
    }

    bool failed() const { return reader_.failed(); }
    void wrong(std::string what) {
        if (!reader_.failed()) what_ = std::move(what);
        reader_.fail();
    }
    const std::string& what() const { return what_; }

private:
    void readAddress(std::string_view text, Address& address) {
        if (failed()) return;
        auto parsed = Address::parse(text);
        if (parsed)
            address = std::move(parsed).value();
        else
            wrong(parsed.problem().what);
    }

    const Plan& plan_;
    OctetReader& reader_;
    std::string what_ = "it ends too early";
};

template <class Way, class I> void walk(Way& way, I& i) {
    using T = std::remove_const_t<I>;
    if constexpr (std::is_same_v<T, input::Send>) {
        way.field(i.client), way.field(i.to), way.field(i.subject), way.field(i.body);
    } else if constexpr (std::is_same_v<T, input::CheckMail>) {
        way.field(i.client);
    } else if constexpr (std::is_same_v<T, input::SwitchOff> || std::is_same_v<T, input::SwitchOn>) {
        way.field(i.host);
    } else if constexpr (std::is_same_v<T, input::CutLink> || std::is_same_v<T, input::MendLink>) {
        way.field(i.a), way.field(i.b);
    } else if constexpr (std::is_same_v<T, input::AcceptLetter>) {
        way.field(i.host), way.field(i.envelope), way.field(i.message);
    } else if constexpr (std::is_same_v<T, input::StoreFlags>) {
        way.field(i.host), way.field(i.user), way.field(i.mailbox), way.field(i.uids);
        way.choice(i.change, input::FlagChange::Remove), way.field(i.flags);
    } else if constexpr (std::is_same_v<T, input::Expunge>) {
        way.field(i.host), way.field(i.user), way.field(i.mailbox), way.field(i.uids);
    } else if constexpr (std::is_same_v<T, input::Append>) {
        way.field(i.host), way.field(i.user), way.field(i.mailbox), way.field(i.message);
        way.field(i.flags), way.field(i.internalDate);
    } else if constexpr (std::is_same_v<T, input::CopyMessages>) {
        way.field(i.host), way.field(i.user), way.field(i.mailbox), way.field(i.uids);
        way.field(i.target), way.field(i.move);
    } else if constexpr (std::is_same_v<T, input::ChangeMailbox>) {
        way.field(i.host), way.field(i.user), way.choice(i.change, input::MailboxChange::Unsubscribe);
        way.field(i.mailbox), way.field(i.newName);
    } else {
        static_assert(std::is_same_v<T, input::RenewUidValidity>,
                      "a new kind of input needs its fields here");
        way.field(i.uidValidity);
    }
}

// A known host is not yet a fitting one: a home keeps no mailboxes, an office writes no letters.
bool fits(const Plan& plan, const input::Send& i) { return plan.isClient(i.client); }
bool fits(const Plan& plan, const input::CheckMail& i) { return plan.isClient(i.client); }
bool fits(const Plan&, const input::CutLink&) { return true; }
bool fits(const Plan&, const input::MendLink&) { return true; }
bool fits(const Plan&, const input::SwitchOff&) { return true; }
bool fits(const Plan&, const input::SwitchOn&) { return true; }
bool fits(const Plan&, const input::RenewUidValidity&) { return true; }
template <class T> bool fits(const Plan& plan, const T& i) { return !plan.isClient(i.host); }

template <std::size_t I = 0> Result<Input> decodeKind(std::uint64_t kind, In& in, const Plan& plan) {
    if constexpr (I == std::variant_size_v<Input>) {
        return problem("an input of an unknown kind", "it may come from a newer Mailtown");
    } else {
        if (kind != I) return decodeKind<I + 1>(kind, in, plan);
        std::variant_alternative_t<I, Input> value;
        walk(in, value);
        if (!in.failed() && !fits(plan, value)) in.wrong("an act at a host that cannot do it");
        if (in.failed()) return problem("a damaged input: " + in.what());
        return Input(std::move(value));
    }
}
} // namespace

std::string encodeInput(const Plan& plan, const Input& input) {
    OctetWriter writer;
    writer.number(inputCodeVersion);
    std::visit(
        [&](const auto& value) {
            writer.number(kindOf<std::decay_t<decltype(value)>>());
            Out out(plan, writer);
            walk(out, value);
        },
        input);
    return writer.take();
}

Result<Input> decodeInput(const Plan& plan, std::string_view octets) {
    OctetReader reader(octets);
    const std::uint64_t version = reader.number();
    if (reader.failed() || version < 1) return problem("a damaged input: it does not begin as one");
    if (version > inputCodeVersion) return problem("an input of a newer version", "use a newer Mailtown");
    const std::uint64_t kind = reader.number();
    In in(plan, reader);
    auto input = decodeKind(kind, in, plan);
    if (input && !reader.atEnd()) return problem("a damaged input: something follows its end");
    return input;
}

} // namespace mailtown
