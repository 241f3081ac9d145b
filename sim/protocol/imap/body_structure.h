// ENVELOPE and BODYSTRUCTURE of a message (RFC 9051 §7.5.2).
#pragma once

#include "mail/mime.h"

#include <string>
#include <string_view>

namespace mailtown::imap {

void appendEnvelope(std::string& out, std::string_view header);

// `extended`: BODYSTRUCTURE; else BODY, without the extension data. `message`: what `part` lies in.
void appendBodyStructure(std::string& out, const MimePart& part, std::string_view message, bool extended);

} // namespace mailtown::imap
