// What a person reads of a message.
#pragma once

#include "mail/mime.h"

namespace mailtown {

// The first text/plain that is not an attachment, else the first text/html, else null.
const MimePart* readablePart(const MimePart& root);

// Its text as UTF-8 with LF line ends, of HTML only the text: nothing is fetched, run or drawn. Empty when
// nothing can be read.
std::string readableText(std::string_view message);

// The text of an HTML document: tags, comments, scripts and styles left out, character references resolved.
std::string textOfHtml(std::string_view html);

} // namespace mailtown
