// The append-only trace of a town: records and their text, in chunks that copies share.
#pragma once

#include "base/chunked_array.h"
#include "trace/record.h"
#include "trace/text_store.h"

#include <array>
#include <string_view>

namespace mailtown {

class Trace {
public:
    enum class Keep : std::uint8_t { All, Nothing }; // Nothing: counts only, for replays and benchmarks

    explicit Trace(Keep keep = Keep::All) : keep_(keep) {}

    // `record.textAt` and `textSize` are set here. Records come in order of time. No allocation but one a
    // chunk. A text over 64 kB is cut.
    void add(Record record, std::string_view text = {});

    std::size_t size() const { return records_.size(); }
    const Record& operator[](std::size_t index) const { return records_[index]; }
    std::string_view text(const Record& record) const;

    std::size_t countOf(Kind kind) const { return counts_[std::size_t(kind)]; }
    std::size_t firstAfter(Time time) const; // index of the first record with at > time
    void truncate(std::size_t size);         // forget what came later (a new future begins)
    void clear();                            // forget all, keep the counts (for streaming output)

    std::size_t octets() const {
        return records_.octets() + texts_.octets();
    } // memory, shared chunks included
    bool keepsAll() const { return keep_ == Keep::All; }
    bool operator==(const Trace& other) const; // records and texts

private:
    ChunkedArray<Record> records_;
    TextStore texts_;
    std::array<std::size_t, kindCount> counts_{};
    Keep keep_;
};

} // namespace mailtown
