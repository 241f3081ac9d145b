// What a line of a protocol says, in plain words, in the current language: the right-hand column of a
// transcript.
#pragma once

#include "trace/record.h"

#include <QString>

namespace mailtown::wording {

// Who says what, and, for an answer, to which command.
struct SpokenLine {
    Service service = Service::None;
    bool fromClient = false;
    QString text;  // without its line end; secrets are masked already
    QString asked; // the client's command that a server's line answers; empty for a greeting
    bool inData =
        false; // a line of a letter's text (after 354, or of a RETR answer): it is shown, not explained
};

// Empty when there is nothing to say about it.
QString gloss(const SpokenLine& line);

// The parts of gloss(), one file each.
QString glossSmtp(const SpokenLine& line);
QString glossPop3(const SpokenLine& line);
QString glossImap(const SpokenLine& line);
QString glossDns(const SpokenLine& line);

} // namespace mailtown::wording
