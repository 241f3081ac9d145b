// What was said on a connection, line by line, with what it means beside it.
#pragma once

#include "session/session.h"

#include <QString>

#include <span>
#include <vector>

namespace mailtown {

struct TranscriptLine {
    Time at = 0;
    bool fromClient = false;
    QString text;  // as on the wire, secrets masked
    QString gloss; // in the current language
    // Several lines that need no attention stand as one: how many; their gloss is the last one's that has
    // any.
    int folded = 0;
    bool operator==(const TranscriptLine&) const = default;
};

struct Transcript {
    HostId client, server;
    Service service = Service::None;
    bool sealed = false; // TLS from some line on
    bool open = true;    // it goes on
    Time from = 0, to = 0;
    std::vector<TranscriptLine> lines;
};

// `records`: the indices of those of one connection, in order. `whole`: nothing is folded.
Transcript transcriptOf(const Session& session, std::span<const std::size_t> records, bool whole);

// What the directory has said, while it is on its way back.
void addAnswer(Transcript& transcript, const QString& answer);

// "SMTP", "POP3", "IMAP", "DNS".
QString serviceName(Service service);

} // namespace mailtown
