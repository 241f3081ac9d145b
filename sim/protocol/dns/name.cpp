#include "protocol/dns/name.h"

#include "base/text.h"

#include <algorithm>

namespace mailtown::dns {
namespace {

constexpr std::size_t longestLabel = 63; // RFC 1035 §2.3.4
constexpr std::size_t longestName = 255; // with every length octet and the root's

// Behind a backslash at `at`, which is moved on: the character meant, or none.
std::optional<char> escaped(std::string_view text, std::size_t& at) {
    if (at == text.size()) return std::nullopt;
    if (!isDigit(text[at])) return text[at++];
    if (text.size() - at < 3 || !isDigit(text[at + 1]) || !isDigit(text[at + 2])) return std::nullopt;
    const int value = (text[at] - '0') * 100 + (text[at + 1] - '0') * 10 + (text[at + 2] - '0');
    at += 3;
    return value <= 255 ? std::optional(char(value)) : std::nullopt;
}

} // namespace

bool Name::append(std::string_view label) {
    if (label.empty() || label.size() > longestLabel || labels_.size() + label.size() + 2 > longestName)
        return false;
    labels_ += char(label.size());
    labels_ += label;
    return true;
}

std::optional<Name> Name::parse(std::string_view text) {
    if (text == ".") return Name();
    if (text.empty()) return std::nullopt;
    Name name;
    std::string label;
    for (std::size_t at = 0; at < text.size();) {
        const char c = text[at++];
        if (c == '.') {
            if (!name.append(label)) return std::nullopt;
            label.clear();
        } else if (c == '\\') {
            const auto meant = escaped(text, at);
            if (!meant) return std::nullopt;
            label += *meant;
        } else {
            label += c;
        }
        if (label.size() > longestLabel) return std::nullopt;
    }
    if (!label.empty() && !name.append(label)) return std::nullopt;
    return name;
}

std::string Name::text() const {
    if (isRoot()) return ".";
    std::string out;
    for (std::size_t at = 0; at < labels_.size();) {
        const std::size_t end = at + 1 + std::size_t(labels_[at]);
        if (at > 0) out += '.';
        for (++at; at < end; ++at) {
            const char c = labels_[at];
            const auto octet = static_cast<unsigned char>(c);
            if (!isAscii(c) || isControl(c) || c == ' ') {
                out += '\\';
                out += char('0' + octet / 100);
                out += char('0' + octet / 10 % 10);
                out += char('0' + octet % 10);
            } else {
                if (std::string_view(".\\\"();@$").find(c) != std::string_view::npos) out += '\\';
                out += c;
            }
        }
    }
    return out;
}

Name Name::parent() const {
    Name up;
    if (!isRoot()) up.labels_ = labels_.substr(1 + std::size_t(labels_[0]));
    return up;
}

std::optional<Name> Name::below(std::string_view label) const {
    Name out;
    if (!out.append(label) || out.labels_.size() + labels_.size() + 1 > longestName) return std::nullopt;
    out.labels_ += labels_;
    return out;
}

bool Name::isWithin(const Name& zone) const {
    std::size_t at = 0;
    while (labels_.size() - at > zone.labels_.size()) at += 1 + std::size_t(labels_[at]);
    return equalIgnoringCase(labels().substr(at), zone.labels());
}

std::strong_ordering Name::operator<=>(const Name& other) const {
    // Length octets are below 64, where no letter is: they are left as they are.
    return std::lexicographical_compare_three_way(
        labels_.begin(), labels_.end(), other.labels_.begin(), other.labels_.end(), [](char a, char b) {
            return static_cast<unsigned char>(toLower(a)) <=> static_cast<unsigned char>(toLower(b));
        });
}

} // namespace mailtown::dns
