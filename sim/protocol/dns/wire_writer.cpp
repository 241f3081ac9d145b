// Messages into octets: the writing half of wire.h.
#include "protocol/dns/wire.h"

#include "base/text.h"

#include <array>
#include <map>

namespace mailtown::dns {
namespace {

constexpr std::size_t optSize = 11;
constexpr std::size_t headerSize = 12;
constexpr std::size_t pointerReach = 0x4000; // RFC 1035 §4.1.4: fourteen bits

class Writer {
public:
    std::size_t size() const { return out_.size(); }
    std::string& octets() { return out_; }

    void u8(unsigned value) { out_ += char(value & 0xFF); }
    void u16(unsigned value) {
        u8(value >> 8);
        u8(value);
    }
    void u32(std::uint32_t value) {
        u16(value >> 16);
        u16(value);
    }
    void setU16(std::size_t at, unsigned value) {
        out_[at] = char(value >> 8 & 0xFF);
        out_[at + 1] = char(value & 0xFF);
    }
    void raw(std::string_view octets) { out_ += octets; }

    void name(const Name& name) {
        const std::string lower = toLower(name.labels());
        for (std::size_t at = 0; at < lower.size(); at += 1 + std::size_t(lower[at])) {
            const auto [place, isNew] = places_.emplace(lower.substr(at), size());
            if (!isNew) return u16(unsigned(0xC000 | place->second));
            if (size() >= pointerReach) places_.erase(place);
            raw(name.labels().substr(at, 1 + std::size_t(lower[at])));
        }
        u8(0);
    }
    void plainName(const Name& name) {
        raw(name.labels());
        u8(0);
    }

    // Takes back all that was written from `size` on.
    void cut(std::size_t size) {
        out_.resize(size);
        std::erase_if(places_, [size](const auto& place) { return place.second >= size; });
    }

private:
    std::string out_;
    std::map<std::string, std::size_t> places_; // where a name's tail, in lower case, stands already
};

struct DataWriter {
    Writer& out;

    void operator()(const Opaque& data) const { out.raw(data.octets); }
    void operator()(const Ipv4& data) const {
        for (const std::uint8_t octet : data) out.u8(octet);
    }
    void operator()(const Ipv6& data) const {
        for (const std::uint8_t octet : data) out.u8(octet);
    }
    void operator()(const Name& data) const { out.name(data); }
    void operator()(const Mx& data) const {
        out.u16(data.preference);
        out.name(data.exchange);
    }
    void operator()(const Txt& data) const {
        for (const std::string& string : data.strings) {
            out.u8(unsigned(string.size()));
            out.raw(string);
        }
    }
    void operator()(const Soa& data) const {
        out.name(data.primary);
        out.name(data.responsible);
        for (const std::uint32_t number : {data.serial, data.refresh, data.retry, data.expire, data.minimum})
            out.u32(number);
    }
    void operator()(const Srv& data) const {
        out.u16(data.priority);
        out.u16(data.weight);
        out.u16(data.port);
        out.plainName(data.target); // RFC 2782: not compressed
    }
};

void writeRecord(Writer& out, const Record& record) {
    out.name(record.name);
    out.u16(unsigned(record.type));
    out.u16(unsigned(record.recordClass));
    out.u32(record.ttl);
    const std::size_t lengthAt = out.size();
    out.u16(0);
    std::visit(DataWriter{out}, record.data);
    out.setU16(lengthAt, unsigned(out.size() - lengthAt - 2));
}

bool sameSet(const Record& a, const Record& b) {
    return a.type == b.type && a.recordClass == b.recordClass && a.name == b.name;
}

// As many of the section's record sets as fit; how many records that are.
std::size_t writeSection(Writer& out, const std::vector<Record>& section, std::size_t limit) {
    for (std::size_t begin = 0, end; begin < section.size(); begin = end) {
        const std::size_t sizeBefore = out.size();
        for (end = begin; end < section.size() && sameSet(section[begin], section[end]); ++end) {
            writeRecord(out, section[end]);
            if (out.size() > limit) {
                out.cut(sizeBefore);
                return begin;
            }
        }
    }
    return section.size();
}

unsigned flagsOf(const Message& message, bool truncated) {
    const auto bit = [](bool set, unsigned value) { return set ? value : 0u; };
    return bit(message.response, 0x8000) | (unsigned(message.opcode) & 0xF) << 11 |
           bit(message.authoritative, 0x0400) | bit(truncated, 0x0200) |
           bit(message.recursionDesired, 0x0100) | bit(message.recursionAvailable, 0x0080) |
           bit(message.authenticData, 0x0020) | bit(message.checkingDisabled, 0x0010) |
           (unsigned(message.rcode) & 0xF);
}

void writeOpt(Writer& out, const Edns& edns, Rcode rcode) {
    out.plainName(Name());
    out.u16(unsigned(Type::OPT));
    out.u16(edns.udpSize);
    out.u8(unsigned(rcode) >> 4);
    out.u8(edns.version);
    out.u16(edns.dnssecOk ? 0x8000 : 0);
    out.u16(0);
}

} // namespace

std::string encode(const Message& message, std::size_t limit) {
    Writer out;
    std::array<std::size_t, 4> counts{message.questions.size(), 0, 0, 0};
    for (std::size_t i = 0; i < headerSize; ++i) out.u8(0);
    for (const Question& question : message.questions) {
        out.name(question.name);
        out.u16(unsigned(question.type));
        out.u16(unsigned(question.questionClass));
    }
    const std::size_t room = limit - (message.edns ? optSize : 0);
    bool truncated = message.truncated;
    counts[1] = writeSection(out, message.answers, room);
    truncated = truncated || counts[1] < message.answers.size();
    if (!truncated) {
        counts[2] = writeSection(out, message.authority, room);
        truncated = counts[2] < message.authority.size();
    }
    if (!truncated) counts[3] = writeSection(out, message.additional, room);
    if (message.edns) {
        writeOpt(out, *message.edns, message.rcode);
        ++counts[3];
    }
    out.setU16(0, message.id);
    out.setU16(2, flagsOf(message, truncated));
    for (std::size_t i = 0; i < counts.size(); ++i) out.setU16(4 + 2 * i, unsigned(counts[i]));
    return std::move(out.octets());
}

} // namespace mailtown::dns
