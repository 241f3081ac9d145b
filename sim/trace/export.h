// Records as lines: text for people, JSON for programs. The same records give the same bytes.
#pragma once

#include "trace/names.h"
#include "trace/record.h"

#include <string>
#include <string_view>

namespace mailtown {

// "0d 00:05:01.250000  fuji > sakura  line.server  250 2.0.0 Ok", with the end of the line.
void appendTextLine(std::string& out, const Record& record, std::string_view text, const TraceNames& names);

// One JSON object and the end of the line: `t` (µs), `kind`, and what applies of `letter` (numbered from 1),
// `host`, `peer`, `from`, `to`, `text`, `code`, `next` (µs).
void appendJsonLine(std::string& out, const Record& record, std::string_view text, const TraceNames& names);

// As a JSON string, quotes included; bytes that are not UTF-8 become U+FFFD.
void appendJsonString(std::string& out, std::string_view text);

} // namespace mailtown
