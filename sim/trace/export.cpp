#include "trace/export.h"

#include "base/text.h"

#include <array>
#include <cstdio>

namespace mailtown {
namespace {

bool aboutALetter(Kind kind) { return kind <= Kind::LetterRead; }

void appendNumber(std::string& out, std::string_view key, std::int64_t value) {
    out += ",\"";
    out += key;
    out += "\":";
    out += std::to_string(value);
}

void appendText(std::string& out, std::string_view key, std::string_view value) {
    out += ",\"";
    out += key;
    out += "\":";
    appendJsonString(out, value);
}

std::string recipientsOf(const Record& record, const TraceNames& names) {
    return record.recipient ? std::string(names.name(record.recipient)) : names.recipients(record.letter);
}

void appendClock(std::string& out, Time at) {
    std::array<char, 48> clock;
    const int size = std::snprintf(clock.data(), clock.size(), "%lldd %02d:%02d:%02d.%06d",
                                   static_cast<long long>(at / day), int(at / hour % 24),
                                   int(at / minute % 60), int(at / second % 60), int(at % second));
    out.append(clock.data(), std::size_t(size));
}

} // namespace

void appendJsonString(std::string& out, std::string_view text) {
    std::string replaced;
    if (!isUtf8(text)) text = replaced = toValidUtf8(text);
    out += '"';
    for (const char c : text) {
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (c == '\n') {
            out += "\\n";
        } else if (isControl(c)) {
            std::array<char, 8> code;
            std::snprintf(code.data(), code.size(), "\\u%04x", unsigned(static_cast<unsigned char>(c)));
            out += code.data();
        } else {
            out += c;
        }
    }
    out += '"';
}

void appendJsonLine(std::string& out, const Record& record, std::string_view text, const TraceNames& names) {
    out += "{\"t\":";
    out += std::to_string(record.at);
    appendText(out, "kind", kindName(record.kind));
    if (record.letter) appendNumber(out, "letter", std::int64_t(record.letter.index) + 1);
    if (record.host) appendText(out, "host", names.host(record.host));
    if (record.peer) appendText(out, "peer", names.host(record.peer));
    if (record.letter && aboutALetter(record.kind)) {
        appendText(out, "from", names.sender(record.letter));
        appendText(out, "to", recipientsOf(record, names));
    }
    if (!text.empty()) appendText(out, "text", text);
    if (record.code != 0) appendNumber(out, "code", record.code);
    if (record.next != never) appendNumber(out, "next", record.next);
    out += "}\n";
}

void appendTextLine(std::string& out, const Record& record, std::string_view text, const TraceNames& names) {
    appendClock(out, record.at);
    out += "  ";
    std::string who{record.host ? names.host(record.host) : "-"};
    if (record.peer) {
        who += " > ";
        who += names.host(record.peer);
    }
    if (who.size() < 24) who.resize(24, ' ');
    out += who;
    std::string what{kindName(record.kind)};
    what.resize(20, ' ');
    out += "  " + what;
    if (record.letter && aboutALetter(record.kind)) {
        out += "letter " + std::to_string(record.letter.index + 1) + " <" + names.sender(record.letter) +
               "> to <" + recipientsOf(record, names) + "> ";
    }
    if (record.code != 0 && record.kind != Kind::LineServer) out += std::to_string(record.code) + " ";
    const std::size_t start = out.size();
    out += isUtf8(text) ? std::string(text) : toValidUtf8(text);
    for (std::size_t i = start; i < out.size(); ++i)
        if (isControl(out[i])) out[i] = ' ';
    if (record.next != never) {
        out += "; next try at ";
        appendClock(out, record.next);
    }
    while (out.back() == ' ') out.pop_back();
    out += '\n';
}

} // namespace mailtown
