#include "mail/mime.h"

#include "base/text.h"
#include "mail/charset.h"
#include "mail/header_field.h"
#include "mail/mime_header.h"

#include <algorithm>

namespace mailtown {
namespace {

// Reads a message line by line, once, whatever its nesting: each line that starts with "--" is compared with
// the boundaries open at that point (RFC 2046 §5.1.1), innermost first.
class StructureReader {
public:
    StructureReader(std::string_view message, const MimeLimits& limits)
        : message_(message), limits_(limits) {}

    MimePart read() {
        MimePart root;
        readPart(root, false, 0);
        return root;
    }

private:
    static constexpr std::size_t endOfMessage = std::size_t(-1);

    // What ended a part: the boundary at that level of the open ones, or the end of the message.
    struct Ending {
        std::size_t level = endOfMessage;
        bool closing = false; // "--boundary--"
        std::size_t at = 0;   // where the delimiter line starts, or the message ends
        std::size_t linesBefore = 0;
    };

    struct Line {
        std::size_t begin = 0;
        std::string_view text; // without its line end
    };

    bool nextLine(Line& line) {
        if (at_ >= message_.size()) return false;
        const std::size_t lineFeed = message_.find('\n', at_);
        const std::size_t end = lineFeed == message_.npos ? message_.size() : lineFeed;
        line.begin = at_;
        line.text = message_.substr(at_, end - at_);
        if (lineFeed != message_.npos && line.text.ends_with('\r')) line.text.remove_suffix(1);
        at_ = lineFeed == message_.npos ? end : end + 1;
        linesBefore_ = lines_;
        if (lineFeed != message_.npos) ++lines_;
        return true;
    }

    bool isDelimiter(const Line& line, Ending& ending) const {
        if (boundaries_.empty() || !line.text.starts_with("--")) return false;
        std::string_view text = line.text.substr(2);
        text = text.substr(0, text.find_last_not_of(" \t") + 1); // transport padding
        for (std::size_t level = boundaries_.size(); level-- > 0;) {
            const std::string& boundary = boundaries_[level];
            if (!text.starts_with(boundary)) continue;
            const std::string_view behind = text.substr(boundary.size());
            if (!behind.empty() && behind != "--") continue;
            ending = {level, !behind.empty(), line.begin, linesBefore_};
            return true;
        }
        return false;
    }

    Ending endHere() const { return {endOfMessage, false, message_.size(), lines_}; }

    Ending skipToDelimiter() {
        Line line;
        Ending ending;
        while (nextLine(line))
            if (isDelimiter(line, ending)) return ending;
        return endHere();
    }

    // `at` is the beginning of a line; the end of the one before, not below `begin`.
    std::size_t beforeLineEnd(std::size_t at, std::size_t begin) const {
        if (at > begin) --at;
        if (at > begin && message_[at - 1] == '\r') --at;
        return at;
    }

    Ending readPart(MimePart& part, bool inDigest, int depth) {
        ++parts_;
        part.headerBegin = at_;
        Line line;
        Ending ending;
        bool delimiterInHeader = false; // no empty line before it: a part that is all header
        while (!delimiterInHeader && nextLine(line) && !line.text.empty())
            delimiterInHeader = isDelimiter(line, ending);
        part.bodyBegin = delimiterInHeader ? beforeLineEnd(ending.at, part.headerBegin) : at_;
        const std::size_t headerOctets = std::min(part.bodyBegin - part.headerBegin, limits_.headerOctets);
        readMimeHeader(part, message_.substr(part.headerBegin, headerOctets), inDigest);
        const std::size_t firstLine = lines_;
        if (delimiterInHeader) {
            part.bodyEnd = part.bodyBegin;
            demoteContainer(part, "text", "plain");
            return ending;
        }
        ending = readBody(part, depth);
        part.bodyEnd = ending.at;
        part.lines = ending.linesBefore - firstLine;
        // RFC 2046 §5.1.1: the line end before a delimiter belongs to the delimiter.
        // Unless it is the empty line behind the header of a last child without a body.
        const std::size_t taken = part.children.empty() ? part.bodyBegin : part.children.back().bodyEnd;
        if (ending.level != endOfMessage && part.bodyEnd > taken) {
            part.bodyEnd = beforeLineEnd(part.bodyEnd, taken);
            --part.lines;
        }
        return ending;
    }

    Ending readBody(MimePart& part, int depth) {
        const bool multipart = part.type == "multipart";
        const bool embedded = part.is("message", "rfc822") || part.is("message", "global");
        if (!multipart && !embedded) return skipToDelimiter();
        if (depth >= limits_.depth || parts_ >= limits_.parts) {
            demoteContainer(part, "application", "octet-stream");
            return skipToDelimiter();
        }
        if (embedded) {
            // RFC 2046 §5.2.1: no encoding but 7bit, 8bit and binary; another cannot be looked into by
            // offsets.
            if (part.encoding != "7bit" && part.encoding != "8bit" && part.encoding != "binary") {
                demoteContainer(part, "application", "octet-stream");
                return skipToDelimiter();
            }
            part.children.emplace_back();
            return readPart(part.children.back(), false, depth + 1);
        }
        const std::string boundary = boundaryOf(part);
        if (boundary.empty()) {
            demoteContainer(part, "text", "plain");
            return skipToDelimiter();
        }
        const std::size_t level = boundaries_.size();
        boundaries_.push_back(boundary);
        Ending ending = skipToDelimiter(); // the preamble
        while (ending.level == level && !ending.closing) {
            if (parts_ >= limits_.parts) {
                ending = skipToDelimiter();
                continue;
            }
            part.children.emplace_back();
            ending = readPart(part.children.back(), part.subtype == "digest", depth + 1);
        }
        boundaries_.resize(level);
        if (ending.level == level) ending = skipToDelimiter(); // the epilogue
        if (part.children.empty()) demoteContainer(part, "text", "plain");
        return ending;
    }

    static std::string boundaryOf(const MimePart& part) {
        for (const MimeParameter& parameter : part.parameters) {
            if (parameter.name != "boundary") continue;
            const std::string& value =
                parameter.wireName == "boundary" ? parameter.wireValue : parameter.value;
            return value.substr(0, value.find_last_not_of(" \t") + 1);
        }
        return {};
    }

    // A container that has nothing in it is none: BODYSTRUCTURE has no words for it.
    static void demoteContainer(MimePart& part, std::string_view type, std::string_view subtype) {
        if (part.type != "multipart" && !part.is("message", "rfc822") && !part.is("message", "global"))
            return;
        part.type = type;
        part.subtype = subtype;
        part.parameters.clear();
        part.children.clear();
    }

    std::string_view message_;
    MimeLimits limits_;
    std::vector<std::string> boundaries_;
    std::size_t at_ = 0;
    std::size_t lines_ = 0;       // line ends read
    std::size_t linesBefore_ = 0; // before the line read last
    int parts_ = 0;
};

} // namespace

const std::string& MimePart::parameter(std::string_view name) const {
    return findParameter(parameters, name);
}

std::string MimePart::filename() const {
    const std::string& name = findParameter(dispositionParameters, "filename");
    return name.empty() ? parameter("name") : name;
}

std::string MimePart::decodedBody(std::string_view message) const {
    return decodeTransfer(body(message), encoding);
}

std::string MimePart::decodedText(std::string_view message) const {
    std::string text = toUtf8(decodedBody(message), parameter("charset"));
    std::erase(text, '\r');
    return text;
}

MimePart parseMime(std::string_view message, const MimeLimits& limits) {
    return StructureReader(message, limits).read();
}

const MimePart* mimePartAt(const MimePart& root, const std::vector<std::uint32_t>& path) {
    const MimePart* part = &root;
    bool isRoot = true; // of this message, outer or embedded
    for (const std::uint32_t number : path) {
        if (part->isMessage() && !isRoot) {
            part = &part->children.front();
            isRoot = true;
        }
        if (part->isMultipart()) {
            if (number < 1 || number > part->children.size()) return nullptr;
            part = &part->children[number - 1];
        } else if (!isRoot || number != 1) {
            return nullptr;
        }
        isRoot = false;
    }
    return part;
}

} // namespace mailtown
