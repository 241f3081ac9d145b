// Looks for many words in a text at once, ASCII letters in any case (Aho and Corasick, 1975): each octet of
// the text is read once, however many the words are and whatever they and the text hold. CR is read over, so
// that line ends are LF; no word that holds one is found.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace mailtown::imap {

class WordFinder {
public:
    // What was found so far, in as many texts as belong together.
    using Found = std::vector<std::uint8_t>; // by state

    WordFinder() = default;
    explicit WordFinder(const std::vector<std::string_view>& words);

    // Of the table, in entries; it is made only where it stays below `mostEntries`.
    static constexpr std::size_t mostEntries = 1 << 20;
    std::size_t entries() const { return next_.size(); }
    bool tooLarge() const { return tooLarge_; }

    Found nothingFound() const { return Found(ends_.size(), 0); }
    void look(std::string_view text, Found& found) const;
    // `word`: one of those it was made for.
    bool holds(const Found& found, std::string_view word) const;

private:
    std::size_t columnOf(char c) const { return columns_[static_cast<unsigned char>(c)]; }
    bool addStates(const std::vector<std::string_view>& words);
    void link();

    std::array<std::uint16_t, 256> columns_{}; // by octet; 0: in none of the words
    std::size_t width_ = 1;                    // columns
    std::vector<std::uint32_t>
        next_; // by state and column: where the state's row begins, × 2, + 1 if words end
    std::vector<std::uint32_t> ends_;    // by state: the longest word that ends there, as its state; 0: none
    std::vector<std::uint32_t> shorter_; // by state that is a word: the next shorter one that ends there
    bool tooLarge_ = false;
};

} // namespace mailtown::imap
