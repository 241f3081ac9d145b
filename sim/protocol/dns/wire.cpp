#include "protocol/dns/wire.h"

#include <array>

namespace mailtown::dns {
namespace {

constexpr std::array<std::pair<Rcode, std::string_view>, 7> rcodes{{{Rcode::NoError, "NOERROR"},
                                                                    {Rcode::FormErr, "FORMERR"},
                                                                    {Rcode::ServFail, "SERVFAIL"},
                                                                    {Rcode::NxDomain, "NXDOMAIN"},
                                                                    {Rcode::NotImp, "NOTIMP"},
                                                                    {Rcode::Refused, "REFUSED"},
                                                                    {Rcode::BadVers, "BADVERS"}}};

constexpr int mostJumps = 127; // a right name has no more labels, so no more pointers of use

class Reader {
public:
    explicit Reader(std::string_view octets) : octets_(octets) {}

    // Once something was wrong, all that is read is zero or empty.
    bool good() const { return good_; }
    void fail() { good_ = false; }
    std::size_t at() const { return at_; }
    bool atEnd() const { return at_ == octets_.size(); }

    std::string_view take(std::size_t size) {
        if (!good_ || size > octets_.size() - at_) {
            good_ = false;
            return {};
        }
        at_ += size;
        return octets_.substr(at_ - size, size);
    }
    std::uint8_t u8() {
        const std::string_view one = take(1);
        return one.empty() ? std::uint8_t(0) : std::uint8_t(one[0]);
    }
    std::uint16_t u16() {
        const unsigned high = u8();
        return std::uint16_t(high << 8 | u8());
    }
    std::uint32_t u32() {
        const std::uint32_t high = u16();
        return high << 16 | u16();
    }

    Name name() {
        Name out;
        std::size_t at = at_, start = at_;
        bool jumped = false;
        for (int jumps = 0; good_;) {
            if (at >= octets_.size()) break;
            const std::size_t length = octet(at);
            if (length == 0) {
                if (!jumped) at_ = at + 1;
                return out;
            }
            if ((length & 0xC0) == 0xC0) {
                // RFC 1035 §4.1.4: a pointer leads to a prior occurrence, so strictly backwards.
                if (at + 1 >= octets_.size() || ++jumps > mostJumps) break;
                const std::size_t target = (length & 0x3F) << 8 | octet(at + 1);
                if (target >= start) break;
                if (!jumped) at_ = at + 2;
                jumped = true;
                at = start = target;
            } else {
                if ((length & 0xC0) != 0 || length >= octets_.size() - at) break;
                if (!out.append(octets_.substr(at + 1, length))) break;
                at += 1 + length;
            }
        }
        good_ = false;
        return {};
    }

private:
    std::size_t octet(std::size_t at) const { return static_cast<unsigned char>(octets_[at]); }

    std::string_view octets_;
    std::size_t at_ = 0;
    bool good_ = true;
};

Txt readTxt(std::string_view octets, Reader& reader) {
    Txt txt;
    while (!octets.empty()) {
        const std::size_t size = static_cast<unsigned char>(octets[0]);
        if (size >= octets.size()) {
            reader.fail();
            return {};
        }
        txt.strings.emplace_back(octets.substr(1, size));
        octets.remove_prefix(1 + size);
    }
    if (txt.strings.empty()) reader.fail(); // RFC 1035 §3.3.14: one or more
    return txt;
}

template <std::size_t size> std::array<std::uint8_t, size> readAddress(Reader& reader) {
    std::array<std::uint8_t, size> address{};
    for (std::uint8_t& octet : address) octet = reader.u8();
    return address;
}

Data readData(Reader& reader, Type type, std::size_t size) {
    switch (type) {
    case Type::A:
        return readAddress<4>(reader);
    case Type::AAAA:
        return readAddress<16>(reader);
    case Type::NS:
    case Type::CNAME:
    case Type::PTR:
        return reader.name();
    case Type::MX: {
        const std::uint16_t preference = reader.u16();
        return Mx{preference, reader.name()};
    }
    case Type::TXT:
        return readTxt(reader.take(size), reader);
    case Type::SOA: {
        Soa soa;
        soa.primary = reader.name();
        soa.responsible = reader.name();
        for (std::uint32_t* number : {&soa.serial, &soa.refresh, &soa.retry, &soa.expire, &soa.minimum})
            *number = reader.u32();
        return soa;
    }
    case Type::SRV: {
        Srv srv;
        for (std::uint16_t* number : {&srv.priority, &srv.weight, &srv.port}) *number = reader.u16();
        srv.target = reader.name();
        return srv;
    }
    default:
        return Opaque{std::string(reader.take(size))};
    }
}

// RFC 6891 §6.1.2: each option has a code, a length and as many octets.
bool optionsAreWhole(std::string_view octets) {
    Reader reader(octets);
    while (reader.good() && !reader.atEnd()) {
        reader.u16();
        reader.take(reader.u16());
    }
    return reader.good();
}

void readRecord(Reader& reader, Message& message, std::vector<Record>& section) {
    Record record;
    record.name = reader.name();
    record.type = Type(reader.u16());
    record.recordClass = Class(reader.u16());
    record.ttl = reader.u32();
    const std::size_t size = reader.u16();
    if (record.type == Type::OPT) {
        // RFC 6891 §6.1.1: one, at the root, among the additional records.
        const bool whole = optionsAreWhole(reader.take(size));
        if (!whole || message.edns || !record.name.isRoot() || &section != &message.additional)
            return reader.fail();
        message.edns = Edns{std::uint16_t(record.recordClass), std::uint8_t(record.ttl >> 16),
                            (record.ttl & 0x8000) != 0};
        message.rcode = Rcode(unsigned(message.rcode) | record.ttl >> 24 << 4);
        return;
    }
    if (record.ttl > 0x7FFFFFFF) record.ttl = 0; // RFC 2181 §8
    const std::size_t end = reader.at() + size;
    record.data = readData(reader, record.type, size);
    if (!reader.good() || reader.at() != end) return reader.fail();
    section.push_back(std::move(record));
}

Message readHeader(Reader& reader, std::array<std::uint16_t, 4>& counts) {
    Message message;
    message.id = reader.u16();
    const unsigned flags = reader.u16();
    message.response = (flags & 0x8000) != 0;
    message.opcode = Opcode(flags >> 11 & 0xF);
    message.authoritative = (flags & 0x0400) != 0;
    message.truncated = (flags & 0x0200) != 0;
    message.recursionDesired = (flags & 0x0100) != 0;
    message.recursionAvailable = (flags & 0x0080) != 0;
    message.authenticData = (flags & 0x0020) != 0; // RFC 4035 §3.2
    message.checkingDisabled = (flags & 0x0010) != 0;
    message.rcode = Rcode(flags & 0xF);
    for (std::uint16_t& count : counts) count = reader.u16();
    return message;
}

} // namespace

std::string rcodeName(Rcode rcode) {
    for (const auto& [code, name] : rcodes)
        if (code == rcode) return std::string(name);
    return "RCODE" + std::to_string(unsigned(rcode));
}

std::optional<Message> decodeHeader(std::string_view octets) {
    Reader reader(octets);
    std::array<std::uint16_t, 4> counts;
    const Message message = readHeader(reader, counts);
    return reader.good() ? std::optional(message) : std::nullopt;
}

std::optional<Message> decode(std::string_view octets) {
    if (octets.size() > longestMessage) return std::nullopt;
    Reader reader(octets);
    std::array<std::uint16_t, 4> counts;
    Message message = readHeader(reader, counts);
    for (int i = 0; i < counts[0] && reader.good(); ++i) {
        Question question;
        question.name = reader.name();
        question.type = Type(reader.u16());
        question.questionClass = Class(reader.u16());
        message.questions.push_back(std::move(question));
    }
    std::size_t count = 1;
    for (std::vector<Record>* section : {&message.answers, &message.authority, &message.additional}) {
        for (int i = 0; i < counts[count] && reader.good(); ++i) readRecord(reader, message, *section);
        ++count;
    }
    return reader.good() ? std::optional(std::move(message)) : std::nullopt;
}

} // namespace mailtown::dns
