// The only file that knows GMime: it brings the tables and the leniency of decades of real mail.
#include "mail/charset.h"

#include "base/text.h"
#include "mail/header_field.h"

#include <gmime/gmime.h>

#include <algorithm>
#include <cerrno>
#include <memory>
#include <optional>

namespace mailtown {
namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";
constexpr std::size_t longestDecodedHeader = 65'536; // longer ones are shown as they stand

// GMime's tables are set up once, before first use; its options say what undeclared 8-bit text may be,
// whatever the locale of the machine.
GMimeParserOptions* gmimeOptions() {
    static GMimeParserOptions* const options = [] {
        g_mime_init();
        GMimeParserOptions* made = g_mime_parser_options_new();
        const char* fallback[] = {"utf-8", "windows-1252", nullptr};
        g_mime_parser_options_set_fallback_charsets(made, fallback);
        return made;
    }();
    return options;
}

class Converter {
public:
    explicit Converter(const std::string& charset) {
        gmimeOptions();
        const std::string lower = toLower(charset);
        // What is labelled Shift_JIS is Microsoft's superset as often as not.
        if (lower == "shift_jis" || lower == "shift-jis" || lower == "x-sjis" || lower == "sjis")
            handle_ = g_mime_iconv_open("UTF-8", "CP932");
        if (!valid()) handle_ = g_mime_iconv_open("UTF-8", charset.c_str());
    }
    ~Converter() {
        if (valid()) g_mime_iconv_close(handle_);
    }
    Converter(const Converter&) = delete;
    Converter& operator=(const Converter&) = delete;

    bool valid() const { return handle_ != iconv_t(-1); }

    std::string convert(std::string_view octets) {
        std::string out, input(octets);
        char* from = input.data();
        std::size_t left = input.size();
        char buffer[4096];
        bool flushing = false;
        for (;;) {
            char* to = buffer;
            std::size_t room = sizeof buffer;
            const std::size_t done = flushing ? iconv(handle_, nullptr, nullptr, &to, &room)
                                              : iconv(handle_, &from, &left, &to, &room);
            const int error = errno;
            out.append(buffer, std::size_t(to - buffer));
            if (done != std::size_t(-1)) {
                if (flushing) return out;
                flushing = true;
            } else if (error != E2BIG) {
                out += replacement;
                if (flushing || left == 0) return out;
                ++from, --left;
            }
        }
    }

private:
    iconv_t handle_ = iconv_t(-1);
};

// A charset's name comes from outside: nothing but a name may reach the converter's search for tables.
bool isCharsetName(const std::string& charset) {
    return !charset.empty() && charset.size() <= 40 &&
           std::all_of(charset.begin(), charset.end(), [](char c) {
               return isLetter(c) || isDigit(c) || c == '-' || c == '_' || c == '.' || c == ':' || c == '+';
           });
}

std::string convert(std::string_view octets, const std::string& charset) {
    if (isCharsetName(charset)) {
        Converter converter(charset);
        if (converter.valid()) return toValidUtf8(converter.convert(octets));
    }
    return isUtf8(octets) ? std::string(octets) : toValidUtf8(Converter("CP1252").convert(octets));
}

} // namespace

std::string toUtf8(std::string_view octets, std::string_view charset) {
    const std::string name = toLower(trimmed(charset));
    const bool unlabelled = name.empty() || name == "us-ascii" || name == "ascii";
    if ((unlabelled || name == "utf-8" || name == "utf8") && isUtf8(octets)) return std::string(octets);
    if (name == "utf-8" || name == "utf8") return toValidUtf8(octets);
    return convert(octets, unlabelled ? std::string() : name);
}

bool knowsCharset(std::string_view charset) {
    const std::string name = toLower(trimmed(charset));
    return isCharsetName(name) && Converter(name).valid();
}

bool isComposed(std::string_view utf8) {
    if (isAscii(utf8)) return true;
    const std::unique_ptr<char, void (*)(void*)> composed(
        g_utf8_normalize(utf8.data(), gssize(utf8.size()), G_NORMALIZE_NFC), g_free);
    return composed && utf8 == composed.get();
}

std::string decodeTransfer(std::string_view octets, std::string_view encoding) {
    GMimeContentEncoding kind = GMIME_CONTENT_ENCODING_DEFAULT;
    if (equalIgnoringCase(encoding, "base64")) kind = GMIME_CONTENT_ENCODING_BASE64;
    if (equalIgnoringCase(encoding, "quoted-printable")) kind = GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE;
    if (kind == GMIME_CONTENT_ENCODING_DEFAULT) return std::string(octets);
    gmimeOptions();
    GMimeEncoding state;
    g_mime_encoding_init_decode(&state, kind);
    std::string out(g_mime_encoding_outlen(&state, octets.size()) + 1, '\0');
    out.resize(g_mime_encoding_flush(&state, octets.data(), octets.size(), out.data()));
    return out;
}

std::string decodeHeaderText(std::string_view value) {
    const std::string flat = unfolded(value); // without NUL: GMime reads a C string
    std::string out;
    if (flat.size() > longestDecodedHeader) {
        out = toValidUtf8(flat);
    } else {
        const std::unique_ptr<char, void (*)(void*)> text(
            g_mime_utils_header_decode_text(gmimeOptions(), flat.c_str()), g_free);
        out = toValidUtf8(text ? std::string_view(text.get()) : std::string_view());
    }
    // An encoded word may hold line ends: they must not start a new line anywhere.
    std::replace_if(
        out.begin(), out.end(), [](char c) { return isControl(c); }, ' ');
    return out;
}

} // namespace mailtown
