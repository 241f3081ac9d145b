#include "mail/message.h"

#include "base/text.h"

#include <algorithm>
#include <utility>

namespace mailtown {

// One piece of the content, and what follows it. Never changed once it is shared.
struct Message::Block {
    std::string octets;
    mutable std::shared_ptr<const Block> rest; // mutable for the destructor alone
    std::size_t size = 0;                      // of this piece and all that follows

    Block(std::string piece, std::shared_ptr<const Block> following)
        : octets(std::move(piece)), rest(std::move(following)),
          size(octets.size() + (rest ? rest->size : 0)) {}
    Block(const Block&) = delete;
    Block& operator=(const Block&) = delete;

    // A list freed link by link in a loop: a letter that went round thousands of hops must not overflow the
    // stack.
    ~Block() {
        std::shared_ptr<const Block> next = std::move(rest);
        while (next && next.use_count() == 1) next = std::shared_ptr<const Block>(std::move(next->rest));
    }
};

namespace {

// Line by line through the pieces of a header. Lines end at LF, with or without CR before it: what came in
// with bare LF is read, not repaired.
template <class Block> class HeaderReader {
public:
    explicit HeaderReader(const Block* top) : block_(top) {}

    // The next line with its line end; false at the empty line (which is passed over) and at the end.
    bool next(std::string& line) {
        line.clear();
        while (block_) {
            const std::string& octets = block_->octets;
            const std::size_t end = octets.find('\n', at_);
            if (end != octets.npos) {
                line.append(octets, at_, end + 1 - at_);
                at_ = end + 1;
                return line != "\r\n" && line != "\n";
            }
            line.append(octets, at_);
            block_ = block_->rest.get();
            at_ = 0;
        }
        return !line.empty();
    }

    // What has not been read.
    std::string remaining() const {
        std::string out;
        if (!block_) return out;
        out.reserve(block_->size - at_);
        out.append(block_->octets, at_);
        for (const Block* block = block_->rest.get(); block; block = block->rest.get()) out += block->octets;
        return out;
    }

private:
    const Block* block_;
    std::size_t at_ = 0;
};

bool isFolded(const std::string& line) { return line.front() == ' ' || line.front() == '\t'; }

} // namespace

Message::Message(std::string octets) : top_(std::make_shared<const Block>(std::move(octets), nullptr)) {}

Message Message::withPrepended(std::string lines) const {
    Message message;
    message.top_ = std::make_shared<const Block>(std::move(lines), top_);
    return message;
}

std::size_t Message::size() const { return top_ ? top_->size : 0; }

std::string Message::octets() const { return HeaderReader<Block>(top_.get()).remaining(); }

std::string Message::header() const {
    HeaderReader<Block> reader(top_.get());
    std::string out, line;
    while (reader.next(line)) out += line;
    if (!out.empty() && out.back() != '\n') out += "\r\n";
    return out;
}

std::string Message::body() const {
    HeaderReader<Block> reader(top_.get());
    std::string line;
    while (reader.next(line)) {
    }
    return reader.remaining();
}

void Message::appendOctets(std::string& out, std::size_t first, std::size_t count) const {
    for (const Block* block = top_.get(); block && count > 0; block = block->rest.get()) {
        const std::size_t octets = block->octets.size();
        if (first < octets) {
            const std::size_t here = std::min(count, octets - first);
            out.append(block->octets, first, here);
            count -= here;
        }
        first -= std::min(first, octets);
    }
}

std::size_t Message::headerSize() const {
    HeaderReader<Block> reader(top_.get());
    std::size_t octets = 0;
    for (std::string line; reader.next(line) || !line.empty();) {
        octets += line.size();
        if (line == "\r\n" || line == "\n") break;
    }
    return octets;
}

std::string Message::field(std::string_view name) const {
    HeaderReader<Block> reader(top_.get());
    std::string line;
    bool more = reader.next(line);
    while (more) {
        const std::size_t colon = line.find(':');
        // RFC 5322 §4.5: white space before the colon was allowed once.
        if (isFolded(line) || colon == line.npos ||
            !equalIgnoringCase(trimmed(std::string_view(line).substr(0, colon)), name)) {
            more = reader.next(line);
            continue;
        }
        // RFC 5322 §2.2.3: unfolding takes the line ends away and leaves the white space.
        const auto withoutLineEnd = [](std::string_view text) {
            return text.substr(0, text.find_last_not_of("\r\n") + 1);
        };
        std::string value(withoutLineEnd(std::string_view(line).substr(colon + 1)));
        while (reader.next(line) && isFolded(line)) value += withoutLineEnd(line);
        return std::string(trimmed(value));
    }
    return {};
}

bool Message::operator==(const Message& other) const {
    if (top_ == other.top_) return true;
    if (size() != other.size()) return false;
    // Piece by piece; once both stand at the same shared piece, the rest is the same.
    const Block *a = top_.get(), *b = other.top_.get();
    std::size_t atA = 0, atB = 0;
    while (a && b) {
        if (a == b && atA == atB) return true;
        const std::size_t count = std::min(a->octets.size() - atA, b->octets.size() - atB);
        if (a->octets.compare(atA, count, b->octets, atB, count) != 0) return false;
        if ((atA += count) == a->octets.size()) a = a->rest.get(), atA = 0;
        if ((atB += count) == b->octets.size()) b = b->rest.get(), atB = 0;
    }
    return true; // the sizes are equal; what is left on one side is empty pieces
}

} // namespace mailtown
