#include "scenario/document.h"

#include "base/text.h"
#include "scenario/fold.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <map>
#include <sstream>
#include <utility>

namespace mailtown {
namespace {

// Thrown out of the parser when reading on is pointless; caught in parseDocument.
struct Stop {
    Where where;
    std::string what, mend;
};

// Lines of the text, to turn the parser's columns (octets) into characters.
class Lines {
public:
    explicit Lines(std::string_view text) : text_(text), starts_{0} {
        for (std::size_t at = 0; at < text.size(); ++at)
            if (text[at] == '\n') starts_.push_back(at + 1);
    }
    Where where(const YAML::Mark& mark) const {
        if (mark.line < 0) return {};
        const std::size_t line = std::min(std::size_t(mark.line), starts_.size() - 1);
        return at(line, starts_[line] + std::size_t(std::max(mark.column, 0)));
    }
    Where where(std::size_t octet) const {
        const auto after = std::upper_bound(starts_.begin(), starts_.end(), octet);
        return at(std::size_t(after - starts_.begin()) - 1, octet);
    }
    std::string_view from(const YAML::Mark& mark) const {
        const std::size_t line = std::min(std::size_t(std::max(mark.line, 0)), starts_.size() - 1);
        return text_.substr(std::min(starts_[line] + std::size_t(std::max(mark.column, 0)), text_.size()));
    }
    // A line over the bound (the parser takes quadratic care of brackets on one line).
    std::optional<Where> tooLong() const {
        for (std::size_t i = 0; i < starts_.size(); ++i) {
            const std::size_t end = i + 1 < starts_.size() ? starts_[i + 1] : text_.size();
            if (end - starts_[i] > limits::lineSize) return Where{int(i) + 1, 1};
        }
        return std::nullopt;
    }

    // The nearest line at that one or above that a TAB indents; 0 when there is none.
    int tabbed(int line) const {
        for (int i = std::min(line, int(starts_.size())); i > 0; --i) {
            const std::size_t start = starts_[std::size_t(i) - 1];
            const std::size_t end = std::min(text_.find_first_not_of(" \t", start), text_.size());
            if (text_.substr(start, end - start).find('\t') != text_.npos) return i;
        }
        return 0;
    }

private:
    // The parser asks in order, so that counting goes on from the last answer.
    Where at(std::size_t line, std::size_t octet) const {
        octet = std::min(octet, text_.size());
        if (line != line_ || octet < octet_) {
            line_ = line;
            octet_ = starts_[line];
            column_ = 1;
        }
        for (; octet_ < octet; ++column_) nextCodePoint(text_, octet_);
        return {int(line) + 1, column_};
    }

    std::string_view text_;
    std::vector<std::size_t> starts_;
    mutable std::size_t line_ = 0, octet_ = 0;
    mutable int column_ = 1;
};

// YAML 1.2 §5.1: what a file cannot hold as it stands shall not come in by escapes either: a terminal would
// obey it.
bool isForbidden(char32_t c) {
    return (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || (c >= 0x7F && c < 0xA0 && c != 0x85);
}

bool isReadable(std::string_view text) {
    for (std::size_t at = 0; at < text.size();)
        if (isForbidden(nextCodePoint(text, at))) return false;
    return true;
}

// Whether the quoted scalar that `text` begins with ends in it; yaml-cpp takes the end of the file for its
// end.
bool closesItsQuote(std::string_view text) {
    const char quote = text.front();
    for (std::size_t at = 1; at < text.size(); ++at) {
        if (quote == '"' && text[at] == '\\')
            ++at;
        else if (text[at] == quote && quote == '\'' && text.substr(at + 1).starts_with('\''))
            ++at;
        else if (text[at] == quote)
            return true;
    }
    return false;
}

class Builder : public YAML::EventHandler {
public:
    Builder(const Lines& lines, Report& report) : lines_(lines), report_(report) {}

    NodePtr root() const { return root_; }

    void OnDocumentStart(const YAML::Mark&) override {}
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
        add(start(Node::Kind::Null, mark), anchor);
    }
    void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  const std::string& value) override {
        std::shared_ptr<Node> node = start(Node::Kind::Scalar, mark);
        refuseTag(tag, node->where);
        node->plain = tag != "!"; // yaml-cpp: "!" for quoted and block scalars, "?" for plain ones
        const std::string_view source = lines_.from(mark);
        if (!node->plain && (source.starts_with('"') || source.starts_with('\'')) && !closesItsQuote(source))
            throw Stop{node->where, "a quote that opens here and is never closed",
                       std::string("write ") + source.front() + " at its end"};
        node->scalar = unfolded(value, source);
        node->octets = value.size();
        if (!isReadable(value))
            report_.error(node->where, "control character in " + node->described(), "remove it");
        // A literal ~ or null reaches us as OnNull, the other spellings of YAML 1.2's core schema do not.
        if (node->plain && (value == "Null" || value == "NULL" || value.empty()))
            node->kind = Node::Kind::Null;
        add(std::move(node), anchor);
    }
    void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override {
        const auto found = anchors_.find(anchor);
        if (found == anchors_.end()) // not finished yet
            throw Stop{lines_.where(mark), "an alias stands inside what it names", "write it out"};
        deep(found->second->height, lines_.where(mark));
        count(found->second->size, lines_.where(mark));
        octets_ += found->second->octets;
        if (octets_ > limits::octets)
            throw Stop{lines_.where(mark), "more than 8 MiB of text, aliases written out",
                       "make the scenario smaller"};
        attach(found->second, lines_.where(mark));
    }
    void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value) override {
        open(Node::Kind::Sequence, mark, tag, anchor);
    }
    void OnSequenceEnd() override { close(); }
    void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value) override {
        open(Node::Kind::Map, mark, tag, anchor);
    }
    void OnMapEnd() override { close(); }

private:
    struct Open {
        std::shared_ptr<Node> node;
        YAML::anchor_t anchor = 0;
        std::optional<Name> key;           // read, its value is awaited
        std::map<std::string, int> lineOf; // keys so far
    };

    std::shared_ptr<Node> start(Node::Kind kind, const YAML::Mark& mark) {
        auto node = std::make_shared<Node>();
        node->kind = kind;
        node->where = lines_.where(mark);
        deep(1, node->where);
        count(1, node->where);
        return node;
    }
    void deep(int height, Where where) const {
        if (int(open_.size()) + height > limits::nesting)
            throw Stop{where, "nested more than " + std::to_string(limits::nesting) + " levels deep",
                       "a scenario needs no more than six"};
    }
    void count(std::size_t more, Where where) {
        nodes_ += more;
        if (nodes_ > limits::nodes)
            throw Stop{where, "more than " + std::to_string(limits::nodes) + " values, aliases written out",
                       "make the scenario smaller"};
    }
    void refuseTag(const std::string& tag, Where where) {
        if (!tag.empty() && tag != "?" && tag != "!")
            report_.error(where, "tag '" + tag + "' means nothing here", "leave it out");
    }
    void open(Node::Kind kind, const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor) {
        std::shared_ptr<Node> node = start(kind, mark);
        refuseTag(tag, node->where);
        open_.push_back({std::move(node), anchor, {}, {}});
    }
    void close() {
        Open done = std::move(open_.back());
        open_.pop_back();
        add(std::move(done.node), done.anchor);
    }
    void add(std::shared_ptr<Node> node, YAML::anchor_t anchor) {
        const NodePtr finished = std::move(node);
        if (anchor != 0) anchors_[anchor] = finished;
        attach(finished, finished->where);
    }
    void attach(const NodePtr& node, Where where) {
        if (open_.empty()) {
            root_ = node;
            return;
        }
        Open& parent = open_.back();
        parent.node->size += node->size;
        parent.node->octets += node->octets;
        parent.node->height = std::max(parent.node->height, node->height + 1);
        if (parent.node->kind == Node::Kind::Sequence)
            parent.node->items.push_back(node);
        else if (!parent.key)
            parent.key = key(parent, *node, where);
        else {
            if (!parent.key->value.empty()) parent.node->members.push_back({*parent.key, node});
            parent.key.reset();
        }
    }
    // A key that cannot be used is reported and read as "", which drops its value.
    Name key(Open& parent, const Node& node, Where where) {
        if (node.kind != Node::Kind::Scalar || node.scalar.empty()) {
            report_.error(where, "a key must be a name, not " + node.described());
            return {"", where};
        }
        const auto [first, fresh] = parent.lineOf.emplace(node.scalar, where.line);
        if (fresh) return {node.scalar, where};
        report_.error(where, "key '" + node.scalar + "' is written twice",
                      "the first one stands on line " + std::to_string(first->second));
        return {"", where};
    }

    const Lines& lines_;
    Report& report_;
    NodePtr root_;
    std::vector<Open> open_;
    std::map<YAML::anchor_t, NodePtr> anchors_;
    std::size_t nodes_ = 0;
    std::size_t octets_ = 0; // of aliases
};

// UTF-8 without control characters (YAML 1.2 §5.1), or the first place that is not.
bool readable(std::string_view text, const Lines& lines, Report& report) {
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t start = at;
        const char32_t c = nextCodePoint(text, at);
        if (c == 0xFFFD && at == start + 1) {
            report.error(lines.where(start), "not UTF-8 text", "save the file with the encoding UTF-8");
            return false;
        }
        if (isForbidden(c)) {
            report.error(lines.where(start), "control character in the text", "remove it");
            return false;
        }
    }
    return true;
}

} // namespace

std::string Node::described() const {
    switch (kind) {
    case Kind::Null:
        return "nothing";
    case Kind::Sequence:
        return "a list";
    case Kind::Map:
        return "a map";
    case Kind::Scalar:
        break;
    }
    std::string shown;
    for (std::size_t at = 0; at < scalar.size() && shown.size() < 60;) {
        const std::size_t start = at;
        nextCodePoint(scalar, at);
        shown += scalar[start] == '\n' ? std::string(" ") : scalar.substr(start, at - start);
    }
    return "'" + shown + (shown.size() < scalar.size() ? "…" : "") + "'";
}

std::optional<NodePtr> parseDocument(std::string_view text, Report& report) {
    if (text.size() > limits::fileSize) {
        report.error({1, 1}, "the file is over 1 MiB", "a scenario is a few kilobytes of text");
        return std::nullopt;
    }
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3); // a byte order mark
    const Lines lines(text);
    if (!readable(text, lines, report)) return std::nullopt;
    if (const auto where = lines.tooLong()) {
        report.error(*where, "the line is over 64 kB", "break it into several");
        return std::nullopt;
    }
    Builder builder(lines, report);
    try {
        std::istringstream stream{std::string(text)};
        YAML::Parser parser(stream);
        parser.HandleNextDocument(builder);
        if (!builder.root() || builder.root()->kind == Node::Kind::Null) {
            report.error({1, 1}, "the file is empty", "expected 'mailtown: 1' on its first line");
            return std::nullopt;
        }
        const NodePtr root = builder.root();
        Builder second(lines, report);
        if (parser.HandleNextDocument(second) && second.root())
            report.error(second.root()->where, "a second document in the file", "one scenario a file");
        return root;
    } catch (const Stop& stop) {
        report.error(stop.where, stop.what, stop.mend);
    } catch (const YAML::Exception& exception) {
        const Where where = lines.where(exception.mark);
        if (const int line = lines.tabbed(where.line); line > 0)
            report.error({line, 1}, "a TAB indents this line", "YAML is indented by spaces alone");
        else
            report.error(where, "not YAML: " + exception.msg,
                         "look at the indentation and the quotes here and above");
    }
    return std::nullopt;
}

} // namespace mailtown
