#include "scenario/fields.h"

#include "base/ip_address.h"
#include "base/text.h"

#include <algorithm>
#include <charconv>

namespace mailtown {
namespace {

void expected(const Node& node, std::string_view key, std::string_view what, Report& report) {
    report.error(node.where, "'" + std::string(key) + "' is " + node.described(),
                 "expected " + std::string(what));
}

bool isLanguageTag(std::string_view text) { // RFC 5646 §2.1, as far as we use it
    const std::size_t dash = text.find('-');
    const std::string_view language = text.substr(0, dash);
    if (language.size() < 2 || language.size() > 3) return false;
    if (!std::all_of(language.begin(), language.end(), [](char c) { return c >= 'a' && c <= 'z'; }))
        return false;
    if (dash == text.npos) return true;
    const std::string_view rest = text.substr(dash + 1);
    return rest.size() >= 2 && rest.size() <= 8 &&
           std::all_of(rest.begin(), rest.end(), [](char c) { return isLetter(c) || isDigit(c); });
}

std::optional<double> number(const Node& node) {
    if (node.kind != Node::Kind::Scalar || !node.plain) return std::nullopt;
    double value = 0;
    const char* const end = node.scalar.data() + node.scalar.size();
    const auto [stop, error] = std::from_chars(node.scalar.data(), end, value, std::chars_format::fixed);
    if (error != std::errc() || stop != end || !(value >= -1e6 && value <= 1e6)) return std::nullopt;
    return value;
}

} // namespace

Fields::Fields(const Node& node, const KeyTable& table, std::string what, Report& report)
    : node_(node), what_(std::move(what)), report_(report) {
    if (node.kind != Node::Kind::Map && node.kind != Node::Kind::Null) {
        report.error(node.where, what_ + " is " + node.described(), "expected a map with its keys");
        return;
    }
    for (const Node::Member& member : node.members)
        if (!table.has(member.key.value))
            report.error(member.key.where, "unknown key '" + member.key.value + "' in " + what_,
                         report.suggest(member.key.value, table.all()));
    for (const std::string& key : table.required)
        if (!find(key)) report.error(node.where, what_ + " has no key '" + key + "'", "write it");
}

const Node* Fields::find(std::string_view key) const {
    for (const Node::Member& member : node_.members)
        if (member.key.value == key) return member.value.get();
    return nullptr;
}

std::optional<std::string> readString(const Node& node, std::string_view key, Report& report) {
    if (node.kind == Node::Kind::Scalar) return node.scalar;
    expected(node, key, "a text", report);
    return std::nullopt;
}

std::optional<Name> readName(const Node& node, std::string_view key, Report& report) {
    if (node.kind == Node::Kind::Scalar && !node.scalar.empty() && trimmed(node.scalar) == node.scalar)
        return Name{node.scalar, node.where};
    expected(node, key, "a name", report);
    return std::nullopt;
}

std::optional<bool> readBool(const Node& node, std::string_view key, Report& report) {
    if (node.kind == Node::Kind::Scalar && node.plain) {
        if (node.scalar == "true") return true;
        if (node.scalar == "false") return false;
    }
    expected(node, key, "true or false", report);
    return std::nullopt;
}

std::optional<std::uint64_t> readNumber(const Node& node, std::string_view key, std::uint64_t most,
                                        Report& report) {
    std::uint64_t value = 0;
    const char* const end = node.scalar.data() + node.scalar.size();
    if (node.kind == Node::Kind::Scalar && node.plain) {
        const auto [stop, error] = std::from_chars(node.scalar.data(), end, value);
        if (error == std::errc() && stop == end && value <= most) return value;
    }
    expected(node, key, "a whole number from 0 to " + std::to_string(most), report);
    return std::nullopt;
}

std::optional<Duration> readDuration(const Node& node, std::string_view key, Report& report) {
    if (node.kind == Node::Kind::Scalar)
        if (const Result<Duration> read = parseDuration(node.scalar); read.ok()) return *read;
    expected(node, key, "a duration like 2d, 1h30m, 90s or 250ms", report);
    return std::nullopt;
}

std::optional<std::size_t> readWord(const Node& node, std::string_view key,
                                    const std::vector<std::string>& words, Report& report) {
    if (node.kind == Node::Kind::Scalar) {
        const auto found = std::find(words.begin(), words.end(), node.scalar);
        if (found != words.end()) return std::size_t(found - words.begin());
    }
    report.error(node.where, "'" + std::string(key) + "' is " + node.described(),
                 report.suggest(node.scalar, words));
    return std::nullopt;
}

std::optional<Text> readText(const Node& node, std::string_view key, Report& report) {
    Text text;
    if (node.kind == Node::Kind::Scalar) {
        text.byLanguage["und"] = node.scalar; // BCP 47: undetermined
        return text;
    }
    if (node.kind != Node::Kind::Map) {
        expected(node, key, "a text, or texts by language like {en: …, ja: …}", report);
        return std::nullopt;
    }
    for (const Node::Member& member : node.members) {
        if (!isLanguageTag(member.key.value))
            report.error(member.key.where, "'" + member.key.value + "' is not a language's tag",
                         report.suggest(member.key.value, {"en", "ja"}));
        else if (const auto value = readString(*member.value, member.key.value, report))
            text.byLanguage[member.key.value] = *value;
    }
    return text;
}

std::optional<Place> readPlace(const Node& node, std::string_view key, Report& report) {
    if (node.kind == Node::Kind::Sequence && node.items.size() == 2) {
        const auto x = number(*node.items[0]), y = number(*node.items[1]);
        if (x && y) return Place{*x, *y};
    }
    expected(node, key, "a place on the map like [270, 292]", report);
    return std::nullopt;
}

std::vector<Name> readNames(const Node& node, std::string_view key, Report& report) {
    std::vector<Name> out;
    if (node.kind != Node::Kind::Sequence) {
        if (const auto name = readName(node, key, report)) out.push_back(*name);
        return out;
    }
    if (node.items.empty()) expected(node, key, "at least one name", report);
    for (const NodePtr& item : node.items)
        if (const auto name = readName(*item, key, report)) out.push_back(*name);
    return out;
}

bool checkKey(const Name& key, std::string_view what, Report& report) {
    const std::string& text = key.value;
    if (!text.empty() && text.size() <= 40 && isLetter(text[0]) &&
        std::all_of(text.begin(), text.end(),
                    [](char c) { return isLetter(c) || isDigit(c) || c == '-' || c == '_'; }))
        return true;
    report.error(key.where, "'" + text + "' cannot name a " + std::string(what),
                 "expected a letter, then letters, digits, '-' or '_', at most 40");
    return false;
}

std::optional<Name> hostnameOf(const Name& name, std::string_view key, Report& report) {
    const std::string text = toLower(name.value);
    bool good = text.size() <= 253; // RFC 1035 §2.3.4
    std::size_t labels = 0;
    for (std::size_t at = 0; good && at <= text.size();) {
        const std::size_t dot = std::min(text.find('.', at), text.size());
        const std::string_view label = std::string_view(text).substr(at, dot - at);
        good = !label.empty() && label.size() <= 63 && label.front() != '-' && label.back() != '-' &&
               std::all_of(label.begin(), label.end(),
                           [](char c) { return isLetter(c) || isDigit(c) || c == '-' || c == '_'; });
        at = dot + 1;
        ++labels;
    }
    if (good && labels >= 2) return Name{text, name.where};
    report.error(name.where, "'" + std::string(key) + "' is '" + name.value + "'",
                 "expected a name like fuji.example: letters, digits and '-', with a dot");
    return std::nullopt;
}

std::optional<Name> readHostname(const Node& node, std::string_view key, Report& report) {
    const auto name = readName(node, key, report);
    return name ? hostnameOf(*name, key, report) : std::nullopt;
}

std::optional<Name> readIpv4(const Node& node, std::string_view key, Report& report) {
    if (node.kind == Node::Kind::Scalar && parseIpv4(node.scalar)) return Name{node.scalar, node.where};
    expected(node, key, "an IPv4 address like 10.1.0.25", report);
    return std::nullopt;
}

const std::vector<Node::Member>& readMap(const Node& node, std::string_view key, Report& report) {
    if (node.kind != Node::Kind::Map && node.kind != Node::Kind::Null)
        expected(node, key, "a map: one entry a line, its name first", report);
    return node.members;
}

const std::vector<NodePtr>& readList(const Node& node, std::string_view key, Report& report) {
    if (node.kind != Node::Kind::Sequence && node.kind != Node::Kind::Null)
        expected(node, key, "a list: one entry a line, each after '- '", report);
    return node.items;
}

} // namespace mailtown
