#include "protocol/imap/word_finder.h"

#include "base/text.h"

namespace mailtown::imap {

WordFinder::WordFinder(const std::vector<std::string_view>& words) {
    columns_[static_cast<unsigned char>('\r')] = std::uint16_t(width_++);
    for (const std::string_view word : words)
        for (const char c : word) {
            std::uint16_t& column = columns_[static_cast<unsigned char>(toLower(c))];
            if (column == 0) column = std::uint16_t(width_++);
        }
    for (char c = 'A'; c <= 'Z'; ++c)
        columns_[static_cast<unsigned char>(c)] = std::uint16_t(columnOf(toLower(c)));
    tooLarge_ = !addStates(words);
    if (tooLarge_) {
        next_.clear();
        ends_.clear();
    } else {
        link();
    }
}

// A state for each beginning of a word; 0 is the empty one.
bool WordFinder::addStates(const std::vector<std::string_view>& words) {
    const auto addState = [this] {
        next_.resize(next_.size() + width_);
        ends_.push_back(0);
    };
    addState();
    for (const std::string_view word : words) {
        if (word.find('\r') != word.npos) continue;
        std::uint32_t state = 0;
        for (const char c : word) {
            const std::size_t at = state * width_ + columnOf(c);
            if (next_[at] == 0) {
                if (next_.size() + width_ > mostEntries) return false;
                next_[at] = std::uint32_t(ends_.size());
                addState();
            }
            state = next_[at];
        }
        ends_[state] = state;
    }
    return true;
}

// Where a word does not go on, another may have begun meanwhile: the longest end of what was read that is a
// state too. Breadth first, so that each shorter one is known before it is asked for.
void WordFinder::link() {
    shorter_.assign(ends_.size(), 0);
    std::vector<std::uint32_t> back(ends_.size(), 0), order{0};
    order.reserve(ends_.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
        const std::uint32_t state = order[i];
        for (std::size_t column = 0; column < width_; ++column) {
            std::uint32_t& next = next_[state * width_ + column];
            const std::uint32_t otherwise = state == 0 ? 0 : next_[back[state] * width_ + column];
            if (next == 0) {
                next = otherwise;
                continue;
            }
            back[next] = otherwise;
            const std::uint32_t inner = ends_[otherwise];
            if (ends_[next] == next)
                shorter_[next] = inner;
            else
                ends_[next] = inner;
            order.push_back(next);
        }
    }
    const std::size_t cr = columnOf('\r');
    for (std::uint32_t state = 0; state < ends_.size(); ++state) next_[state * width_ + cr] = state;
    for (std::uint32_t& next : next_)
        next = std::uint32_t(next * width_ * 2) + std::uint32_t(ends_[next] != 0);
}

void WordFinder::look(std::string_view text, Found& found) const {
    if (found.empty()) return;
    found[0] = 1; // the empty word is everywhere
    if (ends_.size() == 1) return;
    std::uint32_t row = 0;
    for (const char c : text) {
        const std::uint32_t next = next_[row + columnOf(c)];
        row = next / 2;
        if (next % 2 == 0) continue;
        // Behind a word that was found before, so were all that end in it.
        for (std::uint32_t word = ends_[row / width_]; word != 0 && !found[word]; word = shorter_[word])
            found[word] = 1;
    }
}

bool WordFinder::holds(const Found& found, std::string_view word) const {
    if (found.empty() || word.find('\r') != word.npos) return false;
    std::size_t row = 0;
    for (const char c : word) row = next_[row + columnOf(c)] / 2;
    return found[row / width_];
}

} // namespace mailtown::imap
