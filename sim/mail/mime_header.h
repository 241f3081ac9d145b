// The Content-… fields of a part's header (RFC 2045, 2183, 2231). Used by mime.cpp.
#pragma once

#include "mail/mime.h"

namespace mailtown {

// Sets type, parameters, encoding, disposition and so on from `header`. `inDigest`: the default type is
// message/rfc822 (RFC 2046 §5.1.5), else text/plain; charset=us-ascii.
void readMimeHeader(MimePart& part, std::string_view header, bool inDigest);

// "text/plain; charset=utf-8" → the first word in lower case, and the parameters. `main` is empty when there
// is none.
struct ParameterisedValue {
    std::string main;
    std::vector<MimeParameter> parameters;
};
ParameterisedValue parseParameterised(std::string_view value);

// The decoded value, one with a charset (RFC 2231) before one without; empty when there is none.
const std::string& findParameter(const std::vector<MimeParameter>& parameters, std::string_view name);

} // namespace mailtown
