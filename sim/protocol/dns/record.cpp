#include "protocol/dns/record.h"

#include "base/text.h"

#include <array>
#include <charconv>
#include <utility>

namespace mailtown::dns {
namespace {

struct TypeRow {
    Type type;
    std::string_view name;
    std::string_view example; // empty: no zone holds it
};
constexpr std::array types{
    TypeRow{Type::A, "A", "10.1.0.25"},
    TypeRow{Type::NS, "NS", "ns.fuji.example"},
    TypeRow{Type::CNAME, "CNAME", "mail.fuji.example"},
    TypeRow{Type::SOA, "SOA", "ns.fuji.example hostmaster.fuji.example 1 7200 3600 1209600 300"},
    TypeRow{Type::PTR, "PTR", "mail.fuji.example"},
    TypeRow{Type::MX, "MX", "10 mail.fuji.example"},
    TypeRow{Type::TXT, "TXT", "v=spf1 mx -all"},
    TypeRow{Type::AAAA, "AAAA", "2001:db8::25"},
    TypeRow{Type::SRV, "SRV", "0 1 993 mail.fuji.example"},
    TypeRow{Type::OPT, "OPT", {}},
    TypeRow{Type::IXFR, "IXFR", {}},
    TypeRow{Type::AXFR, "AXFR", {}},
    TypeRow{Type::ANY, "ANY", {}},
};

constexpr std::size_t longestString = 255; // RFC 1035 §3.3
constexpr std::size_t longestTxt = 60'000; // so that it fits into a message with its length octets

// The words of a line one after another; anything wrong shows in `good`.
class Words {
public:
    explicit Words(std::string_view text) : rest_(trimmed(text)) {}

    Name name() {
        auto parsed = Name::parse(word());
        good_ = good_ && parsed.has_value();
        return parsed ? *parsed : Name();
    }
    template <class Number> Number number() {
        const std::string_view text = word();
        Number value = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
        good_ = good_ && error == std::errc() && end == text.data() + text.size();
        return value;
    }
    bool good() const { return good_ && rest_.empty(); } // and nothing is left

private:
    std::string_view word() {
        const std::size_t end = std::min(rest_.find_first_of(" \t"), rest_.size());
        const std::string_view out = rest_.substr(0, end);
        rest_ = trimmed(rest_.substr(end));
        return out;
    }

    std::string_view rest_;
    bool good_ = true;
};

// "one" "two \"quoted\" \195\169"; none when the text is anything else.
std::optional<Txt> quotedStrings(std::string_view text) {
    Txt txt;
    for (std::size_t at = 0; at < text.size();) {
        if (text[at] == ' ' || text[at] == '\t') {
            ++at;
            continue;
        }
        if (text[at++] != '"') return std::nullopt;
        std::string string;
        for (;; ++at) {
            if (at == text.size()) return std::nullopt;
            if (text[at] == '"') break;
            if (text[at] == '\\') {
                if (++at == text.size()) return std::nullopt;
                int value = 0;
                const auto [end, error] =
                    std::from_chars(text.data() + at, text.data() + std::min(at + 3, text.size()), value);
                if (error == std::errc() && end == text.data() + at + 3 && value >= 0 && value <= 255) {
                    string += char(value);
                    at += 2;
                    continue;
                }
            }
            string += text[at];
        }
        ++at;
        if (string.size() > longestString) return std::nullopt;
        txt.strings.push_back(std::move(string));
    }
    return txt.strings.empty() ? std::nullopt : std::optional(std::move(txt));
}

Txt readTxt(std::string_view text) {
    if (auto quoted = quotedStrings(text)) return std::move(*quoted);
    Txt txt;
    for (std::size_t at = 0; at < text.size(); at += longestString)
        txt.strings.emplace_back(text.substr(at, longestString));
    if (txt.strings.empty()) txt.strings.emplace_back();
    return txt;
}

std::string quoted(std::string_view string) {
    std::string out = "\"";
    for (const char c : string) {
        const auto octet = static_cast<unsigned char>(c);
        if (isControl(c) || !isAscii(c)) {
            out += {'\\', char('0' + octet / 100), char('0' + octet / 10 % 10), char('0' + octet % 10)};
        } else {
            if (c == '"' || c == '\\') out += '\\';
            out += c;
        }
    }
    return out + '"';
}

// RFC 3597 §5
std::string generic(std::string_view octets) {
    std::string out = "\\# " + std::to_string(octets.size());
    if (!octets.empty()) out += ' ';
    for (const char c : octets) {
        out += "0123456789ABCDEF"[static_cast<unsigned char>(c) >> 4];
        out += "0123456789ABCDEF"[static_cast<unsigned char>(c) & 0xF];
    }
    return out;
}

struct Speller {
    std::string operator()(const Opaque& data) const { return generic(data.octets); }
    std::string operator()(const Ipv4& data) const { return formatIpv4(data); }
    std::string operator()(const Ipv6& data) const { return formatIpv6(data); }
    std::string operator()(const Name& data) const { return data.text(); }
    std::string operator()(const Mx& data) const {
        return std::to_string(data.preference) + " " + data.exchange.text();
    }
    std::string operator()(const Txt& data) const {
        std::string out;
        for (const std::string& string : data.strings) out += (out.empty() ? "" : " ") + quoted(string);
        return out;
    }
    std::string operator()(const Soa& data) const {
        std::string out = data.primary.text() + " " + data.responsible.text();
        for (const std::uint32_t number : {data.serial, data.refresh, data.retry, data.expire, data.minimum})
            out += " " + std::to_string(number);
        return out;
    }
    std::string operator()(const Srv& data) const {
        return std::to_string(data.priority) + " " + std::to_string(data.weight) + " " +
               std::to_string(data.port) + " " + data.target.text();
    }
};

} // namespace

std::string typeName(Type type) {
    for (const TypeRow& row : types)
        if (row.type == type) return std::string(row.name);
    return "TYPE" + std::to_string(std::uint16_t(type));
}

std::optional<Type> typeNamed(std::string_view name) {
    for (const TypeRow& row : types)
        if (!row.example.empty() && equalIgnoringCase(row.name, name)) return row.type;
    return std::nullopt;
}

std::string_view dataExample(Type type) {
    for (const TypeRow& row : types)
        if (row.type == type) return row.example;
    return {};
}

std::optional<Data> parseData(Type type, std::string_view text) {
    Words words(text);
    Data data;
    switch (type) {
    case Type::A:
        if (const auto address = parseIpv4(trimmed(text))) return Data(*address);
        return std::nullopt;
    case Type::AAAA:
        if (const auto address = parseIpv6(trimmed(text))) return Data(*address);
        return std::nullopt;
    case Type::TXT:
        return text.size() <= longestTxt ? std::optional(Data(readTxt(text))) : std::nullopt;
    case Type::NS:
    case Type::CNAME:
    case Type::PTR:
        data = words.name();
        break;
    case Type::MX: {
        Mx mx;
        mx.preference = words.number<std::uint16_t>();
        mx.exchange = words.name();
        data = std::move(mx);
        break;
    }
    case Type::SOA: {
        Soa soa;
        soa.primary = words.name();
        soa.responsible = words.name();
        for (std::uint32_t* number : {&soa.serial, &soa.refresh, &soa.retry, &soa.expire, &soa.minimum})
            *number = words.number<std::uint32_t>();
        data = std::move(soa);
        break;
    }
    case Type::SRV: {
        Srv srv;
        for (std::uint16_t* number : {&srv.priority, &srv.weight, &srv.port})
            *number = words.number<std::uint16_t>();
        srv.target = words.name();
        data = std::move(srv);
        break;
    }
    default:
        return std::nullopt;
    }
    return words.good() ? std::optional(std::move(data)) : std::nullopt;
}

std::string dataText(const Data& data) { return std::visit(Speller{}, data); }

} // namespace mailtown::dns
