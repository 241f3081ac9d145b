// A server's answer: code, enhanced status code (RFC 3463) and text.
#pragma once

#include <string>
#include <string_view>

namespace mailtown {

struct Reply {
    int code = 250;
    std::string_view enhanced; // "2.1.5"; points to static text; empty for none (greeting, EHLO, 354)
    std::string text;          // one line, or several split by '\n' (multi-line reply, RFC 5321 §4.2.1)

    bool positive() const { return code < 400; }
    bool transient() const { return code >= 400 && code < 500; }
    bool permanent() const { return code >= 500; }
};

} // namespace mailtown
