#include "trace/trace.h"

#include <algorithm>

namespace mailtown {

void Trace::add(Record record, std::string_view text) {
    ++counts_[std::size_t(record.kind)];
    if (keep_ == Keep::Nothing) return;
    text = text.substr(0, TextStore::blockSize);
    record.textAt = texts_.add(text);
    record.textSize = std::uint32_t(text.size());
    records_.push_back(record);
}

std::string_view Trace::text(const Record& record) const { return texts_.at(record.textAt, record.textSize); }

std::size_t Trace::firstAfter(Time time) const {
    std::size_t low = 0, high = records_.size();
    while (low < high) {
        const std::size_t middle = low + (high - low) / 2;
        if (records_[middle].at > time)
            high = middle;
        else
            low = middle + 1;
    }
    return low;
}

void Trace::truncate(std::size_t size) {
    if (size >= records_.size()) return;
    for (std::size_t i = size; i < records_.size(); ++i) --counts_[std::size_t(records_[i].kind)];
    std::uint64_t textEnd = 0;
    for (std::size_t i = size; i > 0;
         --i) // the last text that stays; records without one have no place of their own
        if (const Record& kept = records_[i - 1]; kept.textSize > 0) {
            textEnd = kept.textAt + kept.textSize;
            break;
        }
    texts_.truncate(textEnd);
    records_.truncate(size);
}

void Trace::clear() {
    texts_.truncate(0);
    records_.clear();
}

bool Trace::operator==(const Trace& other) const {
    if (keep_ != other.keep_ || counts_ != other.counts_ || size() != other.size()) return false;
    for (std::size_t i = 0; i < size(); ++i) {
        Record mine = records_[i], theirs = other.records_[i];
        if (text(mine) != other.text(theirs)) return false;
        mine.textAt = theirs.textAt = 0; // where a text lies depends on who shared the block
        if (!(mine == theirs)) return false;
    }
    return true;
}

} // namespace mailtown
