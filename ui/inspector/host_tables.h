// What the inspector lists of a host: its queue, its log, its mailboxes; as rows of text in the current
// language.
#pragma once

#include "session/session.h"

#include <QString>
#include <QStringList>

#include <span>
#include <vector>

namespace mailtown {

struct HostRow {
    QStringList cells;
    LetterId letter;         // to show when it is clicked; may be invalid
    ConnectionId connection; // the same
    bool bold = false;       // a heading, or a letter nobody has read
    bool operator==(const HostRow&) const = default;
};

struct HostTable {
    QStringList columns;
    std::vector<HostRow> rows;
    bool operator==(const HostTable&) const = default;
};

// Of an office's queue or a home's outbox. At most `most` rows; a last one counts the rest.
HostTable queueOf(const Session& session, HostId host, std::size_t most = 500);
// An office's mailboxes with their letters, or the letters a home has; the directory's records.
HostTable holdingsOf(const Session& session, HostId host, std::size_t most = 500);
// The newest first. `records`: the indices of those in which the host took part.
HostTable logOf(const Session& session, std::span<const std::size_t> records, std::size_t most = 500);

// Whether a record belongs in the host's log. Protocol lines do not.
bool isLogged(const Record& record, HostId host);

// One line on how the host stands. Rich text.
QString hostStateOf(const Session& session, HostId host);

} // namespace mailtown
